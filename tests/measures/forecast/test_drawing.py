from __future__ import annotations

from dataclasses import replace

import pytest

from arising.measures.forecast import Draws, Plan, Uncertainty, draws, run
from arising.measures.forecast.drawing import is_uncertain
from measures.forecast.plans import D, cohort, mitigation, plan

UNCERTAIN = plan(
    cohort(growth="0.05", inflation=D("0.02")),
    years=6,
    opening=-5_000_000,
    funding_growth=D("0.03"),
    uncertainty=Uncertainty(D("0.02"), D("0.01"), D("0.01")),
    mitigations=(mitigation(1_000_000, confidence=D("0.5")),),
)


@pytest.fixture(scope="module")
def drawn() -> Draws:
    return draws(UNCERTAIN, 4_000, seed=7)


def test_the_same_seed_gives_the_same_draws(drawn: Draws) -> None:
    assert draws(UNCERTAIN, 4_000, seed=7) == drawn


def test_another_seed_gives_others(drawn: Draws) -> None:
    assert draws(UNCERTAIN, 4_000, seed=8) != drawn


def test_the_band_widens_with_the_years(drawn: Draws) -> None:
    widths = [one.high - one.low for one in drawn.unmitigated]
    assert widths == sorted(widths)
    assert widths[0] == 0


def test_the_middle_of_the_draws_lies_near_the_plan(drawn: Draws) -> None:
    for band, one in zip(drawn.unmitigated, run(UNCERTAIN), strict=True):
        assert abs(band.middle - one.unmitigated.cumulative) <= 0.05 * abs(one.unmitigated.cumulative)


def test_without_uncertainty_every_draw_is_the_plan() -> None:
    sure = replace(UNCERTAIN, uncertainty=Uncertainty(), mitigations=(mitigation(1_000_000),))
    for band, one in zip(draws(sure, 50).mitigated, run(sure), strict=True):
        assert band.low == band.high
        # every amount of a year is rounded in the plan, and none in a draw
        assert abs(band.middle - one.mitigated.cumulative) <= 6


def test_eight_of_ten_draws_of_growth_lie_within_what_was_stated() -> None:
    # one year of growth alone: 0 give or take 10% of £20,000,000
    held = draws(plan(years=2, uncertainty=Uncertainty(growth=D("0.1"))), 40_000).unmitigated[1]
    assert held.low == pytest.approx(-2_000_000, rel=0.03)
    assert held.high == pytest.approx(2_000_000, rel=0.03)


def test_half_of_what_is_half_certain_comes_in_the_middle() -> None:
    held = draws(plan(mitigations=(mitigation(confidence=D("0.5")),)), 20_000).mitigated[-1]
    assert held.middle == pytest.approx(4 * 1_500_000, rel=0.03)
    assert 0 <= held.low < held.middle < held.high <= 4 * 3_000_000


def test_the_share_of_draws_that_clear_the_debt_is_told_for_the_end_of_the_override() -> None:
    held = draws(replace(UNCERTAIN, opening=900_000_000), 200)
    assert held.cleared == 1.0
    assert draws(replace(UNCERTAIN, opening=-900_000_000), 200).cleared == 0.0


def test_a_plan_that_ends_before_the_override_has_no_such_share() -> None:
    assert draws(replace(UNCERTAIN, years=2), 200).cleared is None


@pytest.mark.parametrize(
    ("told", "so"),
    [
        (UNCERTAIN, True),
        (plan(), False),
        (plan(cohort(give_or_take=D("0.01"))), True),
        (plan(mitigations=(mitigation(confidence=D("0.9")),)), True),
        (plan(mitigations=(mitigation(),)), False),
    ],
)
def test_a_plan_is_drawn_where_it_states_what_is_uncertain(told: Plan, so: bool) -> None:
    assert is_uncertain(told) is so


@pytest.mark.parametrize(("number", "seed"), [(0, 1), (100_001, 1), (10, -1)])
def test_what_cannot_be_drawn_is_refused(number: int, seed: int) -> None:
    with pytest.raises(ValueError, match="Draw 1 to 100,000 times"):
        draws(UNCERTAIN, number, seed=seed)
