"""The sheets of a workbook, or the one of a CSV file, as rows of text: bounded, whatever the file says of itself."""

from __future__ import annotations

import datetime
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from arising.measures.published.lines import Source, held, name_of, opened
from arising.measures.published.packed import EXCEL, OLD_EXCEL, Unfit, Why, sheets_of
from arising.measures.published.records import Numbered, records
from arising.measures.published.troubles import NotPublished

LARGEST_BOOK = 20 * 1024 * 1024
"""The largest workbook that is read, in bytes."""
MOST_ROWS, MOST_CELLS, MOST_SHEETS, MOST_MERGED = 100_000, 3_000_000, 100, 10_000

_UNFIT: dict[Why, str] = {
    "unpacks": "it unpacks to more than a release can be. Save the sheet alone, as CSV.",
    "no workbook": "it is no Excel workbook. Save it as .xlsx or .csv.",
    "entities": "it holds what no workbook holds. Save it anew as .xlsx.",
    "damaged": "it is damaged. Save it anew as .xlsx.",
}
_BLANKS = 1_000
"""After so many rows without a word nothing more is looked for."""
_AS_STORED = frozenset({0, 1, 2, 3, 4, 49})
"""The formats built into Excel for plain numbers and for text (ECMA-376, part 1, 18.8.30)."""
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, and its rows with their numbers, every cell as text."""

    name: str
    rows: tuple[Numbered, ...]


@dataclass(frozen=True)
class Book:
    """A file and its sheets; a CSV file has one, without a name. ``sha256`` is of its bytes."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]


def is_workbook(source: bytes | Path) -> bool:
    """Whether a file begins as those of Excel do, the old ones included."""
    if isinstance(source, Path):
        try:
            with source.open("rb") as handle:
                begun = handle.read(4)
        except OSError:
            return False
    else:
        begun = source[:4]
    return begun in (EXCEL, OLD_EXCEL)


def book(source: Source, file: str = "") -> Book:
    """A workbook, or a file of comma-separated values, sheet by sheet. Raises NotPublished."""
    source, name = held(source), name_of(source, file)
    if not is_workbook(source):
        with opened(source, name) as lines:
            rows = tuple(_bounded(records(lines, name), name))
            return Book(name, lines.sha256, (Sheet("", rows),))
    content = _content(source, name)
    sheets = tuple(_sheets(content, name))
    if not sheets:
        raise NotPublished(name, "it has no sheet. Save the table that is wanted as .xlsx or CSV.")
    return Book(name, hashlib.sha256(content).hexdigest(), sheets)


def _content(source: bytes | Path, name: str) -> bytes:
    if isinstance(source, Path) and source.stat().st_size > LARGEST_BOOK:
        content = b""
    else:
        content = source.read_bytes() if isinstance(source, Path) else source
    if not content or len(content) > LARGEST_BOOK:
        limit = LARGEST_BOOK // 1024 // 1024
        raise NotPublished(name, f"it is larger than {limit} MB. Save the sheet that is wanted as CSV.")
    if content.startswith(OLD_EXCEL):
        raise NotPublished(name, "it is an old Excel file, or has a password. Save it as .xlsx without one.")
    return content


def _sheets(content: bytes, file: str) -> Iterator[Sheet]:
    try:
        import openpyxl
    except ImportError as error:
        raise NotPublished(file, "this machine reads no Excel files. Save the sheet as CSV.") from error
    parts = _parts(content, file)
    try:
        shown = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = shown.worksheets[:MOST_SHEETS]
        written = None
        if any(b"<f>" in part or b"<f " in part for part in parts.values()):
            written = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False).worksheets
    except Exception as error:  # openpyxl raises whatever a broken part leads to
        raise NotPublished(file, "it cannot be read as Excel. Save it anew as .xlsx, or as CSV.") from error
    for at, sheet in enumerate(sheets):
        rows = dict(_bounded(_rows(sheet, file), file))
        if written:
            _with_results(rows, _rows(written[at], file), file, sheet.title)
        _spread(rows, parts.get(sheet._worksheet_path, b""), file)
        yield Sheet(sheet.title, tuple(rows.items()))


