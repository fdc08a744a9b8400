"""The tables of a workbook: where each begins, what its columns seem to hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from arising.measures.published import packed
from arising.register.improvement.workbooks.columns import MEASURES, MILESTONES, NOTHING, guess, key
from arising.register.programme.tracker.uploaded import (
    LARGEST,
    LOOKED_AT,
    Formula,
    NotATracker,
    TooLong,
    bounded,
    cell_from,
    sheets_of,
    text_of,
)

MOST_SHEETS, MOST_ROWS = 60, 3_000
_DELIMITERS = (",", ";", "\t", "|")
Cells = tuple[Any, ...]


class NotAPlan(Exception):
    """The file cannot be taken in as a plan. Says in one line what is wrong and what to do."""


@dataclass(frozen=True)
class Table:
    """The table of a sheet: the row of its titles, what each column seems to hold, the words above it, and its rows
    with their numbers. ``is_shown`` is false for a hidden sheet."""

    sheet: str
    is_shown: bool
    row: int
    titles: tuple[str, ...]
    seems: tuple[str, ...]
    above: tuple[str, ...]
    rows: tuple[tuple[int, Cells], ...]

    @property
    def like(self) -> str:
        """A short name for its titles, by which tables of one kind are known."""
        return "|".join(map(key, self.titles))

    def first_cells(self, at: int, most: int = 3) -> list[str]:
        """What stands in the first rows of a column."""
        told = (str(cells[at]) for _, cells in self.rows if at < len(cells) and cells[at] not in (None, ""))
        return list(islice(dict.fromkeys(told), most))


@dataclass(frozen=True)
class Workbook:
    """The tables of a workbook in which actions may stand, and the sheets that hold none. ``further`` are the sheets of
    milestones and measures of a workbook that the register gave out, by their titles."""

    tables: tuple[Table, ...]
    others: tuple[str, ...]
    further: dict[str, Table]


def workbook(content: bytes, name: str) -> Workbook:
    """The tables of a workbook or a CSV file. Raises ``NotAPlan`` for what is none, or holds no actions."""
    if len(content) > LARGEST:
        raise NotAPlan(f"{name} is larger than {LARGEST // 1024 // 1024} MB. Take out what is no part of the plan.")
    if not content.strip():
        raise NotAPlan(f"{name} is empty. Choose the workbook with the plan.")
    if content.startswith(packed.OLD_EXCEL):
        raise NotAPlan(f"{name} is an old Excel file, or has a password. Save it as .xlsx without one.")
    try:
        sheets = sheets_of(content, name) if content.startswith(b"PK") else _of_csv(content, name)
        tables, others = [], []
        further: dict[str, Table] = {}
        for title, is_shown, rows in islice(sheets, MOST_SHEETS):
            held = _held(title, rows, name)
            table = _table(title, is_shown, held)
            if own := _further(title, held):
                further[own.titles[1 if own.titles == MILESTONES else 2]] = own
            elif table is None:
                others.append(title)
            else:
                tables.append(table)
    except NotATracker as trouble:
        raise NotAPlan(str(trouble)) from trouble
    if not tables:
        raise NotAPlan(
            f"{name}: no sheet has a row of titles with a column for the action, and one more that is known, such as "
            "Lead, Due date or RAG. Name the columns so, and bring it in again."
        )
    return Workbook(tuple(tables), tuple(others), further)


Held = list[tuple[int, Cells]]


def _held(title: str, rows: Iterable[tuple[int, Any]], name: str) -> Held:
    """The rows of a sheet in which something stands."""
    held = [(number, tuple(cell_from(cell) for cell in row)) for number, row in bounded(iter(rows))]
    held = [(number, cells) for number, cells in held if any(cell not in (None, "") for cell in cells)]
    if len(held) > MOST_ROWS:
        raise NotAPlan(f"{name}, {title}: it has more than {MOST_ROWS:,} rows. Bring it in in parts.")
    return held


def _further(title: str, held: Held) -> Table | None:
    """The sheet of milestones or of measures of a workbook that the register gave out; None for any other."""
    titles = tuple(str(cell) for cell in held[0][1] if cell not in (None, "")) if held else ()
    if titles not in (MILESTONES, MEASURES):
        return None
    return Table(title, True, held[0][0], titles, (), (), tuple((at, row[: len(titles)]) for at, row in held[1:]))


def _table(title: str, is_shown: bool, held: Held) -> Table | None:
    best = max(range(min(len(held), LOOKED_AT)), key=lambda at: _worth(held[at][1]), default=None)
    if best is None or not _worth(held[best][1]):
        return None
    number, cells = held[best]
    last = max(at for at, cell in enumerate(cells) if cell not in (None, ""))
    titles = tuple("" if cell is None else str(cell).strip() for cell in cells[: last + 1])
    above = tuple(str(cell) for _, row in held[:best] for cell in row if isinstance(cell, str) and cell.strip())
    rest = tuple((at, row[: last + 1]) for at, row in held[best + 1 :])
    return Table(title, is_shown, number, titles, tuple(guess(titles)), above[:10], rest)


def _worth(cells: Cells) -> int:
    """How much a row is like a row of titles: 0 where it is none."""
    if any(isinstance(cell, Formula | TooLong) for cell in cells):
        return 0
    told = [role for role in guess([cell if isinstance(cell, str) else "" for cell in cells]) if role != NOTHING]
    return len(told) if "title" in told and len(told) > 1 else 0


def _of_csv(content: bytes, name: str) -> Iterator[tuple[str, bool, Iterable[tuple[int, Any]]]]:
    text = text_of(content, name)
    best: list[list[str]] = []
    for delimiter in _DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error:
            continue
        if max(map(len, rows), default=0) > max(map(len, best), default=0):
            best = rows
    yield name, True, list(enumerate(best, start=1))
