"""Evidence: recording it with its day and its source, and attaching it to what it shows something of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Action, Attached, Evidence
from arising.register.improvement.operations.plans.making import needed
from arising.register.improvement.queries.evidence import origin_of, shown_on
from arising.register.improvement.states import SHOWN_TO_WORK, lacking
from arising.register.indicators.models import Indicator
from arising.register.record.texts import storable

TOLD = ("on", "title", "text", "note", "source", "indicator", "variant", "item", "paper", "link")
"""The columns of evidence that a person fills in. Those of an indicator have title and text of the chart."""


def add_evidence(
    council: Council, kind: str, told: Mapping[str, Any], *,
    action: Action | None = None, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Evidence:  # fmt: skip
    """Record something dated, with its source, that shows whether things are better. ``told`` holds its columns.

    What an indicator shows is worked out from its chart on the day, and nobody writes it otherwise. Whoever owns
    ``action`` may record evidence to be attached to it. Raises ValidationError.
    """
    _may_add(council, action, actor)
    if kind not in Evidence.Kind.values:
        raise ValidationError({"kind": "Choose what kind of evidence it is."})
    row = Evidence(
        council=council, kind=kind, audience=seen.audience, visible_from=seen.visible_from, added_by=actor
    )  # fmt: skip
    _fill(row, told, actor)
    return save(row, actor=actor, why=why)


def amend_evidence(
    evidence: Evidence, told: Mapping[str, Any], *, seen: Seen | None = None, actor: Actor, why: str
) -> Evidence:
    """Put a piece of evidence right, or say who may see it.

    Evidence whose words follow counts takes a note beside them and nothing else. Raises ValidationError for more, and
    where an action that is called evidenced would rest on nothing any more.
    """
    require(actor, "improvement.keep", evidence.council)
    if (origin := origin_of(evidence)) and (seen is not None or set(told) - {"note"}):
        raise ValidationError(f"It was made of {origin.what}, and says what is counted there. Change that.")
    why = needed("why", why, "Say why, so that others understand it later.", 1000)
    with transaction.atomic():
        row = Evidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk)
        if seen is not None:
            row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
        _fill(row, {name: getattr(row, name) for name in TOLD} | dict(told), actor)
        save(row, actor=actor, why=why)
        for action in Action.objects.filter(attached__evidence=row, state__in=SHOWN_TO_WORK):
            _still_shown(action)
        return row


def attach(evidence: Evidence, action: Action, why: str, *, actor: Actor) -> Attached:
    """Attach evidence to an action, and say what it shows of it. Saying it again puts the words right.

    Raises ValidationError without words, and for evidence of another council.
    """
    require(actor, "improvement.update", action)
    why = needed("why", why, "Say what it shows of the action.", 1000)
    if evidence.council_id != action.plan.council_id:
        raise ValidationError("That evidence is of another council.")
    with transaction.atomic():
        held = Attached.objects.select_for_update(of=("self",)).filter(evidence=evidence, action=action).first()
        row = held or Attached(evidence=evidence, action=action, attached_by=actor)
        row.why = why
        return save(row, actor=actor, why=why[:100])


def detach(attached: Attached, *, actor: Actor, why: str) -> None:
    """Take evidence away from an action. Raises ValidationError where the action's state rests on it."""
    require(actor, "improvement.keep", attached.action.plan.council)
    with transaction.atomic():
        action = Action.objects.select_for_update(of=("self",)).get(pk=attached.action_id)
        remove(attached, actor=actor, why=why)
        if action.state in SHOWN_TO_WORK:
            _still_shown(action)


def remove_evidence(evidence: Evidence, *, actor: Actor, why: str) -> None:
    """Take evidence out of the register. Its history stays. Raises ValidationError where something rests on it."""
    require(actor, "improvement.keep", evidence.council)
    with transaction.atomic():
        if evidence.scores.exists():
            raise ValidationError("A score rests on it, so it stays.")
        if evidence.attached.exists():
            raise ValidationError("It is attached to an action. Take it away from there first.")
        remove(evidence, actor=actor, why=why)


