from __future__ import annotations

from datetime import date

import pytest

from arising.measures.forecast import Outturn, Position, debt_cleared, run, year_balances
from arising.measures.forecast.dates import balance_on
from arising.measures.forecast.words import answers
from arising.measures.forecast.years import ending_by, year_of
from measures.forecast.plans import D, cohort, mitigation, plan, thirds


def ramped(opening: int) -> tuple[Position, ...]:
    """−2, −1, 0, +1, +1 million a year from 2024/25 to 2028/29."""
    return run(plan(cohort(plans=1_100), opening=opening, mitigations=(mitigation(ramp=thirds()),)))


def test_the_year_balances_before_the_debt_is_cleared() -> None:
    held = ramped(2_000_000)
    # 2,000,000 − 2,000,000, −1,000,000, −1,000,000, 0, 1,000,000
    assert year_balances(held, "mitigated").year == 2026
    assert debt_cleared(held, "mitigated").year == 2027


def test_a_year_that_ends_with_the_override_is_in_time() -> None:
    held = ramped(2_000_000)
    assert debt_cleared(held, "mitigated").in_time(date(2028, 3, 31))
    assert not debt_cleared(held, "mitigated").in_time(date(2028, 3, 30))


def test_what_is_never_so_has_no_date() -> None:
    assert debt_cleared(ramped(-1_000_000), "mitigated").year is None
    assert year_balances(ramped(0), "unmitigated").year is None


def test_what_is_so_for_a_time_alone_is_no_date() -> None:
    # £20,000,000 spent and had in the first year, 5% more spent in each after
    held = year_balances(run(plan(cohort(growth="0.05"))), "unmitigated")
    assert (held.year, held.passing) == (None, 2024)


def test_the_balance_on_the_day_the_override_ends_is_that_of_the_year_that_ends_then() -> None:
    assert balance_on(ramped(-1_000_000), "mitigated") == -3_000_000


def test_a_plan_that_ends_before_the_override_has_no_balance_then() -> None:
    assert balance_on(run(plan(years=2)), "unmitigated") is None


@pytest.mark.parametrize("text", ["2024/25", "2024-25", "2024-2025", "2024–25", " 2024 "])
def test_a_financial_year_is_known_however_it_is_written(text: str) -> None:
    assert year_of(text) == 2024


@pytest.mark.parametrize("text", ["2024/26", "24/25", "next year", ""])
def test_what_is_no_financial_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Write 2024/25"):
        year_of(text)


def test_the_year_that_has_ended_by_a_day() -> None:
    assert [ending_by(date(2028, 3, 31)), ending_by(date(2028, 3, 30))] == [2027, 2026]


def test_no_mitigation_is_taken_for_all_of_it() -> None:
    assert run(plan(mitigations=(mitigation(confidence=D(0)),)))[-1].likely == 0


def test_a_plan_that_gets_nowhere_is_said_to_in_one_sentence() -> None:
    told = plan(cohort(growth="0.05"), opening=-1_000_000)
    assert answers(told, run(told))[1] == (
        "With nothing done, the year does not balance by 2028/29 (2024/25 does, for a time), nor is the debt cleared:"
        " a deficit of £11.5 million stands on 31 March 2029."
        " When the statutory override ends, on 31 March 2028, £7.2 million is owed."
    )


def test_a_plan_without_debt_is_said_to_have_none() -> None:
    told = plan(opening=1_000_000)
    assert answers(told, run(told))[1] == (
        "With nothing done, the year balances from 2024/25 on, by the time the statutory override ends;"
        " there is no debt, and a surplus of £1.0 million stands on 31 March 2029."
    )


def test_the_latest_outturn_comes_first_whoever_told_it() -> None:
    told = plan(outturns=(Outturn(2022, -1),))
    now = answers(told, run(told), outturns=[Outturn(2023, -2_500_000)])[0]
    assert now.startswith("The latest outturn is a deficit of £2.5 million on 31 March 2024. The plan begins")
