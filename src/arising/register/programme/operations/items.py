"""Items of the work programme: added, amended, moved, ended. Two who change the same are told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen
from arising.register.accounts.history import Actor, Overtaken, changes, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.models import Body, Item, Meeting, MeetingStatus, Post
from arising.register.obligations.models import Obligation
from arising.register.obligations.operations.changing import needs
from arising.register.programme.asking import decision_of
from arising.register.programme.models import Ended, Move, Plan, ProgrammeItem

R = TypeVar("R", Plan, ProgrammeItem)


class Stale(Overtaken):
    """Somebody else changed the plan or the item since it was read. Nothing was stored."""

    def __init__(self, row: Plan | ProgrammeItem) -> None:
        self.version = row.version
        last = changes(row)[0]
        super().__init__(f"{last['who'] or 'The register itself'} changed this while you were writing.")


def add_item(
    body: Body, title: str, *, purpose: str = "", meeting: Meeting | None = None, outside: bool = False,
    minutes: int | None = None, on_theme: bool = False, lead: Post | None = None, obligation: Obligation | None = None,
    decision_by: str = "", decision_on: date | None = None, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> ProgrammeItem:  # fmt: skip
    """Put an item on the work programme of ``body``. Without a meeting it waits for a slot.

    What comes from an obligation that a dated decision waits for takes that decision's day. It is never for more
    readers than the obligation is. Raises ``ValidationError`` where what was given cannot be.
    """
    require(actor, "programme.change", body)
    if obligation is not None:
        narrower = max(seen.audience, Audience(obligation.audience), key=lambda audience: audience.rank)
        seen = Seen(narrower, seen.visible_from)
        waits = decision_of(obligation)
        if waits and not decision_on and not decision_by:
            decision_by, decision_on = waits.by, waits.on
    item = ProgrammeItem(
        body=body, title=needs("title", title, "Say what the item is about.")[:500], purpose=purpose.strip(),
        minutes=minutes, on_theme=on_theme, lead=lead, obligation=obligation, decision_by=decision_by.strip()[:300],
        decision_on=decision_on, audience=seen.audience, visible_from=seen.visible_from, visibility_set_by_person=True,
    )  # fmt: skip
    with transaction.atomic():
        _open_again(body, obligation)
        _right(item)
        save(item, actor=actor, why=why)
        if meeting is not None or outside:
            _put(item, meeting, outside=outside, reason=why or "Put on the programme", actor=actor)
    return item


def _open_again(body: Body, obligation: Obligation | None) -> None:
    if obligation is None:
        return
    known = ProgrammeItem.objects.filter(obligation=obligation, body=body, ended="").first()
    if known is not None:
        raise ValidationError(f"That request is on the programme already: {known.title}.")


def amend_item(
    item: ProgrammeItem, changed: Mapping[str, Any], *, actor: Actor, why: str, version: int | None = None
) -> ProgrammeItem:
    """Change what an item says. Raises ``ValidationError`` for what may not be, ``Stale``."""
    require(actor, "programme.change", item)
    for name in changed:
        if name not in ProgrammeItem.amendable:
            raise ValidationError(f"The {name} of an item cannot be changed here.")
    with transaction.atomic():
        row = locked(ProgrammeItem, item.pk, version)
        different = {name for name, value in changed.items() if getattr(row, name) != value}
        if not different:
            return row
        for name in different:
            setattr(row, name, changed[name])
        row.title = needs("title", row.title, "Say what the item is about.")[:500]
        _right(row)
        return keep(row, actor=actor, why=needs("why", why, "Say why, so that others understand it later."))


def move_item(
    item: ProgrammeItem, meeting: Meeting | None, *, reason: str, actor: Actor, outside: bool = False,
    version: int | None = None,
) -> ProgrammeItem:  # fmt: skip
    """Move an item to a meeting, out of the meetings, or, with neither, back to those without a slot.

    Every move is kept with its reason. Raises ``ValidationError`` without a reason, for a meeting of another body or
    one that was cancelled, and for an item that has ended; ``Stale``.
    """
    require(actor, "programme.change", item)
    reason = needs("reason", reason, "Say why it is moved.")
    with transaction.atomic():
        row = locked(ProgrammeItem, item.pk, version)
        _still_on(row)
        if (row.meeting_id, row.outside) == (meeting.pk if meeting else None, outside):
            return row
        return _put(row, meeting, outside=outside, reason=reason, actor=actor)


def _put(row: ProgrammeItem, meeting: Meeting | None, *, outside: bool, reason: str, actor: Actor) -> ProgrammeItem:
    if meeting is not None and meeting.body_id != row.body_id:
        raise ValidationError({"meeting": f"That is a meeting of {meeting.body}. Choose one of {row.body}."})
    if meeting is not None and meeting.status == MeetingStatus.CANCELLED:
        raise ValidationError({"meeting": "That meeting is cancelled. Choose another."})
    if meeting is not None and outside:
        raise ValidationError("An item is taken at a meeting or outside one, not both.")
    before = row.meeting
    move = Move(
        item=row, before=before, after=meeting, day_before=before.date if before else "",
        day_after=meeting.date if meeting else "", outside=outside, reason=reason[:1000], moved_by=actor,
    )  # fmt: skip
    save(move, actor=actor, why=reason)
    row.meeting, row.outside = meeting, outside
    row.order = _last(meeting) + 1 if meeting else 0
    return keep(row, actor=actor, why=f"Moved to {_place(row)}: {reason}")


def _last(meeting: Meeting) -> int:
    taken = ProgrammeItem.objects.filter(meeting=meeting).aggregate(last=models.Max("order"))["last"]
    return int(taken or 0)


def _place(row: ProgrammeItem) -> str:
    if row.meeting:
        return f"the meeting of {in_words(row.meeting.date)}"
    return "outside a meeting" if row.outside else "those without a slot"


def end_item(
    item: ProgrammeItem, how: Ended, *, reason: str, actor: Actor, taken_as: Item | None = None,
    version: int | None = None,
) -> ProgrammeItem:  # fmt: skip
    """Say that an item was taken, or that it is withdrawn, which needs a reason.

    Raises ``ValidationError``, ``Stale``.
    """
    require(actor, "programme.change", item)
    if how is Ended.WITHDRAWN:
        needs("reason", reason, "Say why it is withdrawn.")
    with transaction.atomic():
        row = locked(ProgrammeItem, item.pk, version)
        _still_on(row)
        if taken_as is not None and taken_as.meeting.body_id != row.body_id:
            raise ValidationError({"taken_as": "That item is of another body."})
        row.ended, row.ended_why, row.taken_as = how, reason.strip()[:1000], taken_as
        return keep(row, actor=actor, why=f"{how.label}. {reason}".strip())


def restore_item(item: ProgrammeItem, *, reason: str, actor: Actor, version: int | None = None) -> ProgrammeItem:
    """Put an item that has ended on the programme again. Raises ``ValidationError`` without a reason, ``Stale``."""
    require(actor, "programme.change", item)
    reason = needs("reason", reason, "Say why it is on the programme again.")
    with transaction.atomic():
        row = locked(ProgrammeItem, item.pk, version)
        _open_again(row.body, row.obligation if row.ended else None)
        row.ended, row.ended_why, row.taken_as = "", "", None
        return keep(row, actor=actor, why=f"On the programme again: {reason}")


def _still_on(row: ProgrammeItem) -> None:
    if row.ended:
        raise ValidationError(f"This item is {row.get_ended_display().lower()} already. Take that back first.")


def _right(row: ProgrammeItem) -> None:
    if row.decision_on and not row.decision_by:
        raise ValidationError({"decision_by": "Say who decides on that day, for instance Cabinet."})
    row.clean_fields(exclude=("body", "meeting", "obligation", "lead", "taken_as"))


def locked(model: type[R], pk: int, version: int | None) -> R:
    """The row as it is now, held until the transaction ends.

    Raises ``Stale`` where ``version``, the one that the person read, is not its version any more. None asks nothing.
    """
    row: R = model._default_manager.select_for_update(of=("self",)).get(pk=pk)
    if version is not None and row.version != version:
        raise Stale(row)
    return row


def keep(row: R, *, actor: Actor, why: str) -> R:
    """Save a row that was changed, under its next version."""
    row.version += 1
    return save(row, actor=actor, why=why)
