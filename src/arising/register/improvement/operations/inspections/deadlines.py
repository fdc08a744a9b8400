"""What is due after a report, owed to a body: worked out, made an obligation, and kept in step."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Body, Post
from arising.register.improvement.deadlines import due_after_inspection, sentence
from arising.register.improvement.models import Inspection, InspectionDeadline
from arising.register.improvement.operations.papers import narrowest
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Obligation, Origin


def owe_deadlines(
    inspection: Inspection, body: Body, *, owner: Post | None = None, actor: Actor, why: str
) -> list[Obligation]:
    """Let ``body`` wait for what is due after an inspection. What it waits for already is left as it is.

    Raises ValidationError where no day can be worked out, or the body is of another council.
    """
    require(actor, "improvement.keep", inspection)
    if body.council_id != inspection.council_id:
        raise ValidationError({"body": "Choose a body of the council that was inspected."})
    due = [deadline for deadline in due_after_inspection(inspection) if deadline.owed]
    if not due:
        raise ValidationError({"body": "No day can be worked out. Say first when the report was received."})
    made = []
    with transaction.atomic():
        there = set(InspectionDeadline.objects.filter(inspection=inspection).values_list("key", flat=True))
        for deadline in due:
            if deadline.key in there:
                continue
            title = f"{deadline.title} of {inspection}"
            obligation = obligations.add(
                Origin.DUTY, title, body, actor=actor, why=why, owner=owner, due=deadline.due,
                due_how=sentence(deadline), said_on=deadline.start, seen=narrowest(inspection, inspection.report),
            )  # fmt: skip
            save(
                InspectionDeadline(inspection=inspection, key=deadline.key, obligation=obligation), actor=actor, why=why
            )
            made.append(obligation)
    return made


def keep_in_step(inspection: Inspection, *, actor: Actor, why: str) -> None:
    """Bring what a body waits for to the days that are worked out now. Where no day can be, it stays as it was."""
    due = {deadline.key: deadline for deadline in due_after_inspection(inspection)}
    for row in InspectionDeadline.objects.filter(inspection=inspection).select_related("obligation__body"):
        deadline = due.get(row.key)  # type: ignore[call-overload]
        if deadline is None or row.obligation.due == deadline.due:
            continue
        obligations.amend(row.obligation, {"due": deadline.due}, actor=actor, why=why, due_how=sentence(deadline))
