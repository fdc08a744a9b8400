"""What holds of every record, whatever the document: the guarantee of the reader."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arising.documents import Document, open_document
from arising.documents.text import read_text
from arising.reading import Record, read
from reading.minuted import document_of, minutes

WHO = """\
The Director of Place
Councillor Orr
Members
The Portfolio Holder and officers
It was
Mrs Hill (SH)
The Committee
JB
She
In response to a question, officers
Cllrs. Moss and Tan""".splitlines()
SAID = """\
undertook to
asked whether
said that
noted
agreed that
RESOLVED that
hoped that
would
moved
queried
thanked
declared an interest in
requested
was asked to""".splitlines()
WHAT = """\
circulate a briefing note
the lamps would be mended
26 of 63 posts were vacant
the report be noted
£1.5m had been spent
write to the county by the end of March 2024
the minutes of 4 May 2023 be approved
a report would be presented to the Committee at its next meeting
section 17 of the Children Act 1989 applied
(a) the plan; and (b) the budget
about 12% of 8,501 children""".splitlines()
HEADS = """\
Item 4
4. Street lighting
Street lighting
# Parks
MINUTES
RESOLVED:
Present: Councillors Moss and Tan
Apologies: Cllr Bly
For (2)
Councillors Moss, Tan
Against (1)
Decision:
Minutes:
(a) That the report be noted;
• Lamps – it was asked why.
ACTION: Mr Dray to mend the gate
Carried.
The report was embargoed until noon on 10 January 2024.
# 5. Bins
Name          Role          Ward""".splitlines()

SENTENCES = st.builds(
    "{} {} {}{}".format,
    st.sampled_from(WHO),
    st.sampled_from(SAID),
    st.sampled_from(WHAT),
    st.sampled_from(". ; ? : ,".split()),
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
LINES = st.lists(st.one_of(st.sampled_from(HEADS), PARAGRAPHS, SENTENCES.map("• ".__add__), st.just("")), max_size=25)
MEETINGS = LINES.map(lambda lines: "\n\n".join(lines) + "\n")
SCRAWL = st.text(
    alphabet=st.sampled_from(string.ascii_letters + "  \n\n\t.,;:()£%-–—“”’*|#0123456789\u00a0\u00ad\ufeff"),
    max_size=400,
)
ANYTHING = st.one_of(MEETINGS, SCRAWL, st.text(max_size=300))
DAYS = st.sampled_from(["2024-01-10", "2024-02-29", "2024", "2020-03", "not a day", None])
OFTEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SOUND = """Present: Councillors Moss (Chair), Tan and Orr
Apologies: Councillor Bly

Item 1
Minutes

The minutes of the meeting of 6 December 2023 were approved as a correct record.

Item 2
Street lighting

In response to a question about Mill Lane, the Head of Roads said that 14 of the 20 lamps were lit.

She undertook to circulate a timetable by the end of March 2024.

Councillor Orr declared an interest as owner of the mill.

RESOLVED: That the report be noted under the Highways Act 1980.

