"""What a source becomes: text in blocks, every block and character knowing its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


class Part(StrEnum):
    """Which part of what was published a block belongs to.

    Only MINUTES and DECISION are read for findings. AGENDA is what was written before the meeting: a
    recommendation there is never a decision. ATTENDANCE is a separate attendance roll, DOCUMENTS a list of
    reports, PAGE anything else the page says (breadcrumbs, contact, notes).
    """

    MINUTES = "minutes"
    DECISION = "decision"
    AGENDA = "agenda"
    ATTENDANCE = "attendance"
    DOCUMENTS = "documents"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in its source: ``page`` and ``line`` count from 1, ``path`` names an element.

    ``path`` is an HTML or XML path ("div[2]/p[3]"), or "paragraph 12" / "table 1 row 3" in Word.
    """

    page: int | None = None
    line: int | None = None
    path: str | None = None

    def __str__(self) -> str:
        words = [f"page {self.page}"] if self.page else []
        if self.line:
            words.append(f"line {self.line}")
        if self.path:
            words.append(self.path)
        return ", ".join(words)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``document.text[start:end]`` that stands by itself on the page.

    ``level`` is the depth of a heading (1 highest) or the nesting of a list item (0 outermost). ``marker`` is
    the number, letter or bullet that led it ("•", "(a)", "76."), which is not in the text. ``margin`` is what
    stood in a column beside it (the initials of an Action column). ``cells`` are the spans of a table row's
    cells, in order, as offsets into the document's text.
    """

    kind: BlockKind
    start: int
    end: int
    place: Place = Place()
    part: Part = Part.MINUTES
    level: int = 0
    marker: str = ""
    margin: str = ""
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs that map offsets in a document's text to offsets in its original.

    Run ``i`` says that ``text[starts[i] : starts[i] + lengths[i]]`` was taken, character by character, from
    ``original[origins[i] : origins[i] + lengths[i]]``. Text between runs (a space put for a line break) has no
    original of its own.
    """

    starts: Sequence[int] = ()
    lengths: Sequence[int] = ()
    origins: Sequence[int] = ()

    def original(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the original that ``text[start:end]`` was taken from, or None where nothing was."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        low: int | None = None
        high: int | None = None
        for run in range(first, len(self.starts)):
            run_start, length, origin = self.starts[run], self.lengths[run], self.origins[run]
            if run_start >= end:
                break
            left, right = max(start, run_start), min(end, run_start + length)
            if left >= right:
                continue
            if low is None:
                low = origin + left - run_start
            high = origin + right - run_start
        return None if low is None or high is None else (low, high)


@dataclass(frozen=True, slots=True)
class Supporting:
    """A report or other paper that the page lists beside the minutes."""

    title: str
    url: str | None = None
    restricted: bool = False


@dataclass(frozen=True)
class Document:
    """The text of a source in blocks. Blocks are in reading order, do not overlap, and never share a character."""

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    original: str
    offsets: OffsetMap
    sha256: str
    title: str | None = None
    body: str | None = None
    date: str | None = None
    url: str | None = None
    supporting: tuple[Supporting, ...] = ()
    restricted: bool = False
    notes: tuple[str, ...] = field(default=())

    def words(self, block: Block) -> str:
        """The text of one block."""
        return self.text[block.start : block.end]

    def parts(self, *wanted: Part) -> Iterator[Block]:
        """The blocks of the parts named, in reading order."""
        return (block for block in self.blocks if block.part in wanted)

    def in_original(self, start: int, end: int) -> str | None:
        """``text[start:end]`` as it stands in the original, oddities and line breaks included."""
        place = self.offsets.original(start, end)
        return None if place is None else self.original[place[0] : place[1]]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self.blocks[at].end:
            return None
        return self.blocks[at]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]
