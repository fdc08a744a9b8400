"""A round as evidence, in words that are worked out and never typed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Evidence, Survey, SurveyRound
from arising.register.improvement.operations.evidence import add_evidence, counted, say_counted
from arising.register.improvement.queries.surveys.told import round_told


def make_evidence(round: SurveyRound, *, actor: Actor, why: str) -> Evidence:
    """Let a round be evidence: what it shows is worked out from its counts, and follows them. A second time it is the
    same evidence.

    Raises ValidationError where nothing of it may be shown.
    """
    require(actor, "improvement.keep", round.survey.council)
    with transaction.atomic():
        row = SurveyRound.objects.select_for_update(of=("self",)).select_related("survey__council").get(pk=round.pk)
        if row.evidence is not None:
            return row.evidence
        if row.ends_on > timezone.localdate():
            raise ValidationError(f"It runs until {day_in_words(row.ends_on)}. Make it evidence when it is over.")
        council = row.survey.council
        evidence = add_evidence(council, Evidence.Kind.SURVEY, _said(row), seen=_seen(row), actor=actor, why=why)
        row.evidence = evidence
        save(row, actor=actor, why=why)
        return evidence


def say_anew(survey: Survey, *, actor: Actor, why: str) -> None:
    """Work out again what the rounds of a survey show, where they are evidence: a later word must not outlive its
    counts, nor be read by more than may read them."""
    rounds = SurveyRound.objects.filter(survey=survey, evidence__isnull=False).select_related("survey", "evidence")
    for row in rounds:
        assert row.evidence is not None
        say_counted(row.evidence, Evidence.Kind.SURVEY, _said(row), seen=_seen(row), actor=actor, why=why)


def _said(row: SurveyRound) -> dict[str, Any]:
    """What its evidence says."""
    told = round_told(row)
    if not told.sentences:
        raise ValidationError("Nothing of this round may be shown: bring its counts in, or too few people answered.")
    text = " ".join([*told.sentences, told.response])
    return counted(row.ends_on, told.sentences[0], text, f"{row.survey.title}, {told.when}")


def _seen(row: SurveyRound) -> Seen:
    """Who may see both the round and its survey."""
    audience = max((Audience(each.audience) for each in (row, row.survey)), key=lambda each: each.rank)
    times = [each.visible_from for each in (row, row.survey) if each.visible_from]
    return Seen(audience, max(times, default=None))
