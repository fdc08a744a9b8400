"""The builder folds white space, keeps every printed character, and maps each back to the original."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.documents.builder import CELL_GAP, INVISIBLE, DocumentBuilder
from arising.documents.document import BlockKind, Document, Part, Place

WRITTEN = st.text(alphabet=st.sampled_from("ab–’“.,: \n\t\r\u00a0\u00ad\u200b\u2003\ufeff\x00(76)é"), max_size=60)


def built(original: str, *spans: tuple[int, int], glued: tuple[int, ...] = ()) -> Document:
    builder = DocumentBuilder(original)
    builder.add(BlockKind.PARAGRAPH, spans, glued=glued)
    return builder.build(name="a", format="text", sha256="")


def folded(text: str) -> str:
    return " ".join(re.sub(f"[{re.escape(INVISIBLE)}]", "", text).split())


@st.composite
def originals_with_spans(draw: st.DrawFn) -> tuple[str, list[list[tuple[int, int]]]]:
    original = draw(WRITTEN)
    marks = sorted(draw(st.lists(st.integers(0, len(original)), max_size=14)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    sizes = draw(st.lists(st.integers(1, 3), max_size=7))
    blocks = []
    for size in sizes:
        blocks.append(pairs[:size])
        pairs = pairs[size:]
    return original, blocks


def joined(original: str, spans: list[tuple[int, int]]) -> str:
    text = ""
    for number, (low, high) in enumerate(spans):
        text += (" " if number and low != spans[number - 1][1] else "") + original[low:high]
    return folded(text)


@given(originals_with_spans())
def test_the_words_of_a_block_are_the_words_of_its_spans_with_white_space_folded(
    case: tuple[str, list[list[tuple[int, int]]]],
) -> None:
    original, blocks = case
    builder = DocumentBuilder(original)
    for spans in blocks:
        builder.add(BlockKind.PARAGRAPH, spans)
    document = builder.build(name="a", format="text", sha256="")
    expected = [words for words in (joined(original, spans) for spans in blocks) if words]
    assert [document.words(block) for block in document.blocks] == expected
    assert document.text == "\n".join(expected)


@given(originals_with_spans())
def test_every_printed_character_maps_back_to_itself(case: tuple[str, list[list[tuple[int, int]]]]) -> None:
    original, blocks = case
    builder = DocumentBuilder(original)
    for spans in blocks:
        builder.add_row([spans[:1], spans[1:]])
    document = builder.build(name="a", format="text", sha256="")
    for at, letter in enumerate(document.text):
        if letter not in " \t\n":
            assert document.in_original(at, at + 1) == letter
    for block in document.blocks:
        assert folded(document.in_original(block.start, block.end) or "").startswith(document.words(block)[:1])
        assert CELL_GAP.join(document.text[low:high] for low, high in block.cells if high > low) == document.words(
            block
        )


@pytest.mark.parametrize(
    ("original", "words"),
    [
        ("The  Committee\u00a0noted\tthe report. ", "The Committee noted the report."),
        ("over\u00adsight", "oversight"),
        ("zero\u200bwidth", "zerowidth"),
        ("a \u200b b", "a b"),
        ("Children’s “Services” – 12½%", "Children’s “Services” – 12½%"),
        ("A\r\nB", "A B"),
    ],
)
def test_white_space_is_folded_and_nothing_else_changes(original: str, words: str) -> None:
    assert built(original, (0, len(original))).text == words


def test_spans_that_do_not_touch_are_parted_by_one_space() -> None:
    assert built("one|two", (0, 3), (4, 7)).text == "one two"


def test_spans_that_touch_are_one_stretch() -> None:
    document = built("onetwo", (0, 3), (3, 6))
    assert document.text == "onetwo"
    assert len(document.offsets.starts) == 1


def test_a_glued_gap_joins_a_word_that_was_hyphenated_at_the_end_of_a_line() -> None:
    document = built("child-\nren came", (0, 5), (7, 15), glued=(0,))
    assert document.text == "children came"
    assert document.in_original(0, 8) == "child-\nren"


def test_a_block_without_words_is_dropped() -> None:
    builder = DocumentBuilder(" \u00a0\n")
    builder.add(BlockKind.HEADING, [(0, 3)])
    builder.add_row([[(0, 1)], [(1, 3)]])
    assert builder.build(name="a", format="text", sha256="").blocks == ()


def test_an_empty_cell_keeps_its_place_in_the_row() -> None:
    builder = DocumentBuilder("name,,present")
    builder.add_row([[(0, 4)], [], [(6, 13)], [(5, 5)]])
    document = builder.build(name="a", format="text", sha256="")
    assert document.text == "name\tpresent"
    assert [document.text[low:high] for low, high in document.blocks[0].cells] == ["name", "", "present", ""]


def test_what_is_known_of_a_block_is_kept() -> None:
    builder = DocumentBuilder("noted")
    builder.add(
        BlockKind.LIST_ITEM, [(0, 5)], place=Place(page=2), part=Part.DECISION, level=1, marker="(a)", margin="JS"
    )
    block = builder.build(name="a", format="text", sha256="").blocks[0]
    assert (block.place.page, block.part, block.level, block.marker, block.margin) == (2, Part.DECISION, 1, "(a)", "JS")


def test_ordinary_text_is_laid_out_at_eight_megabytes_a_second_or_more() -> None:
    original = "In response to a question the Director said that it\u00a0was the best that could be hoped.\n" * 12_000
    line = len(original) // 12_000
    spans = [(at, at + line) for at in range(0, len(original), line)]
    best = 0.0
    for _ in range(3):
        builder = DocumentBuilder(original)
        started = time.process_time()
        for at in range(0, len(spans), 6):
            builder.add(BlockKind.PARAGRAPH, spans[at : at + 6])
        best = max(best, len(original) / 1e6 / (time.process_time() - started))
    assert best > 2, "a quarter of the aim, for busy machines"
