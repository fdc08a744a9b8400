"""When a survey was put, to how many, and how many answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Survey, SurveyRound
from arising.register.improvement.operations.surveys.evidence import say_anew
from arising.register.improvement.operations.surveys.responses import keep_responses
from arising.register.improvement.surveying.shown import Response, total_of
from arising.register.record.texts import storable

TOLD = ("starts_on", "ends_on", "asked", "answered", "note")


def add_round(
    survey: Survey, starts_on: date, ends_on: date, *,
    answered: int, asked: int | None = None, note: str = "",
    by_group: Mapping[str, Response | None] | None = None, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> SurveyRound:  # fmt: skip
    """Add a round of a survey. ``by_group`` says how many of a group answered, and of how many.

    Raises ValidationError for days the wrong way round, more answers than people who were asked, and a second round
    that ends on the same day.
    """
    require(actor, "improvement.keep", survey.council)
    with transaction.atomic():
        row = SurveyRound(survey=survey, audience=seen.audience, visible_from=seen.visible_from, added_by=actor)
        told = {"starts_on": starts_on, "ends_on": ends_on, "asked": asked, "answered": answered, "note": note}
        _fill(row, told)
        save(row, actor=actor, why=why)
        keep_responses(row, by_group or {}, actor=actor, why=why)
        say_anew(survey, actor=actor, why=why)
        return row


def amend_round(
    round: SurveyRound, told: Mapping[str, Any], *, seen: Seen | None = None, actor: Actor, why: str
) -> SurveyRound:
    """Put a round right, or say who may see it. What was made of it follows. ``told`` may hold ``by_group``, which is
    then all that is known of groups. Raises ValidationError, also where its
    counts hold more answers than people."""
    require(actor, "improvement.keep", round.survey.council)
    with transaction.atomic():
        row = SurveyRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
        if seen is not None:
            row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
        _fill(row, {name: getattr(row, name) for name in TOLD} | dict(told))
        save(row, actor=actor, why=why)
        by_group = told.get("by_group")
        keep_responses(row, by_group or {}, whole=by_group is not None, actor=actor, why=why)
        say_anew(row.survey, actor=actor, why=why)
        return row


def remove_round(round: SurveyRound, *, actor: Actor, why: str) -> None:
    """Take a round away with its counts. Raises ValidationError where it is evidence."""
    require(actor, "improvement.keep", round.survey.council)
    with transaction.atomic():
        row = SurveyRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
        if row.evidence_id is not None:
            raise ValidationError("It is evidence. Take the evidence away first.")
        for count in row.counts.all():
            remove(count, actor=actor, why=why)
        for response in row.responses.all():
            remove(response, actor=actor, why=why)
        remove(row, actor=actor, why=why)
        say_anew(round.survey, actor=actor, why=why)


def _fill(row: SurveyRound, told: Mapping[str, Any]) -> None:
    for name in TOLD:
        setattr(row, name, told[name])
    row.note = storable(row.note).strip()
    if row.ends_on < row.starts_on:
        raise ValidationError({"ends_on": f"It cannot end before it begins, on {day_in_words(row.starts_on)}."})
    if row.asked is not None and row.answered > row.asked:
        raise ValidationError({"answered": f"{row.answered:,} cannot have answered: {row.asked:,} were asked."})
    same = SurveyRound.objects.filter(survey=row.survey, ends_on=row.ends_on).exclude(pk=row.pk)
    if same.exists():
        raise ValidationError({"ends_on": "Another round of this survey ends on that day. Change that one."})
    if row.pk:
        most = max((sum(total_of(each).values()) for each in row.by_question.values()), default=0)
        if most > row.answered:
            line = f"{most:,} answers are held to one question. Put the counts right first."
            raise ValidationError({"answered": line})
