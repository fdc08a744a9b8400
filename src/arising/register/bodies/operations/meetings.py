"""Meetings and their items: put in when minutes name them, taken out when nothing keeps them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict

from django.db.models import ProtectedError
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen
from arising.register.accounts.history import Actor, save
from arising.register.bodies import names
from arising.register.bodies.models import Body, Item, Meeting, MeetingStatus
from arising.register.bodies.operations.naming import free_address, put_in
from arising.register.bodies.operations.visibility import widen
from arising.register.bodies.partial_dates import bounds


def place_meeting(body: Body, date: str | None, *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str) -> Meeting:
    """The meeting of ``body`` on ``date`` (EDTF), put in the register when it is new.

    Where the day is not known it is always a new meeting: two in one month need not be one.
    Raises ValueError where ``date`` is no EDTF.
    """
    earliest, latest = bounds(date or "")
    if earliest and earliest == latest:
        found = Meeting.objects.filter(body=body, earliest=earliest, latest=latest).first()
        if found:
            return widen(_held(found, actor, why), seen, actor=actor, why=why)
    columns = {"date": date or "", "earliest": earliest, "latest": latest, **asdict(seen)}
    slug = names.slug((date or "undated").replace("/", "-to-"), "undated")
    return put_in(Meeting, {"body": body}, columns, slug, actor, why)


def _held(meeting: Meeting, actor: Actor, why: str) -> Meeting:
    """A planned meeting whose day has come, of which the register now hears again, was held."""
    if meeting.status == MeetingStatus.PLANNED and meeting.latest and meeting.latest <= timezone.localdate():
        meeting.status = MeetingStatus.HELD
        return save(meeting, actor=actor, why=why)
    return meeting


def place_item(
    meeting: Meeting, title: str, *, number: str = "", order: int = 0, restricted: bool = False,
    seen: Seen = BY_EVERYBODY, apart_from: Collection[int] = (), actor: Actor, why: str,
) -> Item:  # fmt: skip
    """The item of ``meeting`` with that title, put in the register when it is new.

    An item is the same when its title is, or when its number is and one title holds the other; ``apart_from`` are
    items that it cannot be, because the same source has them already. What is restricted is for clerks, and stays
    so when a later source does not say it.
    """
    if restricted:
        seen = Seen(Audience.CLERKS)
    key, slug = names.key(title), names.slug(f"{number} {title}", "item")
    found = _same_item(meeting, key, number, apart_from)
    if found is None:
        columns = {"number": number[:20], "title": title.strip()[:500], "order": order, "restricted": restricted}
        columns |= {"key": key, **asdict(seen)}
        return put_in(Item, {"meeting": meeting}, columns, slug, actor, why)
    if found.gone:
        found.gone = False
        save(found, actor=actor, why=why)
    if restricted and not found.restricted:
        found.restricted = True
        if not found.visibility_set_by_person:
            found.audience = Audience.CLERKS
        return save(found, actor=actor, why=why)
    if found.restricted:
        return found
    wider = seen.audience.rank < Audience(found.audience).rank and not found.visibility_set_by_person
    if wider and found.key != key:
        # the title that the narrower audience had, and the address made of it, need not be for the wider one
        found.title, found.slug = title.strip()[:500], free_address(Item, {"meeting": meeting}, slug)
    return widen(found, seen, actor=actor, why=why)


def _same_item(meeting: Meeting, key: str, number: str, apart_from: Collection[int]) -> Item | None:
    others = [item for item in meeting.items.order_by("order", "pk") if item.pk not in apart_from]
    for item in others:
        if item.key == key:
            return item
    for item in others:
        if number and item.number == number and key and item.key and (item.key in key or key in item.key):
            return item
    return None


def mark_gone(items: Iterable[Item], *, actor: Actor, why: str) -> None:
    """Say that no source has these items any more: they leave their meeting's list and keep their address."""
    for item in items:
        item.gone = True
        save(item, actor=actor, why=why)


def drop_if_empty(meeting: Meeting) -> None:
    """Take a meeting that no source or person's word keeps out of the register, and the body not known with it."""
    if meeting.sources.exists() or meeting.visibility_set_by_person or meeting.title:
        return
    if meeting.status != MeetingStatus.HELD:
        return
    body = meeting.body
    try:
        meeting.delete()
    except ProtectedError:
        # something was planned for it
        return
    if body.not_known and not body.meetings.exists():
        body.delete()
