"""Invented workbooks in the layouts in which councils keep their improvement plans."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import openpyxl

Rows = Sequence[Sequence[Any]]


def excel(sheets: Mapping[str, Rows], merged: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """A workbook of those sheets. ``merged`` names cells of each that are one."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([datetime(cell.year, cell.month, cell.day) if type(cell) is date else cell for cell in row])
        for cells in (merged or {}).get(title, ()):
            sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


TITLES = ("Ref", "Priority", "Action", "Lead", "Timescale", "BRAG", "Progress")
FRONT_DOOR = "Priority 1: A front door that works"
PLAN: Rows = (
    ("Kelderdale children’s services improvement plan",),
    ("As agreed by the Board",),
    (),
    TITLES,
    ("1.1", FRONT_DOOR, "Bring the front door into one team", "Director of People", date(2024, 9, 30), "Green",
     "The team is named."),
    ("1.2", None, "Agree thresholds with the police and schools", "Head of Partnerships", "Q2 24/25", "Blue", ""),
    ("2.1", "Priority 2: A stable workforce", "Offer permanent posts to agency workers", "Director of People",
     "Ongoing", "Not started", None),
)  # fmt: skip
"""A plan with titles in the fourth row, merged priorities, a day, a quarter and no date."""
MERGED = {"Plan": ("B5:B6",)}


def plan_file(rows: Rows = PLAN) -> bytes:
    """The plan as a workbook."""
    return excel({"Plan": rows}, MERGED if rows is PLAN else None)
