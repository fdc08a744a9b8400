"""Text set in columns: the initials of an action column, and rolls of names side by side."""

from __future__ import annotations

import pytest

from arising.documents import BlockKind, Document
from arising.documents.text import read_text
from documents.shown import assert_well_formed

LAMPS = "The lamps in Mill Lane were out and would be mended soon enough."
SWINGS = "The swings were new and the slide was shut until the spring came."
KERBS = "The Clerk would write to the county about the state of the kerbs."


def document(*lines: str) -> Document:
    return read_text("\n".join(lines) + "\n", name="invented.txt", sha256="0" * 64)


def margins(*lines: str) -> list[tuple[str, str]]:
    """The words of each block and the initials beside it."""
    found = document(*lines)
    return [(found.words(block), block.margin) for block in found.blocks]


def cells(*lines: str) -> list[list[str]]:
    """The cells of each table row."""
    found = document(*lines)
    rows = [block for block in found.blocks if block.kind is BlockKind.TABLE_ROW]
    return [[found.text[low:high] for low, high in row.cells] for row in rows]


@pytest.mark.parametrize("initials", ["JB", "RT/JB", "JB, RT", "All", "Clerk", "JB & RT"])
def test_initials_at_the_right_stand_beside_the_sentence(initials: str) -> None:
    assert margins(f"{LAMPS}     {initials}") == [(LAMPS, initials)]


def test_a_line_without_initials_has_no_margin() -> None:
    assert margins(f"{LAMPS}     JB", SWINGS) == [(LAMPS, "JB"), (SWINGS, "")]


def test_initials_that_ran_into_the_sentence_are_told_by_those_in_the_column() -> None:
    assert margins(f"{LAMPS}     JB", f"{SWINGS}     RT", f"{KERBS} JB")[2] == (KERBS, "JB")


def test_initials_that_no_column_has_stay_in_the_sentence() -> None:
    assert margins(f"{LAMPS}     JB", f"{SWINGS}     RT", f"{KERBS} KCC")[2] == (f"{KERBS} KCC", "")


def test_initials_without_any_column_stay_in_the_sentence() -> None:
    assert margins(f"{LAMPS} JB") == [(f"{LAMPS} JB", "")]


def test_initials_beside_the_last_line_of_a_wrapped_paragraph_are_its_own() -> None:
    found = document(
        "The lamps in Mill Lane were out again and nobody in the whole of the town",
        "had thought to tell the county of it until the Clerk wrote to them in the",
        "autumn about the kerbs and the state of the path by the mill and the lamps",
        "which had been out since the spring and would be mended by the winter.     JB",
    )
    assert [block.margin for block in found.blocks] == ["JB"]


def test_names_side_by_side_are_the_cells_of_a_row() -> None:
    assert cells(
        "Present:", "Cllr J Moss          Cllr P Tan          Cllr B Orr", "Mr C Dray            Ms A Perrin"
    ) == [
        ["Cllr J Moss", "Cllr P Tan", "Cllr B Orr"],
        ["Mr C Dray", "Ms A Perrin"],
    ]


def test_a_roll_with_a_label_and_names_is_a_row() -> None:
    assert cells("Apologies          Cllr Bly") == [["Apologies", "Cllr Bly"]]


def test_two_spaces_after_a_full_stop_set_no_columns() -> None:
    assert cells(f"{LAMPS}  {SWINGS}") == []


def test_a_gap_of_three_within_a_sentence_sets_no_columns() -> None:
    assert cells("The lamps   were out.") == []


def test_each_row_is_a_block_of_its_own() -> None:
    found = document("Cllr Moss      Cllr Tan      Cllr Orr", "Mr Dray        Ms Perrin     Mr Hill")
    assert [block.kind for block in found.blocks] == [BlockKind.TABLE_ROW, BlockKind.TABLE_ROW]


def test_every_printed_character_but_the_margin_leads_back_to_the_original() -> None:
    assert_well_formed(document(f"{LAMPS}     JB", "Cllr Moss      Cllr Tan      Cllr Orr", f"{SWINGS}     RT"))
