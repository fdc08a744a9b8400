"""When an action is due, as councils write it: a day, a month, a quarter of the financial year, or only words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from arising.register.bodies.dates_in_words import MONTHS
from arising.register.programme.tracker.cells import day_from

_LEAD = re.compile(
    r"^(?:(?:due|by|end of|end|by the end of|by end of|by end|before|from|start of|beginning of|early|mid|late)\s+)+",
    re.IGNORECASE,
)
_MONTH = re.compile(r"([a-z]+)\.?[\s,'’/-]+(\d{4}|\d{2})\Z", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:q|quarter|qtr)\s*([1-4])\s*(?:of\s+)?[,(]?\s*(?:fy\s*)?(?:20)?(\d{2})\s*[/-]\s*(?:20)?(\d{2})\)?\Z",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"(?:fy\s*)?(?:20)?(\d{2})\s*[/-]\s*(?:20)?(\d{2})\s*,?\s*(?:q|quarter|qtr)\s*([1-4])\Z", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True)
class When:
    """A day, and the words that it was taken from where these were no day; or only words."""

    day: date | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return self.day is not None or bool(self.words)


NEVER = When()


def when(cell: object, *, ends: bool = True) -> When:
    """When something is, as a cell says it. Of a month or a quarter it is the last day; where ``ends`` is not set, the
    first. What names no such day stays words: "Ongoing", "Spring term", "Q2 2024", which may be two quarters.
    """
    if cell is None or cell == "":
        return NEVER
    if isinstance(cell, date | datetime | int | float) and not isinstance(cell, bool):
        try:
            return When(day_from(cell))
        except ValueError:
            return When(None, str(cell)[:200])
    words = " ".join(str(cell).split())
    try:
        return When(day_from(words))
    except ValueError:
        pass
    bare = _LEAD.sub("", words)
    for read in (_of_day, _of_month, _of_quarter):
        if (span := read(bare)) is not None:
            return When(span[1] if ends else span[0], words[:200])
    return When(None, words[:200])


def _of_day(words: str) -> tuple[date, date] | None:
    try:
        day = day_from(words)
    except ValueError:
        return None
    return day, day


def _of_month(words: str) -> tuple[date, date] | None:
    found = _MONTH.match(words)
    if not found:
        return None
    name = found[1].casefold()
    name = "sep" if name == "sept" else name
    months = [at for at, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.casefold().startswith(name)]
    if not months:
        return None
    year = int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
    if not 1990 <= year <= 2200:
        return None
    return date(year, months[0], 1), date(year, months[0], monthrange(year, months[0])[1])


def _of_quarter(words: str) -> tuple[date, date] | None:
    """A quarter of a year that begins in April. "Q2 2024" may be of the calendar year too, and is none."""
    if found := _QUARTER.match(words):
        quarter, first, second = (int(part) for part in found.groups())
    elif found := _YEAR_FIRST.match(words):
        first, second, quarter = (int(part) for part in found.groups())
    else:
        return None
    if second != (first + 1) % 100:
        return None
    month = 4 + 3 * (quarter - 1)
    year, month = (2000 + first, month) if month <= 12 else (2001 + first, month - 12)
    after = date(year + (month + 3 > 12), (month + 2) % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)
