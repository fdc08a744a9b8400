"""The days that follow an inspection of the register, worked out each time they are asked for. Knows no readers."""

from __future__ import annotations

from typing import get_args

from arising.reading.inspections.deadlines import Deadline, due_after
from arising.reading.inspections.expected import expected, plan_days, statement_day
from arising.reading.inspections.inspection import FrameworkKey, OutcomeKey
from arising.register.improvement.models import Inspection, InspectionFinding
from arising.register.obligations.working_days import working_days_after

FRAMEWORKS: frozenset[str] = frozenset(get_args(FrameworkKey))


_READ_AGAIN = frozenset({"area_send", "jtai", "local_area_send"})
"""The frameworks whose reports say themselves when something is due."""


def due_after_inspection(inspection: Inspection) -> list[Deadline]:
    """What is due after an inspection: from the day its report was received, or else the day it was published."""
    if inspection.framework not in FRAMEWORKS or inspection.status != Inspection.Status.HELD:
        return []
    framework: FrameworkKey = inspection.framework  # type: ignore[assignment]
    wanted = inspection.findings.filter(kind=InspectionFinding.Kind.PRIORITY_ACTION).exists()
    outcome = _outcome(inspection) if framework in ("area_send", "local_area_send") else None
    if framework == "local_area_send":
        wanted = outcome == "written_statement"
    text = inspection.report.text if framework in _READ_AGAIN and inspection.report else ""
    return due_after(
        framework, working_days_after, received=inspection.received_on, published=inspection.published_on,
        statement_wanted=wanted or outcome == "widespread_failings", to_come=expected(text, outcome),
        plan_within=plan_days(text), plan_due=inspection.plan_due_on,
        statement_due=statement_day(text),
    )  # fmt: skip


def _outcome(inspection: Inspection) -> OutcomeKey | None:
    grades = inspection.judgements.filter(grade__in=get_args(OutcomeKey)).values_list("grade", flat=True)
    return grades.first()  # type: ignore[return-value]


def sentence(deadline: Deadline) -> str:
    """How a day was worked out, as a sentence."""
    return f"{deadline.how[0].upper()}{deadline.how[1:]}."
