from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from arising.measures import areas
from arising.measures.forecast import Outturn, Vintage, deliveries, run, told_when
from arising.measures.forecast.balances import published_balances
from arising.measures.forecast.vintages import delivered_of_claimed
from arising.measures.forecast.words import delivery, fared, missed
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
