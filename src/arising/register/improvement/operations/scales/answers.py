"""Scores as they come in. A higher one than last time needs something new that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.measures.distance import Score as Scored
from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import (
    Evidence,
    Scale,
    Score,
    ScoreSheet,
    ScoringGroup,
    ScoringLink,
    ScoringRound,
)
from arising.register.improvement.operations.scales.groups import large_enough
from arising.register.improvement.queries.scales.scored import last_shown
from arising.register.improvement.secret_links import digest_in
from arising.register.record.texts import storable

LONGEST = 4000


@dataclass(frozen=True)
class Given:
    """A number on a scale, and what it rests on: a piece of evidence of the register, or text with day and source."""

    scale: Scale
    value: int
    why_not_lower: str = ""
    evidence: Evidence | None = None
    evidence_text: str = ""
    evidence_on: date | None = None
    evidence_source: str = ""


def answer(token: str, given: Sequence[Given], *, people: int = 1) -> ScoreSheet:
    """Take in what came by a secret link, once. Nothing of who answered, or when, is kept.

    ``people`` counts for a link of a group that answers together. Raises ScoringLink.DoesNotExist for a link that was
    not made here; ValidationError where it was used, the scoring is not open, the group is too small, or a score is
    higher than the group's last and nothing new shows it, with a line for each scale.
    """
    link = ScoringLink.objects.select_related("round__council", "group").get(digest=digest_in(token))
    one, today = link.round, timezone.localdate()
    if one.is_over(today):
        raise ValidationError(f"This scoring was closed on {day_in_words(one.day)}, so no answer is taken any more.")
    if not one.has_opened(today):
        raise ValidationError(f"This scoring opens on {day_in_words(one.opens_on)}.")
    if link.for_group:
        large_enough(people, "people")
        if people > link.group.size:
            raise ValidationError({"people": f"{link.group.size} belong to {link.group}. Give how many took part."})
    with transaction.atomic():
        # whoever comes second finds it used
        if not ScoringLink.objects.filter(pk=link.pk, answered=False).update(answered=True):
            raise ValidationError("This link was used already. Each link takes one answer.")
        sheet = ScoreSheet(round=one, group=link.group, people=people if link.for_group else 1)
        return _stored(sheet, given, today)


def type_scores_in(
    one: ScoringRound, group: ScoringGroup, given: Sequence[Given], *, people: int, met_on: date, actor: Actor
) -> ScoreSheet:  # fmt: skip
    """Type in what a group that met agreed on.

    Raises ValidationError for a group that is too small, a meeting outside the days of the scoring, and as ``answer``
    for scores.
    """
    require(actor, "improvement.keep", one.council)
    if group.council_id != one.council_id:
        raise ValidationError(f"{group} does not score for {one.council}.")
    large_enough(people, "people")
    if people > group.size:
        raise ValidationError({"people": f"{group.size} belong to {group}. Give how many took part."})
    last = min(one.day, timezone.localdate())
    if not one.opens_on <= met_on <= last:
        days = f"from {day_in_words(one.opens_on)} to {day_in_words(last)}"
        raise ValidationError({"met_on": f"The scoring takes what was agreed {days}."})
    with transaction.atomic():
        sheet = ScoreSheet(round=one, group=group, people=people, met_on=met_on, typed_by=actor)
        return _stored(sheet, given, met_on)


def take_back_sheet(sheet: ScoreSheet, *, actor: Actor, why: str) -> ScoreSheet:
    """Let scores that a keeper typed in count no more. They stay, with who took them back and why.

    Raises ValidationError for an answer that came by a link: nobody knows whose it is, so nobody can speak for them.
    """
    require(actor, "improvement.keep", sheet.round.council)
    if sheet.met_on is None:
        raise ValidationError("It came by a link. Only what was typed in can be taken back.")
    if not why.strip():
        raise ValidationError({"why": "Say why it is taken back."})
    sheet.dropped_on, sheet.dropped_by, sheet.dropped_why = timezone.localdate(), actor, storable(why).strip()[:500]
    sheet.save(update_fields=["dropped_on", "dropped_by", "dropped_why"])
    return sheet


def show_evidence(score: Score, kind: str, *, seen: Seen = BY_EVERYBODY, actor: User | None, why: str) -> Evidence:
    """Make what a score rests on a piece of evidence of the register, with its own audience. Once done it stays.

    Raises ValidationError for a score that rests on no text.
    """
    council = score.sheet.round.council
    require(actor, "improvement.keep", council)
    with transaction.atomic():
        row = Score.objects.select_for_update(of=("self",)).get(pk=score.pk)
        if row.evidence is not None:
            return row.evidence
        if not row.evidence_text or row.evidence_on is None:
            raise ValidationError("Nothing was written that shows it.")
        made = Evidence(
            council=council, kind=kind, on=row.evidence_on, title=row.evidence_text[:500], text=row.evidence_text,
            source=row.evidence_source, audience=seen.audience, visible_from=seen.visible_from, added_by=actor,
        )  # fmt: skip
        save(made, actor=actor, why=why)
        row.evidence = made
        row.save(update_fields=["evidence"])
        return made


def _stored(sheet: ScoreSheet, given: Sequence[Given], today: date) -> ScoreSheet:
    """A sheet with its scores. Raises ValidationError with a line for each scale that something is wrong with."""
    asked = {each.pk for each in sheet.round.scales.all()}
    if not given:
        raise ValidationError("Nothing was scored. Give a score on at least one scale.")
    wrong: dict[str, str] = {}
    for one in given:
        if one.scale.pk not in asked:
            raise ValidationError(f"“{one.scale}” is not asked in this scoring.")
        if trouble := _trouble(one, last_shown(sheet.group, one.scale, sheet.round), today):
            wrong[field_of(one.scale)] = trouble
    if wrong:
        raise ValidationError(wrong)
    sheet.save()
    Score.objects.bulk_create(
        Score(
            sheet=sheet, scale=one.scale, value=one.value, evidence=one.evidence, evidence_on=one.evidence_on,
            why_not_lower=storable(one.why_not_lower).strip()[:LONGEST],
            evidence_text=storable(one.evidence_text).strip()[:LONGEST],
            evidence_source=storable(one.evidence_source).strip()[:500],
        )
        for one in given
    )  # fmt: skip
    return sheet


def field_of(scale: Scale) -> str:
    """What the lines about a scale are kept under in what is raised."""
    return f"scale-{scale.pk}"


def _trouble(one: Given, last: Scored | None, today: date) -> str:
    """What is wrong with a score; "" where nothing is."""
    if not 0 <= one.value <= 10:
        return f"“{one.scale}”: {one.value} is not on the scale. Give a whole number from 0 to 10."
    if one.evidence is not None and one.evidence.council_id != one.scale.council_id:
        return f"“{one.scale}”: that evidence is another council’s."
    on = one.evidence.on if one.evidence else one.evidence_on
    if on is not None and on > today:
        return f"“{one.scale}”: what shows it is of {day_in_words(on)}, which is still to come."
    if last is None or one.value <= last.value:
        return ""
    above = f"{one.value} is above the group’s last score, {last.value:g} on {day_in_words(last.on)}"
    whole = one.evidence is not None or (one.evidence_text.strip() and one.evidence_on and one.evidence_source.strip())
    if not whole:
        return f"“{one.scale}”: {above}. Say what shows it, the day that is of and where it comes from."
    if on is not None and on <= last.on:
        return f"“{one.scale}”: {above}, and what shows it is of {day_in_words(on)}. Give something newer."
    return ""
