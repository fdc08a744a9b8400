"""Whether a series shifted before or after something that happened: a new system, a changed practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from arising.measures.periods import Period

When = Literal["before", "after", "around"]

FEWEST = 5
"""From fewer values than this nothing can be told."""
_BEYOND = 3.267
"""A step more than this many times the mean of the others is beyond what chance gives (the limit of a range chart)."""


@dataclass(frozen=True)
class Shift:
    """The largest step of a series, from ``before`` to ``after``: ``by`` in the unit of the values, ``usual`` the mean
    size of the other steps. ``came`` says when, held against the event."""

    before: Period
    after: Period
    by: float
    usual: float
    came: When


def shift(values: Sequence[tuple[Period, float]], on: date) -> Shift | None:
    """The one step of a series that is beyond chance, and whether it came before or after the day ``on``.

    ``values`` are in order of time. None where there are too few, or no step is beyond chance. A step is before the
    event where its later period had ended by then, after it where its earlier period ended on that day or later, and
    around it where neither can be told.
    """
    if len(values) < FEWEST:
        return None
    steps = [(later - earlier, before, after) for (before, earlier), (after, later) in pairwise(values)]
    largest = max(range(len(steps)), key=lambda at: abs(steps[at][0]))
    by, before, after = steps[largest]
    others = [abs(step) for at, (step, _, _) in enumerate(steps) if at != largest]
    usual = sum(others) / len(others)
    if abs(by) <= _BEYOND * usual:
        return None
    if after.end < on:
        came: When = "before"
    elif before.end >= on:
        came = "after"
    else:
        came = "around"
    return Shift(before, after, by, usual, came)
