"""Which published periods a figure may be of: those that its words name, else those known on the day it was told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from arising.measures.claims.told import Told
from arising.measures.periods import Kind, Period, year

_YEAR_DAYS = 300
_SHORT = re.compile(
    r"\b(?:last|this|previous|past|latest|current)\s+(?:quarter|month|week|term)\b|\bQ[1-4]\b"
    r"|\bquarter (?:one|two|three|four|[1-4])\b|\b(?:first|second|third|fourth) quarter\b|\bso far\b|\bto date\b",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(r"\b(20\d\d)\s?[-/–]\s?(?:20)?(\d\d)\b")
_ONE_YEAR = re.compile(r"(?<![-/–\d£])\b(20\d\d)\b(?!\s?[-/–]\s?\d)")
_SINCE = re.compile(r"\b(?:since|until|before|after)\b[^,;]{0,60}$", re.IGNORECASE)
_YEAR = r"(?:financial |academic |calendar )?year\b"
_YEARS_BACK = (
    (re.compile(r"\byear before last\b", re.IGNORECASE), 2, 2),
    (re.compile(rf"\b(?:the )?previous {_YEAR}|\bthe year before\b", re.IGNORECASE), 2, 1),
    (re.compile(rf"\blast {_YEAR}", re.IGNORECASE), 1, 1),
    (re.compile(rf"\b(?:this|the current|current) {_YEAR}", re.IGNORECASE), 0, 0),
)
"""Words for a year, and from how many to how many years it lies before the one under way. "The previous year" may be
the one before that which is spoken of."""
_LEAD = re.compile(r"((?:In|For|During|Throughout|Over|Last|This)\s[^,;.]{3,40})[,;]")
_FOLLOWS = re.compile(r"\s*((?:in|for|during)\s+(?:\w+\s+){0,2}?20\d\d(?:\s?[-/–]\s?\d{2,4})?|(?:last|this) year\b)")

Held = Literal["meant", "before", "no"]


@dataclass(frozen=True)
class Meant:
    """The periods that a figure may be of: those from ``start`` to ``end``.

    ``named`` says that its words name them. ``before`` is the first day of the year before, of which the latest
    published figure may have been. ``short`` is the span of less than a year that the words name.
    """

    start: date | None
    end: date | None
    why: str
    named: bool = False
    before: date | None = None
    short: str = ""

    def held(self, period: Period) -> Held:
        """Whether a period is one of those meant, or the one before them."""
        if self.start is None or self.end is None:
            return "no"
        if self.before is None:
            return "meant" if self._named(period) else "no"
        if self.start <= period.start <= self.end:
            return "meant"
        return "before" if self.before <= period.start < self.start else "no"

    def _named(self, period: Period) -> bool:
        assert self.start is not None
        assert self.end is not None
        if self.start <= period.end <= self.end:
            return True
        return (self.end - self.start).days >= _YEAR_DAYS and self.start <= period.start <= self.end

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year in which a period meant may end."""
        return (self.first_end.year, self.end.year) if self.start and self.end else None

    @property
    def first_end(self) -> date:
        """The day on which the first period meant ends."""
        assert self.start is not None
        assert self.end is not None
        return self.end if self.named else _last_day(self.start)


def meant(told: Told, kind: Kind) -> Meant:
    """The periods of a card whose year is of ``kind`` that a figure may be of.

    Where no words name one, it is the year that had ended last on the day it was told, or the one under way.
    """
    kind = kind if kind.is_year else Kind.CALENDAR_YEAR
    if named := _named(told, kind):
        return named
    if short := _SHORT.search(told.quote):
        return Meant(None, None, f"It was told of part of a year (“{short[0]}”).", short=short[0])
    if told.told_on is None:
        return Meant(None, None, "Neither its words nor the day it was told say which period it is of.")
    under_way = year_of(kind, told.told_on)
    last = year_of(kind, under_way.start - timedelta(days=1))
    one_before = year_of(kind, last.start - timedelta(days=1))
    why = f"No period is named: told in {told.told_on:%B %Y}, it can be of {last} or of {under_way}, then under way."
    return Meant(last.start, under_way.end, why, before=one_before.start)


def year_of(kind: Kind, day: date) -> Period:
    """The year of that kind that a day is in."""
    this = year(kind, day.year)
    return this if day <= this.end else year(kind, day.year + 1)


def _named(told: Told, kind: Kind) -> Meant | None:
    if two := _TWO_YEARS.search(told.quote):
        return _two_years(two, kind)
    if told.period and told.period.earliest and told.period.latest and not _of_something_else(told):
        first, last = date.fromisoformat(told.period.earliest[:10]), date.fromisoformat(told.period.latest[:10])
        return Meant(first, last, f"It was told of “{told.period.words}”.", named=True, short=_short(told, first, last))
    nearby = (told.quote, _just_after(told), _lead(told.sentence))
    return next((found for text in nearby if (found := _in_words(text, told, kind))), None)


def _in_words(text: str, told: Told, kind: Kind) -> Meant | None:
    if two := _TWO_YEARS.search(text):
        return _two_years(two, kind)
    named = [found for found in _ONE_YEAR.finditer(text) if not _SINCE.search(text[: found.start()])]
    if len({found[1] for found in named}) == 1:
        one = named[0]
        first = date(int(one[1]), 1, 1)
        return Meant(first, date(first.year, 12, 31), f"It was told of “{one[1]}”.", named=True)
    for words, most, least in _YEARS_BACK:
        if told.told_on and (found := words.search(text)):
            start, end = (_back(kind, told.told_on, years) for years in (most, least))
            which = str(start) if start == end else f"{start} or {end}"
            return Meant(start.start, end.end, f"It was told of “{found[0]}”, which is {which}.", named=True)
    return None


def _of_something_else(told: Told) -> bool:
    """Whether the time in a quote is that of something else: "since the inspection of 2018, 66%"."""
    assert told.period is not None
    return _SINCE.search(told.quote.partition(told.period.words)[0]) is not None


def _just_after(told: Told) -> str:
    """A time that follows the quote at once: "from 56%" and then "in 2021"."""
    _, _, after = told.sentence.partition(told.quote)
    found = _FOLLOWS.match(after)
    return found[1] if found else ""


def _lead(sentence: str) -> str:
    """What a sentence begins with where that is a time: "In 2022, 66% of plans…"; elsewhere a year may be another's."""
    lead = _LEAD.match(sentence)
    return lead[1] if lead else ""


def _two_years(found: re.Match[str], kind: Kind) -> Meant | None:
    """ "2022/23": the financial or school year of the card, or both calendar years where its year is that."""
    first = int(found[1])
    if (first + 1) % 100 != int(found[2]):
        return None
    it = year(Kind.FINANCIAL_YEAR if kind is Kind.CALENDAR_YEAR else kind, first + 1)
    return Meant(it.start, it.end, f"It was told of “{found[0]}”.", named=True)


def _back(kind: Kind, told_on: date, years: int) -> Period:
    it = year_of(kind, told_on)
    for _ in range(years):
        it = year_of(kind, it.start - timedelta(days=1))
    return it


def _short(told: Told, first: date, last: date) -> str:
    return told.period.words if told.period and (last - first).days < _YEAR_DAYS else ""


def _last_day(start: date) -> date:
    return date(start.year + 1, start.month, 1) - timedelta(days=1)