For: Councillors Moss and Tan
Against: Councillor Orr
"""


def text_document(text: str) -> Document:
    return read_text(text, name="invented.txt", sha256="0" * 64)


def assert_quoted(document: Document, record: Record) -> None:
    """Every finding and every answer stands in the text, word for word."""
    for finding in stretches(record):
        assert 0 <= finding.start < finding.end <= len(document.text)
        assert document.text[finding.start : finding.end] == finding.quote


def stretches(record: Record) -> Iterator[Any]:
    yield from record.findings()
    for exchange in record.exchanges:
        yield from exchange.answers


def sound_findings() -> tuple[Document, Record]:
    document = text_document(SOUND)
    return document, read(document, date="2024-01-10")


@OFTEN
@given(MEETINGS, DAYS)
def test_every_finding_of_generated_minutes_is_quoted_word_for_word(text: str, day: str | None) -> None:
    document = text_document(text)
    assert_quoted(document, read(document, date=day))


@OFTEN
@given(ANYTHING)
def test_every_finding_of_any_text_at_all_is_quoted_word_for_word(text: str) -> None:
    document = text_document(text)
    assert_quoted(document, read(document))


@OFTEN
@given(LINES)
def test_every_finding_of_blocks_laid_out_one_by_one_is_quoted_word_for_word(lines: list[str]) -> None:
    document = document_of(*lines)
    assert_quoted(document, read(document))


@OFTEN
@given(ANYTHING)
def test_a_record_comes_back_from_its_json_as_it_was(text: str) -> None:
    record = read(text_document(text))
    assert Record.from_json(record.to_json()) == record


@OFTEN
@given(ANYTHING)
def test_reading_again_gives_the_same_record(text: str) -> None:
    assert read(text_document(text)) == read(text_document(text))


@OFTEN
@given(MEETINGS)
def test_decisions_do_not_overlap(text: str) -> None:
    found = read(text_document(text)).decisions
    assert all(one.end <= other.start for one, other in pairwise(found))


@OFTEN
@given(MEETINGS)
def test_findings_of_a_kind_are_in_the_order_of_the_text(text: str) -> None:
    record = read(text_document(text))
    for kind in (record.items, record.topics, record.exchanges, record.decisions):
        places = [finding.start for finding in kind]
        assert places == sorted(places)


@OFTEN
@given(MEETINGS)
def test_the_topic_of_every_finding_is_a_topic_of_the_record(text: str) -> None:
    record = read(text_document(text))
    headings = {topic.heading for topic in record.topics} | {item.title for item in record.items}
    assert {finding.topic for finding in record.findings()} - {None} <= headings


def test_every_finding_of_labelled_minutes_is_quoted_word_for_word(gold: tuple[Any, ...]) -> None:
    for labelled in gold:
        document = open_document(labelled.path)
        assert_quoted(document, read(document))


def test_the_record_of_labelled_minutes_comes_back_from_its_json(gold: tuple[Any, ...]) -> None:
    for labelled in gold:
        record = read(open_document(labelled.path))
        assert Record.from_json(record.to_json()) == record


@pytest.mark.parametrize(
    "kind",
    [
        "items",
        "topics",
        "exchanges",
        "commitments",
        "decisions",
        "votes",
        "figures",
        "people",
        "declarations",
        "references",
    ],
)
def test_minutes_of_every_kind_of_finding_have_findings_of_each(kind: str) -> None:
    assert getattr(sound_findings()[1], kind)


def test_those_findings_are_quoted_word_for_word() -> None:
    assert_quoted(*sound_findings())


def test_every_finding_names_its_rule_and_how_sure_it_is() -> None:
    for finding in sound_findings()[1].findings():
        assert finding.rule
        assert 0 < finding.confidence <= 1


def test_the_record_says_which_document_it_is_of() -> None:
    document, record = sound_findings()
    assert (record.document, record.sha256) == (document.name, document.sha256)


def test_what_is_known_from_elsewhere_goes_before_what_the_minutes_say() -> None:
    record = read(text_document(SOUND), body="Roads Board", date="2024-01-17")
    assert (record.meeting.body, record.meeting.date) == ("Roads Board", "2024-01-17")


def test_a_document_that_is_all_agenda_has_no_findings_of_what_was_said() -> None:
    record = minutes("[agenda] The Director undertook to spend £4m.", "[agenda] RESOLVED: that it be noted.")
    assert (record.commitments, record.decisions, record.figures) == ((), (), ())


def test_an_empty_document_has_a_record_without_findings() -> None:
    assert read(text_document("")).findings() == []


def test_notes_on_the_document_are_kept_in_the_record() -> None:
    document = replace(text_document(SOUND), notes=("The minutes are in Welsh.",))
    assert read(document).notes == ("The minutes are in Welsh.",)
