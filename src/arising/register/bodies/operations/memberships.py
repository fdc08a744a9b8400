"""Who belongs to a body or holds a post, from when to when."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import Audience
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Body, Membership, Person, Post
from arising.register.bodies.operations.people import people_named
from arising.register.bodies.partial_dates import bounds

IsQuoted = Callable[[Membership], bool]
quoted_in: list[IsQuoted] = []
"""Rooms below say here whether minutes of a body name somebody who belongs to it."""


def record_membership(
    person: Person, *, body: Body | None = None, post: Post | None = None, role: str = "", start: str = "",
    end: str = "", audience: Audience = Audience.PUBLIC, actor: Actor, why: str,
) -> Membership:  # fmt: skip
    """Say that a person belongs to a body or holds a post, from ``start`` to ``end`` (EDTF, empty if not known).

    Raises ``ValidationError`` for a date that is none and an end before the start, ``IntegrityError`` where it is
    neither a body nor a post.
    """
    require(actor, "bodies.change", person)
    membership = Membership(person=person, body=body, post=post, audience=audience)
    _fill(membership, role, start, end)
    return save(membership, actor=actor, why=why)


def add_member(
    body: Body, name: str, *, role: str = "", start: str = "", end: str = "", actor: Actor, why: str
) -> Membership:
    """Say that somebody of that name belongs to a body. Raises ``ValidationError``, also for what is no name."""
    require(actor, "bodies.change", body)
    with transaction.atomic():
        person = people_named(body.council, [name], actor=actor, why=why).get(name)
        if person is None:
            raise ValidationError({"name": "That is no name. Write it as it stands in minutes."})
        return record_membership(person, body=body, role=role, start=start, end=end, actor=actor, why=why)


def change_membership(membership: Membership, *, role: str, start: str, end: str, actor: Actor, why: str) -> Membership:
    """Put right as what somebody belongs to a body, and from when to when; with an end, it ended. The person stays, and
    what was said before stays in the history.

    Raises ``ValidationError`` for a date that is none, and an end before the start.
    """
    require(actor, "bodies.change", membership)
    with transaction.atomic():
        row = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
        _fill(row, role, start, end)
        return save(row, actor=actor, why=why)


def remove_membership(membership: Membership, *, actor: Actor, why: str) -> None:
    """Take away a membership that never was. The person stays in the record, and its history stays.

    Raises ``ValidationError`` where minutes of the body name them: then it was, and can be put right or ended.
    """
    require(actor, "bodies.change", membership)
    with transaction.atomic():
        row = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
        if any(is_quoted(row) for is_quoted in quoted_in):
            raise ValidationError("Minutes of the body name them, so it stays. Say until when they belonged to it.")
        remove(row, actor=actor, why=why)


def _fill(row: Membership, role: str, start: str, end: str) -> None:
    row.role, row.start, row.end = role.strip(), start.strip(), end.strip()
    row.clean_fields(exclude=["person", "body", "post"])
    row.start_earliest, row.start_latest = bounds(row.start)
    row.end_earliest, row.end_latest = bounds(row.end)
    if row.start_earliest and row.end_latest and row.end_latest < row.start_earliest:
        raise ValidationError({"end": "It cannot end before it begins."})
