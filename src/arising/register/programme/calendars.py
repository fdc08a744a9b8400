"""Calendars that other programs read (iCalendar, RFC 5545): meetings to come, and the days on which things are due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Matters Arising//EN"
WHERE = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar.

    ``key`` names it for good: it has the same one each time. ``starts`` and ``minutes`` (its length) are None where it
    takes the whole day. ``changed`` is when it last changed, ``version`` rises with every change.
    """

    key: str
    on: date
    title: str
    text: str
    address: str
    changed: datetime
    version: int = 0
    starts: time | None = None
    minutes: int | None = None
    place: str = ""
    cancelled: bool = False


def calendar(name: str, entries: Iterable[Entry], *, host: str) -> bytes:
    """An iCalendar file of ``entries``. ``host`` is where the register answers; it makes the keys unique."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    for entry in entries:
        made.add_component(_event(entry, host))
    made.add_missing_timezones()
    return made.to_ical()


def _event(entry: Entry, host: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.key}@{host}")
    event.add("dtstamp", entry.changed)
    event.add("last-modified", entry.changed)
    event.add("sequence", entry.version)
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.starts else "TRANSPARENT")
    if entry.starts is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
    else:
        begins = datetime.combine(entry.on, entry.starts, tzinfo=WHERE)
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=entry.minutes or 120))
    if entry.place:
        event.add("location", entry.place)
    if entry.text:
        event.add("description", entry.text)
    event.add("url", entry.address)
    return event
