"""What is due after an inspection report, and how each day is worked out.

Sources: Education and Inspections Act 2006, section 137; SI 2007/462, regulations 2 (the authority publishes the report
within 30 working days of receiving it) and 3 (its statement of action within 70); Children Act 2004 (Joint Area
Reviews) Regulations 2015, regulation 4 (a written statement of proposed action within 70 working days of receiving the
report), for joint inspections, the written statements of action of local area SEND inspections and, as the longest that
the law allows, the priority action plans of area SEND inspections. When inspectors come again after an area SEND
inspection is taken from the report itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from arising.reading.inspections.expected import Expected, ExpectedKey, expected, plan_days, statement_day
from arising.reading.inspections.inspection import FrameworkKey, Inspection

WorkingDaysAfter: TypeAlias = Callable[[date, int], date]
"""The so-many-eth working day after a day. Bank holidays are the caller's: this package asks no calendar."""

Key = Literal["report", "action_statement", "priority_action_plan", "monitoring_inspection", "next_inspection"]
From = Literal["received", "published", "letter"]

REPORT_DAYS = 30
STATEMENT_DAYS = 70

_LAW_OF_2007 = "Education and Inspections Act 2006 s137 and SI 2007/462"
_LAW_OF_2015 = "Children Act 2004 s20 and the Joint Area Reviews Regulations 2015"
_LONGEST = f"{_LAW_OF_2015}, the longest that they allow for a statement; the inspectors may ask for it sooner"
_AS_REPORTS_SAY = "reports with this outcome have said so since 2023"
AGAIN: dict[ExpectedKey, str] = {
    "monitoring_inspection": "Monitoring inspection expected",
    "next_inspection": "Next full inspection expected",
}
_SUBMIT = "Submit the priority action plan"
_JOINT: frozenset[FrameworkKey] = frozenset({"jtai", "local_area_send"})
_SINGLE: frozenset[FrameworkKey] = frozenset({"ilacs", "sif"})


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A day by which something is due. ``counted_from`` is what the working days are counted after: where the day of
    receipt is not known it is the day of publication, and the day is then the latest that it can be.

    ``months`` stand instead of ``days`` for an inspection that is to come: its day is about then, nobody owes it, and
    ``said`` are the words of the report. A day that the inspectors' letter gave is counted from nothing.
    """

    key: Key
    title: str
    due: date
    start: date
    counted_from: From
    law: str
    days: int = 0
    months: int = 0
    said: str = ""

    @property
    def owed(self) -> bool:
        """Whether the authority owes it; inspectors come of themselves."""
        return not self.months

    @property
    def when(self) -> str:
        """The day in words: 27 August 2019, or about August 2025."""
        return f"about {self.due:%B %Y}" if self.months else f"{self.due.day} {self.due:%B %Y}"

    @property
    def how(self) -> str:
        """How it was worked out, in words."""
        on = f"{self.start.day} {self.start:%B %Y}"
        if self.counted_from == "letter":
            return "the day that the inspectors gave"
        event = "received" if self.counted_from == "received" else "published"
        if self.months:
            said = f"the report says: “{self.said.rstrip('.')}”" if self.said else self.law
            return f"about {self.months} months after the report was {event} on {on}; {said}"
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
    to_come: Sequence[Expected] = (),
    plan_within: int | None = None,
    plan_due: date | None = None,
    statement_due: date | None = None,
) -> list[Deadline]:
    """What is due after a report, the earliest first; nothing where neither day is known.

    Args:
        framework: what the report is written under.
        after: how working days are counted.
        received: the day the authority received the report.
        published: the day it was published, counted from where the day of receipt is not known.
        statement_wanted: whether the report asks for action: a focused visit calls for a statement only where it names
            an area for priority action, a SEND inspection only where it says so.
        to_come: the inspections of an area that its report says are to come.
        plan_within: the working days in which the report itself asks for a priority action plan.
        plan_due: the day for that plan that the inspectors' letter gives.
        statement_due: the day for the statement of action that a joint report itself gives.
    """
    start = received or published
    counted_from: From = "received" if received else "published"
    found: list[Deadline] = []
    if framework == "area_send" and statement_wanted and plan_due:
        found.append(_given("priority_action_plan", _SUBMIT, plan_due))
    if start is None:
        return found
    owed: list[tuple[Key, str, int, str]] = []
    if framework == "area_send" and statement_wanted and not plan_due:
        days, law = (plan_within, "as the report asks") if plan_within else (STATEMENT_DAYS, _LONGEST)
        owed.append(("priority_action_plan", _SUBMIT, days, law))
    if framework in _SINGLE:
        owed.append(("report", "Publish the inspection report", REPORT_DAYS, _LAW_OF_2007))
    asked = framework in ("focused_visit", "local_area_send") and statement_wanted
    if framework in _SINGLE or framework == "jtai" or asked:
        law = _LAW_OF_2015 if framework in ("jtai", "local_area_send") else _LAW_OF_2007
        owed.append(("action_statement", "Publish the statement of action on the inspection", STATEMENT_DAYS, law))
    if statement_due and owed and framework in _JOINT:
        found.append(_given("action_statement", owed.pop()[1], statement_due))
    found += [
        Deadline(
            key=key, title=title, due=after(start, days), days=days, start=start, counted_from=counted_from, law=law
        )
        for key, title, days, law in owed
    ]
    if framework == "area_send":
        found += [_again(each, start, counted_from) for each in to_come]
    return sorted(found, key=lambda each: each.due)


def _given(key: Key, title: str, day: date) -> Deadline:
    return Deadline(key=key, title=title, due=day, start=day, counted_from="letter", law="")


def _again(each: Expected, start: date, counted_from: From) -> Deadline:
    return Deadline(
        key=each.key, title=AGAIN[each.key], due=_months_on(start, each.months), months=each.months, start=start,
        counted_from=counted_from, law=_AS_REPORTS_SAY, said=each.said,
    )  # fmt: skip


def _months_on(start: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def deadlines(inspection: Inspection, after: WorkingDaysAfter, *, received: date | None = None) -> list[Deadline]:
    """What is due after an inspection that was read: see ``due_after``."""
    wanted = any(point.kind == "priority_action" for point in inspection.points)
    outcome = inspection.outcome.outcome if inspection.outcome else None
    if inspection.framework == "local_area_send":
        wanted = outcome == "written_statement"
    if inspection.framework == "area_send":
        wanted = wanted or outcome == "widespread_failings"
    return due_after(
        inspection.framework, after, received=received, published=inspection.published, statement_wanted=wanted,
        to_come=expected(inspection.text, outcome), plan_within=plan_days(inspection.text),
        statement_due=statement_day(inspection.text),
    )  # fmt: skip
