"""An inspection that was typed in elsewhere, brought in from its file: all of it, or nothing."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.models import Inspection
from arising.register.improvement.operations.inspections.changing import fits
from arising.register.improvement.operations.inspections.typed_in import type_finding, type_judgement
from arising.register.improvement.tables.inspections import InspectionRows, read_inspection
from arising.register.record.texts import storable


def bring_inspection(
    council: Council, content: bytes, name: str, *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str
) -> Inspection:
    """Add an inspection from the file that the register gives of one that was typed in.

    Raises ValidationError with a line for each thing that is wrong, for one that was read from a report (which is
    brought in itself), and for one that is in the register already.
    """
    require(actor, "improvement.keep", council)
    told = read_inspection(content, name)
    try:
        with transaction.atomic():
            return _stored(council, told, seen, actor, why)
    except ValidationError as trouble:
        raise ValidationError({"file": trouble.messages}) from trouble


def _stored(council: Council, told: InspectionRows, seen: Seen, actor: Actor, why: str) -> Inspection:
    columns = {name: storable(value) if isinstance(value, str) else value for name, value in told.columns.items()}
    one = Inspection(
        council=council, kind=told.kind, audience=seen.audience, visible_from=seen.visible_from, **columns
    )  # fmt: skip
    one.full_clean(exclude=["council", "report", "follows"])
    fits(one)
    there = Inspection.objects.filter(council=council, kind=one.kind, status=one.status, starts_on=one.starts_on)
    if there.filter(ends_on=one.ends_on, visit=one.visit).exists():
        raise ValidationError("An inspection of this kind and of these days is in the register already.")
    save(one, actor=actor, why=why)
    for area, grade in told.judgements:
        type_judgement(one, area, grade, actor=actor, why=why)
    for row in told.findings:
        type_finding(
            one, row.kind, storable(row.words), number=row.number, heading=row.heading, page=row.page, area=row.area,
            responsible=row.responsible, actor=actor, why=why,
        )  # fmt: skip
    return one
