"""Dates and spans of time: found as the text gives them, worked out as EDTF with an earliest and a latest day.

EDTF is ISO 8601-2:2019 (Library of Congress, Extended Date/Time Format): ``2020-01-10`` a day, ``2020-03`` a month,
``2020-22`` a summer, ``2023-33`` a first quarter, ``~`` about, ``a/b`` from a to b. What the words leave open stays
open: "next meeting" is an event until a calendar is known.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from arising.reading.language.numbers import NUMBER_WORD, WORD_VALUES, value_of
from arising.reading.language.patterns import one_of
from arising.reading.language.vocabulary import DAYS, MONTHS, SEASONS
from arising.reading.record import When, WhenKind

_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b"
_WEEKDAY = rf"(?:{'|'.join(DAYS)})"
_COUNT = rf"(?:\d{{1,3}}|{NUMBER_WORD}|a|an|the next)"
_UNIT = r"(?:working days?|days?|weeks?|months?|years?|fortnights?|hours?)"
_PART = r"(?:early|mid|late|beginning of|start of|middle of|the end of|end of)"

_YEAR = r"(?:,?\s+\d{4}(?!/))?"
_DAY = rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}{_YEAR}"
_CLOCK = r"(?:noon|midnight|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?)"
_PART_MONTH = rf"(?:{_PART}[\s-]+)?{_MONTH}{_YEAR}"
_QUARTER = r"(?:Q[1-4]|Quarter (?:[1-4]|one|two|three|four)|(?:first|second|third|fourth) quarter(?: of)?)"
_SEASON = r"(?:(?:early|mid|late|the)\s+)?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b"
_NEXT = rf"(?:next|future|following|subsequent|forthcoming|later|{'|'.join(MONTHS)})"
_YEAR_KIND = r"(?:financial |municipal |calendar |academic |Financial )?[Yy]ear"
_NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORD})"
_RUN = r"\s?(?:and|or|to|-|–)\s?"
_VAGUE = (
    r"in due course|as soon as (?:possible|practicable|practical)|shortly(?! (?:after|before))|imminently"
    r"|in the near future|this week|in the (?:foreseeable )?future|[Ii]n future|later (?:in|this) (?:the )?year"
    r"|on completion|outside (?:of )?the meeting|after the meeting|the same day"
    r"|(?:(?<=by )|(?<=before )|(?<=after )|(?<=until ))(?:Easter|Christmas|the New Year)"
)
_COMING = r"(?:next|this|the coming|coming|the new|new|the following|the current)"
_AFTER = r"(?:within|in|over|after)\s+(?:the\s+)?(?:(?:next|coming)\s+)?(?:about\s+|around\s+|approximately\s+)?"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("clock_day", rf"{_CLOCK}\s+on\s+{_DAY}"),
    ("day", _DAY),
    ("slashes", r"\d{1,2}/\d{1,2}/\d{2,4}(?!\d)"),
    ("two_months", rf"{_PART_MONTH}\s?(?:/|–|-|to|or)\s?{_PART_MONTH}"),
    ("month", _PART_MONTH),
    ("quarter", rf"{_QUARTER}(?:,? (?:of )?\d{{4}}(?:/\d\d)?)?"),
    ("season", rf"{_SEASON}(?:\s+(?:of\s+)?\d{{4}})?(?:\s+(?:[Tt]erm|cycle))?"),
    (
        "meeting",
        rf"(?:(?:the|its|their|our|a|this)\s+)?(?:very\s+)?{_NEXT}\s+(?:\w+\s+){{0,3}}?(?:[Mm]eetings?|agenda)\b",
    ),
    ("next", rf"(?:early |late |later )?{_COMING}\s+(?:week|fortnight|month|quarter|term|{_YEAR_KIND})\b"),
    ("span", rf"{_AFTER}{_COUNT}(?:{_RUN}{_COUNT})?\s+{_UNIT}(?:['’]?s?['’]? time)?"),
    ("ago", rf"{_COUNT}\s+{_UNIT}\s+ago"),
    ("bare_span", rf"{_NUMBER}(?:{_RUN}{_NUMBER})?[\s-]+{_UNIT}\b"),
    ("financial", r"20\d\d[-/–](?:20)?\d\d\b"),
    ("year", r"20\d\d\b"),
    ("vague", _VAGUE),
)
"""The shapes of times, in the order in which they are tried."""

_KIND: dict[str, WhenKind] = {
    "clock_day": "date",
    "day": "date",
    "slashes": "date",
    "month": "date",
    "meeting": "event",
    "span": "duration",
    "ago": "duration",
    "bare_span": "duration",
    "vague": "event",
}
"""What a time of each shape is; of any other shape it is a period."""

_BEGINNINGS = (
    "noon midnight early mid late beginning start middle the end spring summer autumn winter first second third fourth"
    " its their our a this very next future following subsequent forthcoming later coming new current within in over"
    " after an as shortly imminently outside on"
).split()
"""How a time may begin that begins neither with a digit nor with a capital."""

_FIRST_LETTERS = "".join(sorted({words[0] for words in (*_BEGINNINGS, *WORD_VALUES)}))
_MAY_BEGIN = rf"(?=[\dA-Z]|{one_of((*_BEGINNINGS, *WORD_VALUES))})"
_ANY_SHAPE = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS)
_TIME = re.compile(rf"(?=[\dA-Z{_FIRST_LETTERS}])(?<![\w/£€$]){_MAY_BEGIN}(?:{_ANY_SHAPE})")
HAS_TIME = frozenset(
    "next future following forthcoming coming due soon shortly imminently course spring summer autumn winter"
    " ago noon new forward completion later within quarter financial easter christmas".split()
) | {m.lower() for m in (*MONTHS, *DAYS)}
"""Words that lead or name a time that lies ahead."""

_MAY_HOLD_TIME = HAS_TIME | frozenset(
    "day days week weeks month months year years fortnight fortnights hour hours working meeting agenda jan feb mar apr"
    " jun jul aug sept sep oct nov dec midnight".split()
)
_NUMERIC_TIME = re.compile(r"20\d\d|\d/\d|Q[1-4]\b")

_DAY_OF_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})(?:,?\s+(\d{{4}}))?")
_MONTH_OF_YEAR = re.compile(rf"({_MONTH})(?:,?\s+(\d{{4}}))?")
_CLOCK_TIME = re.compile(r"(\d{1,2})(?:[.:](\d\d))?\s?([ap])")
_FOUR_DIGITS = re.compile(r"\d{4}")
_THIS_CENTURY = re.compile(r"20\d\d")
_BETWEEN_MONTHS = re.compile(r"\s?(?:/|–|(?<=\w)-|\bto\b|\bor\b)\s?")
_WHICH_QUARTER = re.compile(r"[1-4]|one|two|three|four|first|second|third|fourth")
_NOT_AHEAD = re.compile(r"\bthis\b|current")
_FROM_APRIL = re.compile(r"financial|municipal|Financial")
_COUNTS = re.compile(rf"\d{{1,3}}|{NUMBER_WORD}|\ban?\b", re.IGNORECASE)
_UNIT_WORD = re.compile(r"day|week|fortnight|month|year")
_EDTF_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

_MONTH_NUMBER = {m.lower(): n for n, m in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {m[:3].lower(): n for n, m in enumerate(MONTHS, 1)} | {"sept": 9}
_QUARTERS = (("1", "one", "first"), ("2", "two", "second"), ("3", "three", "third"), ("4", "four", "fourth"))
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}


class Time(msgspec.Struct, frozen=True, gc=False):
    """A time in the text: ``text[start:end]`` are its words, ``shape`` the pattern that found it."""

    start: int
    end: int
    shape: str
    words: str


def may_hold_time(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether it is worth looking for times in a sentence: a cheap test that never says no wrongly."""
    if not vocabulary.isdisjoint(_MAY_HOLD_TIME):
        return True
    return ("20" in text or "/" in text or "Q" in text) and _NUMERIC_TIME.search(text) is not None


