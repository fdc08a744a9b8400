"""A tracker as somebody holds it in a spreadsheet: its titles, its rows, and how it is written back."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl

Sheet = list[dict[str, str]]


def read_csv(content: bytes) -> Sheet:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_excel(content: bytes, sheet: str = "Tracker") -> list[dict[str, Any]]:
    rows = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True)
    titles = [str(title) for title in next(rows)]
    return [dict(zip(titles, row, strict=True)) for row in rows]


def as_csv(rows: list[dict[str, Any]], *, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def as_excel(rows: list[dict[str, Any]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
