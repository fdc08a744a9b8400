"""What comes in the next sixty days, whatever plan or direction there is: visits that are planned, and scorings."""

from __future__ import annotations

from datetime import date, timedelta

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.embargoes import beside
from arising.register.improvement.models import Inspection
from arising.register.improvement.queries.scales import rounds_ahead
from arising.register.programme.pack import Entry

AHEAD = timedelta(days=60)
"""How far ahead a view looks."""

Dated = tuple[date, Entry]
"""Something that is due, and when."""


def ahead(user: Reader, council: Council, today: date) -> list[Dated]:
    """The visits and scorings that come, the first one first."""
    return sorted([*_visits(user, council, today), *_scorings(user, council, today)], key=lambda one: one[0])


def _visits(user: Reader, council: Council, today: date) -> list[Dated]:
    planned = Inspection.objects.visible_to(user).filter(
        council=council, status=Inspection.Status.PLANNED, starts_on__range=(today, today + AHEAD)
    )
    found = []
    for one in planned.order_by("starts_on", "pk"):
        if one.starts_on:
            words = f"{one.get_kind_display()}, {day_in_words(one.starts_on)}{beside(one)}."
            found.append((one.starts_on, Entry(words, (), one.get_absolute_url())))
    return found


def _scorings(user: Reader, council: Council, today: date) -> list[Dated]:
    """An open one is due on the last day on which it takes answers."""
    found = []
    for one, address in rounds_ahead(user, council, today, today + AHEAD):
        if one.has_opened(today):
            words = f"Scores for “{one}” are taken until {day_in_words(one.closes_on)}."
            found.append((one.closes_on, Entry(words, (), address)))
        else:
            days = f"from {day_in_words(one.opens_on)} until {day_in_words(one.closes_on)}"
            words = f"Scores for “{one}” are taken {days}."
            found.append((one.opens_on, Entry(words, (), address)))
    return found
