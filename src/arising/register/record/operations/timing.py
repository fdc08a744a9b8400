"""Times that a person writes, worked out as the reader works out those of the minutes."""

from __future__ import annotations

from datetime import date
from typing import Any

from arising.reading.language.times import day_of, find_times, work_out
from arising.register.record.models import Finding
from arising.register.record.operations.findings import when

AHEAD = {"due": True, "until": True, "period": False}
"""The columns that hold a time in words, and whether it lies ahead of the meeting."""


def worked_out(finding: Finding, column: str, words: str) -> dict[str, Any]:
    """The columns of a time in ``words``, said at the meeting of ``finding``.

    Words in which no time is found are kept as they are, without a date.
    """
    found = next(find_times(words, 0, len(words)), None)
    at = work_out(found, _day(finding), future=AHEAD[column]) if found else None
    columns = when(column, words, at)
    columns[f"{column}_edtf"] = columns[f"{column}_edtf"] or ""
    if column == "due":
        columns["due_event"] = (at.event if at else "") or ""
        columns["due_approximate"] = bool(at and at.approximate)
    return columns


def _day(finding: Finding) -> date | None:
    return day_of(finding.source.meeting.date)
