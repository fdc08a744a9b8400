"""How well labelled minutes are read: what the project promises, measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from arising.documents import open_document
from arising.reading import read
from arising.reading.scoring import Result, labelled_documents, score_document
from arising.reading.scoring.results import Score


@pytest.fixture(scope="module")
def score(shared: Path) -> Score:
    """The score over every labelled document."""
    labels = shared / "gold" / "labels"
    if not labels.is_dir():
        pytest.skip("there are no labelled minutes in ../shared/gold")
    verdicts = {
        one.name: score_document(one.labels, one.text(), read(open_document(one.path)))
        for one in labelled_documents(labels)
    }
    return Result.of(verdicts).total


def test_findings_are_right_and_complete_on_average_over_the_kinds(score: Score) -> None:
    assert score.macro_f1 >= 0.85


def test_no_kind_of_finding_is_read_badly(score: Score) -> None:
    assert {kind: tally.f1 for kind, tally in score.kinds.items() if tally.f1 < 0.75} == {}


def test_who_what_and_when_of_a_finding_are_right(score: Score) -> None:
    assert score.attribute_accuracy >= 0.80


def test_every_quote_stands_in_its_document(score: Score) -> None:
    assert score.unfounded == 0
