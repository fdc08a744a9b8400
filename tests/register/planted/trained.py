"""A register in which members of a body learned something, for every audience."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from arising.register.accounts.audiences import Seen
from arising.register.bodies.models import Body, Item, Person
from arising.register.bodies.operations import record_membership
from arising.register.improvement import operations
from arising.register.matters.models import Matter
from arising.register.obligations.models import Obligation

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


def train_for_everything(body: Body, marks: Mapping[str, Seen], names: Mapping[str, str]) -> None:
    """Offer a session of each audience to a body, with its mark in whatever is written, taken up by people of those
    names; one that everybody may see led to every item, obligation and matter, in their ``names``' words."""
    people = list(Person.objects.filter(council=body.council, name__in=names.values()))
    for person in people:
        record_membership(person, body=body, role="Member", **TOLD)
    for number, (mark, seen) in enumerate(marks.items(), start=1):
        for kind in ("training", "home"):
            told = {"kind": kind, "on": date(2024, 1, number), "title": f"{mark} {kind}"}
            more = {"given_by": mark, "about": mark, "note": mark}
            occasion = operations.add_occasion(body, {**told, **more}, seen=seen, **TOLD)
            operations.set_took_part(occasion, people, **TOLD)
            operations.add_led_to(occasion, mark, **TOLD)
    shown = operations.add_occasion(body, {"kind": "forum", "on": date(2024, 2, 1), "title": "A forum"}, **TOLD)
    for model in (Item, Obligation, Matter):
        for thing in model._default_manager.all():
            council = {
                Item: lambda one: one.meeting.body.council_id, Matter: lambda one: one.council_id,
                Obligation: lambda one: one.body.council_id if one.body else None,
            }[model](thing)  # fmt: skip
            if council == body.council_id:
                operations.add_led_to(shown, str(thing)[:500] or "It", thing, **TOLD)
