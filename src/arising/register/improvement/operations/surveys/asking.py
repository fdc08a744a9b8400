"""What is asked of whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Question, Survey
from arising.register.improvement.models.surveys import People
from arising.register.improvement.operations.plans.making import needed, one_line
from arising.register.improvement.operations.surveys.evidence import say_anew
from arising.register.improvement.surveying.answers import MOST_CHOICES, TOGETHER, AnswerScale
from arising.register.record.texts import storable


def add_survey(
    council: Council, title: str, of: str, *,
    of_words: str = "", asked_by: str = "", note: str = "", seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Survey:  # fmt: skip
    """Add a survey of a council. Raises ValidationError without a title, for one that there is, and where nobody says
    of whom it is."""
    require(actor, "improvement.keep", council)
    row = Survey(council=council, audience=seen.audience, visible_from=seen.visible_from)
    _fill(row, {"title": title, "of": of, "of_words": of_words, "asked_by": asked_by, "note": note})
    return save(row, actor=actor, why=why)


def amend_survey(
    survey: Survey, told: Mapping[str, Any], *, seen: Seen | None = None, actor: Actor, why: str
) -> Survey:
    """Put right what a survey is called and of whom it is, or say who may see it. What was made of its rounds follows.

    Raises ValidationError.
    """
    require(actor, "improvement.keep", survey.council)
    with transaction.atomic():
        row = Survey.objects.select_for_update().get(pk=survey.pk)
        if seen is not None:
            row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
        _fill(row, {name: getattr(row, name) for name in ("title", "of", "of_words", "asked_by", "note")} | dict(told))
        save(row, actor=actor, why=why)
        say_anew(row, actor=actor, why=why)
        return row


def remove_survey(survey: Survey, *, actor: Actor, why: str) -> None:
    """Take a survey away that has no rounds. Its history stays. Raises ValidationError for one that has."""
    require(actor, "improvement.keep", survey.council)
    with transaction.atomic():
        if survey.rounds.exists():
            raise ValidationError("It has rounds. Take those away first.")
        for question in survey.questions.order_by("-pk"):
            remove(question, actor=actor, why=why)
        remove(survey, actor=actor, why=why)


def add_question(
    survey: Survey, words: str, scale: str, *,
    choices: Iterable[str] = (), together: Iterable[str] = (), actor: Actor, why: str,
) -> Question:  # fmt: skip
    """Add a question to a survey. ``choices`` are the answers where they are a choice, ``together`` those that a
    sentence takes together; without a word the favourable ones of the scale. Raises ValidationError."""
    require(actor, "improvement.keep", survey.council)
    with transaction.atomic():
        Survey.objects.select_for_update().get(pk=survey.pk)
        row = Question(survey=survey, order=survey.questions.count())
        _fill_question(row, words, scale, choices, together)
        return save(row, actor=actor, why=why)


def reword_question(
    question: Question, words: str, scale: str, *,
    choices: Iterable[str] = (), together: Iterable[str] = (), since: date | None = None, actor: Actor, why: str,
) -> Question:  # fmt: skip
    """Ask a question in other words, or with other answers. Where nobody has answered it yet it is put right; otherwise
    it is another question ``since`` a day, and the old one keeps what was answered to it.

    Raises ValidationError, also without the day where one is needed, and where it is followed by another already.
    """
    require(actor, "improvement.keep", question.survey.council)
    with transaction.atomic():
        old = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
        if not old.counts.exists():
            _fill_question(old, words, scale, choices, together)
            return save(old, actor=actor, why=why)
        if hasattr(old, "followed_by"):
            raise ValidationError(f"It is followed by another already: “{old.followed_by}”. Reword that one.")
        last = old.counts.order_by("-round__ends_on").values_list("round__ends_on", flat=True)[0]
        if since is None:
            raise ValidationError({"since": "Give the day from which it is asked in these words."})
        if since <= last:
            raise ValidationError({"since": f"It was answered in the old words until {day_in_words(last)}."})
        row = Question(survey=old.survey, order=old.order, follows=old, since=since)
        _fill_question(row, words, scale, choices, together)
        return save(row, actor=actor, why=why)


def remove_question(question: Question, *, actor: Actor, why: str) -> None:
    """Take a question away that nobody answered. Raises ValidationError for one that was answered."""
    require(actor, "improvement.keep", question.survey.council)
    with transaction.atomic():
        if question.counts.exists():
            raise ValidationError("It was answered, so it stays. Reword it instead.")
        if hasattr(question, "followed_by"):
            raise ValidationError("Another question follows it. Take that one away first.")
        remove(question, actor=actor, why=why)


def _fill(row: Survey, told: Mapping[str, Any]) -> None:
    row.title = needed("title", one_line(told["title"]), "Say what the survey is called.", 200)
    row.of, row.of_words = told["of"], storable(told["of_words"]).strip()[:100]
    row.asked_by, row.note = storable(told["asked_by"]).strip()[:200], storable(told["note"]).strip()
    if row.of not in People.values:
        raise ValidationError({"of": "Choose who is asked."})
    if row.of == People.OTHER and not row.of_words:
        raise ValidationError({"of_words": "Say who is asked, in words."})
    same = Survey.objects.filter(council=row.council, title=row.title).exclude(pk=row.pk)
    if same.exists():
        raise ValidationError({"title": "There is a survey of that name. Add a round to it, or choose another name."})


def _fill_question(row: Question, words: str, scale: str, choices: Iterable[str], together: Iterable[str]) -> None:
    row.words = needed("words", one_line(words), "Write the question as it is asked.", 500)
    if scale not in AnswerScale.values:
        raise ValidationError({"scale": "Choose how it is answered."})
    row.scale, row.choices = scale, []
    if scale == AnswerScale.CHOICE:
        row.choices = _choices(choices)
    chosen = [one_line(each) for each in together if each.strip()]
    row.together = [each for each in row.answers if each in chosen] or list(TOGETHER.get(AnswerScale(scale), ()))
    if unknown := [each for each in chosen if each not in row.answers]:
        raise ValidationError({"together": f"“{unknown[0]}” is none of the answers: {', '.join(row.answers)}."})
    if not row.together:
        raise ValidationError({"together": "Say which answers are taken together, one in a line."})
    if Question.objects.filter(survey=row.survey, words=row.words).exclude(pk=row.pk).exists():
        raise ValidationError({"words": "The survey has that question already."})


def _choices(choices: Iterable[str]) -> list[str]:
    told = list(dict.fromkeys(one_line(each) for each in choices if each.strip()))
    if not 2 <= len(told) <= MOST_CHOICES:
        raise ValidationError({"choices": f"Give from 2 to {MOST_CHOICES} answers, one in a line."})
    if long := [each for each in told if len(each) > 100]:
        raise ValidationError({"choices": f"“{long[0][:40]}…” is longer than 100 characters. Shorten it."})
    return told
