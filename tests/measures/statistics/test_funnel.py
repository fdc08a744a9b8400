from __future__ import annotations

from math import comb, exp, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.measures.statistics import Group, proportions, rates


def at_most(count: int, of: int, share: float) -> float:
    return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count + 1))


def rare_at_most(count: int, expected: float) -> float:
    return sum(expected**k * exp(-expected) / factorial(k) for k in range(count + 1))


@settings(deadline=None)
@given(st.integers(5, 120), st.floats(0.02, 0.98), st.data())
def test_a_team_stands_out_where_its_count_has_less_than_one_chance_in_a_thousand(
    of: int, share: float, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, of))
    (point,) = proportions([Group("North", count, of)], target=share).points
    below, above = at_most(count, of, share), 1 - at_most(count - 1, of, share)
    # a probability that is all but one in a thousand may fall on either side in a computer
    if min(abs(below - 0.001), abs(above - 0.001)) > 1e-9:
        assert point.stands_out == (below < 0.001 or above < 0.001)


@settings(deadline=None)
@given(st.floats(0.5, 60), st.integers(0, 120))
def test_a_rate_stands_out_by_the_same_rule(expected: float, count: int) -> None:
    (point,) = rates([Group("North", count, 10)], target=expected / 10, smallest=1).points
    below, above = rare_at_most(count, expected), 1 - rare_at_most(count - 1, expected)
    if min(abs(below - 0.001), abs(above - 0.001)) > 1e-9:
        assert point.stands_out == (below < 0.001 or above < 0.001)


@settings(deadline=None)
@given(st.integers(5, 300), st.floats(0.02, 0.98))
def test_the_limits_of_a_share_and_of_its_rest_mirror_one_another(of: int, share: float) -> None:
    one, rest = proportions([], target=share).limits(of), proportions([], target=1 - share).limits(of)
    assert (one.lower95, one.upper95) == pytest.approx((1 - rest.upper95, 1 - rest.lower95), abs=1e-9)
    assert (one.lower998, one.upper998) == pytest.approx((1 - rest.upper998, 1 - rest.lower998), abs=1e-9)


def test_limits_lie_between_the_whole_counts_of_the_exact_distribution() -> None:
    # binom.ppf(0.025 and 0.001, 50, 0.3) of SciPy 1.17 are 9 and 6; a count above 22, and above 25, is as rare above
    held = proportions([], target=0.3).limits(50)
    assert 8 < 50 * held.lower95 <= 9
    assert 5 < 50 * held.lower998 <= 6
    assert 22 <= 50 * held.upper95 < 23
    assert 25 <= 50 * held.upper998 < 26


def test_large_groups_have_the_limits_of_the_normal_distribution() -> None:
    held = proportions([], target=0.4).limits(40_000)
    deviation = (0.4 * 0.6 / 40_000) ** 0.5
    assert held.upper95 == pytest.approx(0.4 + 1.96 * deviation, abs=2e-5)
    assert held.lower998 == pytest.approx(0.4 - 3.09 * deviation, abs=2e-5)


def test_ten_of_ten_do_not_stand_out_where_nine_in_ten_are_expected() -> None:
    (point,) = proportions([Group("North", 10, 10)], target=0.9).points
    assert point.place == "within"


def test_a_large_team_stands_out_where_a_small_one_with_the_same_share_does_not() -> None:
    held = proportions([Group("North", 3, 10), Group("South", 90, 300)], target=0.6)
    assert [point.place for point in held.points] == ["within", "below 99.8%"]
    assert [point.name for point in held.stand_out] == ["South"]


def test_a_team_under_the_smallest_size_is_neither_named_nor_judged() -> None:
    held = proportions([Group("North", 0, 4), Group("South", 40, 60)], target=0.95)
    assert (held.points[0].name, held.points[0].place) == ("", "too small")
    assert "North" not in str(held)
    assert "1 team is not named, with fewer than 5." in str(held)


def test_what_is_expected_is_what_all_come_to() -> None:
    assert proportions([Group("North", 10, 40), Group("South", 20, 60)]).target == pytest.approx(0.3)


def test_teams_that_differ_by_more_than_chance_are_said_to() -> None:
    teams = [Group(f"Team {at}", count, 100) for at, count in enumerate([20, 80, 25, 75, 30, 70])]
    held = proportions(teams)
    assert held.is_overdispersed
    assert "something else differs between them" in str(held)


def test_teams_that_differ_as_chance_makes_them_are_not() -> None:
    teams = [Group(f"Team {at}", count, 100) for at, count in enumerate([48, 52, 55, 45, 50, 51])]
    held = proportions(teams)
    assert not held.is_overdispersed
    assert str(held) == "No team of 6 differs from the whole by more than its size explains."


def test_nothing_expected_and_nothing_found_is_within() -> None:
    assert rates([Group("North", 0, 12)]).points[0].place == "within"


def test_what_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="North: 7 out of 5 is no share"):
        proportions([Group("North", 7, 5)])
