"""Leaps, gaps, and months that are late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arising.measures import doubtful
from arising.measures.areas import ENGLAND
from arising.measures.cards import Card, cards
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Kind, Period, day, month, year
from arising.measures.values import Symbol, Value

CHILDREN = cards()["unaccompanied-children"]
PERCENT = cards()["re-referrals"]


def told(card: Card, *values: Value, first: int = 1) -> list[Observation]:
    """A month each from the month ``first`` of 2025 on."""
    return [
        Observation(card.key, card.variants[0].key, ENGLAND, month(2025, at), value, Origin("own.csv", at, ""))
        for at, value in enumerate(values, start=first)
    ]


@pytest.mark.parametrize(
    ("values", "leaps"),
    [
        ((20.0, 21.0, 20.0), 0),
        ((20.0, 80.0), 1),
        ((80.0, 20.0), 1),
        ((20.0, 79.0), 0),
        ((20.0, 0.0, 20.0), 0),
        ((20.0, Symbol.SUPPRESSED, 80.0), 0),
        ((20.0, 80.0, 20.0), 2),
    ],
)
def test_a_figure_of_another_order_than_the_one_before_leaps(values: tuple[Value, ...], leaps: int) -> None:
    assert len(list(doubtful.leaps(PERCENT, told(PERCENT, *values)))) == leaps


def test_a_few_children_more_are_no_leap() -> None:
    assert list(doubtful.leaps(CHILDREN, told(CHILDREN, 1.0, 5.0))) == []
    assert len(list(doubtful.leaps(CHILDREN, told(CHILDREN, 3.0, 12.0)))) == 1


def test_what_is_counted_since_a_year_began_leaps_by_itself() -> None:
    card = replace(PERCENT, taken="cumulative")
    assert list(doubtful.leaps(card, told(card, 80.0, 5.0))) == []


def test_a_month_without_a_figure_is_a_gap() -> None:
    held = told(PERCENT, 20.0, 21.0, 22.0)
    ((before, after),) = doubtful.gaps([held[0], held[2]])
    assert (before.period, after.period) == (month(2025, 1), month(2025, 3))


def test_a_symbol_fills_its_month() -> None:
    assert list(doubtful.gaps(told(PERCENT, 20.0, Symbol.SUPPRESSED, 22.0))) == []


def test_days_leave_no_gap() -> None:
    days = [replace(one, period=day(one.period.end)) for one in told(PERCENT, 20.0, 21.0)]
    assert list(doubtful.gaps(days)) == []


def test_months_and_years_are_looked_at_apart() -> None:
    held = told(PERCENT, 20.0, 21.0)
    of_the_year = replace(held[0], period=year(Kind.FINANCIAL_YEAR, 2025))
    assert doubtful.by_kind([held[0], of_the_year, held[1]]) == [held, [of_the_year]]


def test_a_month_is_late_from_the_day_after_it_was_due() -> None:
    held = told(PERCENT, 20.0, 21.0)
    assert doubtful.late(held, date(2025, 5, 15)) is None
    late = doubtful.late(held, date(2025, 5, 16))
    assert late is not None
    assert (late.first, late.due, late.months) == (month(2025, 3), date(2025, 5, 15), 1)


def test_all_months_that_were_due_are_counted() -> None:
    late = doubtful.late(told(PERCENT, 20.0, 21.0), date(2026, 2, 20))
    assert late is not None
    assert (late.last, late.months) == (month(2025, 12), 10)


def test_a_month_that_is_kept_back_has_come() -> None:
    assert doubtful.late(told(PERCENT, 20.0, 21.0, Symbol.SUPPRESSED), date(2025, 5, 16)) is None


@pytest.mark.parametrize("period", [year(Kind.FINANCIAL_YEAR, 2025), day(date(2025, 3, 31))])
def test_what_is_not_told_by_the_month_is_never_late(period: Period) -> None:
    held = [replace(one, period=period) for one in told(PERCENT, 20.0, 21.0)]
    assert doubtful.late(held, date(2027, 1, 1)) is None


def test_one_month_that_was_told_once_promises_no_other() -> None:
    assert doubtful.late(told(PERCENT, 20.0), date(2027, 1, 1)) is None
    assert doubtful.late([], date(2027, 1, 1)) is None
