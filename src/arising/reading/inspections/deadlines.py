"""What is due after an inspection report, and how each day is worked out.

Sources: Education and Inspections Act 2006, section 137; SI 2007/462, regulations 2 (the authority publishes the report
within 30 working days of receiving it) and 3 (its statement of action within 70); Children Act 2004 (Joint Area
Reviews) Regulations 2015, for joint inspections and the written statements of action of local area SEND inspections.
The area SEND framework of 2023 sets the time for a priority action plan in its own guidance, so none is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from arising.reading.inspections.inspection import FrameworkKey, Inspection

WorkingDaysAfter: TypeAlias = Callable[[date, int], date]
"""The so-many-eth working day after a day. Bank holidays are the caller's: this package asks no calendar."""

Key = Literal["report", "action_statement"]
From = Literal["received", "published"]

REPORT_DAYS = 30
STATEMENT_DAYS = 70

_LAW_OF_2007 = "Education and Inspections Act 2006 s137 and SI 2007/462"
_LAW_OF_2015 = "Children Act 2004 s20 and the Joint Area Reviews Regulations 2015"
_SINGLE: frozenset[FrameworkKey] = frozenset({"ilacs", "sif"})


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A day by which something is due. ``counted_from`` is what the working days are counted after: where the day of
    receipt is not known it is the day of publication, and the day is then the latest that it can be."""

    key: Key
    title: str
    due: date
    days: int
    start: date
    counted_from: From
    law: str

    @property
    def how(self) -> str:
        """How it was worked out, in words."""
        on = f"{self.start.day} {self.start:%B %Y}"
        if self.counted_from == "received":
            return f"{self.days} working days after the report was received on {on} ({self.law})"
        return (
            f"{self.days} working days after the report was published on {on}; it was received before then, so it is"
            f" due no later than this ({self.law})"
        )


def due_after(
    framework: FrameworkKey,
    after: WorkingDaysAfter,
    *,
    received: date | None = None,
    published: date | None = None,
    statement_wanted: bool = True,
) -> list[Deadline]:
    """What is due after a report, the earliest first; nothing where neither day is known.

    Args:
        framework: what the report is written under.
        after: how working days are counted.
        received: the day the authority received the report.
        published: the day it was published, counted from where the day of receipt is not known.
        statement_wanted: whether the report asks for action: a focused visit calls for a statement only where it names
            an area for priority action, a local area SEND inspection only where it says so.
    """
    start, counted_from = (received, "received") if received else (published, "published")
    if start is None:
        return []
    found: list[tuple[Key, str, int, str]] = []
    if framework in _SINGLE:
        found.append(("report", "Publish the inspection report", REPORT_DAYS, _LAW_OF_2007))
    asked = framework in ("focused_visit", "local_area_send") and statement_wanted
    if framework in _SINGLE or framework == "jtai" or asked:
        law = _LAW_OF_2015 if framework in ("jtai", "local_area_send") else _LAW_OF_2007
        found.append(("action_statement", "Publish the statement of action on the inspection", STATEMENT_DAYS, law))
    return [
        Deadline(
            key=key, title=title, due=after(start, days), days=days, start=start,
            counted_from="received" if counted_from == "received" else "published", law=law,
        )
        for key, title, days, law in found
    ]  # fmt: skip


def deadlines(inspection: Inspection, after: WorkingDaysAfter, *, received: date | None = None) -> list[Deadline]:
    """What is due after an inspection that was read: see ``due_after``."""
    wanted = any(point.kind == "priority_action" for point in inspection.points)
    if inspection.framework == "local_area_send":
        wanted = inspection.outcome is not None and inspection.outcome.outcome == "written_statement"
    return due_after(
        inspection.framework, after, received=received, published=inspection.published, statement_wanted=wanted
    )
