"""No quote runs across words that stand in the source but were left out of the text."""

from __future__ import annotations

from dataclasses import replace

from arising.documents import Document
from arising.documents.text import read_text
from arising.reading import Record, read

BEFORE = (
    "The Director undertook to circulate a note to all of the members of the Committee about\n"
    "the lamps of Mill Lane and the kerbs that had been broken by lorries in the spring and\n"
)
AFTER = (
    "by the frosts of the winter in the year before that, which had been the hardest since the\n"
    "war and had shut the mill for a month or more. Members noted what they had been told by\n"
    "the officers of the county and of the borough who had come to the hall in spite of rain.\n"
)


def document(between: str) -> Document:
    return read_text(f"{BEFORE}{between}{AFTER}", name="invented.txt", sha256="0" * 64)


def promise(record: Record) -> str:
    (commitment,) = record.commitments
    return commitment.quote


def test_the_sentence_that_goes_on_over_the_page_is_one_in_the_text() -> None:
    assert "in the spring and by the frosts" in document("\nPage 2 of 9\n\f").text


def test_a_quote_stops_where_a_page_number_was_dropped() -> None:
    found = document("\nPage 2 of 9\n\f")
    assert promise(read(found)).endswith("in the spring and")


def test_what_is_quoted_stands_in_the_source_as_one_stretch() -> None:
    found = document("\nPage 2 of 9\n\f")
    for finding in read(found).findings():
        assert "Page 2" not in (found.in_original(finding.start, finding.end) or "")


def test_a_quote_runs_on_where_nothing_was_dropped() -> None:
    assert promise(read(document(""))).endswith("in the year before that")


def test_a_quote_runs_on_over_a_page_that_ends_without_a_number() -> None:
    assert promise(read(document("\f"))).endswith("in the year before that")


def test_a_quote_runs_on_where_the_page_itself_tells_what_is_furniture() -> None:
    found = replace(document("\nPage 2 of 9\n\f"), format="pdf")
    assert promise(read(found)).endswith("in the year before that")
