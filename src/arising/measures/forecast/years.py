"""Financial years, told by the calendar year in which they begin: 2024 is April 2024 to March 2025."""

from __future__ import annotations

import re
from datetime import date

Year = int

_TOLD = re.compile(r"((?:19|20)\d\d)(?:\s*[/–-]\s*((?:(?:19|20)\d\d)|\d\d))?\Z")


def told(year: Year) -> str:
    """ "2024/25"."""
    return f"{year}/{(year + 1) % 100:02}"


def year_of(text: str) -> Year:
    """The year that "2024/25", "2024-25", "2024-2025" or "2024" names. Raises ValueError for anything else."""
    found = _TOLD.match(text.strip())
    if found:
        begins = int(found[1])
        if found[2] is None or int(found[2][-2:]) == (begins + 1) % 100:
            return begins
    raise ValueError(f"“{text.strip()[:40]}” is no financial year. Write 2024/25.")


def first_day(year: Year) -> date:
    """1 April."""
    return date(year, 4, 1)


def last_day(year: Year) -> date:
    """31 March."""
    return date(year + 1, 3, 31)


def ending_by(day: date) -> Year:
    """The last financial year that has ended when ``day`` is over."""
    return day.year - 1 if (day.month, day.day) >= (3, 31) else day.year - 2
