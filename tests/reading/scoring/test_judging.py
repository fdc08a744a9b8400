from __future__ import annotations

from typing import Any

import pytest

from arising.reading.scoring import Judgement, Verdict, score_document
from reading.scoring.records import labels, record

MINUTES = """Street lighting
Members asked when the lamps in Mill Lane would be mended. The Head of Highways said that 14 of 20 lamps were lit
and undertook to circulate a timetable before the next meeting. He hoped that the work would finish in May.
The Committee noted the report and asked the Head of Highways to write to residents.
For: Councillors Moss and Ferrier. Against: Councillor Tan."""

TIMETABLE = {
    "quote": "undertook to circulate a timetable before the next meeting",
    "kind": "undertaking",
    "owner": "Head of Highways",
    "deliverable": "timetable",
    "due": "before the next meeting",
    "topic": "Street lighting",
}
LAMPS = {"quote": "14 of 20 lamps were lit", "value": 14, "of": 20, "unit": "lamps", "measure": "lamps lit"}
WRITE = {"quote": "asked the Head of Highways to write to residents", "action": "request", "asks_for": "write"}
BALLOT = {"quote": "For: Councillors Moss and Ferrier", "votes": {"Moss": "for", "Ferrier": "for", "Tan": "against"}}


def judged(wanted: dict[str, list[Any]], read: dict[str, list[dict[str, Any]]]) -> list[Verdict]:
    return score_document(labels(**wanted), MINUTES, record(**read))


def judgements(verdicts: list[Verdict], kind: str) -> list[Judgement]:
    return [verdict.judgement for verdict in verdicts if verdict.kind == kind]


def attributes(verdicts: list[Verdict]) -> dict[str, bool]:
    return {attribute.name: attribute.right for verdict in verdicts for attribute in verdict.attributes}


def test_a_finding_that_is_labelled_is_right_and_so_are_its_attributes() -> None:
    verdicts = judged({"commitments": [TIMETABLE]}, {"commitments": [TIMETABLE]})
    assert judgements(verdicts, "commitments") == [Judgement.RIGHT]
    assert attributes(verdicts) == dict.fromkeys(("kind", "owner", "deliverable", "due", "topic"), True)


def test_a_finding_that_nobody_labelled_is_false() -> None:
    verdicts = judged({"commitments": []}, {"commitments": [TIMETABLE | {"rule": "undertook to"}]})
    assert [(verdict.judgement, verdict.rule) for verdict in verdicts] == [(Judgement.FALSE, "undertook to")]


def test_a_label_that_nobody_read_is_missed() -> None:
    assert judgements(judged({"commitments": [TIMETABLE]}, {}), "commitments") == [Judgement.MISSED]


def test_every_label_is_missed_where_there_is_no_record() -> None:
    verdicts = score_document(labels(topics=["Street lighting"], figures=[LAMPS]), MINUTES, None)
    assert [verdict.judgement for verdict in verdicts] == [Judgement.MISSED, Judgement.MISSED]


def test_a_quote_that_does_not_stand_in_the_minutes_is_unfounded() -> None:
    invented = TIMETABLE | {"quote": "promised to circulate a timetable"}
    verdicts = judged({"commitments": [TIMETABLE]}, {"commitments": [invented]})
    assert judgements(verdicts, "commitments") == [Judgement.UNFOUNDED, Judgement.MISSED]


def test_a_quote_much_longer_than_its_label_does_not_match() -> None:
    whole = TIMETABLE | {"quote": MINUTES}
    verdicts = judged({"commitments": [TIMETABLE]}, {"commitments": [whole]})
    assert judgements(verdicts, "commitments") == [Judgement.MISSED, Judgement.FALSE]


@pytest.mark.parametrize("read", [[], [TIMETABLE]])
def test_an_optional_label_neither_helps_nor_harms(read: list[dict[str, Any]]) -> None:
    assert judged({"commitments": [TIMETABLE | {"optional": True}]}, {"commitments": read}) == []


