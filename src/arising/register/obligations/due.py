"""When an obligation is due, and how that was worked out, in words. Knows no database.

``work_out`` takes a time as it was said, the day it was said on and the days on which the body meets; the statutory
clocks take the day that starts them. Every answer says how it came about, so that a reader can check it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from arising.register.bodies.dates_in_words import MONTHS, day_in_words
from arising.register.obligations.working_days import (
    clear_working_days_after,
    holidays_are_known,
    working_days_after,
)

RESPONSE_MONTHS = 2
"""How long the executive has to respond to a recommendation, in months (Local Government Act 2000 s9FE)."""
DOCUMENT_DAYS = 10
"""How long the executive has to provide a document, in clear working days (SI 2012/2089 reg 17)."""

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30,
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SPAN = re.compile(
    rf"\b(?:{_COUNT}\s+)?(?P<unit>(?:clear\s+)?working\s+days?|hours?|days?|weeks?|fortnights?|months?|years?)\b",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(r"\b(?:next|following|subsequent|forthcoming)\b.*\b(?:meeting|agenda)s?\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|agenda)s?\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b(?:\s+(?P<year>\d{{4}}))?", re.IGNORECASE)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{'|'.join(MONTHS)})\b|\d/\d", re.IGNORECASE)
_CHRISTMAS = re.compile(r"\bchristmas\b", re.IGNORECASE)


class Basis(StrEnum):
    """What a due date rests on."""

    EXPLICIT = "explicit"
    MEETING = "meeting"
    SPAN = "span"
    LAST_DAY = "last_day"
    STATUTE = "statute"
    PERSON = "person"
    NONE = "none"


@dataclass(frozen=True)
class Said:
    """A time as it was said: its words, the event it names, and the days that bound it as far as they are known."""

    words: str = ""
    event: str = ""
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class Due:
    """The day something is due, what that rests on, and how it was worked out. ``day`` is None where none was given."""

    day: date | None
    basis: Basis
    how: str


def work_out(said: Said, on: date | None, meetings: Sequence[date] = ()) -> Due:
    """When something said on the day ``on`` is due.

    ``meetings`` are the days on which the body meets, planned or held, in any order.
    """
    if not (said.words or said.event or said.latest):
        return Due(None, Basis.NONE, "No date was given.")
    for way in (_by_bounds, _by_next_meeting, _by_meeting_of_a_month, _by_span, _by_christmas):
        if due := way(said, on, meetings):
            return due
    return Due(None, Basis.NONE, f"No date was given, only “{said.words or said.event}”.")


def _by_bounds(said: Said, on: date | None, meetings: Sequence[date]) -> Due | None:
    """A day, month, season or span whose bounds the reader knew."""
    if not said.latest:
        return None
    last = day_in_words(said.latest)
    if on and said.latest < on:
        return Due(None, Basis.NONE, f"“{said.words}” is {last}, before it was said. No date is taken from it.")
    if (span := _SPAN.search(said.words)) and span["count"] and on:
        return _from_span(said, span, on)
    if said.earliest == said.latest and _DAY.search(said.words):
        return Due(said.latest, Basis.EXPLICIT, f"The minutes give the day: {last}.")
    if said.earliest == said.latest:
        return Due(said.latest, Basis.LAST_DAY, f"“{said.words}” = {last}.")
    return Due(said.latest, Basis.LAST_DAY, f"“{said.words}” is taken to mean its last day, {last}.")


def _by_next_meeting(said: Said, on: date | None, meetings: Sequence[date]) -> Due | None:
    if not (said.event == "next meeting" or _NEXT_MEETING.search(said.words)):
        return None
    following = min((day for day in meetings if on and day > on), default=None)
    if following is None:
        return Due(None, Basis.MEETING, f"“{said.words or said.event}”: no later meeting is in the calendar yet.")
    return Due(following, Basis.MEETING, f"“{said.words or said.event}” = {day_in_words(following)}.")


def _by_meeting_of_a_month(said: Said, on: date | None, meetings: Sequence[date]) -> Due | None:
    """ "The June meeting": the body's meeting in the June that comes, or the last day of it until one is known."""
    named = _MONTH.search(said.words)
    if not named or not _MEETING.search(said.words) or not on:
        return None
    month = next(at for at, name in enumerate(MONTHS, start=1) if name.casefold() == named["month"].casefold())
    year = int(named["year"]) if named["year"] else on.year + (month < on.month)
    found = min((day for day in meetings if (day.year, day.month) == (year, month) and day > on), default=None)
    if found:
        return Due(found, Basis.MEETING, f"“{said.words}” = {day_in_words(found)}.")
    last = date(year, month, monthrange(year, month)[1])
    how = f"“{said.words}”: no meeting in {MONTHS[month - 1]} {year} is in the calendar yet, so its last day is taken."
    return Due(last, Basis.MEETING, how)


