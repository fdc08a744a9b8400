"""How many gave each answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.history import Actor, remove, save_changed, save_new
from arising.register.accounts.rules import require
from arising.register.improvement.models import AnswerCount, Question, SurveyRound
from arising.register.improvement.operations.surveys.evidence import say_anew
from arising.register.improvement.operations.surveys.responses import keep_responses
from arising.register.improvement.surveying.shown import EVERYBODY, Response, rest_of, total_of
from arising.register.record.texts import storable

Place = tuple[int, str, str]
"""The key of a question, a group ("" for everybody) and an answer."""


def set_counts(
    round: SurveyRound, told: Mapping[Place, int | None], *,
    responses: Mapping[str, Response | None] | None = None, whole: bool = False, version: int | None = None,
    actor: Actor, why: str,
) -> SurveyRound:  # fmt: skip
    """Say how many gave each answer in a round. None leaves what is held. ``whole`` says that ``told`` is all of it:
    what is not in it goes. ``responses`` are of groups: how many answered, and of how many.
    ``version`` is the one that was looked at.

    Raises ValidationError for an answer without a count, for groups that hold more than everybody, for more answers
    than people, and where the counts changed meanwhile. Nothing is stored then.
    """
    require(actor, "improvement.keep", round.survey.council)
    with transaction.atomic():
        row = SurveyRound.objects.select_for_update(of=("self",)).select_related("survey").get(pk=round.pk)
        if version is not None and version != row.version:
            raise ValidationError("Somebody changed the counts meanwhile. Look at them and bring yours in again.")
        held = {(each.question_id, each.group, each.answer): each for each in row.counts.all()}
        wanted = {} if whole else {place: each.count for place, each in held.items()}
        for (question, group, answer), count in told.items():
            place = (question, " ".join(storable(group).split()), answer)
            if count is None and place not in held:
                raise ValidationError(f"The register holds no count of “{answer}”. Give one.")
            wanted[place] = held[place].count if count is None else count
        _check(row, wanted)
        _store(row, held, wanted, actor, why)
        keep_responses(row, responses or {}, actor=actor, why=why)
        row.version += 1
        SurveyRound.objects.filter(pk=row.pk).update(version=row.version)
        say_anew(row.survey, actor=actor, why=why)
        return row


def _store(
    row: SurveyRound, held: Mapping[Place, AnswerCount], wanted: Mapping[Place, int], actor: Actor, why: str
) -> None:
    for place, each in held.items():
        if place not in wanted:
            remove(each, actor=actor, why=why)
    changed = []
    for place, each in held.items():
        if place in wanted and wanted[place] != each.count:
            each.count = wanted[place]
            changed.append(each)
    save_changed(AnswerCount, changed, ["count"], actor=actor, why=why)
    new = [
        AnswerCount(round=row, question_id=question, group=group, answer=answer, count=count)
        for (question, group, answer), count in wanted.items()
        if (question, group, answer) not in held
    ]
    save_new(AnswerCount, new, actor=actor, why=why)


def _check(row: SurveyRound, wanted: Mapping[Place, int]) -> None:
    """Raises ValidationError with a line for each thing that cannot be."""
    questions = Question.objects.filter(survey=row.survey_id).select_related("followed_by")
    known = {question.pk: question for question in questions}
    held: dict[int, dict[str, dict[str, int]]] = {}
    for (pk, group, answer), count in wanted.items():
        held.setdefault(pk, {}).setdefault(group, {})[answer] = count
    wrong: list[str] = []
    for pk, groups in held.items():
        question = known.get(pk)
        if question is None:
            raise ValidationError("One of the questions is no question of this survey.")
        wrong += _wrong(row, question, groups)
    if wrong:
        raise ValidationError(wrong)


def _wrong(row: SurveyRound, question: Question, groups: Mapping[str, Mapping[str, int]]) -> Iterable[str]:
    name = f"“{question.words[:80]}”"
    if not question.is_asked_on(row.ends_on):
        yield f"{name} was not asked in these words then. Take the question that was."
        return
    for group, answers in groups.items():
        of = group or "everybody"
        if unknown := [answer for answer in answers if answer not in question.answers]:
            yield f"{name}, {of}: “{unknown[0]}” is no answer to it. The answers are: {', '.join(question.answers)}."
        if missing := [answer for answer in question.answers if answer not in answers]:
            yield f"{name}, {of}: give a count for “{missing[0]}” too, 0 where nobody gave it."
        if any(count < 0 for count in answers.values()):
            yield f"{name}, {of}: a count cannot be below 0."
    if EVERYBODY in groups and (over := [answer for answer, count in rest_of(groups).items() if count < 0]):
        yield f"{name}: the groups hold more of “{over[0]}” than everybody. Put one of them right."
    total = sum(total_of(groups).values())
    if total > row.answered:
        yield f"{name}: {total:,} answers are more than the {row.answered:,} people who answered. Put one right."
