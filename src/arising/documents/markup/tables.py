"""Tables of a page or of a Word file: which hold data, row by row, and which only lay the minutes out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from arising.documents.document import BlockKind
from arising.documents.markup.markers import BULLETS, is_marker
from arising.documents.markup.stretch import Stretch

_ACTION = re.compile(r"actions?(?: by| for)?|by whom|owner|lead(?: officer)?|responsib\w+|who", re.IGNORECASE)
_NUMBER = re.compile(r"(?:agenda |item |minute )*(?:no\.?|number|ref\.?|#|item)?", re.IGNORECASE)
_ITEM = re.compile(r"(?:agenda )?items?|subject|minutes?|business|discussion(?: points?)?|description", re.IGNORECASE)
_LONG_CELL = 220
_SHORT_CELL = 60


@dataclass(slots=True)
class Row:
    """A row while it is open: the stretches of each of its cells."""

    path: str
    line: int | None
    cells: list[list[Stretch]] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table that is open. ``item_table`` says that each of its rows is an agenda item."""

    item_table: bool
    row: Row | None = None
    in_cell: bool = False
    header: list[str] | None = None

    def open_row(self, path: str, line: int | None) -> None:
        """Begin a row."""
        self.row = Row(path, line)

    def close_row(self) -> list[Stretch]:
        """End the row and say what it comes to."""
        row, self.row = self.row, None
        if row is None:
            return []
        words = [" ".join(stretch.words for stretch in cell) for cell in row.cells]
        if self.header is None and any(words):
            self.header = words
            if self._is_item_header(words):
                self.item_table = True
                return []
        filled = [number for number, cell in enumerate(row.cells) if cell]
        if not filled:
            return []
        if self.item_table:
            return _item_row(row)
        if len(filled) == 1:
            return row.cells[filled[0]]
        if is_marker(words[filled[0]]):
            margin = self._margin(words, filled) if len(filled) == 3 else ""
            if len(filled) == 2 or margin:
                return _marked(words[filled[0]], row.cells[filled[1]], margin)
        margin = self._margin(words, filled) if len(filled) == 2 else ""
        if margin:
            return _marked("", row.cells[filled[0]], margin)
        if any(_is_laid_out(row.cells[number], words[number]) for number in filled):
            return [stretch for cell in row.cells for stretch in cell]
        return [_data_row(row, words)]

    @staticmethod
    def _is_item_header(words: list[str]) -> bool:
        """Whether a first row is the head that ModernGov gives its item table: "No. | Item"."""
        return (
            len(words) == 2 and bool(_NUMBER.fullmatch(words[0])) and bool(_ITEM.fullmatch(words[1])) and bool(words[0])
        )

    def _margin(self, words: list[str], filled: list[int]) -> str:
        """The last cell, where it stands in an action column beside the minutes and is no column of data."""
        last = words[filled[-1]]
        beside = words[filled[-2]]
        if len(last) > _SHORT_CELL or len(beside) <= len(last):
            return ""
        header = self.header or []
        named = len(header) == len(words) and _ACTION.fullmatch(header[-1].strip(" :")) is not None
        initials = re.fullmatch(r"[A-Z]{2,4}(?:[ /,&]+[A-Z]{2,4})*", last) is not None
        return last if (named and len(header) <= 3) or (initials and len(beside) > _LONG_CELL) else ""


def _item_row(row: Row) -> list[Stretch]:
    """A row of the item table: the number in its first cell leads the title in the next."""
    number = ""
    cells = row.cells
    if len(cells) > 1:
        first = " ".join(stretch.words for stretch in cells[0])
        if len(first) <= 12:
            number, cells = first, cells[1:]
    stretches = [stretch for cell in cells for stretch in cell]
    if stretches and number:
        stretches[0].marker = number
    return stretches


def _marked(marker: str, stretches: list[Stretch], margin: str) -> list[Stretch]:
    """The words of a row whose first cell was a number or bullet, and whose last may be an action column."""
    first = stretches[0]
    if marker and not first.marker:
        first.marker = marker
        if first.kind is BlockKind.PARAGRAPH and (marker in BULLETS or not first.bold):
            first.kind = BlockKind.LIST_ITEM
    if margin:
        stretches[-1].margin = margin
    return stretches


def _is_laid_out(cell: list[Stretch], words: str) -> bool:
    """Whether a cell holds text laid out (lists, headings, tables, long paragraphs) and not a datum."""
    return (
        any(stretch.kind is not BlockKind.PARAGRAPH and not stretch.bold for stretch in cell)
        or (len(cell) > 1 and len(words) > _LONG_CELL)
        or len(cell) > 6
    )


def _data_row(row: Row, words: list[str]) -> Stretch:
    filled = [stretch for cell in row.cells for stretch in cell]
    return Stretch(
        BlockKind.TABLE_ROW,
        filled[0].start,
        filled[-1].end,
        " ".join(filter(None, words)),
        row.path,
        row.line,
        landmark=filled[0].landmark,
        blanks=filled[0].blanks,
        box=filled[0].box,
        item=filled[0].item,
        cells=[[(stretch.start, stretch.end) for stretch in cell] for cell in row.cells],
        links=[link for stretch in filled for link in stretch.links],
    )