def find_times(text: str, start: int, end: int) -> Iterator[Time]:
    """The times in ``text[start:end]``, in order."""
    for match in _TIME.finditer(text, start, end):
        yield Time(match.start(), match.end(), match.lastgroup or "", match.group())


def work_out(time: Time, meeting: date | None, *, future: bool = True) -> When:
    """What a time means when said at a meeting.

    Args:
        time: as found.
        meeting: the day of the meeting, if it is known to the day or month.
        future: whether it lies ahead ("would open in March") or behind ("in December it had").
    """
    try:
        return _worked_out(time.words, time.shape, meeting, future)
    except (ValueError, OverflowError):
        # no calendar has such a day: "31 June", "in two thousand million weeks"
        return _open(time.words, time.shape)


def _open(words: str, shape: str) -> When:
    """A time of which no more is known than its words."""
    return When(words=words, kind=_KIND.get(shape, "period"))


def _worked_out(words: str, shape: str, meeting: date | None, future: bool) -> When:
    if shape in ("clock_day", "day"):
        return _day(words, meeting, future)
    if shape == "slashes":
        return _slashes(words)
    if shape == "two_months":
        return _two_months(words, meeting, future)
    if shape == "month":
        return _month(words, meeting, future)
    if shape == "quarter":
        return _quarter(words)
    if shape == "season":
        return _season(words, meeting, future)
    if shape == "meeting":
        return When(words=words, kind="event", event="next meeting" if "next" in words else "meeting")
    if shape == "next":
        return _next(words, meeting)
    if shape in ("span", "bare_span", "ago"):
        return _span(words, meeting, shape)
    if shape == "financial":
        return _financial_year(words, int(words[:4]))
    if shape == "year":
        return _between(words, date(int(words), 1, 1), date(int(words), 12, 31), words)
    return When(words=words, kind="event", event=words.lower())


