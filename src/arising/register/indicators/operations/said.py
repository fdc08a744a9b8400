"""What people say of figures: targets, events, and where a chart begins anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.indicators.models import Event, Indicator, Segment, Target
from arising.register.record.texts import storable


def set_target(
    council: Council, indicator: Indicator, variant: str, value: float, *,
    set_by: str, by: date | None = None, set_on: date | None = None, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Target:  # fmt: skip
    """Set what an indicator of a council is to reach. Another for the same day takes the place of the first, which
    stays as dropped.

    Raises ValidationError for a percentage that cannot be, and for a target that nobody set.
    """
    require(actor, "indicators.aim", council)
    has_variant(indicator, variant)
    set_by = storable(set_by).strip()
    if not set_by:
        raise ValidationError({"set_by": "Say who set the target: a plan, a board, a statute."})
    if indicator.card.unit_of(variant) == "percent" and not 0 <= value <= 100:
        raise ValidationError({"value": f"{value:g}% cannot be reached. Give a percentage from 0 to 100."})
    with transaction.atomic():
        before = Target.objects.select_for_update().filter(
            council=council, indicator=indicator, variant=variant, by=by, dropped_on=None
        )
        for one in before:
            one.dropped_on = set_on or timezone.localdate()
            save(one, actor=actor, why=why)
        return save(
            Target(
                council=council, indicator=indicator, variant=variant, value=value, by=by, set_by=set_by[:300],
                set_on=set_on, audience=seen.audience, visible_from=seen.visible_from,
            ),
            actor=actor,
            why=why,
        )  # fmt: skip


def set_trajectory(
    council: Council, indicator: Indicator, variant: str, steps: Mapping[date, float], *,
    set_by: str, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> list[Target]:  # fmt: skip
    """Set what an indicator is to reach by each day. A day with the value that it has stays as it is; a day that
    ``actor`` sees and that is not among ``steps`` is dropped. What always holds is not touched.

    Raises ValidationError as ``set_target``, and for a day for which there is a target that ``actor`` does not see.
    """
    require(actor, "indicators.aim", council)
    with transaction.atomic():
        dated = Target.objects.filter(council=council, indicator=indicator, variant=variant, dropped_on=None)
        dated = dated.exclude(by=None)
        held = {one.by: one for one in dated.select_for_update() if one.by}
        known = set((dated if actor is None else dated.visible_to(actor)).values_list("by", flat=True))
        for by in sorted(steps):
            if by in held and by not in known:
                line = f"There is a target for {day_in_words(by)} that is not shown to you. Ask a clerk to change it."
                raise ValidationError({"value": line})
        for by, one in held.items():
            if by in known and by not in steps:
                drop_target(one, on=timezone.localdate(), actor=actor, why=why)
        return [
            held[by] if by in held and held[by].value == value
            else set_target(
                council, indicator, variant, value, set_by=set_by, by=by, set_on=timezone.localdate(), seen=seen,
                actor=actor, why=why,
            )
            for by, value in sorted(steps.items())
        ]  # fmt: skip


def drop_target(target: Target, *, on: date, actor: Actor, why: str) -> None:
    """Say that a target no longer holds. It stays in sight. Raises ValidationError for one that was dropped before."""
    require(actor, "indicators.aim", target.council)
    with transaction.atomic():
        row = Target.objects.select_for_update().get(pk=target.pk)
        if row.dropped_on is not None:
            raise ValidationError("It was dropped already.")
        row.dropped_on = on
        save(row, actor=actor, why=why)


def add_event(
    council: Council, on: date, title: str, kind: str, *,
    note: str = "", indicators: Iterable[Indicator] = (), seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Event:  # fmt: skip
    """Put something that happened on the charts of a council: of some indicators, or of all."""
    require(actor, "indicators.report", council)
    title = storable(title).strip()
    if not title:
        raise ValidationError({"title": "Say what happened."})
    if kind not in Event.Kind.values:
        raise ValidationError({"kind": "Choose what kind of change it was."})
    with transaction.atomic():
        event = Event(
            council=council, on=on, title=title[:200], kind=kind, note=storable(note).strip(), audience=seen.audience,
            visible_from=seen.visible_from,
        )  # fmt: skip
        save(event, actor=actor, why=why)
        event.indicators.set(indicators)
    return event


def begin_segment(
    council: Council, indicator: Indicator, variant: str, end: date, *, name: str, reason: str, actor: Actor
) -> Segment:  # fmt: skip
    """Let the limits of a chart be worked out anew from the period that ends on ``end``.

    Raises ValidationError without a name and a reason, and where a segment begins there already.
    """
    require(actor, "indicators.report", council)
    has_variant(indicator, variant)
    name, reason = storable(name).strip(), storable(reason).strip()
    missing = {
        field: f"Give {what}." for field, value, what in (("name", name, "it a name"), ("reason", reason, "the reason"))
        if not value
    }  # fmt: skip
    if missing:
        raise ValidationError(missing)
    with transaction.atomic():
        if Segment.objects.filter(council=council, indicator=indicator, variant=variant, end=end).exists():
            raise ValidationError({"end": "A new part of the chart begins there already."})
        segment = Segment(
            council=council, indicator=indicator, variant=variant, end=end, name=name[:100], reason=reason[:1000]
        )  # fmt: skip
        return save(segment, actor=actor, why=reason)


def drop(one: Target | Event | Segment, *, actor: Actor, why: str) -> None:
    """Take a target, an event or a segment away. A target stays in sight as dropped; the history of all stays.

    Raises ValidationError for a target that was dropped before.
    """
    if isinstance(one, Target):
        drop_target(one, on=timezone.localdate(), actor=actor, why=why)
        return
    require(actor, "indicators.report", one.council)
    remove(one, actor=actor, why=why)


def has_variant(indicator: Indicator, variant: str) -> None:
    """Raise ValidationError for a definition that an indicator has not."""
    if variant not in {each.key for each in indicator.card.variants}:
        raise ValidationError({"variant": "The indicator has no such definition. Choose one of its own."})
