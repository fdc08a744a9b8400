"""Pages that were copied as text: what was written before the meeting is told from the minutes, in every flavour."""

from __future__ import annotations

import pytest

from arising.documents import Document, Part
from arising.documents.text import read_text
from documents.shown import words_of

REPORT = "Recommended: that the Committee note the report on the lamps."
MINUTE = "Members asked about the lamps."

LABELLED_ITEM = f"""Agenda item

Street lighting

{REPORT}

Minutes:

{MINUTE}

Decision:

The report was noted.

Supporting documents:

Lamps report PDF 87 KB
"""
UNLABELLED_ITEM = f"Agenda item\n\nStreet lighting\n\n{REPORT}\n\n\n\n\n\n{MINUTE}\n\nThe report was noted.\n"
BARE_ITEM = f"Agenda item\n\nStreet lighting\n\n{MINUTE}\n"

OPENING = "Agenda and minutes\n\nHousing Committee - Tuesday, 9th January, 2024 6.30 pm\n\n"
LABELLED_MEETING = f"""{OPENING}Venue: Town Hall


Apologies for absence

Minutes:

There were none.


Street lighting PDF 87 KB

{REPORT}

Minutes:

{MINUTE}

Decision:

The report was noted.
"""
UNLABELLED_MEETING = (
    f"{OPENING}Venue: Town Hall\n\n\n\nApologies for absence\n\n\n\nThere were none.\n\n\n\n"
    f"Street lighting PDF 87 KB\n\n{REPORT}\n\n\n\n{MINUTE}\n"
)
FLATTENED_MEETING = (
    f"{OPENING}No. | Item |\n\n\n\nApologies for absence\n\n\n\nThere were none.\n\n\n\n"
    f"Street lighting PDF 87 KB\n\n{REPORT}\n\n\n\n{MINUTE}\n"
)
ITEMS = pytest.mark.parametrize("page", [LABELLED_ITEM, UNLABELLED_ITEM], ids=["labels kept", "labels lost"])
MEETINGS = pytest.mark.parametrize(
    "page", [LABELLED_MEETING, UNLABELLED_MEETING, FLATTENED_MEETING], ids=["labels kept", "labels lost", "flattened"]
)


def document(text: str) -> Document:
    return read_text(text, name="invented.txt", sha256="0" * 64)


@ITEMS
def test_what_was_written_before_the_meeting_is_agenda(page: str) -> None:
    assert words_of(document(page), Part.AGENDA) == [REPORT]


@ITEMS
def test_what_follows_is_minutes(page: str) -> None:
    assert words_of(document(page), Part.MINUTES)[0] == MINUTE


@ITEMS
def test_the_title_of_an_item_s_page_is_its_title(page: str) -> None:
    assert document(page).title == "Street lighting"


def test_what_stands_under_decision_is_a_decision() -> None:
    assert words_of(document(LABELLED_ITEM), Part.DECISION) == ["The report was noted."]


def test_reports_that_are_listed_are_documents_without_their_size() -> None:
    assert words_of(document(LABELLED_ITEM), Part.DOCUMENTS) == ["Lamps report"]


def test_labels_and_titles_are_the_page_s_own() -> None:
    assert words_of(document(LABELLED_ITEM), Part.PAGE) == [
        "Agenda item",
        "Street lighting",
        "Minutes:",
        "Decision:",
        "Supporting documents:",
    ]


def test_all_is_minutes_where_nothing_tells_the_report_from_them() -> None:
    assert words_of(document(BARE_ITEM), Part.MINUTES) == [MINUTE]


@MEETINGS
def test_a_meeting_s_page_names_the_body_and_the_day(page: str) -> None:
    assert (document(page).body, document(page).date) == ("Housing Committee", "2024-01-09")


@MEETINGS
def test_the_titles_of_its_items_are_headings(page: str) -> None:
    found = document(page)
    headings = [found.words(block) for block in found.blocks if block.kind == "heading"]
    assert headings == ["Apologies for absence", "Street lighting"]


@MEETINGS
def test_under_each_title_the_words_of_the_agenda_are_told_from_the_minutes(page: str) -> None:
    assert words_of(document(page), Part.AGENDA) == [REPORT]


@MEETINGS
def test_the_minutes_of_each_item_are_read(page: str) -> None:
    assert {"There were none.", MINUTE} <= set(words_of(document(page), Part.MINUTES))


@MEETINGS
def test_what_the_page_says_of_itself_is_not_read(page: str) -> None:
    assert "Agenda and minutes" in words_of(document(page), Part.PAGE)


def test_a_label_in_mid_sentence_begins_nothing() -> None:
    assert words_of(document(f"{MINUTE}\n\nThe decision: it was deferred.\n"), Part.MINUTES) == [
        MINUTE,
        "The decision: it was deferred.",
    ]


def test_minutes_that_are_no_copied_page_are_minutes_throughout() -> None:
    assert words_of(document(f"Housing Committee\n\n{REPORT}\n\n\n\n\n\n{MINUTE}\n"), Part.MINUTES)[1:] == [
        REPORT,
        MINUTE,
    ]


@pytest.mark.parametrize(
    "line", ["Housing Committee - Tuesday, 9th Smarch, 2024", "Venue: Town Hall", "Housing Committee"]
)
def test_a_line_that_gives_no_day_gives_none(line: str) -> None:
    assert document(f"Agenda and minutes\n\n{line}\n\nThe lamps were out.\n").date is None
