"""Meetings to come: planned, put off to another day, cancelled."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies import names
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Body, Meeting, MeetingStatus
from arising.register.bodies.operations.meetings import place_meeting
from arising.register.bodies.operations.naming import free_address


def plan_meeting(body: Body, on: date, *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str) -> Meeting:
    """Plan a meeting of ``body``. A day that is past makes a meeting that was held.

    Raises ``ValidationError`` for a body that is not known, and where it meets on that day already.
    """
    require(actor, "bodies.change", body)
    if body.not_known:
        raise ValidationError("Say first which body it is: this one gathers minutes that do not say whose they are.")
    _is_free(body, on)
    meeting = place_meeting(body, on.isoformat(), seen=seen, actor=actor, why=why)
    if on >= timezone.localdate():
        meeting.status = MeetingStatus.PLANNED
        save(meeting, actor=actor, why=why)
    return meeting


def put_off_meeting(meeting: Meeting, on: date, *, actor: Actor, why: str) -> Meeting:
    """Give a meeting that was planned another day, and the address of that day.

    Raises ``ValidationError`` for a meeting that was held, and where the body meets on that day already.
    """
    require(actor, "bodies.change", meeting)
    _is_to_come(meeting)
    if meeting.date == on.isoformat():
        return meeting
    _is_free(meeting.body, on)
    meeting.date, meeting.earliest, meeting.latest = on.isoformat(), on, on
    meeting.slug = free_address(Meeting, {"body": meeting.body}, names.slug(on.isoformat(), "undated"))
    return save(meeting, actor=actor, why=why)


def cancel_meeting(meeting: Meeting, *, actor: Actor, why: str) -> Meeting:
    """Say that a meeting that was planned is not held. Raises ``ValidationError`` for one that was held."""
    require(actor, "bodies.change", meeting)
    _is_to_come(meeting)
    meeting.status = MeetingStatus.CANCELLED
    return save(meeting, actor=actor, why=why)


def _is_to_come(meeting: Meeting) -> None:
    if meeting.status != MeetingStatus.PLANNED or meeting.sources.exists():
        raise ValidationError(f"The meeting of {meeting.date} is not one to come: its day cannot be changed.")


def _is_free(body: Body, on: date) -> None:
    others = Meeting.objects.filter(body=body, earliest=on, latest=on).exclude(status=MeetingStatus.CANCELLED)
    if others.exists():
        raise ValidationError({"on": f"It meets on {day_in_words(on)} already. Change that meeting instead."})