def _by_span(said: Said, on: date | None, meetings: Sequence[date]) -> Due | None:
    span = _SPAN.search(said.words)
    if not span or not on or not (span["count"] or "fortnight" in span["unit"].casefold()):
        return None
    return _from_span(said, span, on)


def _by_christmas(said: Said, on: date | None, meetings: Sequence[date]) -> Due | None:
    if not on or not _CHRISTMAS.search(said.words):
        return None
    day = date(on.year + ((on.month, on.day) > (12, 25)), 12, 25)
    return Due(day, Basis.LAST_DAY, f"“{said.words}” is taken to mean {day_in_words(day)}.")


def _from_span(said: Said, span: re.Match[str], on: date) -> Due:
    count = _NUMBERS.get((span["count"] or "one").casefold()) or int(span["count"])
    day = after(on, count, span["unit"])
    return Due(day, Basis.SPAN, f"“{said.words}” from {day_in_words(on)} = {day_in_words(day)}.")


def after(on: date, count: int, unit: str) -> date:
    """``count`` of a unit of time after a day: "hours" (24 to the day), "clear working days", "weeks", "months"."""
    unit = " ".join(unit.casefold().split()).rstrip("s")
    match unit:
        case "clear working day":
            return clear_working_days_after(on, count)
        case "working day":
            return working_days_after(on, count)
        case "month":
            return months_after(on, count)
        case "year":
            return months_after(on, 12 * count)
        case "hour":
            return on + timedelta(days=-(-count // 24))
    return on + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def months_after(on: date, count: int) -> date:
    """The same day of the month so many months on, or the last day of a month that has no such day."""
    year, month = divmod(on.year * 12 + on.month - 1 + count, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def response_to_recommendation(received: date, notice: date | None = None, *, assumed: bool = False) -> Due:
    """When the executive must have responded to a recommendation that it received.

    Two months beginning with the day of receipt, or with that of the committee's notice where that is later: the day
    itself counts (Local Government Act 2000 s9FE). ``assumed`` says that nobody has told the day of receipt.
    """
    starts = max(received, notice) if notice else received
    last = months_after(starts, RESPONSE_MONTHS) - timedelta(days=1)
    what = "the committee’s notice" if notice and notice > received else "receipt"
    how = f"Two months beginning with {what} on {day_in_words(starts)} end on {day_in_words(last)}"
    how += " (Local Government Act 2000, section 9FE)."
    if assumed:
        how += " The day of the meeting is taken as the day of receipt until somebody says which it was."
    return Due(last, Basis.STATUTE, how)


def document_request(received: date) -> Due:
    """When the executive must have provided a document that a member asked for (SI 2012/2089 reg 17).

    Ten clear working days lie between the day the request was received and the day it is due.
    """
    day = clear_working_days_after(received, DOCUMENT_DAYS)
    how = f"Ten clear working days after receipt on {day_in_words(received)}, neither end counted: {day_in_words(day)}"
    how += " (SI 2012/2089, regulation 17)."
    if not holidays_are_known(received, day):
        how += " The bank holidays of that year are not known yet, so only weekends are left out."
    return Due(day, Basis.STATUTE, how)


def before_decision(planned: date) -> Due:
    """When what a decision waits for is due: the day before the decision."""
    day = planned - timedelta(days=1)
    return Due(day, Basis.PERSON, f"The day before the decision of {day_in_words(planned)}.")
