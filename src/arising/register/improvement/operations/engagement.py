"""The engagement log: what was heard, what will be done about it, what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Engagement, Evidence, People
from arising.register.improvement.operations.evidence import add_evidence, counted, say_counted
from arising.register.improvement.operations.plans.making import needed, one_line
from arising.register.improvement.queries.engagement import told_of
from arising.register.record.texts import storable

TOLD = (
    "kind", "on", "of", "source", "count", "themes", "heard", "will_do", "will_do_by", "done", "done_on"
)  # fmt: skip
MOST_THEMES = 20
_OF_ONE_CHILD = re.compile(
    r"\b(?:d\.?o\.?b|date of birth|born on)\b|\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b"
    r"|(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)",
    re.IGNORECASE,
)
"""A day of birth, a unique pupil number, an NHS number."""


def log_engagement(
    council: Council, told: Mapping[str, Any], *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str
) -> Engagement:
    """Log what was heard. It is evidence at once: of a visit or of feedback. ``told`` holds its columns.

    Raises ValidationError, also for what looks like something about one child.
    """
    require(actor, "improvement.keep", council)
    row = Engagement(council=council, audience=seen.audience, visible_from=seen.visible_from)
    empty: dict[str, Any] = {
        "count": None,
        "themes": [],
        "will_do": "",
        "will_do_by": None,
        "done": "",
        "done_on": None,
    }
    _fill(row, empty | dict(told))
    with transaction.atomic():
        row.evidence = add_evidence(council, _kind(row), _said(row), seen=seen, actor=actor, why=why)
        return save(row, actor=actor, why=why)


def amend_engagement(
    engagement: Engagement, told: Mapping[str, Any], *, seen: Seen | None = None, actor: Actor, why: str
) -> Engagement:
    """Put right what was heard, say what was done, or who may see it. Its evidence follows. Raises ValidationError."""
    require(actor, "improvement.keep", engagement.council)
    with transaction.atomic():
        row = Engagement.objects.select_for_update(of=("self",)).get(pk=engagement.pk)
        if seen is not None:
            row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
        _fill(row, {name: getattr(row, name) for name in TOLD} | dict(told))
        save(row, actor=actor, why=why)
        if row.evidence is not None:
            say_counted(row.evidence, _kind(row), _said(row), seen=row.seen, actor=actor, why=why)
        return row


def remove_engagement(engagement: Engagement, *, actor: Actor, why: str) -> None:
    """Take an entry away with its evidence. Raises ValidationError where that is attached to an action."""
    require(actor, "improvement.keep", engagement.council)
    with transaction.atomic():
        row = Engagement.objects.select_related("evidence").get(pk=engagement.pk)
        evidence = row.evidence
        if evidence is not None and evidence.attached.exists():
            raise ValidationError("It is evidence, and attached to an action. Take it away from there first.")
        remove(row, actor=actor, why=why)
        if evidence is not None:
            remove(evidence, actor=actor, why=why)


def _kind(row: Engagement) -> str:
    return Evidence.Kind.VISIT if row.kind == Engagement.Kind.VISIT else Evidence.Kind.FEEDBACK


def _said(row: Engagement) -> dict[str, Any]:
    """What its evidence says."""
    title, text = told_of(row)
    return counted(row.on, title, text, row.source)


def _fill(row: Engagement, told: Mapping[str, Any]) -> None:
    for name in TOLD:
        setattr(row, name, told[name])
    if row.kind not in Engagement.Kind.values:
        raise ValidationError({"kind": "Choose how it was heard."})
    if row.of not in People.values:
        raise ValidationError({"of": "Choose who was heard."})
    row.source = needed("source", one_line(row.source), "Say where it comes from: a forum, a team, a report.", 300)
    row.heard = needed("heard", one_line(row.heard), "Say what was heard.", 4000)
    row.will_do, row.done = storable(row.will_do).strip(), storable(row.done).strip()
    _dated("on", row.on)
    if row.done and row.done_on is None:
        raise ValidationError({"done_on": "Give the day on which it was done."})
    if row.done_on is not None:
        _dated("done_on", row.done_on)
        if not row.done:
            raise ValidationError({"done": "Say what was done, or leave its day empty."})
    row.themes = _themes(row.themes)
    for name in ("source", "heard", "will_do", "done"):
        if _OF_ONE_CHILD.search(getattr(row, name)):
            line = "There is a day of birth, or a number of one child or patient, in it. Say it without."
            raise ValidationError({name: line})


def _dated(column: str, on: date | None) -> None:
    if on is None:
        raise ValidationError({column: "Give its day."})
    if on > timezone.localdate():
        raise ValidationError({column: f"{day_in_words(on)} is still to come."})


def _themes(themes: Iterable[tuple[str, int | None]]) -> list[list[Any]]:
    told = {needed("themes", one_line(theme), "A theme is empty.", 100): count for theme, count in themes}
    if len(told) > MOST_THEMES:
        raise ValidationError({"themes": f"Give at most {MOST_THEMES} themes."})
    return [[theme, count] for theme, count in told.items()]
