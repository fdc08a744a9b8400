"""Values and cells: text that no spreadsheet takes for a formula, and days as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from arising.register.bodies.dates_in_words import MONTHS

LONGEST = 32_767
"""So many characters fit into a cell of Excel."""
STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠"
"""Where one of these stands first, a spreadsheet may take the rest for a formula (OWASP, CSV injection)."""
FIRST_YEAR, LAST_YEAR = 1990, 2200

_QUOTE = "'"
_MARKED = frozenset(STARTS_A_FORMULA + _QUOTE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMERIC = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\Z")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.0+)?)?\Z")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]+)\.?,?[\s-]+(\d{4}|\d{2})\Z", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5,6})(?:\.\d+)?\Z")
_ERA = date(1899, 12, 30)
"""The day that Excel counts from, put so that its 1900, which was no leap year, does no harm after February 1900."""


def neutralised(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet could take it for a formula. ``restored`` undoes it.

    Text that begins with an apostrophe gets one more, so that every text comes back as it was.
    """
    return _QUOTE + text if text[:1] in _MARKED and text else text


def restored(cell: str) -> str:
    """The text that ``neutralised`` made a cell of. An apostrophe that somebody typed before a word stays."""
    return cell[1:] if cell.startswith(_QUOTE) and cell[1:2] in _MARKED and len(cell) > 1 else cell


def fitting(text: str) -> str:
    """``text`` as a cell can hold it: one kind of line end, no control characters, no longer than a cell is."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) < LONGEST else text[: LONGEST - 2].rstrip() + "…"


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same, but for white space and the looks of apostrophes and dashes."""
    return _bare(one) == _bare(other)


def key(text: str) -> str:
    """By what two texts are known to say the same, whatever their case."""
    return _bare(text).casefold()


def _bare(text: str) -> str:
    return " ".join(text.translate(_LOOKS).split())


_LOOKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def day_from(value: object) -> date:
    """The day that a cell holds: a date, a number as Excel counts days, or words as they are written in this country.

    Day before month wherever both are numbers. Raises ValueError, saying what is wrong, for what is no day.
    """
    if isinstance(value, datetime):
        return _within(value.date(), value)
    if isinstance(value, date):
        return _within(value, value)
    if isinstance(value, int | float):
        return _of_serial(float(value), value)
    text = _WEEKDAY.sub("", str(value).strip(), count=1)
    if found := _SERIAL.match(text):
        return _of_serial(float(found[1]), value)
    if found := _ISO.match(text):
        return _whole(int(found[1]), int(found[2]), int(found[3]), value)
    if found := _NUMERIC.match(text):
        return _whole(_year(found[3]), int(found[2]), int(found[1]), value)
    if found := _DAY_FIRST.match(text):
        return _whole(_year(found[3]), _month(found[2], value), int(found[1]), value)
    if found := _MONTH_FIRST.match(text):
        return _whole(int(found[3]), _month(found[1], value), int(found[2]), value)
    raise _no_day(value)


def whole_number(cell: object) -> int | None:
    """The number that a cell holds as people write one: 12, 12.0 or #12. None for what is none."""
    digits = str("" if cell is None else cell).strip().lstrip("#").removesuffix(".0")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else None


def _of_serial(number: float, value: object) -> date:
    try:
        return _within(_ERA + timedelta(days=int(number)), value)
    except (OverflowError, ValueError):
        raise _no_day(value) from None


def _year(words: str) -> int:
    return int(words) if len(words) == 4 else 2000 + int(words)


def _month(word: str, value: object) -> int:
    word = word.casefold()
    told = [at for at, name in enumerate(MONTHS, start=1) if len(word) >= 3 and name.casefold().startswith(word)]
    if word == "sept":
        told = [9]
    if not told:
        raise _no_day(value)
    return told[0]


def _whole(year: int, month: int, day: int, value: object) -> date:
    try:
        return _within(date(year, month, day), value)
    except ValueError:
        raise _no_day(value) from None


def _within(day: date, value: object) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _no_day(value)
    return day


def _no_day(value: object) -> ValueError:
    return ValueError(f"“{str(value)[:60]}” is no day. Write it as 4 December 2026")