def counted(on: date, title: str, text: str, source: str) -> dict[str, Any]:
    """The columns of evidence whose words were worked out."""
    lines = {"title": title, "source": source}
    return {"on": on, "text": storable(text).strip(), **{name: storable(one)[:500] for name, one in lines.items()}}


def say_counted(
    evidence: Evidence, kind: str, told: Mapping[str, Any], *, seen: Seen, actor: Actor, why: str
) -> Evidence:
    """Let evidence say what is counted now, for those who may read that. ``told`` is as of ``counted``. Its note stays.

    Raises ValidationError where it is of another day now, and an action that is called evidenced would rest on nothing
    any more.
    """
    require(actor, "improvement.keep", evidence.council)
    with transaction.atomic():
        row = Evidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk)
        wanted = {**told, "kind": kind, "audience": seen.audience, "visible_from": seen.visible_from}
        if all(getattr(row, name) == value for name, value in wanted.items()):
            return row
        of_another_day = row.on != told["on"]
        row.kind, row.audience, row.visible_from = kind, seen.audience, seen.visible_from
        _fill(row, told, actor)
        save(row, actor=actor, why=why)
        if of_another_day:
            for action in Action.objects.filter(attached__evidence=row, state__in=SHOWN_TO_WORK):
                _still_shown(action)
        return row


def _may_add(council: Council, action: Action | None, actor: Actor) -> None:
    if action is None:
        require(actor, "improvement.keep", council)
        return
    require(actor, "improvement.update", action)
    if action.plan.council_id != council.pk:
        raise PermissionDenied(f"{action} is no action of {council}.")


def _fill(row: Evidence, told: Mapping[str, Any], actor: Actor) -> None:
    was: date | None = row.on
    for name in TOLD:
        if name in told:
            setattr(row, name, told[name])
    if row.on is None or row.on != was:
        _dated(row)
    if row.kind == Evidence.Kind.INDICATOR:
        _of_chart(row, actor)
    else:
        row.indicator, row.variant, row.signal = None, "", ""
    row.title = needed("title", row.title, "Say what it shows.", 500)
    row.text = storable(row.text).strip()
    row.note = storable(row.note).strip()
    row.source = needed("source", row.source, "Say where it comes from.", 500)
    row.link = storable(row.link).strip()
    if row.link:
        try:
            URLValidator(schemes=["https", "http"])(row.link)
        except ValidationError:
            raise ValidationError({"link": "That is no address. It begins with https://"}) from None
    if row.paper is not None and row.paper.council_id != row.council_id:
        raise ValidationError({"paper": "That file is another council’s."})
    if row.item is not None and row.item.meeting.body.council_id != row.council_id:
        raise ValidationError({"item": "That item is another council’s."})


def _dated(row: Evidence) -> None:
    on: date | None = row.on
    if on is None:
        raise ValidationError({"on": "Give the day that it is of."})
    if on > timezone.localdate():
        raise ValidationError({"on": f"{day_in_words(on)} is still to come. Give the day that it is of."})


def _of_chart(row: Evidence, actor: Actor) -> None:
    if row.indicator is None:
        raise ValidationError({"indicator": "Choose the indicator."})
    try:
        shown = shown_on(actor, row.council, row.indicator, row.variant, row.on)
    except Indicator.DoesNotExist as missing:
        line = f"There is no figure of {row.indicator} by {day_in_words(row.on)}."
        raise ValidationError({"indicator": line}) from missing
    if Audience(row.audience).rank < shown.audience.rank:
        line = f"The figures are for fewer: {shown.audience.label.lower()}. Choose that, or fewer still."
        raise ValidationError({"audience": line})
    row.signal, row.title, row.text = shown.signal, shown.title, shown.words
    row.source = row.source or row.indicator.card.release


def _still_shown(action: Action) -> None:
    held = Evidence.objects.filter(attached__action=action)
    if lacking(action.state, held, action.starts_on):
        raise ValidationError(
            f"{action.reference} is called {action.get_state_display().lower()} and rests on this. "
            "Take that back first, with the reason."
        )
