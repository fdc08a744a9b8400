"""Hard line wraps are undone and page furniture dropped, and nothing else is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.documents import Document, Part
from arising.documents.text import read_text
from documents.shown import assert_well_formed, led, words_of

FIRST = """The Committee considered a report on the street lamps of the borough
and was told that ten of them were out. Members asked when they would be
mended. The Head of Roads said that a contractor had been found and that
work would begin in March."""
SECOND = """Councillor Orr asked about the kerbs in Mill Lane, which had been broken
by lorries going to the mill. The Head of Roads said that they were old."""


def document(text: str) -> Document:
    return read_text(text, name="invented.txt", sha256="0" * 64)


def words(text: str) -> list[str]:
    return words_of(document(text))


def joined(text: str) -> str:
    return " ".join(text.split())


def page(number: int) -> str:
    """A page with a running head and a foot, whose sentence goes on overleaf."""
    return (
        "Housing Committee - 9 January 2024\n\n"
        f"The Committee heard a long report on the lamps of ward {number} and was told\n"
        f"that ten of them were out and that the contractor had left the site and\n\nPage {number} of 5\n"
    )


PAGES = "\f".join(page(number) for number in range(1, 6))


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    assert words(f"{FIRST}\n\n{SECOND}\n") == [joined(FIRST), joined(SECOND)]


def test_a_blank_line_between_all_lines_parts_no_paragraphs() -> None:
    spaced = "\n\n".join(f"{FIRST}\n{SECOND}".split("\n"))
    assert words(spaced) == [joined(FIRST), joined(SECOND)]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    assert words(f"{FIRST}\n{SECOND}\n") == [joined(FIRST), joined(SECOND)]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    lines = [f"{joined(FIRST)} ({number})" for number in range(4)]
    assert words("\n".join(lines)) == lines


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    text = (
        f"{FIRST}\n\nThe Director was asked about plans for the whole of the town’s long-\nterm care homes.\n\n{SECOND}"
    )
    assert "long- term care homes" in document(text).text


def test_capitals_among_wrapped_lines_are_a_heading() -> None:
    assert ("heading", "", "STREET LIGHTING") in led(document(f"{FIRST}\nSTREET LIGHTING\n{SECOND}\n"))


@pytest.mark.parametrize(
    "label",
    ["RESOLVED: That the report be noted.", "ACTION: Mr Dray", "Present: Mr Hill", "(Item 4)", "For: (2) Mr Hill"],
)
def test_a_label_begins_a_paragraph_among_wrapped_lines(label: str) -> None:
    assert words(f"{FIRST.rsplit(' ', 1)[0]} and\n{label}\n\n{SECOND}\n")[1] == label


def test_running_heads_and_page_numbers_are_dropped() -> None:
    text = document(PAGES).text
    assert "Housing Committee" not in text
    assert "Page" not in text


def test_a_sentence_goes_on_over_the_page() -> None:
    assert "had left the site and The Committee heard a long report on the lamps of ward 2" in document(PAGES).text


def test_a_page_that_begins_a_paragraph_is_its_place() -> None:
    found = document(f"{FIRST}\n\f{SECOND}\n")
    assert [str(block.place) for block in found.blocks] == ["line 1", "page 2, line 5"]


def test_a_number_within_a_page_is_no_furniture() -> None:
    assert "5" in words(f"{FIRST}\n\n5\n\n{SECOND}\n")


def test_what_recurs_on_few_pages_is_no_furniture() -> None:
    assert words("The same head\f\nThe same head\f\nAnother") == ["The same head", "The same head", "Another"]


MARKED = (
    ("• a point", "•", "a point"),
    ("- a point", "-", "a point"),
    ("* a point", "*", "a point"),
    ("\uf0b7 a point", "\uf0b7", "a point"),
    ("1. A point", "1.", "A point"),
    ("76. A point", "76.", "A point"),
    ("4.1 A point", "4.1", "A point"),
    ("1) A point", "1)", "A point"),
    ("(1) A point", "(1)", "A point"),
    ("(a) a point", "(a)", "a point"),
    ("b) a point", "b)", "a point"),
    ("iv) a point", "iv)", "a point"),
    ("(ii) a point", "(ii)", "a point"),
)


@pytest.mark.parametrize(("line", "marker", "point"), MARKED, ids=[line for line, *_ in MARKED])
def test_a_marker_leads_a_list_item_and_is_no_part_of_its_words(line: str, marker: str, point: str) -> None:
    assert led(document(f"The points were:\n{line}\n"))[1] == ("list_item", marker, point)


@pytest.mark.parametrize(
    "line", ["7.00 pm was the hour.", "£5. was all.", "2024 was wet.", "A point was made.", "It. was"]
)
def test_what_only_looks_like_a_marker_stays(line: str) -> None:
    assert led(document(f"All was well.\n{line}\n"))[1] == ("paragraph", "", line)


def test_a_marker_alone_on_its_line_leads_the_next() -> None:
    assert led(document("1.\nStreet lighting\n\nThe lamps were out.\n"))[0] == ("list_item", "1.", "Street lighting")


def test_a_column_of_markers_cut_off_from_their_words_leads_one_paragraph_each() -> None:
    text = "1.\n2.\n3.\nThe first was noted.\n\nThe second was noted.\n\nThe third was noted.\n"
    assert led(document(text)) == [
        ("list_item", "1.", "The first was noted."),
        ("list_item", "2.", "The second was noted."),
        ("list_item", "3.", "The third was noted."),
    ]


def test_a_list_item_goes_on_over_wrapped_lines() -> None:
    text = f"1. {FIRST}\n2. {SECOND}\n"
    assert led(document(text)) == [("list_item", "1.", joined(FIRST)), ("list_item", "2.", joined(SECOND))]


def test_an_indented_item_is_nested() -> None:
    found = document("1. Lamps\n    (a) the first\n        (i) the bulb\n")
    first, second, third = (block.level for block in found.blocks)
    assert first < second < third


def test_a_number_in_mid_sentence_is_no_marker() -> None:
    text = "The lamps of the borough were counted by the officers and there were\n40. Members noted it.\n"
    assert "40." in document(text).text


def test_an_empty_text_has_no_blocks() -> None:
    assert [document(text).blocks for text in ("", "\n\n", "   \f ")] == [(), (), ()]


def test_all_is_minutes_where_no_label_says_otherwise() -> None:
    assert {block.part for block in document(f"{FIRST}\n\n{SECOND}\n").blocks} == {Part.MINUTES}


def test_every_printed_character_leads_back_to_the_original() -> None:
    for text in (f"{FIRST}\n\n{SECOND}\n", PAGES, "1.\n2.\nOne.\n\nTwo.\n", "\ufeffOne\u00a0two\u00adthree.\n"):
        assert_well_formed(document(text))


def test_a_stretch_of_the_text_is_shown_in_the_original_with_its_line_breaks() -> None:
    found = document(f"{FIRST}\n\n{SECOND}\n")
    at = found.text.index("borough and was")
    assert found.in_original(at, at + len("borough and was")) == "borough\nand was"


LINES = st.lists(
    st.sampled_from(
        ["", "", "Item 4", "1.", "2. Lamps", "(a) the first", "• a point", "RESOLVED: That", "ACTION", "\f", "---",
        "Page 2 of 3",
         "MINUTES", "The lamps were out and nobody in the borough had thought to tell the",
         "Cllr Moss      Cllr Tan      Cllr Orr",
         "council. It was noted.     JB", "**5\\. Trees**", "| a | b |", "|---|---|", "> quoted", "# Heading",
         "Agenda item\n\nLamps", "Minutes:"]
    ),
    max_size=40,
)  # fmt: skip


@given(LINES)
def test_any_lines_make_a_well_formed_document(lines: list[str]) -> None:
    assert_well_formed(document("\n".join(lines)))


@given(st.text(max_size=300))
def test_any_text_makes_a_well_formed_document(text: str) -> None:
    assert_well_formed(document(text))
