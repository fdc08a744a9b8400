"""Meetings on the work programme: planned with a theme and a time, put off, dropped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies import operations as bodies
from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.models import Body, Meeting
from arising.register.obligations.operations.changing import needs
from arising.register.programme.models import Plan
from arising.register.programme.operations.items import keep, locked, move_item

PLANNED = ("theme", "starts", "place", "minutes", "theme_minutes", "note")
"""The columns of a plan that a person writes."""


def plan(
    body: Body, on: date, *, theme: str = "", starts: time | None = None, place: str = "", minutes: int | None = None,
    theme_minutes: int | None = None, note: str = "", seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Plan:  # fmt: skip
    """Plan a meeting of ``body`` on a day. Raises ``ValidationError`` where it meets on that day already."""
    require(actor, "programme.change", body)
    with transaction.atomic():
        meeting = bodies.plan_meeting(body, on, seen=seen, actor=actor, why=why)
        planned = Plan.objects.filter(meeting=meeting).first() or Plan(meeting=meeting)
        planned.theme, planned.starts, planned.place = theme.strip(), starts, place.strip()
        planned.minutes, planned.theme_minutes, planned.note = minutes, theme_minutes, note.strip()
        _right(planned)
        return save(planned, actor=actor, why=why)


def change_plan(
    meeting: Meeting, changed: Mapping[str, Any], *, on: date | None = None, actor: Actor, why: str,
    version: int | None = None,
) -> Plan:  # fmt: skip
    """Change what is planned for a meeting, and with ``on`` its day.

    Raises ``ValidationError`` without a reason, for what is no part of a plan, for a day that is taken; ``Stale``.
    """
    require(actor, "programme.change", meeting)
    why = needs("why", why, "Say why, so that others understand it later.")
    if unknown := set(changed) - set(PLANNED):
        raise ValidationError(f"A plan has no {', '.join(sorted(unknown))}.")
    with transaction.atomic():
        known = Plan.objects.filter(meeting=meeting).first() or save(Plan(meeting=meeting), actor=actor, why=why)
        row = locked(Plan, known.pk, version)
        if on is not None and on.isoformat() != meeting.date:
            bodies.put_off_meeting(meeting, on, actor=actor, why=why)
        for name, value in changed.items():
            setattr(row, name, value.strip() if isinstance(value, str) else value)
        _right(row)
        return keep(row, actor=actor, why=why)


def drop_meeting(meeting: Meeting, *, reason: str, actor: Actor) -> Meeting:
    """Cancel a meeting that was planned. Its items go back to those without a slot.

    Raises ``ValidationError`` without a reason or for a meeting that was held.
    """
    require(actor, "programme.change", meeting)
    reason = needs("reason", reason, "Say why the meeting is cancelled.")
    with transaction.atomic():
        bodies.cancel_meeting(meeting, actor=actor, why=reason)
        freed = f"The meeting of {in_words(meeting.date)} is cancelled: {reason}"
        for item in meeting.programme_items.filter(ended=""):
            move_item(item, None, reason=freed, actor=actor)
    return meeting


def _right(row: Plan) -> None:
    row.clean_fields(exclude=("meeting",))
    if row.theme_minutes and row.minutes and row.theme_minutes > row.minutes:
        raise ValidationError({"theme_minutes": "The theme cannot take longer than the whole meeting."})
    if row.theme_minutes and not row.theme:
        raise ValidationError({"theme": "Say which theme that time is for."})
