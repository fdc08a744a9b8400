"""Answers, always with evidence, and word of progress: given by whoever owes it or a clerk. A clerk judges answers."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.obligations.evidence import Evidence, SentFile, evidence_at, evidence_in
from arising.register.obligations.models import Answer, Judgement, Obligation, Progress
from arising.register.obligations.operations.changing import keep, locked, needs


def answer(
    obligation: Obligation, text: str, evidence: str = "", *, file: SentFile | None = None, actor: Actor,
    on: date | None = None, version: int | None = None, why: str = "",
) -> Answer:  # fmt: skip
    """Answer what is owed, with the address of what shows it (``evidence.evidence_at``), or a file that does.

    ``on`` is the day it was done, today unless a clerk says otherwise; ``why`` says where the answer came from. Raises
    ``ValidationError`` where the text or the evidence is missing or leads nowhere, where the day is to come, and where
    it is owed no more; ``Changed``.
    """
    require(actor, "obligations.answer", obligation)
    text = needs("text", text, "Say what was done.")
    if file is not None and evidence.strip():
        raise ValidationError({"evidence": "Give an address or a file, not both. Send the other as a second answer."})
    shown = evidence_in(file) if file else evidence_at(evidence, actor=actor)
    today = timezone.localdate()
    day = today if on is None else on
    if day != today:
        require(actor, "obligations.change", obligation)
    if day > today:
        raise ValidationError({"on": "That day is still to come. Give the day on which it was answered."})
    with transaction.atomic():
        row = locked(obligation, version)
        if row.ended:
            raise ValidationError(f"This is {row.get_ended_display().lower()}, so it is owed no more.")
        _not_its_own_words(row, shown)
        given = Answer(obligation=row, text=text, answered_on=day, given_by=actor, **shown.columns())
        save(given, actor=actor, why=why or "Answered")
        settle(row)
        keep(row, actor=actor, why=f"Answered on {day_in_words(day)}" + (f", {why}" if why else ""))
    return given


def say_progress(
    obligation: Obligation, text: str, *, actor: Actor, version: int | None = None, why: str = ""
) -> Progress:
    """Say how far it has come. It is no answer and needs no evidence.

    Raises ``ValidationError`` where nothing is said or it is owed no more, ``Changed``.
    """
    require(actor, "obligations.answer", obligation)
    text = needs("text", text, "Say how far it has come.")
    with transaction.atomic():
        row = locked(obligation, version)
        if row.ended:
            raise ValidationError(f"This is {row.get_ended_display().lower()}, so it is owed no more.")
        said = Progress(obligation=row, text=text, said_on=timezone.localdate(), given_by=actor)
        save(said, actor=actor, why=why or "Progress")
        keep(row, actor=actor, why="Progress" + (f", {why}" if why else ""))
    return said


def judge(given: Answer, judgement: Judgement, *, actor: Actor, why: str = "", version: int | None = None) -> Answer:
    """Say that an answer discharges the obligation, or that it does not, and then why.

    Raises ``ValidationError`` where an answer is not enough and nobody says why, ``Changed``.
    """
    require(actor, "obligations.change", given.obligation)
    if judgement is Judgement.NOT_ENOUGH:
        why = needs("why", why, "Say what is still missing, so that it can be given.")
    with transaction.atomic():
        row = locked(given.obligation, version)
        judged = Answer.objects.select_for_update(of=("self",)).get(pk=given.pk)
        judged.judgement, judged.judged_why = judgement, why[:1000]
        save(judged, actor=actor, why=why or judgement.label)
        settle(row)
        keep(row, actor=actor, why=f"Answer of {day_in_words(judged.answered_on)}: {judgement.label.lower()}")
    return judged


def settle(row: Obligation) -> None:
    """Set the day of the answer that stands: the earliest that a clerk has not found wanting. Does not save."""
    standing = row.answers.exclude(judgement=Judgement.NOT_ENOUGH)
    row.answered_on = min(standing.values_list("answered_on", flat=True), default=None)


def _not_its_own_words(row: Obligation, shown: Evidence) -> None:
    finding = row.finding
    if finding and shown.anchor and shown.anchor == finding.anchor:
        raise ValidationError({"evidence": "These are the words of the obligation itself. Point to what came of it."})
