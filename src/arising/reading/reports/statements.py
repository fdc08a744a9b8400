"""A report laid out for its rules: sentences of prose, wherever they stand, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from arising.documents import Block, BlockKind, Document, Part
from arising.reading.findings.numbers import Number, numbers_in
from arising.reading.language.sentences import sentences
from arising.reading.language.vocabulary import FINITE_VERBS
from arising.reading.reports.vocabulary import NO_MEASURE

_LEFT_OUT = (Part.PAGE, Part.DOCUMENTS, Part.ATTENDANCE)
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3
"""A stretch of fewer words is a label and tells nothing."""
_LONGEST_HEADING = 10
_COLON_INSIDE = re.compile(r":\s+\S")
_VERBS = frozenset(FINITE_VERBS) | frozenset(("has", "have", "that"))
_WAIT = re.compile(
    r"\b(?:wait\w*|average|median|mean|delays?|took|takes?|length|lasted|duration)\b.{0,80}?"
    r"\b(?P<value>\d{1,4}(?:\.\d+)?)\s(?:working\s|calendar\s)?(?P<unit>hours|days|weeks|months|years)\b"
)
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[a-z]\)|\([a-z]\))\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or a label that stands by itself, with the heading above it.

    ``lowered`` is its text in lower case, letter for letter. ``figures`` are the numbers in it that measure something.
    """

    start: int
    end: int
    text: str
    lowered: str
    figures: tuple[Number, ...]
    heading: str | None
    block: Block
    is_prose: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow each other; the first gives the names of the columns."""

    rows: tuple[Block, ...]
    heading: str | None

    def cells(self, document: Document, row: int) -> list[str]:
        """The words of a row's cells."""
        return [document.text[start:end] for start, end in self.rows[row].cells]


def read_blocks(document: Document) -> list[Block]:
    """The blocks that the author of the report wrote."""
    return [block for block in document.blocks if block.part not in _LEFT_OUT]


def statements(document: Document) -> Iterator[Statement]:
    """Every sentence and label, in order. The cells of a table's rows are read each by itself."""
    heading: str | None = None
    for block in read_blocks(document):
        if is_heading(document, block):
            heading = plain_heading(document.words(block))
        for low, high in block.cells or ((block.start, block.end),):
            for start, end in sentences(document.text, low, high):
                yield _statement(document, block, heading, start, end)


def _statement(document: Document, block: Block, heading: str | None, start: int, end: int) -> Statement:
    text = document.text[start:end]
    words = _WORD.findall(text)
    is_prose = len(words) >= _FEWEST_WORDS and not is_heading(document, block)
    lowered = _lowered(text)
    figures = _figures(text, lowered) if is_prose else ()
    return Statement(start, end, text, lowered, figures, heading, block, is_prose)


def _figures(text: str, lowered: str) -> tuple[Number, ...]:
    """The numbers that measure something, waits among them."""
    found = [number for number in numbers_in(text) if number.unit.lower() not in NO_MEASURE]
    wait = _WAIT.search(lowered)
    if wait:
        value = float(wait["value"])
        found.append(Number(wait.start("value"), wait.end(), value, wait["unit"], "wait", 0.7))
    return tuple(found)


def tables(document: Document) -> Iterator[Table]:
    """The tables of more than one row."""
    heading: str | None = None
    for is_row, blocks in groupby(read_blocks(document), key=lambda block: block.kind is BlockKind.TABLE_ROW):
        together = list(blocks)
        if is_row and len(together) > 1:
            yield Table(tuple(together), heading)
        elif not is_row:
            heading = _last_heading(document, together) or heading


def _last_heading(document: Document, blocks: Sequence[Block]) -> str | None:
    return next((plain_heading(document.words(one)) for one in reversed(blocks) if is_heading(document, one)), None)


def is_heading(document: Document, block: Block) -> bool:
    """Whether a block is a heading: by its style, or as a few words without a verb that stand alone."""
    if block.kind is BlockKind.HEADING:
        return True
    if block.kind is BlockKind.TABLE_ROW or (block.kind is BlockKind.LIST_ITEM and not block.marker[:1].isdigit()):
        return False
    words = document.words(block).strip()
    if words.endswith((".", ";", ",", "!")) or _COLON_INSIDE.search(words):
        return False
    plain = plain_heading(words)
    spoken = plain.lower().split()
    return 0 < len(spoken) <= _LONGEST_HEADING and not plain[0].islower() and _VERBS.isdisjoint(spoken)


def plain_heading(words: str) -> str:
    """A heading without its number and its colon."""
    return _NUMBERED.sub("", " ".join(words.split())).rstrip(" :")


def _lowered(words: str) -> str:
    lowered = words.lower().replace("’", "'")
    return lowered if len(lowered) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
