"""A round as evidence, in words that are worked out and never typed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.models import Evidence, Survey, SurveyRound
from arising.register.improvement.queries.surveys.told import round_told
from arising.register.record.texts import storable


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
        title, text, source = _said(row)
        evidence = log_evidence(
            row.survey.council, Evidence.Kind.SURVEY, on=row.ends_on, title=title, text=text, source=source,
            seen=_seen(row), actor=actor, why=why,
        )  # fmt: skip
        row.evidence = evidence
        save(row, actor=actor, why=why)
        return evidence


def log_evidence(
    council: Council, kind: str, *,
    on: date, title: str, text: str, source: str, seen: Seen, actor: Actor, why: str,
) -> Evidence:  # fmt: skip
    """Record something dated, with its source, that shows whether things are better."""
    require(actor, "improvement.keep", council)
    row = Evidence(
        council=council, kind=kind, on=on, title=storable(title)[:500], text=storable(text),
        source=storable(source)[:500], audience=seen.audience, visible_from=seen.visible_from, added_by=actor,
    )  # fmt: skip
    return save(row, actor=actor, why=why)


def say_anew(survey: Survey, *, actor: Actor, why: str) -> None:
    """Work out again what the rounds of a survey show, where they are evidence: a later word must not outlive its
    counts, nor be read by more than may read them."""
    rounds = SurveyRound.objects.filter(survey=survey, evidence__isnull=False).select_related("survey", "evidence")
    for row in rounds:
        evidence = row.evidence
        assert evidence is not None
        title, text, source = _said(row)
        seen = _seen(row)
        told: dict[str, Any] = {
            "title": storable(title)[:500], "text": storable(text), "source": storable(source)[:500], "on": row.ends_on,
            "audience": seen.audience, "visible_from": seen.visible_from,
        }  # fmt: skip
        if any(getattr(evidence, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(evidence, name, value)
            save(evidence, actor=actor, why=why)


def _said(row: SurveyRound) -> tuple[str, str, str]:
    """The title, the words and the source."""
    told = round_told(row)
    if not told.sentences:
        raise ValidationError("Nothing of this round may be shown: bring its counts in, or too few people answered.")
    return told.sentences[0], " ".join([*told.sentences, told.response]), f"{row.survey.title}, {told.when}"


def _seen(row: SurveyRound) -> Seen:
    """Who may see both the round and its survey."""
    audience = max((Audience(each.audience) for each in (row, row.survey)), key=lambda each: each.rank)
    times = [each.visible_from for each in (row, row.survey) if each.visible_from]
    return Seen(audience, max(times, default=None))
