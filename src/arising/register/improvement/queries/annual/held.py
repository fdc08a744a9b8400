"""The meetings and findings that an account rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from arising.following.subjects import is_procedural
from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Meeting
from arising.register.improvement.annual import Between, municipal_year
from arising.register.programme.pack import Entry, Section
from arising.register.record.models import Commitment, Decision, Exchange, Figure, Finding, Topic

MOST = 8
"""So many entries stand in a section of an account."""

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True)
class Findings:
    """What the minutes of some meetings hold: all that stands and that the reader may see."""

    meetings: list[Meeting]
    topics: list[Topic]
    exchanges: list[Exchange]
    commitments: list[Commitment]
    decisions: list[Decision]
    figures: list[Figure]


def findings(user: Reader, body: Body, time: Between) -> Findings:
    """What was found in the minutes of the meetings that ``body`` held in ``time``."""
    meetings = list(held(user, body, time).order_by("latest", "pk"))

    def standing(model: type[Any], *also: str) -> list[Any]:
        found = model.objects.visible_to(user).standing().filter(source__meeting__in=meetings)
        return list(found.select_related("source__meeting__body", "item__meeting__body", *also).order_by("pk"))

    return Findings(
        meetings,
        [topic for topic in standing(Topic) if not is_procedural(topic.heading)],
        standing(Exchange, "topic"),
        standing(Commitment, "topic"),
        standing(Decision, "topic"),
        standing(Figure, "topic"),
    )


def held(user: Reader, body: Body, time: Between) -> QuerySet[Meeting]:
    """The meetings of ``body`` in ``time``, as far as their day is known."""
    return bodies.held(user, body=body).filter(latest__gte=time.since, latest__lte=time.until)


def years(user: Reader, slug: str) -> list[Between]:
    """The municipal years in which a body met, the last first. Raises Body.DoesNotExist."""
    days = bodies.held(user, body=bodies.body(user, slug)).filter(latest__isnull=False).values_list("latest", flat=True)
    told = {municipal_year(day).since: municipal_year(day) for day in days if day}
    return [told[since] for since in sorted(told, reverse=True)]


def between(user: Reader, slug: str, since: date | None = None, until: date | None = None) -> Between:
    """The time that an account is of: as asked for, else the last municipal year in which the body met, else this one.

    Days the wrong way round are turned. Raises Body.DoesNotExist.
    """
    last = next(iter(years(user, slug)), municipal_year(timezone.localdate()))
    first, end = since or last.since, until or last.until
    return Between(min(first, end), max(first, end))


def section(title: str, answer: str, entries: list[Entry], most: int = MOST) -> Section:
    """A section that holds its first entries and says how many it leaves out."""
    return Section(title, answer, tuple(entries[:most]), max(0, len(entries) - most))
