"""Markdown: front matter is known and not read, marks of emphasis go, bold lead-ins are headings."""

from __future__ import annotations

import pytest

from arising.documents import BlockKind, Document
from arising.documents.text import read_text
from documents.shown import assert_well_formed, led, words_of

FRONT = "---\ntitle: 'Housing Committee'\ndated: 2024-01-09\nurl: https://thornby.example\n---\n\nThe lamps were out.\n"


def document(text: str) -> Document:
    return read_text(text, name="invented.md", sha256="0" * 64, format="markdown")


def test_front_matter_gives_title_date_and_address() -> None:
    found = document(FRONT)
    assert (found.title, found.date, found.url) == (
        "Housing Committee",
        "2024-01-09",
        "https://thornby.example",
    )


def test_front_matter_is_no_part_of_the_minutes() -> None:
    assert words_of(document(FRONT)) == ["The lamps were out."]


def test_a_date_in_front_matter_that_is_none_is_left_out() -> None:
    assert document("---\ndate: last Tuesday\n---\n\nThe lamps were out.\n").date is None


def test_rules_between_paragraphs_are_no_front_matter() -> None:
    found = document("The lamps were out.\n\n---\ntitle: Lamps\n---\n\nThe swings were new.\n")
    assert found.title is None


@pytest.mark.parametrize(("line", "level"), [("# Lamps", 1), ("## Lamps", 2), ("###### Lamps", 6)])
def test_hashes_lead_a_heading_of_their_level(line: str, level: int) -> None:
    (block,) = document(line).blocks
    assert (block.kind, block.level, document(line).words(block)) == (BlockKind.HEADING, level, "Lamps")


@pytest.mark.parametrize(
    ("line", "marker", "heading"),
    [
        ("**Trees**", "", "Trees"),
        ("**5\\. Trees**", "5.", "Trees"),
        ("**5. Trees**", "5.", "Trees"),
        ("***5\\. Trees***", "5.", "Trees"),
        ("**Item 5. Trees**", "5.", "Trees"),
    ],
)
def test_a_line_in_bold_is_a_heading_with_its_number(line: str, marker: str, heading: str) -> None:
    assert led(document(f"{line}\n\nThe trees were old.\n"))[0] == ("heading", marker, heading)


def test_a_bold_lead_in_is_a_heading_over_the_words_that_follow_it() -> None:
    assert led(document("**Highways:** It was noted that the road was shut.\n")) == [
        ("heading", "", "Highways:"),
        ("paragraph", "", "It was noted that the road was shut."),
    ]


@pytest.mark.parametrize(
    "line",
    ["**Present:** Cllr Moss", "**In attendance** Mr Dray", "**Apologies:** Cllr Bly", "**Date:** 9 January 2024"],
)
def test_the_label_of_a_roll_is_no_heading(line: str) -> None:
    assert [block.kind for block in document(line).blocks] == [BlockKind.PARAGRAPH]


def test_bold_words_within_a_sentence_head_nothing() -> None:
    assert led(document("**Members** were told that it was shut.\n")) == [
        ("paragraph", "", "Members were told that it was shut.")
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("All was *well* with the lamps.", "All was well with the lamps."),
        ("All was **well** with the lamps.", "All was well with the lamps."),
        ("All was ***well*** with the lamps.", "All was well with the lamps."),
        ("All was _Well_ with the lamps.", "All was Well with the lamps."),
        ("A sum of £1\\.5m was spent.", "A sum of £1.5m was spent."),
        ("The lamps \\[ten\\] were out.", "The lamps [ten] were out."),
        ("Two by two: 2 * 2 * 2.", "Two by two: 2 * 2 * 2."),
        ("A file_with_underscores was lost.", "A file_with_underscores was lost."),
    ],
)
def test_marks_of_emphasis_and_escapes_are_no_part_of_the_words(written: str, read: str) -> None:
    assert document(written).text == read


@pytest.mark.parametrize("line", ["1\\. The lamps were out.", "1. The lamps were out."])
def test_a_number_is_a_marker_whether_it_was_escaped_or_not(line: str) -> None:
    assert led(document(line)) == [("list_item", "1.", "The lamps were out.")]


def test_a_dash_that_was_escaped_in_a_list_is_no_part_of_the_point() -> None:
    assert led(document("- \\- Solar lamps\n")) == [("list_item", "-", "Solar lamps")]


def test_a_table_is_rows_without_its_rule() -> None:
    found = document("| Name | Role |\n|------|:----:|\n| Moss | Chair |\n")
    assert [[found.text[low:high] for low, high in block.cells] for block in found.blocks] == [
        ["Name", "Role"],
        ["Moss", "Chair"],
    ]


def test_a_quoted_line_is_read_without_its_mark() -> None:
    assert document("> The lamps were out.\n").text == "The lamps were out."


def test_a_line_that_is_only_a_comment_says_nothing() -> None:
    assert words_of(document("The lamps were out.\n\n<!-- -->\n\nThe swings were new.\n")) == [
        "The lamps were out.",
        "The swings were new.",
    ]


def test_a_phrase_in_bold_is_shown_in_the_original_with_its_marks() -> None:
    found = document("All was **well** with the lamps.")
    assert found.in_original(0, len(found.text)) == "All was **well** with the lamps."


def test_every_printed_character_leads_back_to_the_original() -> None:
    assert_well_formed(document(f"{FRONT}\n**5\\. Trees**\n\n**Roads:** All *was* well.\n\n| a | b |\n|---|---|\n"))
