"""What a survey says, in sentences."""

from __future__ import annotations

import pytest

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Question, Survey, SurveyRound
from arising.register.improvement.surveying.answers import AnswerScale, answered
from arising.register.improvement.surveying.words import response_in_words
from register.improvement.surveys.conftest import LISTENED, TOLD, Put, everybody

Twice = tuple[SurveyRound, SurveyRound]


def words_of(row: SurveyRound, user: User | None = None) -> str:
    return queries.round_page(user, row.pk)[0].words


def test_a_round_says_the_share_between_what_it_lies_and_the_round_before(twice: Twice) -> None:
    assert words_of(twice[1]) == (
        f"In March 2026, 61% of 84 parents and carers said yes to “{LISTENED}” (50% to 70%). It was 48% of 90 in March "
        "2025: a difference of 13 percentage points, which may be chance (−2 to 27 points)."
    )


def test_a_change_that_is_more_than_chance_gives_is_called_one(put: Put, question: Question) -> None:
    put("2025-03-28", {question: everybody(60, 200)}, answered=200)
    row = put("2026-03-27", {question: everybody(120, 200)}, answered=200)
    assert "a rise of 30 percentage points, more than chance gives (20 to 39 points)." in words_of(row)


def test_a_first_round_is_held_against_nothing(twice: Twice) -> None:
    assert words_of(twice[0]).endswith("(38% to 58%).")


def test_of_too_few_nothing_is_said(put: Put, question: Question) -> None:
    row = put("2026-03-27", {question: everybody(3, 4)}, answered=40)
    assert words_of(row) == f"So few answered “{LISTENED}” that nothing of it is shown."


def test_how_few_answered_at_all_is_not_said(put: Put, question: Question) -> None:
    row = put("2026-03-27", {question: everybody(3, 4)}, answered=4)
    assert queries.round_page(None, row.pk)[0].response == "Fewer than 5 answered, so nothing of it is shown."


@pytest.mark.parametrize(
    ("scale", "together", "did"),
    [
        (AnswerScale.YES_NO, ["Yes"], "said yes to"),
        (AnswerScale.AGREE, ["Strongly agree", "Agree"], "agreed with"),
        (AnswerScale.AGREE, ["Disagree"], "answered “Disagree” to"),
        (AnswerScale.TEN, ["7", "8", "9", "10"], "gave 7 to 10 for"),
        (AnswerScale.TEN, ["9", "3"], "gave 3 or 9 for"),
        (AnswerScale.CHOICE, ["A visit", "A call"], "answered “A visit” or “A call” to"),
    ],
)
def test_each_scale_has_its_verb(scale: AnswerScale, together: list[str], did: str) -> None:
    assert answered(scale, together) == did


def test_a_low_rate_is_cautioned_of() -> None:
    assert response_in_words(84, 210, None) == (
        "84 of 210 who were asked answered: 40%. 60% did not answer, and may think otherwise."
    )


def test_a_rate_that_moved_is_cautioned_of() -> None:
    assert "Fewer answer now, so a change in the answers may be a change in who answered." in response_in_words(
        84, 210, ("March 2025", 90, 180)
    )


def test_a_rate_that_nobody_knows_is_said_to_be_none() -> None:
    assert response_in_words(84, None, None).startswith("84 answered. How many were asked is not known")


def test_a_question_in_other_words_is_held_against_nothing(
    survey: Survey, question: Question, twice: Twice, put: Put
) -> None:
    day = twice[1].ends_on.replace(month=5)
    new = operations.reword_question(question, "Social workers listen", "yes_no", since=day, **TOLD)
    row = put("2026-06-30", {new: everybody(50, 84)})
    assert "It was asked in other words before, so it is held against nothing earlier." in words_of(row)


def test_a_round_is_held_against_the_last_that_its_reader_may_see(put: Put, question: Question, officer: User) -> None:
    put("2025-03-28", {question: everybody(43, 90)}, answered=90)
    put("2025-09-26", {question: everybody(10, 90)}, answered=90, seen=Seen(Audience.OFFICERS))
    row = put("2026-03-27", {question: everybody(51, 84)})
    assert "in March 2025" in words_of(row)
    assert "in September 2025" in words_of(row, officer)


def test_the_summary_says_how_many_surveys_there_are_and_the_latest_words(survey: Survey, twice: Twice) -> None:
    assert queries.survey_summary(None, survey.council).startswith("One survey is in the register. In March 2026, 61%")
