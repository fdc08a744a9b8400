"""What may be stored of a survey, and who may store it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.improvement import operations
from arising.register.improvement.models import AnswerCount, Evidence, Question, Survey, SurveyRound
from register.improvement.surveys.conftest import LISTENED, TOLD, Put, everybody, places

Twice = tuple[SurveyRound, SurveyRound]


def held(row: SurveyRound) -> dict[tuple[str, str], int]:
    return {(each.group, each.answer): each.count for each in AnswerCount.objects.filter(round=row)}


def refused(row: SurveyRound, question: Question, groups: Mapping[str, Mapping[str, int]], line: str) -> None:
    with pytest.raises(ValidationError, match=line):
        operations.set_counts(row, places({question: groups}), **TOLD)
    assert held(row) == {}


def test_counts_are_stored_by_group_and_answer(put: Put, question: Question) -> None:
    row = put("2026-03-27", {question: {"North": {"Yes": 20, "No": 10}, "South": {"Yes": 31, "No": 23}}})
    assert held(row) == {("North", "Yes"): 20, ("North", "No"): 10, ("South", "Yes"): 31, ("South", "No"): 23}


def test_a_question_without_one_of_its_answers_is_refused(put: Put, question: Question) -> None:
    refused(put("2026-03-27"), question, {"": {"Yes": 20}}, "give a count for “No” too, 0 where nobody gave it")


def test_groups_that_hold_more_than_everybody_are_refused(put: Put, question: Question) -> None:
    groups = {**everybody(20, 40), "North": {"Yes": 21, "No": 0}}
    refused(put("2026-03-27"), question, groups, "the groups hold more of “Yes” than everybody")


def test_more_answers_than_people_are_refused(put: Put, question: Question) -> None:
    refused(put("2026-03-27"), question, everybody(80, 90), "90 answers are more than the 84 people who answered")


def test_an_answer_that_is_none_is_refused(put: Put, question: Question) -> None:
    refused(put("2026-03-27"), question, {"": {"Yes": 1, "No": 1, "Maybe": 1}}, "“Maybe” is no answer to it")


def test_a_whole_file_takes_away_what_is_not_in_it(put: Put, question: Question) -> None:
    row = put("2026-03-27", {question: {"North": {"Yes": 20, "No": 10}, "South": {"Yes": 31, "No": 23}}})
    operations.set_counts(row, places({question: everybody(51, 84)}), whole=True, **TOLD)
    assert held(row) == {("", "Yes"): 51, ("", "No"): 33}


def test_what_changed_meanwhile_is_not_overwritten(put: Put, question: Question) -> None:
    row = put("2026-03-27", {question: everybody(51, 84)})
    with pytest.raises(ValidationError, match="changed the counts meanwhile"):
        operations.set_counts(row, places({question: everybody(1, 84)}), version=0, **TOLD)


def test_the_history_of_a_count_tells_what_it_was(put: Put, question: Question) -> None:
    row = put("2026-03-27", {question: everybody(51, 84)})
    operations.set_counts(row, places({question: everybody(50, 84)}), actor=None, why="Counted again")
    last = changes(AnswerCount.objects.get(round=row, answer="Yes"))[0]
    assert (last["why"], last["changed"]) == ("Counted again", {"count": (51, 50)})


def test_somebody_who_does_not_keep_the_journey_stores_nothing(put: Put, question: Question, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.set_counts(put("2026-03-27"), places({question: everybody(1, 9)}), actor=officer, why="Try")


def test_an_improvement_officer_stores_counts(put: Put, question: Question, keeper: User) -> None:
    row = put("2026-03-27")
    operations.set_counts(row, places({question: everybody(5, 9)}), actor=keeper, why="Counted")
    assert held(row) == {("", "Yes"): 5, ("", "No"): 4}


def test_a_question_that_was_answered_keeps_its_words(question: Question, twice: Twice) -> None:
    operations.reword_question(question, "Social workers listen", "yes_no", since=date(2026, 5, 1), **TOLD)
    question.refresh_from_db()
    assert (question.words, question.followed_by.words) == (LISTENED, "Social workers listen")


def test_a_question_that_nobody_answered_is_put_right(question: Question) -> None:
    operations.reword_question(question, "Social workers listen", "yes_no", **TOLD)
    assert Question.objects.get().words == "Social workers listen"


def test_a_question_is_not_reworded_on_a_day_on_which_it_was_answered(question: Question, twice: Twice) -> None:
    with pytest.raises(ValidationError, match="in the old words until 27 March 2026"):
        operations.reword_question(question, "Other", "yes_no", since=date(2026, 3, 27), **TOLD)


def test_a_question_is_not_answered_before_it_was_asked_in_these_words(
    question: Question, twice: Twice, put: Put
) -> None:
    new = operations.reword_question(question, "Other", "yes_no", since=date(2026, 5, 1), **TOLD)
    refused(put("2026-04-30"), new, everybody(5, 9), "was not asked in these words then")


def test_a_choice_needs_its_answers(survey: Survey) -> None:
    with pytest.raises(ValidationError, match="Give from 2 to 12 answers"):
        operations.add_question(survey, "Which?", "choice", choices=["One"], together=["One"], **TOLD)


def test_a_round_cannot_have_more_answers_than_people_asked(put: Put) -> None:
    with pytest.raises(ValidationError, match="85 cannot have answered: 84 were asked"):
        put("2026-03-27", asked=84, answered=85)


def test_a_round_becomes_evidence_in_words_that_were_worked_out(twice: Twice) -> None:
    evidence = operations.make_evidence(twice[1], **TOLD)
    assert (evidence.kind, evidence.on, evidence.source) == ("survey", twice[1].ends_on, "Your views, March 2026")
    assert evidence.title.startswith(f"In March 2026, 61% of 84 parents and carers said yes to “{LISTENED}”")


def test_a_round_is_evidence_once(twice: Twice) -> None:
    assert operations.make_evidence(twice[1], **TOLD) == operations.make_evidence(twice[1], **TOLD)


def test_evidence_follows_its_counts(twice: Twice, question: Question) -> None:
    operations.make_evidence(twice[1], **TOLD)
    operations.set_counts(twice[1], places({question: everybody(42, 84)}), **TOLD)
    assert "50% of 84" in Evidence.objects.get().title


def test_evidence_is_for_no_more_than_its_round(survey: Survey, twice: Twice) -> None:
    operations.make_evidence(twice[1], **TOLD)
    operations.amend_survey(survey, {}, seen=Seen(Audience.OFFICERS), **TOLD)
    assert Evidence.objects.get().audience == Audience.OFFICERS


def test_evidence_tells_nothing_of_a_round_that_is_for_fewer(put: Put, question: Question) -> None:
    put("2025-03-28", {question: everybody(43, 90)}, answered=90, seen=Seen(Audience.OFFICERS))
    evidence = operations.make_evidence(put("2026-03-27", {question: everybody(51, 84)}), **TOLD)
    assert "2025" not in evidence.text


def test_a_round_of_too_few_is_no_evidence(put: Put, question: Question) -> None:
    with pytest.raises(ValidationError, match="Nothing of this round may be shown"):
        operations.make_evidence(put("2026-03-27", {question: everybody(2, 4)}, answered=4), **TOLD)


def test_a_round_that_is_evidence_is_not_taken_away(twice: Twice) -> None:
    operations.make_evidence(twice[1], **TOLD)
    with pytest.raises(ValidationError, match="Take the evidence away first"):
        operations.remove_round(SurveyRound.objects.get(pk=twice[1].pk), **TOLD)
