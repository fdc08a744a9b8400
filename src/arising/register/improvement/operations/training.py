"""Training and visits of members: what was offered, who took it up, what it led to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Body, Item, Person
from arising.register.improvement.models import LedTo, Occasion, TookPart
from arising.register.improvement.operations.plans.making import needed, one_line
from arising.register.matters.models import Matter
from arising.register.obligations.models import Obligation
from arising.register.record.texts import storable

TOLD = ("kind", "on", "title", "given_by", "about", "indicator", "duty", "note")


def add_occasion(body: Body, told: Mapping[str, Any], *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str) -> Occasion:
    """Add a training session or a visit of members of a body. ``told`` holds its columns. Raises ValidationError."""
    require(actor, "improvement.keep", body)
    row = Occasion(body=body, audience=seen.audience, visible_from=seen.visible_from)
    _fill(row, {"given_by": "", "about": "", "indicator": None, "duty": "", "note": ""} | dict(told))
    return save(row, actor=actor, why=why)


def amend_occasion(
    occasion: Occasion, told: Mapping[str, Any], *, seen: Seen | None = None, actor: Actor, why: str
) -> Occasion:
    """Put a session or a visit right, or say who may see it. Raises ValidationError."""
    require(actor, "improvement.keep", occasion)
    with transaction.atomic():
        row = Occasion.objects.select_for_update(of=("self",)).get(pk=occasion.pk)
        if seen is not None:
            row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
        _fill(row, {name: getattr(row, name) for name in TOLD} | dict(told))
        return save(row, actor=actor, why=why)


def remove_occasion(occasion: Occasion, *, actor: Actor, why: str) -> None:
    """Take a session or a visit away, with who took part and what it led to. Its history stays."""
    require(actor, "improvement.keep", occasion)
    with transaction.atomic():
        row = Occasion.objects.get(pk=occasion.pk)
        for each in (*row.took_part.all(), *row.led_to.all()):
            remove(each, actor=actor, why=why)
        remove(row, actor=actor, why=why)


def set_took_part(occasion: Occasion, people: Iterable[Person], *, actor: Actor, why: str) -> None:
    """Say who took part, instead of whoever did before.

    Raises ValidationError before its day, and for somebody of another council.
    """
    require(actor, "improvement.keep", occasion)
    wanted = {person.pk: person for person in people}
    if wanted and occasion.on > timezone.localdate():
        raise ValidationError("It is still to come. Say who took part when it is over.")
    if any(person.council_id != occasion.body.council_id for person in wanted.values()):
        raise ValidationError("One of them is of another council.")
    with transaction.atomic():
        row = Occasion.objects.select_for_update(of=("self",)).get(pk=occasion.pk)
        for each in row.took_part.all():
            if wanted.pop(each.person_id, None) is None:
                remove(each, actor=actor, why=why)
        for pk in wanted:
            save(TookPart(occasion=row, person_id=pk), actor=actor, why=why)


def add_led_to(
    occasion: Occasion, words: str, thing: Item | Obligation | Matter | None = None, *, actor: Actor, why: str
) -> LedTo:
    """Say what a session or a visit led to, and where it went on. Raises ValidationError without words, and for a thing
    of another council."""
    require(actor, "improvement.keep", occasion)
    words = needed("words", one_line(words), "Say what it led to.", 500)
    row = LedTo(occasion=occasion, words=words)
    council: int | None = occasion.body.council_id
    match thing:
        case Item():
            row.item, council = thing, thing.meeting.body.council_id
        case Obligation():
            row.obligation, council = thing, thing.body.council_id if thing.body else None
        case Matter():
            row.matter, council = thing, thing.council_id
    if council != occasion.body.council_id:
        raise ValidationError({"link": "That is of another council."})
    return save(row, actor=actor, why=why)


def remove_led_to(led_to: LedTo, *, actor: Actor, why: str) -> None:
    """Take away what was said of what a session or a visit led to. Its history stays."""
    require(actor, "improvement.keep", led_to.occasion)
    remove(LedTo.objects.get(pk=led_to.pk), actor=actor, why=why)


def _fill(row: Occasion, told: Mapping[str, Any]) -> None:
    for name in TOLD:
        setattr(row, name, told[name])
    row.title = needed("title", one_line(row.title), "Say what it was.", 200)
    row.given_by, row.about = storable(row.given_by).strip()[:200], storable(row.about).strip()[:300]
    row.note = storable(row.note).strip()
    if row.kind not in Occasion.Kind.values:
        raise ValidationError({"kind": "Choose what it was."})
    if row.on is None:
        raise ValidationError({"on": "Give its day."})
    if row.indicator is not None and row.indicator.council_id not in (None, row.body.council_id):
        raise ValidationError({"indicator": "That indicator is another council’s."})
    same = Occasion.objects.filter(body=row.body, on=row.on, title=row.title).exclude(pk=row.pk)
    if same.exists():
        raise ValidationError({"title": "There is one of that name on that day. Change that one."})
