"""The two reports on Medway that Ofsted published (Open Government Licence v3.0), where they are at hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from arising.documents import Document, open_document
from arising.reading.inspections import Inspection, inspect

BEFORE, AFTER = "medway-2019-08-27.pdf", "medway-2023-09-11.pdf"
GRADES = {
    BEFORE: {
        "leaders": "inadequate", "help_and_protection": "inadequate",
        "in_care_and_care_leavers": "requires_improvement", "overall": "inadequate",
    },
    AFTER: {
        "leaders": "good", "help_and_protection": "requires_improvement", "in_care": "good", "care_leavers": "good",
        "overall": "good",
    },
}  # fmt: skip
DAYS = {
    BEFORE: (date(2019, 7, 15), date(2019, 7, 26), date(2019, 8, 27)),
    AFTER: (date(2023, 7, 17), date(2023, 7, 28), date(2023, 9, 11)),
}
POINTS = {BEFORE: [3] * 10, AFTER: [2] * 4}
PARAGRAPHS = {BEFORE: 31, AFTER: 51}


@pytest.fixture(params=[BEFORE, AFTER])
def document(request: pytest.FixtureRequest, shared: Path) -> Document:
    return open_document(shared / "reference" / "ofsted" / request.param)


@pytest.fixture
def report(document: Document) -> Inspection:
    return inspect(document)


def test_every_judgement_is_right(report: Inspection) -> None:
    assert {judged.area: judged.grade for judged in report.judgements} == GRADES[report.document]


def test_every_date_is_right(report: Inspection) -> None:
    assert (report.first_day, report.last_day, report.published) == DAYS[report.document]


def test_the_authority_and_the_inspector_are_told(report: Inspection) -> None:
    assert (report.authority, report.authority_code) == ("Medway", "E06000035")
    assert report.lead_inspector in ("Brenda McLaughlin", "Amanda Maxwell")


def test_every_point_is_there_with_its_page_and_whole(report: Inspection) -> None:
    assert [point.page for point in report.points] == POINTS[report.document]
    assert all(point.quote[0].isupper() and point.quote.endswith(".") for point in report.points)


def test_every_numbered_paragraph_is_there(report: Inspection) -> None:
    assert [finding.number for finding in report.findings] == list(range(1, PARAGRAPHS[report.document] + 1))


def test_every_quote_is_the_text(document: Document, report: Inspection) -> None:
    assert all(document.text[quoted.start : quoted.end] == quoted.quote for quoted in report.quoted())


def test_nothing_is_missing(report: Inspection) -> None:
    assert report.gaps == ()
