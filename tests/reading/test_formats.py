from __future__ import annotations

import csv
import io
import json
from typing import get_args, get_origin

import msgspec
import pytest

from arising.reading.formats import COLUMNS, KINDS, csv_header, csv_rows, jsonl, minuted
from arising.reading.record import Finding, Record
from reading.samples import BARE, FINDINGS, FULL, with_quote


def rows(record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_header() + csv_rows(record), newline="")))


def row(kind: str, place: int = 0) -> dict[str, str]:
    """What the CSV fills in for one finding beyond what every finding has."""
    common = {"document", "body", "date", "kind", "quote", "start", "end", "topic", "rule", "confidence"}
    found = [one for one in rows(FULL) if one["kind"] == kind][place]
    return {column: value for column, value in found.items() if value and column not in common}


def test_a_record_is_one_line_of_json() -> None:
    line = jsonl(FULL)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert Record.from_json(line) == FULL


def test_every_kind_of_finding_has_a_word_in_the_csv() -> None:
    findings = {
        field.name
        for field in msgspec.structs.fields(Record)
        if get_origin(field.type) is tuple and issubclass(get_args(field.type)[0], Finding)
    }
    assert set(KINDS) == findings


def test_there_is_one_row_for_each_finding() -> None:
    read = rows(FULL)
    assert [one["quote"] for one in read] == [finding.quote for finding in FINDINGS]
    assert {one["document"] for one in read} == {"lighting.txt"}
    assert {(one["body"], one["date"], one["rule"]) for one in read} == {("Roads Committee", "2025-11-04", "by hand")}
    assert {(one["start"], one["confidence"]) for one in read} == {("10", "0.9"), ("10", "0.4")}


@pytest.mark.parametrize(
    ("kind", "attributes"),
    [
        (
            "commitment",
            {
                "type": "undertaking",
                "owner": "He",
                "owner_resolved": "Head of Highways",
                "deliverable": "timetable",
                "to": "the Committee",
                "due": "by the end of March 2026",
                "when": "by the end of March 2026",
                "latest": "2026-03-31",
            },
        ),
        ("decision", {"action": "request", "addressee": "officers", "asks_for": "write", "label": "(a)"}),
        ("exchange", {"type": "question", "askers": "A Member", "responders": "The Head of Highways; he"}),
        ("vote", {"votes": "Moss: for; Tan: against", "outcome": "carried"}),
        (
            "figure",
            {
                "value": "1500000",
                "of": "2000000",
                "unit": "£",
                "measure": "budget",
                "scope": "local",
                "approximate": "yes",
            },
        ),
        ("embargo", {"when": "5 November"}),
        ("declaration", {"name": "Councillor Tan", "interest": "other interest"}),
        ("urgency", {"reason": "a fault", "law": "section 100B(4)(b)"}),
        ("reference", {"type": "law", "name": "Highways Act 1980"}),
        ("person", {"name": "Councillor Moss", "role": "Chair", "attending": "present"}),
        ("item", {"number": "4"}),
    ],
)
def test_attributes_stand_under_their_name_in_the_record(kind: str, attributes: dict[str, str]) -> None:
    assert row(kind) == attributes


def test_counts_and_periods_are_in_the_csv() -> None:
    assert row("vote", 1) == {"count": "for: 8; abstain: 2"}
    assert row("figure", 1)["earliest"] == "2024-01-01"


@pytest.mark.parametrize("quote", ["=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\rx", " =1", "\u00a0=1", "＝1"])
def test_what_a_spreadsheet_takes_for_a_formula_is_neutralised(quote: str) -> None:
    assert rows(with_quote(quote))[0]["quote"] == f"'{quote}"


@pytest.mark.parametrize("quote", ["agreed", "a=b", "“quoted”, with a comma", "two\nlines", "it's"])
def test_other_text_stays_as_it_is(quote: str) -> None:
    assert rows(with_quote(quote))[0]["quote"] == quote


def test_a_formula_is_neutralised_in_every_column() -> None:
    assert rows(with_quote("noted", addressee="=cmd()"))[0]["addressee"] == "'=cmd()"


def test_numbers_stay_numbers() -> None:
    figure = FULL.figures[2]
    record = msgspec.structs.replace(FULL, figures=(msgspec.structs.replace(figure, value=-2.5),))
    assert next(one for one in rows(record) if one["kind"] == "figure")["value"] == "-2.5"


def test_a_record_without_findings_has_no_rows() -> None:
    assert csv_rows(BARE) == ""
    assert csv_header().strip().split(",") == list(COLUMNS)


def test_an_agenda_has_items_people_and_references_but_nothing_minuted() -> None:
    agenda = msgspec.structs.replace(BARE, items=FULL.items, people=FULL.people, references=FULL.references)
    assert not minuted(agenda)
    assert minuted(with_quote("noted"))


def test_json_lines_keep_letters_as_they_are() -> None:
    assert "£" in jsonl(FULL).decode()
    assert json.loads(jsonl(FULL))["figures"][0]["unit"] == "£"
