from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from arising.measures import areas
from arising.measures.forecast import Outturn, Vintage, deliveries, run, told_when
from arising.measures.forecast.balances import published_balances
from arising.measures.forecast.vintages import delivered_of_claimed
from arising.measures.forecast.words import delivery, ended, fared, missed, revised
from measures.forecast.plans import D, cohort, mitigation, plan

EARLY = Vintage("Plan of 2024", date(2024, 3, 4), run(plan(cohort(plans=1_050), opening=-1_000_000)))
LATE = Vintage("Plan of 2025", date(2025, 3, 3), run(plan(cohort(plans=1_100), opening=-1_000_000)))
CAME = (Outturn(2024, -3_500_000, -2_500_000, "Statement of accounts"), Outturn(2025, -6_000_000))


def test_each_forecast_of_a_year_stands_beside_what_it_came_to() -> None:
    first, second, *_ = told_when([LATE, EARLY], CAME)
    # −1,000,000 − 1,000,000 and − 2,000,000 a year
    assert [one.said for one in first.told] == [-2_000_000, -3_000_000]
    assert [one.missed_by for one in first.told] == [-1_500_000, -500_000]
    assert [one.missed_by for one in second.told] == [-3_000_000, -1_000_000]


def test_a_year_that_has_not_ended_has_no_miss() -> None:
    assert [one.missed_by for one in told_when([EARLY], CAME)[2].told] == [None]


def test_an_outturn_that_nobody_foretold_is_told() -> None:
    held = told_when([EARLY], [Outturn(2020, -1)])
    assert (held[0].year, held[0].told) == (2020, ())


def test_how_a_forecast_fared_is_said() -> None:
    early, late = missed(told_when([EARLY, LATE], CAME))
    assert fared(early) == (
        "Plan of 2024: £3.0 million worse than told in the last year that has ended."
        " It told too good a balance in 2 of 2 years."
    )
    assert late.last == -1_000_000


def test_what_a_forecast_tells_otherwise_than_one_before_is_said_of_the_last_year_of_both() -> None:
    assert revised(EARLY, LATE) == (
        "For 31 March 2029 it tells a deficit of £11.0 million; the one of 4 March 2024 told a deficit of £6.0 "
        "million. It is worse than was told then."
    )


def test_a_forecast_that_tells_the_same_again_is_said_to() -> None:
    assert revised(EARLY, replace(EARLY, made_on=date(2025, 1, 1))).endswith("the one of 4 March 2024 told the same.")


def test_of_forecasts_without_a_year_in_common_nothing_is_said() -> None:
    assert revised(EARLY, replace(LATE, positions=())) == ""


def test_how_a_year_ended_is_said_beside_what_was_told_of_it() -> None:
    year = told_when([EARLY], CAME)[0]
    assert ended(CAME[0], year.told[0]) == (
        "2024/25 ended with a deficit of £3.5 million (Statement of accounts). The forecast of 4 March 2024 had told a "
        "deficit of £2.0 million. It came worse than was told."
    )
    assert ended(CAME[1], None) == "2025/26 ended with a deficit of £6.0 million."


def test_claimed_and_delivered_are_held_against_one_another_where_something_was_reported() -> None:
    told = deliveries([mitigation(delivered=((2025, 1_000_000), (2026, 500_000))), mitigation(name="Another")])
    assert [(one.claimed, one.delivered) for one in told] == [(3_000_000, 1_000_000), (3_000_000, 500_000)]
    assert delivered_of_claimed(told) == (1_500_000, 6_000_000)
    assert delivery(told) == "Of the savings reported on, £1.5 million of £6.0 million claimed was delivered (25%)."


def test_nothing_reported_says_nothing() -> None:
    assert delivery(deliveries([mitigation()])) == ""


FILE = b"time_period,geographic_level,region_name,la_name,deficit,"
FILE += b"""DSG cumulative balance as a % of the total income,financial_year
202122,National,England,,2.5,-2.5,2021-22
202122,Local authority,South East,Medway,4.5,-4.5,2021-22
202021,Local authority,South East,Medway,-1.5,1.5,2020-21
"""


def test_published_balances_are_read_by_year_with_their_row() -> None:
    held = published_balances(FILE, areas.known()["E06000035"], file="balances.csv")
    assert [(one.year, one.percent, one.source) for one in held] == [
        (2020, D("1.5"), "balances.csv, row 4"),
        (2021, D("-4.5"), "balances.csv, row 3"),
    ]


def test_a_published_share_becomes_pounds_with_the_income_of_its_year() -> None:
    held = published_balances(FILE, areas.known()["E06000035"], file="balances.csv")[1]
    assert held.outturn(D(200_000_000)).cumulative == -9_000_000


def test_the_real_balances_are_read_whatever_the_workbook_refers_to(shared: Path) -> None:
    path = shared / "reference/dfe/dsg_deficit_derived.xlsx"
    if not path.exists():
        pytest.skip("the published balances are not at hand")
    held = published_balances(path, areas.known()["E06000035"])
    assert [(one.year, one.percent) for one in held] == [(2019, D("-3.96")), (2020, D("-6.49")), (2021, D("-8.6"))]
