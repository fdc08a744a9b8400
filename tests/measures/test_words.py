"""The sentences that are written of a series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.measures import words
from arising.measures.areas import Area
from arising.measures.cards import Polarity, Unit
from arising.measures.comparing import Average, Gap, Rank, gap
from arising.measures.observations import Observation
from arising.measures.periods import month
from arising.measures.spc import chart
from arising.measures.values import Symbol, Value
from measures.invented import ENGLAND, SOUTH, C, card, one


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (24.8, "percent", "24.8%"),
        (24.0, "percent", "24%"),
        (24.84, "percent", "24.8%"),
        (61.42, "per 10,000", "61.4 per 10,000"),
        (1240.0, "children", "1,240 children"),
        (1.0, "children", "1 child"),
        (1.0, "cases", "1 case"),
        (0.0, "cases", "0 cases"),
        (-1.5, "score", "−1.5"),
        (-0.01, "score", "0"),
        (1234567.0, "£", "£1,234,567"),
        (C, "percent", "kept back so that nobody can be recognised"),
        (Symbol.NOT_APPLICABLE, "children", "does not apply"),
    ],
)
def test_a_value_is_said_with_its_unit(value: Value, unit: Unit, told: str) -> None:
    assert words.shown(value, unit) == told


def beside(own: Observation, *wide: tuple[Area, float]) -> list[Gap]:
    found = [gap(own, one(value, area), card().polarity) for area, value in wide]
    return [each for each in found if each]


@pytest.mark.parametrize(
    ("wide", "told"),
    [
        ([], "Re-referrals within 12 months were 24.8% in 2024/25."),
        (
            [(ENGLAND, 22.6)],
            "Re-referrals within 12 months were 24.8% in 2024/25, higher than England (22.6%), which is worse.",
        ),
        ([(ENGLAND, 24.8)], "Re-referrals within 12 months were 24.8% in 2024/25, the same as England (24.8%)."),
        (
            [(ENGLAND, 22.6), (SOUTH, 23.0)],
            "Re-referrals within 12 months were 24.8% in 2024/25, higher than England (22.6%) and South (23%), which "
            "is worse.",
        ),
        (
            [(ENGLAND, 22.6), (SOUTH, 26.0)],
            "Re-referrals within 12 months were 24.8% in 2024/25, higher than England (22.6%), which is worse, "
            "and lower than South (26%), which is better.",
        ),
    ],
)
def test_the_latest_figure_is_said_beside_others(wide: Sequence[tuple[Area, float]], told: str) -> None:
    own = one(24.8)
    assert words.latest(card(), own, beside(own, *wide), "percent") == told


def test_a_figure_that_is_kept_back_is_said_to_be() -> None:
    assert words.latest(card(), one(C), [], "percent") == (
        "Re-referrals within 12 months for 2024/25 are kept back so that nobody can be recognised."
    )


@pytest.mark.parametrize(
    ("held", "polarity", "told"),
    [
        (Rank(1, 11), "decrease", "1st of 11 among them, in the best quarter"),
        (Rank(3, 11), "decrease", "3rd of 11 among them, in the second quarter"),
        (Rank(11, 11), "increase", "11th of 11 among them, in the last quarter"),
        (Rank(1, 11), "neutral", "the highest of 11 among them"),
        (Rank(11, 11), "neutral", "the lowest of 11 among them"),
        (Rank(2, 11), "neutral", "2nd highest of 11 among them"),
        (Rank(21, 151), "increase", "21st of 151 among them, in the best quarter"),
    ],
)
def test_a_rank_is_said_with_its_quarter_where_a_direction_is_better(held: Rank, polarity: Polarity, told: str) -> None:
    assert words.ranked(held, polarity, "them") == told


def test_an_average_says_of_how_many_it_is_where_some_have_no_number() -> None:
    assert words.averaged(Average(55.12, 10, 10), "percent") == "55.1%"
    assert words.averaged(Average(55.12, 8, 10), "percent") == "55.1% (8 of 10)"


@pytest.mark.parametrize(
    ("value", "target", "polarity", "by", "told"),
    [
        (67.7, 90, "increase", "31 March 2026", "misses it by 22.3 percentage points"),
        (92.0, 90, "increase", "", "meets it with 2 percentage points to spare"),
        (18.0, 20, "decrease", "", "meets it with 2 percentage points to spare"),
        (21.0, 20, "decrease", "", "misses it by 1 percentage point"),
        (20.0, 20, "decrease", "", "meets it exactly"),
        (21.0, 20, "neutral", "", "is 1 percentage point above it"),
        (19.0, 20, "neutral", "", "is 1 percentage point below it"),
        (20.0, 20, "neutral", "", "is the same"),
    ],
)
def test_a_figure_is_held_to_its_target(value: Value, target: float, polarity: Polarity, by: str, told: str) -> None:
    until = f" by {by}" if by else ""
    said = words.to_target(one(value), target, by, polarity, "percent")
    assert said == f"The target is {target}%{until}. The figure of 2024/25 {told}."


def test_a_symbol_is_held_to_no_target() -> None:
    assert words.to_target(one(C), 20, "", "decrease", "percent") == ""


STEADY = [20.0, 22.0] * 6 + [21.0]
MONTHS = [month(2024 + at // 12, at % 12 + 1) for at in range(13)]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (STEADY, "There is no signal of change since January 2024."),
        ([*STEADY[:12], 60.0], "The latest figure is a concern beyond what chance gives: it is above the upper limit."),
        (
            [*STEADY[:12], 1.0],
            "The latest figure is an improvement beyond what chance gives: it is below the lower limit.",
        ),
        ([*STEADY[:4], 30.0, *STEADY[5:]], "There is no signal of change since May 2024."),
    ],
)
def test_a_change_is_said_only_where_it_is_beyond_chance(values: list[float], told: str) -> None:
    assert words.change(chart(values, improvement="decrease"), MONTHS) == told


def test_few_points_make_trial_limits_and_that_is_said() -> None:
    said = words.change(chart(STEADY[:8], improvement="decrease"), MONTHS[:8])
    assert said.endswith(" The limits are a trial: they rest on fewer than 12 points.")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (5.0, "As things are, the target of 5% is missed every time."),
        (60.0, "As things are, the target of 60% is met every time."),
        (21.0, "Whether the target of 21% is met is left to chance."),
        (None, ""),
    ],
)
def test_it_is_said_whether_the_target_can_be_met_as_things_are(target: float | None, told: str) -> None:
    assert words.assured(chart(STEADY, improvement="decrease", target=target), "percent") == told


@pytest.mark.parametrize(
    ("then", "told"),
    [
        (date(2025, 11, 19), "1 day"),
        (date(2025, 10, 1), "50 days"),
        (date(2025, 4, 20), "7 months"),
        (date(2025, 4, 21), "6 months"),
        (date(2022, 1, 1), "3 years"),
    ],
)
def test_time_is_said_in_days_months_or_years(then: date, told: str) -> None:
    assert words.time_since(then, date(2025, 11, 20)) == told


@given(st.floats(-1e9, 1e9), st.sampled_from(["percent", "per 10,000", "children", "score", "£"]))
def test_a_value_said_is_never_far_from_the_value(value: float, unit: Unit) -> None:
    said = words.shown(value, unit)
    digits = "".join(each for each in said.split()[0] if each.isdigit() or each == ".")
    number = -float(digits) if said.startswith("−") else float(digits)
    assert abs(number - value) <= (0.5 if abs(value) >= 999.9 else 0.0501)
