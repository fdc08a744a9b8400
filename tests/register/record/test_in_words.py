"""Findings told in words."""

from __future__ import annotations

from typing import Any

import pytest

from arising.register.record import in_words
from arising.register.record.models import (
    FINDINGS,
    Commitment,
    Decision,
    Embargo,
    Exchange,
    Figure,
    Finding,
    Mention,
    Reference,
    Vote,
)


def test_every_kind_of_finding_has_facts_a_look_and_a_title() -> None:
    for kind in FINDINGS:
        finding = kind(**({"value": 1.0} if kind is Figure else {}))
        assert isinstance(in_words.facts(finding), list)
        assert in_words.look(finding) == in_words.look(finding).lower()
        if not isinstance(finding, Commitment | Reference):
            assert in_words.title(finding)


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ({"value": 66.0, "unit": "%"}, "66%"),
        ({"value": 2153000.0, "unit": "£"}, "£2,153,000"),
        ({"value": 0.1, "unit": "%"}, "0.1%"),
        ({"value": 26.0, "of": 63.0, "unit": "children"}, "26 of 63 children"),
        ({"value": 50.0, "high": 60.0, "unit": "%"}, "50 to 60%"),
        ({"value": 20.0, "unit": "weeks", "approximate": True}, "about 20 weeks"),
        ({"value": -172000.0, "unit": "£"}, "-£172,000"),
        ({"value": 4.0, "unit": ""}, "4"),
    ],
)
def test_a_figure_is_told_with_its_unit(figure: dict[str, Any], told: str) -> None:
    assert in_words.amount(Figure(**figure)) == told


@pytest.mark.parametrize(
    ("confidence", "told"),
    [(1.0, "very sure (100%)"), (0.8, "fairly sure (80%)"), (0.5, "unsure (50%)"), (0.2, "guessing (20%)")],
)
def test_how_sure_the_reader_was_is_told_in_words(confidence: float, told: str) -> None:
    assert in_words.sureness(confidence) == told


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        (Commitment(owner="Officers"), ("Who", "Officers")),
        (Commitment(), ("Who", "not said")),
        (Commitment(owner="She", owner_resolved="the Director"), ("Who", "the Director (“She” in the minutes)")),
        (Commitment(), ("By when", "no date given")),
        (Commitment(due="in March", due_edtf="2020-03"), ("By when", "in March (March 2020)")),
        (Commitment(due="March 2020", due_edtf="2020-03"), ("By when", "March 2020")),
        (Commitment(due_event="next meeting"), ("By when", "next meeting")),
        (Decision(action="request", asks_for="a report"), ("Asks for", "a report")),
        (Exchange(kind="question"), ("Answered by", "no answer recorded")),
        (
            Exchange(kind="question", answers=[{"speaker": "She", "resolved": "The Director", "quote": "no"}]),
            ("Answer", "The Director: “no”"),
        ),
        (Vote(votes={"Bell": "for", "Rao": "for"}, count={"for": 2}), ("For", "2 (Bell, Rao)")),
        (Vote(quote="For: Rao and Abel", votes={"Abel": "for", "Rao": "for"}), ("For", "Rao, Abel")),
        (Vote(count={"abstain": 0}), ("Abstained", "0")),
        (Figure(value=1.0, scope="national"), ("Where", "nationally")),
        (Mention(name="A Bell", attending="apologies"), ("There as", "Sent apologies")),
        (Embargo(), ("Until", "no date given")),
    ],
)
def test_what_is_known_of_a_finding_is_told(finding: Finding, told: tuple[str, str]) -> None:
    assert told in in_words.facts(finding)


def test_what_is_not_known_is_left_out() -> None:
    assert [label for label, _ in in_words.facts(Commitment(owner="Officers"))] == ["Who", "By when"]


def test_an_exchange_in_which_nothing_was_asked_is_a_remark_without_a_missing_answer() -> None:
    assert in_words.title(Exchange()) == "Remark"
    assert in_words.facts(Exchange()) == []
