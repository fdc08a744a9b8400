"""Visits planned, held and cancelled."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.models import Inspection


def plan_visit(
    council: Council, kind: Inspection.Kind, *, starts_on: date | None = None, ends_on: date | None = None,
    about: str = "", visit: int | None = None, follows: Inspection | None = None, note: str = "",
    seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Inspection:  # fmt: skip
    """Plan a visit or an inspection that was announced. Raises ValidationError for days that cannot be."""
    require(actor, "improvement.keep", council)
    _days(starts_on, ends_on)
    if follows is not None and follows.council_id != council.pk:
        raise ValidationError({"follows": "Choose an inspection of the same council."})
    planned = Inspection(
        council=council, kind=kind, status=Inspection.Status.PLANNED, starts_on=starts_on,
        ends_on=ends_on or starts_on, about=about.strip()[:500], visit=visit, follows=follows, note=note.strip(),
        audience=seen.audience, visible_from=seen.visible_from,
    )  # fmt: skip
    return save(planned, actor=actor, why=why)


def hold_visit(
    inspection: Inspection, starts_on: date, ends_on: date | None = None, *, lead: str = "", actor: Actor, why: str
) -> Inspection:
    """Say that a planned visit was held, and on which days."""
    require(actor, "improvement.keep", inspection)
    _planned(inspection)
    _days(starts_on, ends_on)
    inspection.status = Inspection.Status.HELD
    inspection.starts_on, inspection.ends_on = starts_on, ends_on or starts_on
    inspection.lead = lead.strip()[:200] or inspection.lead
    return save(inspection, actor=actor, why=why)


def cancel_visit(inspection: Inspection, *, actor: Actor, why: str) -> Inspection:
    """Say that a planned visit will not be held, and why. It stays in sight with its reason."""
    require(actor, "improvement.keep", inspection)
    _planned(inspection)
    if not why.strip():
        raise ValidationError({"why": "Say why it will not be held."})
    inspection.status = Inspection.Status.CANCELLED
    inspection.note = "\n".join(filter(None, (inspection.note, why.strip())))
    return save(inspection, actor=actor, why=why.strip())


def _planned(inspection: Inspection) -> None:
    if inspection.status != Inspection.Status.PLANNED:
        raise ValidationError(f"It is {inspection.get_status_display().lower()} already.")


def _days(starts_on: date | None, ends_on: date | None) -> None:
    if ends_on and not starts_on:
        raise ValidationError({"starts_on": "Give its first day."})
    if starts_on and ends_on and ends_on < starts_on:
        raise ValidationError({"ends_on": "It ends before it begins. Give a later last day."})
