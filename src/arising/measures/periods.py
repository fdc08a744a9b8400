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
    if not re.fullmatch(r"\d{4}|\d{6}", digits):
        raise ValueError(f"“{time_period[:40]}” is no period. It is written as 2025 or 202425")
    first = int(digits[:4])
    if not 1900 <= first <= 2100:
        raise ValueError(f"“{time_period[:40]}” is no year")
    if identifier in MONTH_NUMBERS:
        return month(first, MONTH_NUMBERS[identifier])
    kind = _IDENTIFIERS.get(identifier) or (reporting if identifier == "reporting year" else None)
    if kind is None:
        known = "Calendar year, Financial year, Academic year, Reporting year or a month"
        raise ValueError(f"“{time_identifier[:40]}” is no kind of period. It is one of {known}")
    if len(digits) == 6 and int(digits[4:]) != (first + 1) % 100:
        raise ValueError(f"“{time_period[:40]}” names two years that do not follow one another")
    return year(kind, first + (len(digits) == 6))


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
