from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from arising.measures.forecast import FundingYear, Plan, Unplanned, run, sensitivities, solve
from arising.measures.forecast.running import with_growth, with_share_of_growth
from arising.measures.forecast.solving import MOST
from arising.measures.forecast.words import solved
from measures.forecast.plans import D, cohort, mitigation, plan

TEN_YEARS = plan(cohort(500, growth="0.04"), years=10, funding=11_000_000, opening=-502_789)
"""500 plans at £20,000 growing by 4%; £11,000,000 a year; £502,789 owed.

At 2% the ten years cost 10,000,000 + 10,200,000 + 10,404,000 + 10,612,080 + 10,824,322 + 11,040,808 + 11,261,624 +
11,486,857 + 11,716,594 + 11,950,926 = £109,497,211. The funding is £110,000,000: £502,789 is left, which is what was
owed.
"""


def test_the_growth_that_clears_the_debt_by_year_ten_to_a_hundredth_of_a_point() -> None:
    held = solve(TEN_YEARS, "clear", 2033)
    assert held.growth == D("0.0200")
    assert run(with_growth(TEN_YEARS, D("0.0200")))[-1].mitigated.cumulative == 0
    assert run(with_growth(TEN_YEARS, D("0.0201")))[-1].mitigated.cumulative < 0


def test_growth_must_be_halved() -> None:
    held = solve(TEN_YEARS, "clear", 2033)
    assert held.kept == D("0.500")
    assert solved(held) == (
        "To clear the debt by the end of 2033/34 with all that is claimed, the number of plans may grow by 2% a year at"
        " most; the plan's own growth is 4% on average. Every cohort's own growth would have to be 50% lower."
    )


def test_the_growth_that_balances_a_year_is_another() -> None:
    # £10,000,000 × (1 + g)⁹ is no more than £11,000,000 up to g = 1.064…%
    held = solve(TEN_YEARS, "balance", 2033)
    assert held.growth == D("0.0106")


def test_where_no_growth_does_it_that_is_said() -> None:
    held = solve(replace(TEN_YEARS, opening=-90_000_000), "clear", 2033)
    assert (held.growth, held.kept) == (None, None)
    assert solved(held).endswith("no growth between −20% and +20% a year does it.")


def test_where_plans_would_have_to_become_fewer_that_is_said() -> None:
    held = solve(replace(TEN_YEARS, opening=-15_000_000), "clear", 2033)
    assert "the number of plans would have to fall by" in solved(held)
    assert "even none at all would not do" in solved(held)


def test_where_any_growth_will_do_that_is_said() -> None:
    held = solve(replace(TEN_YEARS, opening=900_000_000), "clear", 2033)
    assert held.growth == MOST
    assert "any growth of the number of plans up to +20% a year will do" in solved(held)
    assert solved(held).endswith("Nothing has to change.")


def test_a_year_outside_the_plan_is_refused() -> None:
    with pytest.raises(Unplanned, match="2024/25 to 2033/34: 2034/35 is not in it"):
        solve(TEN_YEARS, "clear", 2034)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(-20_000_000, 2_000_000),
    st.integers(5_000_000, 14_000_000),
    st.decimals("-0.05", "0.12", places=3),
    st.sampled_from(["balance", "clear"]),
)
def test_the_answer_does_it_and_a_hundredth_more_does_not(
    opening: int, funding: int, growth: Decimal, aim: str
) -> None:
    told: Plan = replace(
        TEN_YEARS, opening=opening, funding=(FundingYear(2024, D(funding)),), cohorts=(cohort(500, growth=str(growth)),)
    )
    held = solve(told, aim, 2030)  # type: ignore[arg-type]
    assume(held.growth is not None and held.growth < MOST)
    assert held.growth is not None

    def reached(plan: Plan) -> bool:
        balance = run(plan)[6].mitigated
        return (balance.in_year if aim == "balance" else balance.cumulative) >= 0

    assert reached(with_growth(told, held.growth))
    assert not reached(with_growth(told, held.growth + D("0.0001")))
    if held.kept is not None:
        assert reached(with_share_of_growth(told, held.kept))


def test_a_point_more_growth_is_worked_out_to_the_pound() -> None:
    # 100 plans at £10,000 for two years: £1,000,000 and 100, 101 or 99 times £10,000
    told = plan(cohort(100, 10_000), years=2, funding=1_000_000)
    found = {(one.what, one.by): one.change for one in sensitivities(told)}
    assert found == {
        ("growth", D("0.01")): -10_000,
        ("growth", D("-0.01")): 10_000,
        ("inflation", D("0.01")): -10_000,
        ("inflation", D("-0.01")): 10_000,
        ("funding", D("0.01")): 10_000,
        ("funding", D("-0.01")): -10_000,
    }


def test_what_it_takes_is_told_for_the_line_that_is_asked_for() -> None:
    told = replace(TEN_YEARS, mitigations=(mitigation(1_000_000),))
    bare, saved = solve(told, "clear", 2033, "unmitigated"), solve(told, "clear", 2033, "mitigated")
    assert bare.growth is not None
    assert saved.growth is not None
    assert bare.growth < saved.growth
