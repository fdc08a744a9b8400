"""Dates as people write them: "21 November 2026", "March 2020", "about spring 2021"."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
NAMED = dict(enumerate(MONTHS, start=1)) | {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
DOUBT = {"~": "about ", "?": "possibly ", "%": "possibly about "}
_SINGLE = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)\Z")


def day_in_words(day: date) -> str:
    """``21 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(edtf: str) -> str:
    """An EDTF date or interval in words, no more exact than it is. What is no EDTF comes back as it was."""
    first, bar, last = edtf.partition("/")
    if not bar:
        return _single(edtf) or edtf
    if first in ("", ".."):
        return f"until {_single(last) or last}"
    if last in ("", ".."):
        return f"from {_single(first) or first}"
    return f"from {_single(first) or first} to {_single(last) or last}"


def _single(edtf: str) -> str | None:
    found = _SINGLE.match(edtf)
    if not found:
        return None
    year, month, day, doubt = found.groups()
    parts = [year]
    if month not in (None, "XX"):
        if int(month) not in NAMED:
            return None
        parts.insert(0, NAMED[int(month)])
    if day not in (None, "XX"):
        parts.insert(0, str(int(day)))
    return DOUBT.get(doubt, "") + " ".join(parts)
