"""By how much two figures differ, and whether they may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arising.measures.agreement import USUAL, Allowed, Of, apart, moment, share
from arising.measures.cards import Unit, cards
from arising.measures.periods import Kind, month, year


@pytest.mark.parametrize(
    ("allowed", "one", "other", "holds"),
    [
        (Allowed(5), 20, 19, True),
        (Allowed(5), 20, 18.9, False),
        (Allowed(5), 0, 0, True),
        (Allowed(5), 0, 1, False),
        (Allowed(5), -20, -19, True),
        (Allowed(0), 12, 12, True),
        (Allowed(0), 12, 12.1, False),
        (Allowed(2, "unit"), 12, 14, True),
        (Allowed(2, "unit"), 12, 15, False),
    ],
)
def test_two_figures_differ_by_no_more_than_they_may(allowed: Allowed, one: float, other: float, holds: bool) -> None:
    assert allowed.holds(one, other) is holds
    assert allowed.holds(other, one) is holds


@pytest.mark.parametrize(("value", "one", "other"), [(0.1, 1.1, 1.0), (0.2, 0.3, 0.1), (1.2, 25.2, 24.0)])
def test_what_a_computer_makes_of_tenths_is_no_difference(value: float, one: float, other: float) -> None:
    assert Allowed(value, "unit").holds(one, other)


def test_the_usual_tolerance_is_a_share_of_the_larger_figure() -> None:
    assert USUAL.words("percent") == "5% of the larger figure"


@pytest.mark.parametrize(
    ("value", "of", "unit", "words"),
    [
        (2.5, "percent", "children", "2.5%"),
        (2, "unit", "percent", "2 percentage points"),
        (1, "unit", "percent", "1 percentage point"),
        (3, "unit", "children", "3 children"),
        (1000, "unit", "£", "£1,000"),
    ],
)
def test_a_tolerance_is_told_in_what_it_was_given_in(value: float, of: Of, unit: Unit, words: str) -> None:
    assert Allowed(value, of).brief(unit) == words


@pytest.mark.parametrize(
    ("one", "other", "unit", "words"),
    [
        (24, 30, "percent", "6 percentage points (20% of the larger)"),
        (12, 14, "children", "2 children (14.3% of the larger)"),
        (24.8, 24.83, "percent", "less than 0.1 percentage points (0.1% of the larger)"),
        (100_000, 100_001, "count", "1 (less than 0.1% of the larger)"),
    ],
)
def test_a_difference_is_told_in_the_unit_and_in_percent(one: float, other: float, unit: Unit, words: str) -> None:
    assert apart(one, other, unit) == words


def test_two_figures_of_nothing_differ_by_nothing() -> None:
    assert share(0, 0) == 0


def test_what_is_counted_on_a_day_is_the_same_whether_told_of_the_day_the_month_or_the_year() -> None:
    card = cards()["protection-plans"]
    assert card.taken == "snapshot"
    same = {moment(card, period) for period in (month(2025, 3), year(Kind.FINANCIAL_YEAR, 2025))}
    assert [each.end for each in same] == [date(2025, 3, 31)]


def test_what_happened_in_a_month_is_not_what_happened_in_its_year() -> None:
    card = replace(cards()["re-referrals"], taken="period")
    assert moment(card, month(2025, 3)) == month(2025, 3)
