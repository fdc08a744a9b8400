from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from arising.reading.record import Record
from arising.reading.scoring import Judgement, Result, Verdict, changes, labelled_documents, score_document
from arising.reading.scoring.judging import KINDS, Attribute
from reading.scoring.records import record


def verdict(judgement: Judgement, words: str, **more: Any) -> Verdict:
    return Verdict(kind="decisions", judgement=judgement, words=words, **more)


LAST_YEAR = {
    "june": [
        verdict(Judgement.RIGHT, "noted", rule="noted", attributes=(Attribute("action", False, "note", "agree"),)),
        verdict(Judgement.RIGHT, "agreed", rule="agreed", attributes=(Attribute("action", True, "agree", "agree"),)),
        verdict(Judgement.MISSED, "thanked"),
        verdict(Judgement.FALSE, "hoped", rule="agreed"),
    ],
    "july": [
        verdict(Judgement.UNFOUNDED, "agreed that", rule="agreed"),
        verdict(Judgement.RIGHT, "noted", rule="noted"),
    ],
}


def test_figures_are_counted_for_each_kind_document_and_rule() -> None:
    result = Result.of(LAST_YEAR)
    tally = result.total.kinds["decisions"]
    assert (tally.right, tally.false, tally.missed, tally.unfounded) == (3, 2, 1, 1)
    assert (tally.precision, tally.recall) == (0.6, 0.75)
    assert tally.f1 == pytest.approx(2 / 3)
    assert tally.attributes == {"action": (1, 2)}
    assert result.documents["july"].kinds["decisions"].precision == 0.5
    assert {rule: (score.right, score.false) for rule, score in result.rules.items()} == {
        "agreed": (1, 2),
        "noted": (2, 0),
    }
    assert result.total.unfounded == 1
    assert result.total.attribute_accuracy == 0.5


def test_kinds_that_nobody_labelled_do_not_count_in_the_mean() -> None:
    result = Result.of(LAST_YEAR)
    assert result.total.macro_f1 == 0.667
    assert result.total.kinds["votes"].f1 == 0.0


def test_nothing_to_score_gives_nothing_and_no_error() -> None:
    result = Result.of({})
    assert (result.total.macro_f1, result.total.attribute_accuracy, result.differences) == (0.0, 0.0, ())


def test_a_difference_is_one_line_for_a_person() -> None:
    assert [str(difference) for difference in Result.of(LAST_YEAR).differences] == [
        "june: decisions: action should be note, was read as agree: noted [noted]",
        "june: decisions: missed: thanked",
        "june: decisions: false: hoped [agreed]",
        "july: decisions: unfounded: agreed that [agreed]",
    ]


def test_a_result_comes_back_from_json() -> None:
    result = Result.of(LAST_YEAR)
    assert Result.from_json(result.to_json()) == result


def test_what_is_better_and_worse_than_before_is_told_apart() -> None:
    now = {
        "june": [
            verdict(Judgement.RIGHT, "noted", rule="noted", attributes=(Attribute("action", False, "note", "other"),)),
            verdict(Judgement.RIGHT, "thanked", rule="thanked"),
            verdict(Judgement.MISSED, "agreed"),
            verdict(Judgement.FALSE, "hoped", rule="hoped"),
            verdict(Judgement.FALSE, "hoped", rule="agreed"),
        ],
        "august": [verdict(Judgement.MISSED, "not scored before")],
    }
    found = changes(Result.of(LAST_YEAR), Result.of(now))
    assert [(change.judgement, change.words) for change in found.gains] == [(Judgement.MISSED, "thanked")]
    assert [(change.judgement, change.words) for change in found.losses] == [
        (Judgement.MISSED, "agreed"),
        (Judgement.FALSE, "hoped"),
    ]


def careless_record(label: dict[str, Any], text: str, chance: Random) -> Record:
    """What a careless reader might take down: some labels as they are, some spoilt, some things made up."""
    words = text.split()

    def stretch() -> str:
        start = chance.randrange(len(words))
        return " ".join(words[start : start + chance.randrange(1, 40)])

    def spoilt(finding: dict[str, Any]) -> dict[str, Any]:
        spoils: dict[str, Any] = {
            "owner": "Nobody",
            "due": None,
            "unit": "%",
            "value": 1.0,
            "action": "note",
            "responders": [],
            "topic": None,
        }
        chosen = {key: spoils[key] for key in spoils if key in finding and chance.random() < 0.2}
        quote = finding.get("quote", "")
        halves = quote.split()[: max(1, len(quote.split()) // 2)]
        chosen["quote"] = chance.choice([quote, quote, " ".join(halves), stretch(), f"{quote} indeed"])
        return {key: value for key, value in (finding | chosen).items() if key != "conflict"}

    found: dict[str, list[dict[str, Any]]] = {
        kind: [spoilt(finding) for finding in label[kind] if chance.random() < 0.8]
        for kind in KINDS
        if kind != "topics"
    }
    found["topics"] = [{"heading": heading} for heading in label["topics"] if chance.random() < 0.8]
    found["topics"] += [*found["topics"][:1], {"heading": "Made up"}]
    return record(**found)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_are_those_of_the_scorer_beside_the_labels(shared: Path, tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    verdicts = {}
    for document in labelled_documents(shared / "gold"):
        label = json.loads((shared / "gold" / "labels" / f"{document.name}.json").read_text("utf-8"))
        if chance.random() < 0.1:
            verdicts[document.name] = score_document(document.labels, document.text(), None)
            continue
        read = careless_record(label, document.text(), chance)
        (tmp_path / f"{document.name}.json").write_bytes(read.to_json())
        verdicts[document.name] = score_document(document.labels, document.text(), read)
    command = [sys.executable, str(shared / "gold" / "score.py"), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    ours = Result.of(verdicts).total
    assert round(ours.macro_f1, 3) == theirs["macro_f1"]
    assert round(ours.attribute_accuracy, 3) == theirs["attribute_accuracy"]
    assert ours.unfounded == theirs["unfounded"]
    for kind in KINDS:
        tally, figures = ours.kinds[kind], theirs[kind]
        assert (tally.right, tally.false, tally.missed) == (figures["tp"], figures["fp"], figures["fn"])
        compared = {name: f"{right}/{of}" for name, (right, of) in tally.attributes.items()}
        figures["attributes"] = {name: of for name, of in figures["attributes"].items() if of != "0/0"}
        assert (round(tally.f1, 3), compared) == (figures["f1"], figures["attributes"])


def test_the_labels_themselves_score_full_marks(gold: Any, shared: Path) -> None:
    verdicts = {}
    for document in labelled_documents(shared / "gold"):
        label = next(one.labels for one in gold if one.name == document.name)
        topics = [{"heading": heading} for heading in label["topics"]]
        read = record(topics=topics, **{kind: label[kind] for kind in KINDS if kind != "topics"})
        verdicts[document.name] = score_document(document.labels, document.text(), read)
    result = Result.of(verdicts)
    assert (result.total.macro_f1, result.total.attribute_accuracy, result.total.unfounded) == (1.0, 1.0, 0)
    assert result.differences == ()


def test_a_result_is_plain_json_for_other_programs() -> None:
    data = msgspec.json.decode(Result.of(LAST_YEAR).to_json())
    assert data["total"]["kinds"]["decisions"]["f1"] == 0.667
    assert data["rules"]["noted"] == {"right": 2, "false": 0}
