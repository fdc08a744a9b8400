"""What a request asks of a programme, by its words."""

from __future__ import annotations

from datetime import date

import pytest

from arising.register.programme.asking import Decision, decision_that_waits, is_for_a_report

TENTH = date(2030, 3, 10)


@pytest.mark.parametrize(
    "words",
    [
        "that a report on lanterns be brought to the Committee",
        "an update in six months",
        "that the matter return to a future meeting",
        "asked that the paper be published",
    ],
)
def test_what_asks_for_a_report(words: str) -> None:
    assert is_for_a_report(words)


@pytest.mark.parametrize("words", ["that parents be told", "the figures behind the average", "a visit be arranged"])
def test_what_asks_for_no_report(words: str) -> None:
    assert not is_for_a_report(words)


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("its comments be forwarded to the Cabinet for its meeting on 10 March 2030", "Cabinet"),
        ("agreed to refer its views on the plan to Full Council", "Full Council"),
        ("that the Committee's comments be submitted to the Executive", "Executive"),
    ],
)
def test_comments_that_are_to_be_forwarded_wait_for_that_decision(words: str, by: str) -> None:
    assert decision_that_waits(words, TENTH) == Decision(by, TENTH)


def test_comments_without_a_day_wait_for_no_dated_decision() -> None:
    assert decision_that_waits("its comments be forwarded to the Cabinet", None) is None


def test_a_report_from_the_cabinet_waits_for_no_decision() -> None:
    assert decision_that_waits("that the Cabinet report on lanterns to the Committee", TENTH) is None


def test_a_decision_that_is_held_up_is_the_one() -> None:
    assert decision_that_waits("not to Cabinet until it is seen", None, on=TENTH) == Decision("Cabinet", TENTH)
    assert decision_that_waits("any words", None, holds_up="A plan", on=TENTH) == Decision("the decision-maker", TENTH)
