"""The rules over tables: a column for England, several periods side by side, the value of now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arising.documents import Block, Document
from arising.reading.language.patterns import one_of
from arising.reading.reports.statements import Table
from arising.reading.reports.told import Key
from arising.reading.reports.vocabulary import EARLIER, NATIONAL, NEIGHBOURS, PRESENT_COLUMN, REGIONAL

_AREAS = re.compile(
    rf"(?<!nhs )(?<![\w-]){one_of((*NATIONAL, *NEIGHBOURS, *REGIONAL, 'sn', 'eng', 'region'))}(?![\w-])"
)
_EARLIER = re.compile(rf"(?<![\w-]){one_of(EARLIER)}(?![\w-])")
_NOW = re.compile(rf"(?<![\w-]){one_of(PRESENT_COLUMN)}(?![\w-])")
_PERIOD = re.compile(
    r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?|\bq[1-4]\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\b\d\d/\d\d\b|\bfy\d\d"
)
_NUMBER = re.compile(r"[<>~±+-]?\s?£?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|k|m|bn|pp)?(?:\s?\(.{1,20}\))?\*?")
_SERIES = 3
_LONGEST_NAME = 60
"""What is longer in the first cell of a column is no name of one."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class InTable:
    """What a table tells, where and by which rule."""

    key: Key
    rule: str
    confidence: float
    span: Span
    block: Block


def told_in(document: Document, table: Table) -> Iterator[InTable]:
    """What a table tells, each thing once."""
    head = [words.lower() if len(words) <= _LONGEST_NAME else "" for words in table.cells(document, 0)]
    body = [(row, _numeric(document, block)) for row, block in enumerate(table.rows) if row]
    numeric = [(table.rows[row], columns) for row, columns in body if columns]
    if not numeric:
        return
    yield from _position(head, numeric)
    yield from _comparator(table, head, numeric)
    first = next((row for row, columns in numeric if sum(_is_period(head, at) for at in columns) >= _SERIES), None)
    if first is not None:
        yield InTable("trend", "periods-side-by-side", 0.8, (first.start, first.end), first)
    yield from _named_rows(document, numeric)


def _position(head: list[str], numeric: list[tuple[Block, list[int]]]) -> Iterator[InTable]:
    for row, columns in numeric:
        if any(at < len(head) and (_NOW.search(head[at]) or _is_period(head, at)) for at in columns):
            yield InTable("position", "position-in-a-table", 0.7, (row.start, row.end), row)
            return


def _comparator(table: Table, head: list[str], numeric: list[tuple[Block, list[int]]]) -> Iterator[InTable]:
    filled = {at for _, columns in numeric for at in columns}
    for at, words in enumerate(head):
        if at in filled and (_AREAS.search(words) or _EARLIER.search(words)):
            yield InTable("comparator", "comparator-column", 0.85, table.rows[0].cells[at], table.rows[0])
            return


def _named_rows(document: Document, numeric: list[tuple[Block, list[int]]]) -> Iterator[InTable]:
    """A row for England beside one for the council itself."""
    for row, _ in numeric:
        low, high = row.cells[0]
        name = document.text[low:high].lower()
        if len(numeric) > 1 and len(name) <= _LONGEST_NAME and _AREAS.search(name):
            yield InTable("comparator", "comparator-row", 0.85, (row.start, row.end), row)
            return


def _numeric(document: Document, row: Block) -> list[int]:
    """The columns of a row that hold a number and nothing else, the first left out: it names the row."""
    return [
        at
        for at, (low, high) in enumerate(row.cells)
        if at and _NUMBER.fullmatch(document.text[low:high].strip().lower())
    ]


def _is_period(head: list[str], at: int) -> bool:
    return at < len(head) and _PERIOD.search(head[at]) is not None
