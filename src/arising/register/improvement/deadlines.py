"""The days that follow an inspection of the register, worked out each time they are asked for. Knows no readers."""

from __future__ import annotations

from typing import get_args

from arising.reading.inspections.deadlines import Deadline, due_after
from arising.reading.inspections.inspection import FrameworkKey
from arising.register.improvement.models import Inspection, InspectionFinding
from arising.register.obligations.working_days import working_days_after

FRAMEWORKS: frozenset[str] = frozenset(get_args(FrameworkKey))


def due_after_inspection(inspection: Inspection) -> list[Deadline]:
    """What is due after an inspection: from the day its report was received, or else the day it was published."""
    if inspection.framework not in FRAMEWORKS or inspection.status != Inspection.Status.HELD:
        return []
    wanted = inspection.findings.filter(kind=InspectionFinding.Kind.PRIORITY_ACTION).exists()
    if inspection.framework == "local_area_send":
        wanted = inspection.judgements.filter(grade="written_statement").exists()
    return due_after(
        inspection.framework,  # type: ignore[arg-type]
        working_days_after,
        received=inspection.received_on,
        published=inspection.published_on,
        statement_wanted=wanted,
    )


def sentence(deadline: Deadline) -> str:
    """How a day was worked out, as a sentence."""
    return f"{deadline.how[0].upper()}{deadline.how[1:]}."
