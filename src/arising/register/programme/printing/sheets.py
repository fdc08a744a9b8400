"""A pack as an Excel workbook: one sheet with the answers, one with every entry, to sort and to filter.

Words of minutes are written as text and nothing else. What a spreadsheet would take for a formula keeps the mark that
makes it text when its cell is edited.
"""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from arising.register.programme.pack import Entry, InSections, Section
from arising.register.programme.printing.wording import left_out
from arising.register.programme.tracker.cells import STARTS_A_FORMULA

ANSWERS, ENTRIES = "In brief", "Entries"
COLUMNS = (
    ("Section", 28), ("What", 44), ("Who", 26), ("Due", 12), ("State", 15), ("Days", 8), ("Said on", 18),
    ("Quote", 60), ("Then said on", 18), ("Then said", 60), ("Address", 50),
)  # fmt: skip
"""The headings of the entries and how wide each is, in characters."""
_Cell = str | int | date | None


def as_sheets(pack: InSections, *, site: str = "") -> bytes:
    """The pack as a workbook; ``site`` is put before each address."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    # row by row to disk, so that a large pack takes no more memory than a small one
    with Workbook(out, {"constant_memory": True}) as book:
        book.set_properties({"title": pack.title, "comments": pack.opening})
        writer = _Writer(book)
        _answers(writer, pack)
        _entries(writer, pack, site)
    return out.getvalue()


class _Writer:
    """Puts cells into a workbook, each as what it is."""

    def __init__(self, book: Any) -> None:
        look = {"valign": "top", "text_wrap": True}
        self.book = book
        self._text = book.add_format(look)
        self._guarded = book.add_format({**look, "quote_prefix": True})
        self._day = book.add_format({**look, "num_format": "d mmm yyyy", "align": "left"})
        self.heading = book.add_format({**look, "bold": True, "bottom": 1})
        self.title = book.add_format({"bold": True, "font_size": 16})

    def row(self, sheet: Any, number: int, cells: list[_Cell]) -> None:
        """A row of text, numbers and days; None leaves its cell empty."""
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell, self._guarded if _guard(cell) else self._text)
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, cell, self._day)
            elif cell is not None:
                sheet.write_number(number, column, cell, self._text)


def _guard(words: str) -> bool:
    return words.startswith(tuple(STARTS_A_FORMULA))


def _answers(writer: _Writer, pack: InSections) -> None:
    sheet = writer.book.add_worksheet(ANSWERS)
    _prepared(sheet, (("Question", 50), ("Answer", 70), ("Left out", 20)))
    sheet.write_string(0, 0, pack.title, writer.title)
    sheet.write_string(1, 0, pack.opening)
    for column, heading in enumerate(("Question", "Answer", "Left out")):
        sheet.write_string(3, column, heading, writer.heading)
    for number, section in enumerate(pack.sections, start=4):
        writer.row(sheet, number, [section.title, section.answer, left_out(section)])


def _entries(writer: _Writer, pack: InSections, site: str) -> None:
    sheet = writer.book.add_worksheet(ENTRIES)
    _prepared(sheet, COLUMNS)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for column, (heading, _) in enumerate(COLUMNS):
        sheet.write_string(0, column, heading, writer.heading)
    rows = [_cells(section, entry, site) for section in pack.sections for entry in section.entries]
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    for number, cells in enumerate(rows, start=1):
        writer.row(sheet, number, cells)


def _cells(section: Section, entry: Entry, site: str) -> list[_Cell]:
    owed = entry.owed
    facts: list[_Cell] = [owed.who, owed.due, owed.state, owed.days] if owed else [None] * 4
    quotes: list[_Cell] = [cell for quote in entry.quotes for cell in (quote.day or quote.when, quote.words)]
    address = f"{site}{entry.address}" if entry.address and site else None
    return [section.title, owed.what if owed else entry.words, *facts, *quotes, *[None] * (4 - len(quotes)), address]


def _prepared(sheet: Any, columns: tuple[tuple[str, int], ...]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&Rpage &P of &N")
    for column, (_, width) in enumerate(columns):
        sheet.set_column(column, column, width)
