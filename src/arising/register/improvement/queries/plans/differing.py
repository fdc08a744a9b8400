"""In what a row of a workbook differs from what the plan says."""

from __future__ import annotations

from datetime import date
from typing import Any

from arising.register.bodies import names
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Measure, Milestone
from arising.register.improvement.workbooks.rows import MeasureRow, MilestoneRow, PlanRow, number_in
from arising.register.programme.tracker.cells import alike

SAME, OTHER = 0.6, 0.3
"""From so much likeness on two actions are the same, and below so much they may be two."""


def measure_changes(told: MeasureRow, known: Measure) -> dict[str, Any]:
    """What a workbook says otherwise of a measure that the plan has. What it leaves empty changes nothing."""
    numbers = {"baseline": number_in(told.baseline), "goal": number_in(told.goal)}
    if told.kind:
        said = {**numbers, "baseline_on": told.baseline_on, "goal_by": told.goal_by, "words": told.words}
    else:
        said = {"words": told.written}
        if told.written and not alike(told.written, known.words) and known.kind != Measure.Kind.INDICATOR:
            said |= numbers
    return {name: value for name, value in said.items() if value not in (None, "") and value != getattr(known, name)}


def likeness(one: str, other: str) -> float:
    """How many of their words two actions have in common, as a share of both, from 0 to 1 (Dice's coefficient)."""
    a, b = set(names.key(one).split()), set(names.key(other).split())
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def said_of(row: PlanRow) -> str:
    """What a row says of how its action stands. Evidence that a workbook only tells of is told of, and attached to
    nothing."""
    evidence = f"Evidence, as the plan says: {row.evidence}" if row.evidence else ""
    return "\n".join(filter(None, (row.progress, evidence)))


def shown(value: Any) -> str:
    """A value of a column as a reader sees it."""
    if isinstance(value, date):
        return day_in_words(value)
    return "nothing" if value in (None, "") else f"{value:g}" if isinstance(value, float) else str(value)


def milestone_shown(one: Milestone | MilestoneRow) -> str:
    """When a milestone is due, and when it was reached."""
    reached = f", reached on {day_in_words(one.reached_on)}" if one.reached_on else ""
    return f"due {day_in_words(one.due)}{reached}" if one.due else f"no date{reached}"
