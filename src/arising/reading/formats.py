"""A record as programs take it: a line of JSON, or rows for a spreadsheet. ``brief.py`` is for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from arising.reading.record import Finding, Record

KINDS: Mapping[str, str] = {
    "items": "item",
    "topics": "topic",
    "exchanges": "exchange",
    "commitments": "commitment",
    "decisions": "decision",
    "votes": "vote",
    "figures": "figure",
    "people": "person",
    "declarations": "declaration",
    "urgency": "urgency",
    "embargoes": "embargo",
    "areas": "area",
    "references": "reference",
}
"""The record's keys that hold findings, and what one of each is called."""

MINUTED = ("topics", "exchanges", "commitments", "decisions", "votes", "figures", "declarations", "urgency")
"""The keys of what only minutes hold. Items, people and references stand in any agenda."""

COLUMNS = (
    "document", "body", "date", "kind", "quote", "start", "end", "topic", "rule", "confidence",
    "type", "owner", "owner_resolved", "deliverable", "to", "due", "when", "earliest", "latest",
    "action", "addressee", "asks_for", "label",
    "askers", "responders", "votes", "count", "outcome",
    "value", "high", "of", "unit", "measure", "scope", "approximate",
    "number", "name", "role", "attending", "substitute_for", "interest", "matter", "reason", "law",
)  # fmt: skip
"""The columns of the CSV: whose finding it is, what every finding has, then the attributes, named as in the record."""

# what a spreadsheet takes for the start of a formula, in its narrow and wide forms
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def minuted(record: Record) -> bool:
    """Whether anything was found that only minutes hold."""
    return any(getattr(record, key) for key in MINUTED)


def jsonl(record: Record) -> bytes:
    """The record as one line of UTF-8 JSON."""
    return record.to_json(indent=0) + b"\n"


def csv_header() -> str:
    """The first row of the CSV."""
    return csv_of([COLUMNS])


def csv_rows(record: Record) -> str:
    """One row for each finding, without the header."""
    return csv_of(
        [cell(cells.get(column)) for column in COLUMNS]
        for key, kind in KINDS.items()
        for cells in (_cells(record, kind, finding) for finding in getattr(record, key))
    )


def _cells(record: Record, kind: str, finding: Finding) -> dict[str, Any]:
    cells = msgspec.structs.asdict(finding)
    when = cells.get("when") or cells.get("until") or cells.get("period")
    if when is not None:
        cells |= {"when": when.words, "earliest": when.earliest, "latest": when.latest}
    return cells | {
        "document": record.document,
        "body": record.meeting.body,
        "date": record.meeting.date,
        "kind": kind,
        "type": cells.get("kind"),
    }


def cell(value: Any) -> str:
    """A value as a cell: nothing for None, numbers as they are, lists and ballots with semicolons.

    Text that a spreadsheet would take for a formula is led by an apostrophe.
    """
    match value:
        case None | ():
            return ""
        case bool():
            return "yes" if value else ""
        case int() | float():
            return f"{value:.15g}"
        case tuple():
            text = "; ".join(value)
        case dict():
            text = "; ".join(f"{key}: {one}" for key, one in value.items())
        case _:
            text = str(value)
    return f"'{text}" if text.lstrip(" \xa0").startswith(_FORMULA) else text


def csv_of(rows: Iterable[Iterable[object]]) -> str:
    """Rows of cells as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()
