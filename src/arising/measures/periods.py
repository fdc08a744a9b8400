"""Periods as statistics name them, each with its first and last day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Kind(StrEnum):
    """What a period is."""

    CALENDAR_YEAR = "calendar_year"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    YEAR_TO_SEPTEMBER = "year_to_september"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"

    @property
    def is_year(self) -> bool:
        return self in _FIRST_MONTH


_FIRST_MONTH = {
    Kind.CALENDAR_YEAR: 1,
    Kind.FINANCIAL_YEAR: 4,
    Kind.ACADEMIC_YEAR: 9,
    Kind.YEAR_TO_SEPTEMBER: 10,
}


@dataclass(frozen=True, order=True)
class Period:
    """``start`` and ``end`` are its first and last day."""

    end: date
    start: date
    kind: Kind

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """ "2022", "2022/23", "year to September 2025", "April to June 2025", "March 2023", "5 March 2023"."""
        match self.kind:
            case Kind.CALENDAR_YEAR:
                return str(self.start.year)
            case Kind.FINANCIAL_YEAR:
                return f"{self.start.year}/{self.end.year % 100:02}"
            case Kind.ACADEMIC_YEAR:
                return f"school year {self.start.year}/{self.end.year % 100:02}"
            case Kind.YEAR_TO_SEPTEMBER:
                return f"year to September {self.end.year}"
            case Kind.QUARTER:
                return f"{_month(self.start)} to {_month(self.end)} {self.end.year}"
            case Kind.MONTH:
                return f"{_month(self.start)} {self.start.year}"
            case Kind.WEEK:
                return f"week to {_day(self.end)}"
            case Kind.DAY:
                return _day(self.end)

    @property
    def words(self) -> str:
        """As it stands in a sentence: "the year to September 2025"; else its label."""
        the = self.kind in (Kind.YEAR_TO_SEPTEMBER, Kind.ACADEMIC_YEAR, Kind.WEEK)
        return f"the {self.label}" if the else self.label

    def follows(self, other: Period) -> bool:
        """Whether it is of the same kind and begins on the day after ``other`` ended."""
        return self.kind == other.kind and self.start == other.end + timedelta(days=1)

    def covers(self, day: date) -> bool:
        """Whether ``day`` is in it."""
        return self.start <= day <= self.end


def year(kind: Kind, ending: int) -> Period:
    """The year of that kind that ends in ``ending``. Raises ValueError for a kind that is no year."""
    if not kind.is_year:
        raise ValueError(f"A {kind.value.replace('_', ' ')} is no year.")
    first = _FIRST_MONTH[kind]
    start = date(ending if first == 1 else ending - 1, first, 1)
    return Period(date(start.year + 1, first, 1) - timedelta(days=1), start, kind)


def month(of_year: int, number: int) -> Period:
    """A month."""
    start = date(of_year, number, 1)
    return Period(_after(start, 1) - timedelta(days=1), start, Kind.MONTH)


def quarter(start: date) -> Period:
    """The three months that begin with ``start``."""
    return Period(_after(start, 3) - timedelta(days=1), start, Kind.QUARTER)


def day(on: date) -> Period:
    """One day: what was counted on it."""
    return Period(on, on, Kind.DAY)


def published(time_period: str, time_identifier: str, *, reporting: Kind) -> Period:
    """A period as Explore Education Statistics writes it: "2025" with "Reporting year", "202223" with "Academic year".

    ``reporting`` says what a "Reporting year" is in that release. Raises ValueError, saying what is wrong.
    """
    identifier = time_identifier.strip().casefold()
    digits = time_period.strip().replace("/", "").replace("-", "")
    if re.fullmatch(r"\d{4}[/-]\d{4}", time_period.strip()):
        digits = digits[:4] + digits[6:]
    if not re.fullmatch(r"\d{4}|\d{6}", digits):
        raise ValueError(f"“{time_period[:40]}” is no period. It is written as 2025 or 202425")
    first = int(digits[:4])
    if not 1900 <= first <= 2100:
        raise ValueError(f"“{time_period[:40]}” is no year")
    if identifier in MONTH_NUMBERS:
        return month(first, MONTH_NUMBERS[identifier])
    named, _, part = identifier.partition(" q")
    kind = _IDENTIFIERS.get(named) or (reporting if named == "reporting year" else None)
    if kind is None or part not in ("", "1", "2", "3", "4"):
        known = "Calendar year, Financial year, Academic year, Reporting year, a quarter of one (Q1) or a month"
        raise ValueError(f"“{time_identifier[:40]}” is no kind of period. It is one of {known}")
    if len(digits) == 6 and int(digits[4:]) != (first + 1) % 100:
        raise ValueError(f"“{time_period[:40]}” names two years that do not follow one another")
    if len(digits) == 6 and kind is Kind.CALENDAR_YEAR:
        raise ValueError(f"“{time_period[:40]}” names two years, and a calendar year is one")
    whole = year(kind, first + (len(digits) == 6))
    return quarter(_after(whole.start, 3 * (int(part) - 1))) if part else whole


def told(text: str, *, years: Kind = Kind.FINANCIAL_YEAR) -> Period:
    """A period as people write it: "Mar 2023", "2022/23", "Q1 2023/24", "31/03/2023", and every label of a period.

    ``years`` says which kind of year "2023" and "2022/23" are. Raises ValueError, saying what is wrong.
    """
    words = " ".join(text.replace(",", " ").split())
    for read in (_told_year, _told_quarter, _told_month, _told_day):
        if found := read(words, years):
            return found
    raise ValueError(
        f"“{text.strip()[:40]}” is no period. It is written as Mar 2023, 2022/23, Q1 2023/24 or 31/03/2023"
    )


def without_note(text: str) -> str:
    """The title of a column without a note such as "(provisional)"."""
    return _NOTE.sub("", text)


_NOTE = re.compile(r"\s*\((p|r|provisional|revised|final)\)\s*\Z", re.IGNORECASE)
_TWO_YEARS = r"(?P<first>(?:19|20)\d\d) ?[/–-] ?(?P<second>(?:19|20)?\d\d)"
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|Sept"


def _told_year(words: str, years: Kind) -> Period | None:
    if re.fullmatch(r"(19|20)\d\d", words):
        return year(years, int(words))
    if ending := re.fullmatch(rf"year (?:to|ending) ({_NAMES}) (\d{{4}})", words, re.IGNORECASE):
        kinds = {12: Kind.CALENDAR_YEAR, 3: Kind.FINANCIAL_YEAR, 8: Kind.ACADEMIC_YEAR, 9: Kind.YEAR_TO_SEPTEMBER}
        kind = kinds.get(_month_number(ending[1]))
        return year(kind, int(ending[2])) if kind else None
    both = re.fullmatch(rf"(?P<school>(?:school|academic) year )?{_TWO_YEARS}", words, re.IGNORECASE)
    if not both or not _follow(both["first"], both["second"]):
        return None
    if re.fullmatch(r"\d{4}-(0\d|1[0-2])", words):
        raise ValueError(f"“{words}” may be a month or a year. Write {_month_of(words)}, or {words.replace('-', '/')}")
    kind = Kind.ACADEMIC_YEAR if both["school"] else Kind.FINANCIAL_YEAR if years is Kind.CALENDAR_YEAR else years
    return year(kind, int(both["first"]) + 1)


def _told_quarter(words: str, years: Kind) -> Period | None:
    named = re.fullmatch(rf"(?:Q|quarter )(?P<q>[1-4]) {_TWO_YEARS}", words, re.IGNORECASE) or re.fullmatch(
        rf"{_TWO_YEARS} (?:Q|quarter )(?P<q>[1-4])", words, re.IGNORECASE
    )
    if named and _follow(named["first"], named["second"]):
        return quarter(_after(date(int(named["first"]), 4, 1), 3 * (int(named["q"]) - 1)))
    months = re.fullmatch(rf"({_NAMES}) ?(?:to|–|-) ?({_NAMES}) (\d{{4}})", words, re.IGNORECASE)
    if months and _month_number(months[2]) - _month_number(months[1]) == 2:
        return quarter(date(int(months[3]), _month_number(months[1]), 1))
    if re.fullmatch(r"Q[1-4] \d{4}", words, re.IGNORECASE):
        raise ValueError(f"“{words}” does not say of which kind of year. Write Q1 2023/24, or April to June 2023")
    return None


def _told_month(words: str, years: Kind) -> Period | None:
    if named := re.fullmatch(rf"({_NAMES})[ -]?((?:19|20)?\d\d)", words, re.IGNORECASE):
        return month(_whole_year(named[2]), _month_number(named[1]))
    if numbers := re.fullmatch(r"(\d{4})-(\d\d)|(\d\d)/(\d{4})", words):
        of_year, number = int(numbers[1] or numbers[4]), int(numbers[2] or numbers[3])
        return month(of_year, number) if 1 <= number <= 12 else None
    return None


def _told_day(words: str, years: Kind) -> Period | None:
    week = words.casefold().startswith("week to ")
    words = words[8:] if week else words
    if numbers := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00)?)?", words):
        parts = int(numbers[1]), int(numbers[2]), int(numbers[3])
    elif numbers := re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", words):
        parts = int(numbers[3]), int(numbers[2]), int(numbers[1])
    elif named := re.fullmatch(rf"(\d\d?)(?:st|nd|rd|th)? ({_NAMES}) (\d{{4}})", words, re.IGNORECASE):
        parts = int(named[3]), _month_number(named[2]), int(named[1])
    else:
        return None
    try:
        on = date(*parts)
    except ValueError:
        raise ValueError(f"“{words}” is no day. A day is written as 31/03/2023, the day before the month") from None
    return Period(on, on - timedelta(days=6), Kind.WEEK) if week else day(on)


def _follow(first: str, second: str) -> bool:
    return int(second) % 100 == (int(first) + 1) % 100 and (len(second) == 2 or int(second) == int(first) + 1)


def _whole_year(told: str) -> int:
    return int(told) if len(told) == 4 else 2000 + int(told)


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month[:3].casefold() == name[:3].casefold())


def _month_of(words: str) -> str:
    return f"{MONTHS[int(words[5:]) - 1][:3]} {words[:4]}"


MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)}
_IDENTIFIERS = {
    "calendar year": Kind.CALENDAR_YEAR,
    "financial year": Kind.FINANCIAL_YEAR,
    "academic year": Kind.ACADEMIC_YEAR,
}


def _after(start: date, months: int) -> date:
    number = start.month - 1 + months
    return date(start.year + number // 12, number % 12 + 1, 1)


def _month(on: date) -> str:
    return MONTHS[on.month - 1]


def _day(on: date) -> str:
    return f"{on.day} {_month(on)} {on.year}"
