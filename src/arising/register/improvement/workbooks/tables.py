"""Tables to take away: as CSV by their rows, as an Excel workbook with a sheet for each."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from arising.register.improvement.workbooks.writing import Cell, looks_of, put_lines, put_sheet

FOR_WHOM = "It holds what its reader may see and nothing else. Pass it on only to those who may see the same."


@dataclass(frozen=True)
class Table:
    """A table: what it is called, the titles of its columns, and a row of cells for each thing."""

    name: str
    titles: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def workbook_of(tables: Sequence[Table], title: str, made: str) -> bytes:
    """The tables as a workbook, with a last sheet that says what it is."""
    import xlsxwriter

    out = io.BytesIO()
    told = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, told) as book:
        book.set_properties({"title": title, "author": "Matters Arising", "comments": made})
        looks = looks_of(book)
        for table in tables:
            put_sheet(book.add_worksheet(table.name), table.titles, table.rows, looks)
        put_lines(book.add_worksheet("About this file"), title, (made, FOR_WHOM), looks)
    return out.getvalue()
