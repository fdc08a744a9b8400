"""What is doubtful about a series: leaps in size, periods without a figure between others, months that are late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from arising.measures.cards import Card
from arising.measures.observations import Observation
from arising.measures.periods import Kind, Period, month

LEAP = 4.0
"""A figure so many times the one before, or so small a part of it, is a change of order to be looked at."""
FEW = 10
"""Of fewer children or cases than this a few more are many times as many: that is no change of order."""
DUE = timedelta(days=45)
"""A council's own figures of a month are due so long after it ended. Cases are closed and checked in the
first weeks, then the figures go into the papers of the next month, which are sent a week before its meeting."""
MONTHLY = 2
"""So many months at least make a monthly series. One month that was told once promises no other."""

_COUNTED = ("children", "cases", "count")


@dataclass(frozen=True)
class Late:
    """So many ``months``, from ``first`` to ``last``, have not come after the observation ``after``. The first of them
    was due by the day ``due``."""

    after: Observation
    first: Period
    last: Period
    due: date
    months: int


def by_kind(observations: Iterable[Observation]) -> list[list[Observation]]:
    """Observations parted by what their periods are: a month says nothing of a year. The order stays."""
    found: dict[Kind, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.period.kind, []).append(one)
    return list(found.values())


def leaps(card: Card, observations: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Each figure that is of another order than the one before it, after that one. ``observations`` are of one kind of
    period, in order of time. What is counted since a year began leaps by itself."""
    if card.taken == "cumulative":
        return
    for before, after in pairwise(observations):
        one, other = before.number, after.number
        if one is None or other is None or min(one, other) <= 0 or max(one, other) / min(one, other) < LEAP:
            continue
        if card.unit_of(after.variant) not in _COUNTED or max(one, other) >= FEW:
            yield before, after


def gaps(observations: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """The figures before and after each gap. ``observations`` are of one kind of period, in order of time. Days leave
    none: they are told whenever somebody counts."""
    for before, after in pairwise(observations):
        if before.period.kind is not Kind.DAY and not after.period.follows(before.period):
            yield before, after


def late(observations: Sequence[Observation], today: date) -> Late | None:
    """The months of a council's own series that were due by ``today`` and have not come; None where none is.

    ``observations`` are of one kind of period, in order of time. What is no monthly series is never late.
    """
    if len(observations) < MONTHLY or observations[-1].period.kind is not Kind.MONTH:
        return None
    after = observations[-1]
    owed = []
    at = _next(after.period)
    while at.end + DUE < today:
        owed.append(at)
        at = _next(at)
    return Late(after, owed[0], owed[-1], owed[0].end + DUE, len(owed)) if owed else None


def _next(period: Period) -> Period:
    return month(period.start.year + period.start.month // 12, period.start.month % 12 + 1)