def _rows(sheet: Any, file: str) -> Iterator[tuple[int, list[str]]]:
    # what a sheet says of its own size need not be so
    sheet.reset_dimensions()
    formats: dict[int, str] = {}
    number = 0
    try:
        if _shows_as_stored(sheet.parent):
            for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
                yield number, [_text(value, "") if value is not None else "" for value in values]
        else:
            for number, row in enumerate(sheet.iter_rows(), start=1):
                yield number, [_text(cell.value, _format(cell, formats)) for cell in row]
    except Exception as error:
        what = "it cannot be read as Excel. Save it anew as .xlsx, or as CSV."
        raise NotPublished(file, what, row=number + 1) from error


def _shows_as_stored(workbook: Any) -> bool:
    """Whether no cell of a workbook can show a percentage or a month: then its values alone are read, in less time."""
    return {style.numFmtId for style in workbook._cell_styles} <= _AS_STORED


def _text(value: Any, shown: str) -> str:
    """What a cell shows, as text: of a fraction shown as a percentage the percentage, of a day shown as a month the
    month."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime | datetime.date):
        return value.strftime("%Y-%m-%d" if "d" in shown or "y" not in shown else "%b %Y")
    if isinstance(value, int | float):
        plain = repr(round(value * 100, 10) if "%" in shown else value)
        return (f"{Decimal(plain):f}" if "e" in plain else plain).removesuffix(".0")
    return str(value).strip()


def _format(cell: Any, formats: dict[int, str]) -> str:
    """How a cell shows its value, without colours and quoted words; kept for each style, for there are many cells."""
    style = cell._style_id
    if style not in formats:
        formats[style] = re.sub(r'\[[^]]*\]|"[^"]*"', "", str(cell.number_format or "")).casefold()
    return formats[style]


def _bounded(rows: Iterator[Numbered] | Iterator[tuple[int, list[str]]], file: str) -> Iterator[tuple[int, list[str]]]:
    blanks = width = 0
    for number, cells in rows:
        blanks = 0 if any(cells) else blanks + 1
        if blanks > _BLANKS:
            return
        width += len(cells)
        if number > MOST_ROWS or width > MOST_CELLS:
            what = f"it has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells. Keep only those wanted."
            raise NotPublished(file, what, row=number)
        yield number, list(cells)


def _with_results(rows: dict[int, list[str]], written: Iterator[tuple[int, list[str]]], file: str, sheet: str) -> None:
    """Raises NotPublished for a formula that was never worked out."""
    for number, cells in written:
        shown = rows.get(number, [])
        for at, cell in enumerate(cells):
            if cell.startswith("=") and not (at < len(shown) and shown[at]):
                what = f"a formula stands there without its result ({sheet}). Open the file in Excel and save it."
                raise NotPublished(file, what, row=number, column=_letters(at))


def _spread(rows: dict[int, list[str]], part: bytes, file: str) -> None:
    """Give what stands in cells that are merged downwards to each of them.

    Raises NotPublished for cells with numbers beside them that are merged across: which of them it is meant for cannot
    be told.
    """
    merged = re.findall(rb'<mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"', part)
    if len(merged) > MOST_MERGED:
        raise NotPublished(file, f"it has more than {MOST_MERGED:,} merged cells. Unmerge them.")
    last_row = max(rows, default=0)
    for told in merged:
        (left, top), (right, bottom) = _CELL.findall(told.decode())
        first, last = _number(left), _number(right)
        upper = rows.get(int(top), [])
        value = upper[first] if first < len(upper) else ""
        for number in range(int(top) + 1, min(int(bottom), last_row) + 1) if first == last else ():
            cells = rows.get(number)
            if cells is not None and value:
                cells.extend([""] * (first + 1 - len(cells)))
                cells[first] = cells[first] or value
        if first != last and sum(map(_is_number, upper)) > 1:
            raise NotPublished(file, f"the cells {told.decode()} are merged. Unmerge them.", row=int(top))


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", cell))


def _parts(content: bytes, file: str) -> dict[str, bytes]:
    """The sheets of a workbook as they are stored, by their path. Raises NotPublished."""
    try:
        return sheets_of(content)
    except Unfit as error:
        raise NotPublished(file, _UNFIT[error.why]) from error


def _number(letters: str) -> int:
    """The place of a column, from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _letters(at: int) -> str:
    """The letters of a column by its place, from 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
