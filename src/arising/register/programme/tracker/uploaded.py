"""A filled-in tracker as it comes in: Excel or CSV of any make, bounded, its columns found by their titles."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from arising.measures.published import packed
from arising.register.programme.tracker.cells import LONGEST, fitting, restored
from arising.register.programme.tracker.columns import BY_NAME, COLUMNS

LARGEST = 5 * 1024 * 1024
"""The largest file that is taken, in bytes."""
UNPACKED = 50 * 1024 * 1024
"""The most that a workbook may be once it is unpacked, in bytes: a tracker is far smaller than a published release."""
MOST_ROWS, MOST_COLUMNS, MOST_PARTS = 5_000, 100, 500
LOOKED_AT = 20
"""In so many rows from the top the titles are looked for."""

_UNFIT: dict[packed.Why, str] = {
    "unpacks": "unpacks to more than is taken. Save the sheet alone, anew.",
    "no workbook": "is no Excel workbook. Save it as .xlsx or .csv.",
    "entities": "holds what no workbook holds. Save it anew as .xlsx.",
    "damaged": "is damaged. Save it anew as .xlsx.",
}
_BLANKS = 10_000
"""After so many rows without a word nothing more is looked for."""
_DELIMITERS = (",", ";", "\t", "|")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


class NotATracker(Exception):
    """The file cannot be taken in. Says in one line what is wrong and what to do."""


class Formula(str):
    """A cell in which a formula stands."""


class TooLong(str):
    """The beginning of a cell that holds more than one of Excel does."""


Cells = tuple[int, Sequence[Any]]
"""A row as it stands in the sheet: its number, counted from 1, and its cells."""


@dataclass(frozen=True)
class UploadedRow:
    """A row of a file: its number there, and what stands in the columns that are known, by their names."""

    number: int
    cells: dict[str, Any]


@dataclass(frozen=True)
class Uploaded:
    """What a file holds. ``ignored`` are the titles of columns that no tracker has."""

    rows: tuple[UploadedRow, ...]
    columns: frozenset[str]
    ignored: tuple[str, ...] = ()


def uploaded(content: bytes, name: str) -> Uploaded:
    """The rows of a filled-in tracker. Raises ``NotATracker`` for what is none, or is too large to be one."""
    if len(content) > LARGEST:
        raise NotATracker(
            f"{name} is larger than {LARGEST // 1024 // 1024} MB. Take out what is no part of the tracker."
        )
    if not content.strip():
        raise NotATracker(f"{name} is empty. Choose the tracker that was filled in.")
    if content.startswith(packed.OLD_EXCEL):
        raise NotATracker(f"{name} is an old Excel file, or has a password. Save it as .xlsx without one.")
    packs = content.startswith(b"PK")
    tables = (table for _, _, table in sheets_of(content, name)) if packs else _of_csv(content, name)
    for table in tables:
        rows = iter(table)
        begun = list(islice(rows, LOOKED_AT))
        for at, (_, titles) in enumerate(begun):
            if "reference" in (places := _places(titles, name)):
                return _with(places, titles, [*begun[at + 1 :]], rows, name)
    raise NotATracker(
        f"{name}: no column is called Reference. Start from a tracker that was taken out of the register, and keep its "
        "first row."
    )


def _key(title: object) -> str:
    return re.sub(r"[^a-z]+", " ", str(title or "").casefold()).strip()


_TITLES = {_key(other): column.name for column in COLUMNS for other in column.also} | {
    _key(column.title): column.name for column in COLUMNS
}


def _places(titles: Sequence[Any], name: str) -> dict[str, int]:
    """Where each known column stands. Its own title comes before another that it is known by."""
    places: dict[str, int] = {}
    for own in (True, False):
        for at, title in enumerate(titles):
            known = _TITLES.get(_key(title))
            if known is None or at in places.values() or own != (_key(title) == _key(BY_NAME[known].title)):
                continue
            if known in places and own:
                raise NotATracker(f"{name}: two columns are called {BY_NAME[known].title}. Leave one of them out.")
            places.setdefault(known, at)
    return places


def _with(
    places: dict[str, int], titles: Sequence[Any], begun: list[Cells], rest: Iterator[Cells], name: str
) -> Uploaded:
    ignored = [str(title).strip() for at, title in enumerate(titles) if title and at not in places.values()]
    rows: list[UploadedRow] = []
    for number, row in (*begun, *bounded(rest)):
        cells = {known: cell_from(row[at]) for known, at in places.items() if at < len(row)}
        cells = {known: cell for known, cell in cells.items() if cell not in (None, "")}
        if cells:
            rows.append(UploadedRow(number, cells))
        if len(rows) > MOST_ROWS:
            raise NotATracker(f"{name} has more than {MOST_ROWS:,} rows. Bring it in in parts.")
    return Uploaded(tuple(rows), frozenset(places), tuple(ignored))


def bounded(rows: Iterator[Cells]) -> Iterator[Cells]:
    """The rows until there is nothing but blank ones for very long, as when a whole sheet was given a colour."""
    blanks = 0
    for row in rows:
        blanks = 0 if any(cell not in (None, "") for cell in row[1]) else blanks + 1
        if blanks > _BLANKS:
            return
        yield row


def cell_from(value: Any) -> Any:
    """What stands in a cell: text without what a spreadsheet adds to it, another value as it is."""
    if isinstance(value, Formula) or not isinstance(value, str):
        return value
    if len(value) > LONGEST:
        return TooLong(value[:60])
    return restored(fitting(value)).strip()


def sheets_of(content: bytes, name: str) -> Iterator[tuple[str, bool, Iterable[Cells]]]:
    """The sheets of a workbook: the title of each, whether it is shown, and its rows. Raises ``NotATracker``."""
    # it takes half a second at first, so only where a workbook is read
    import openpyxl

    _whole(content, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheets = book.worksheets
    except Exception as error:  # openpyxl raises whatever a broken part leads to
        raise NotATracker(f"{name} cannot be read as Excel. Save it anew as .xlsx.") from error
    for sheet in sheets:
        # what a file says of its own size need not be so
        sheet.reset_dimensions()
        yield sheet.title, sheet.sheet_state == "visible", _rows(sheet, name)


def _rows(sheet: Any, name: str) -> Iterator[Cells]:
    from openpyxl.utils.escape import unescape

    number = 0
    try:
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
            yield number, [_value(cell, unescape) for cell in row]
    except Exception as error:
        raise NotATracker(f"{name}, row {number + 1}: it cannot be read as Excel. Save it anew as .xlsx.") from error


def _value(cell: Any, unescape: Callable[[str], str]) -> Any:
    value = cell.value
    if cell.data_type == "f":
        return Formula(value)
    return unescape(value) if isinstance(value, str) else value


def _whole(content: bytes, name: str) -> None:
    """Refuse what is no workbook, unpacks to far more than it is, or defines entities."""
    try:
        packed.sheets_of(content, unpacked=UNPACKED, most_parts=MOST_PARTS)
    except packed.Unfit as error:
        raise NotATracker(f"{name} {_UNFIT[error.why]}") from error


def _of_csv(content: bytes, name: str) -> Iterator[Iterable[Cells]]:
    text = text_of(content, name)
    for delimiter in _DELIMITERS:
        try:
            begun = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), LOOKED_AT))
        except csv.Error:
            continue
        if any("reference" in _places(record, name) for record in begun):
            yield _records(text, delimiter, name)


def _records(text: str, delimiter: str, name: str) -> Iterator[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            yield number, record[:MOST_COLUMNS]
    except csv.Error as error:
        line = f"{name}, row {number + 1}: it is no CSV from there on ({error}). Save it anew as .xlsx or .csv."
        raise NotATracker(line) from error


def text_of(content: bytes, name: str) -> str:
    """The text of a CSV file. Raises ``NotATracker`` for what is none."""
    marked = [encoding for mark, encoding in _MARKS.items() if content.startswith(mark)]
    for tried in (*marked, "utf-8", "cp1252"):
        try:
            text = content.decode(tried)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise NotATracker(f"{name} is neither Excel nor CSV. Save it as .xlsx or .csv.")