def test_a_kind_that_was_not_labelled_is_not_judged() -> None:
    assert judged({"figures": []}, {"commitments": [TIMETABLE]}) == []


@pytest.mark.parametrize(
    ("kind", "label", "read", "wrong"),
    [
        ("commitments", TIMETABLE, TIMETABLE | {"kind": "expectation"}, {"kind"}),
        ("commitments", TIMETABLE, TIMETABLE | {"owner": "Chair", "due": None}, {"owner", "due"}),
        ("commitments", TIMETABLE | {"due": None}, TIMETABLE, {"due"}),
        ("commitments", TIMETABLE, TIMETABLE | {"topic": None}, {"topic"}),
        ("commitments", TIMETABLE | {"owner": None}, TIMETABLE, set()),
        ("decisions", WRITE, WRITE | {"action": "note", "asks_for": None}, {"action", "asks_for"}),
        ("decisions", WRITE, WRITE | {"addressee": "Head of Highways"}, set()),
        ("figures", LAMPS, LAMPS | {"value": 20, "of": None}, {"value", "of"}),
        ("figures", LAMPS | {"scope": "national"}, LAMPS, {"scope"}),
        ("figures", LAMPS | {"scope": "local"}, LAMPS | {"scope": "local"}, set()),
        ("figures", LAMPS | {"high": None}, LAMPS | {"high": 15}, {"high"}),
        ("figures", LAMPS, LAMPS | {"unit": "houses", "measure": "houses built"}, {"unit", "measure"}),
        ("votes", BALLOT, BALLOT | {"votes": {"Moss": "for"}}, {"votes"}),
        ("votes", BALLOT, BALLOT | {"votes": {"Cllr J Moss": "for", "Ferrier": "for", "Mr Tan": "against"}}, set()),
    ],
)
def test_attributes_are_compared_loosely(
    kind: str, label: dict[str, Any], read: dict[str, Any], wrong: set[str]
) -> None:
    verdicts = judged({kind: [label]}, {kind: [read]})
    assert {name for name, right in attributes(verdicts).items() if not right} == wrong


def test_topics_are_matched_by_their_heading() -> None:
    verdicts = judged(
        {"topics": ["Street lighting", "Any other business"]},
        {"topics": [{"heading": "STREET LIGHTING."}, {"heading": "Mill Lane"}]},
    )
    assert [(verdict.judgement, verdict.words) for verdict in verdicts] == [
        (Judgement.RIGHT, "Street lighting"),
        (Judgement.MISSED, "Any other business"),
        (Judgement.FALSE, "Mill Lane"),
    ]


def test_exchanges_are_matched_by_topic_and_kind() -> None:
    question = {"topic": "Street lighting", "kind": "question", "responders": ["Head of Highways"]}
    verdicts = judged(
        {"exchanges": [question, question | {"kind": "concern", "responders": []}]},
        {"exchanges": [question | {"responders": ["the head of highways"]}, question | {"topic": "Mill Lane"}]},
    )
    assert judgements(verdicts, "exchanges") == [Judgement.RIGHT, Judgement.MISSED, Judgement.FALSE]
    assert attributes(verdicts) == {"responder": True}


def test_an_exchange_of_any_kind_does_not_take_what_another_label_needs() -> None:
    question = {"topic": "Street lighting", "kind": "question"}
    comment = {"topic": "Street lighting", "kind": "comment"}
    verdicts = judged({"exchanges": [question | {"kind": None}, question]}, {"exchanges": [question, comment]})
    assert judgements(verdicts, "exchanges") == [Judgement.RIGHT, Judgement.RIGHT]


def test_an_exchange_that_an_optional_label_names_is_not_false() -> None:
    question = {"topic": "Street lighting", "kind": "question"}
    assert judged({"exchanges": [question | {"optional": True}]}, {"exchanges": [question]}) == []