def _two_months(words: str, meeting: date | None, future: bool) -> When:
    """ "March/April 2020", "October 2019 to March": a year that is given once is the year of both."""
    year = _FOUR_DIGITS.search(words)
    parts = _BETWEEN_MONTHS.split(words, maxsplit=1)
    dated = [part if not year or _FOUR_DIGITS.search(part) else f"{part} {year.group()}" for part in parts]
    first, last = (_month(part, meeting, future) for part in dated)
    return When(
        words=words,
        kind="period",
        edtf=f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None,
        earliest=first.earliest,
        latest=last.latest,
        approximate=first.approximate or last.approximate,
    )


def day_of(edtf: str | None) -> date | None:
    """A day to reckon from: the day itself, or the first of the month or year that is all that is known."""
    if not edtf or not _EDTF_DAY.fullmatch(edtf):
        return None
    parts = [int(p) for p in edtf.split("-")]
    try:
        return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    except ValueError:
        return None


def _between(words: str, first: date, last: date, edtf: str, *, kind: WhenKind = "period", about: bool = False) -> When:
    return When(
        words=words, kind=kind, edtf=edtf, earliest=first.isoformat(), latest=last.isoformat(), approximate=about
    )


def _year_for(month: int, day: int, meeting: date | None, future: bool) -> int | None:
    """The year of a month that was named without one, by the meeting's date and the tense."""
    if meeting is None:
        return None
    if future:
        return meeting.year if (month, day) >= (meeting.month, meeting.day if day > 1 else 1) else meeting.year + 1
    return meeting.year if (month, day) <= (meeting.month, meeting.day) else meeting.year - 1


def _day(words: str, meeting: date | None, future: bool) -> When:
    match = _DAY_OF_MONTH.search(words)
    if match is None:
        return _open(words, "day")
    month = _MONTH_NUMBER[match.group(2).lower()]
    number = int(match.group(1))
    year = int(match.group(3)) if match.group(3) else _year_for(month, number, meeting, future)
    if year is None:
        return _open(words, "day")
    day = date(year, month, number)
    clock = _clock(words)
    edtf = day.isoformat() + (f"T{clock}" if clock else "")
    return _between(words, day, day, edtf, kind="date")


def _clock(words: str) -> str | None:
    if words.startswith("noon"):
        return "12:00"
    if words.startswith("midnight"):
        return "00:00"
    match = _CLOCK_TIME.match(words)
    if match is None:
        return None
    hour = int(match.group(1)) % 12 + (12 if match.group(3) == "p" else 0)
    return f"{hour:02}:{match.group(2) or '00'}"


def _slashes(words: str) -> When:
    number, month, year = (int(part) for part in words.split("/"))
    day = date(year + 2000 if year < 100 else year, month, number)
    return _between(words, day, day, day.isoformat(), kind="date")


