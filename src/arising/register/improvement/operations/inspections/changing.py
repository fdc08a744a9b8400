"""When a report was received and published, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.operations import set_visibility
from arising.register.improvement.models import Inspection, InspectionDeadline
from arising.register.improvement.operations.inspections.deadlines import keep_in_step

AMENDABLE = (
    "starts_on", "ends_on", "received_on", "published_on", "lead", "judged", "visit", "about", "follows",
    "plan_due_on", "note",
)  # fmt: skip


def change_inspection(
    inspection: Inspection, changed: Mapping[str, Any], *, seen: Seen | None = None, actor: Actor, why: str
) -> Inspection:
    """Change what is known of an inspection beside its report, and who may see it with its report and from when.

    What a body waits for moves with the day of receipt, and is seen by as many as the inspection. Raises
    ValidationError for days that cannot be, or a column that may not be changed.
    """
    require(actor, "improvement.keep", inspection)
    with transaction.atomic():
        row = Inspection.objects.select_for_update(of=("self",)).select_related("report").get(pk=inspection.pk)
        for name, value in changed.items():
            if name not in AMENDABLE:
                raise ValidationError(f"The {name} of an inspection cannot be changed.")
            setattr(row, name, value)
        fits(row)
        if seen is not None and seen != row.seen:
            _show(row, seen, actor, why)
        save(row, actor=actor, why=why)
        keep_in_step(row, actor=actor, why=why)
    return row


def fits(row: Inspection) -> None:
    """Raise ValidationError for days that cannot be in that order."""
    if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        raise ValidationError({"ends_on": "It ends before it begins. Give a later last day."})
    if row.received_on and row.ends_on and row.received_on <= row.ends_on:
        raise ValidationError({"received_on": "A report is received after the inspection has ended. Give a later day."})
    if row.received_on and row.published_on and row.published_on < row.received_on:
        raise ValidationError({"published_on": "It cannot be published before it is received. Give a later day."})


def _show(row: Inspection, seen: Seen, actor: Actor, why: str) -> None:
    """Let an inspection, its report and what a body waits for be seen by the same readers from the same minute."""
    row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
    if row.report is not None:
        row.report.audience, row.report.visible_from = seen.audience, seen.visible_from
        row.report.visibility_set_by_person = True
        save(row.report, actor=actor, why=why)
    for deadline in InspectionDeadline.objects.filter(inspection=row).select_related("obligation__body"):
        set_visibility(deadline.obligation, seen, actor=actor, why=why)
