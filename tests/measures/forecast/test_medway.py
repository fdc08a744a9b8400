"""What was told in Medway in March 2023, done again: that annual growth would have to be halved.

Taken from published figures: 2,697 plans in January 2021, 557 more expected in five years (3.8% a year), a high needs
budget of £45.5 million and a deficit of £20.8 million in 2021/22 (the Cabinet's report on the safety valve programme,
as reported by KentOnline), and the balances of 2020/21 and 2021/22 in percent of income (Department for Education).
Assumed: funding grows by 5% a year and unit costs by 2%.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from arising.measures import areas
from arising.measures.forecast import Cohort, FundingYear, Plan, run, solve
from arising.measures.forecast.balances import published_balances

D = Decimal
DEFICIT, BUDGET, PLANS = D(20_800_000), D(45_500_000), D(2_697)
MINUTES = "gold/documents/medway-2023-03-02-lead-member.txt"
BALANCES = "reference/dfe/dsg_deficit_derived.xlsx"


@pytest.fixture(scope="module")
def told(shared: Path) -> Plan:
    """Ten years from 2022/23 on, after the one whose end was published."""
    if not (shared / BALANCES).exists():
        pytest.skip("the published balances are not at hand")
    held = {one.year: one for one in published_balances(shared / BALANCES, areas.known()["E06000035"])}
    income = DEFICIT / (-held[2021].percent / 100)
    opening = held[2020].outturn(income).cumulative
    spent = BUDGET + DEFICIT + opening
    cohort = Cohort("all", "", "", PLANS, (spent / PLANS).quantize(D(1)), D("0.038"), D("0.02"))
    return Plan("Medway", 2021, 11, opening, (cohort,), (FundingYear(2021, BUDGET),), D("0.05"))


def test_the_first_year_ends_with_the_published_deficit(told: Plan) -> None:
    assert run(told)[0].unmitigated.cumulative == pytest.approx(-int(DEFICIT), abs=1_000)


def test_halving_growth_balances_the_tenth_year(shared: Path, told: Plan) -> None:
    said = (shared / MINUTES).read_text("utf-8")
    assert "50%" in said
    held = solve(told, "balance", 2031, "unmitigated")
    assert held.kept is not None
    assert 1 - held.kept == pytest.approx(D("0.5"), abs=D("0.03"))


def test_halving_growth_does_not_repay_the_debt(told: Plan) -> None:
    held = solve(told, "clear", 2031, "unmitigated")
    assert held.kept is not None
    assert 1 - held.kept > D("0.85")


def test_as_it_stood_the_plan_did_not_clear_the_debt_in_ten_years(told: Plan) -> None:
    assert run(told)[-1].unmitigated.cumulative < -100_000_000


def test_halving_would_clear_it_had_funding_grown_by_six_and_a_half_percent(told: Plan) -> None:
    held = solve(replace(told, funding_growth=D("0.0645")), "clear", 2031, "unmitigated")
    assert held.kept is not None
    assert held.kept == pytest.approx(D("0.5"), abs=D("0.05"))