def _month(words: str, meeting: date | None, future: bool) -> When:
    match = _MONTH_OF_YEAR.search(words)
    if match is None:
        return _open(words, "month")
    month = _MONTH_NUMBER[match.group(1).lower()]
    year = int(match.group(2)) if match.group(2) else _year_for(month, 1, meeting, future)
    if year is None:
        return _open(words, "month")
    last = calendar.monthrange(year, month)[1]
    low, high, about = 1, last, False
    lead = words[: match.start()].strip(" -").lower()
    if lead in ("early", "beginning of", "start of"):
        high, about = 10, True
    elif lead in ("mid", "middle of"):
        low, high, about = 11, 20, True
    elif lead == "late":
        low, about = 21, True
    elif lead.endswith("end of"):
        low = last
    edtf = f"{year}-{month:02}" + ("~" if about else "")
    return _between(words, date(year, month, low), date(year, month, high), edtf, kind="date", about=about)


def _quarter(words: str) -> When:
    named = _WHICH_QUARTER.search(words)
    number = next((n for n, names in enumerate(_QUARTERS, 1) if named and named.group() in names), None)
    year = _THIS_CENTURY.search(words)
    if number is None or year is None or "/" in words:
        # a quarter of a financial year, which begins in April, stays open
        return _open(words, "quarter")
    first = date(int(year.group()), 3 * number - 2, 1)
    last = date(first.year, 3 * number, calendar.monthrange(first.year, 3 * number)[1])
    return _between(words, first, last, f"{first.year}-{32 + number}")


def _season(words: str, meeting: date | None, future: bool) -> When:
    name = next(season for season in SEASONS if season in words.lower())
    first_month = _SEASON_STARTS[name]
    told_by = first_month if name == "winter" else first_month + 2
    written = _FOUR_DIGITS.search(words)
    year = int(written.group()) if written else _year_for(told_by, 1, meeting, future)
    if year is None:
        return _open(words, "season")
    first = date(year, first_month, 1)
    last_month, last_year = (2, year + 1) if name == "winter" else (first_month + 2, year)
    last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return _between(words, first, last, f"{year}-{SEASONS[name]}", about=True)


def _next(words: str, meeting: date | None) -> When:
    if meeting is None:
        return _open(words, "next")
    ahead = not _NOT_AHEAD.search(words)
    if words.endswith("week"):
        monday = meeting - timedelta(days=meeting.weekday()) + timedelta(days=7 * ahead)
        return _between(words, monday, monday + timedelta(days=6), f"{monday}/{monday + timedelta(days=6)}")
    if words.endswith("month"):
        first = _plus_months(meeting.replace(day=1), int(ahead))
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return _between(words, first, last, f"{first:%Y-%m}")
    if _FROM_APRIL.search(words):
        return _financial_year(words, meeting.year - (meeting.month < 4) + ahead)
    if words.endswith("year") and "academic" not in words:
        year = meeting.year + ahead
        return _between(words, date(year, 1, 1), date(year, 12, 31), str(year))
    return _open(words, "next")


def _financial_year(words: str, year: int) -> When:
    return _between(words, date(year, 4, 1), date(year + 1, 3, 31), f"{year}-04/{year + 1}-03")


def _span(words: str, meeting: date | None, shape: str) -> When:
    """ "six and twelve months": the first and the last are its bounds; "within" and "ago" say which way it runs."""
    counts = [1.0 if count in ("a", "an") else value_of(count) for count in _COUNTS.findall(words)]
    numbers = [number for number in counts if number is not None]
    unit = _UNIT_WORD.search(words)
    if not numbers or unit is None or "working" in words or meeting is None or shape == "bare_span":
        return _open(words, shape)
    way = -1 if shape == "ago" else 1
    ends = [_shift(meeting, number, unit.group(), way) for number in (min(numbers), max(numbers))]
    if words.startswith(("within", "over")) or "next" in words:
        return _between(words, meeting, ends[1], f"{meeting}/{ends[1]}")
    first, last = sorted(ends)
    return _between(words, first, last, f"{first}~" if first == last else f"{first}~/{last}~", about=True)


def _shift(day: date, count: float, unit: str, way: int) -> date:
    if unit in _UNIT_DAYS:
        return day + timedelta(days=way * int(count * _UNIT_DAYS[unit]))
    return _plus_months(day, way * int(count * (12 if unit == "year" else 1)))


def _plus_months(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
