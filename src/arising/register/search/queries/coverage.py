"""Which minutes are in, and which are missing: what a search, an alert or a feed can know of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words, in_words
from arising.register.bodies.models import Body, Meeting, MeetingStatus
from arising.register.record.models import Source

MOST_NAMED = 6
"""How many missing meetings are named, the latest; the others are counted."""
LEAST_KNOWN = 6
"""How many meetings must be known before a body has a rhythm."""
DAYS_OF_A_BREAK = 60
"""A summer or an election puts so many days between two meetings beyond the usual."""


@dataclass(frozen=True)
class Gap:
    """Days between which the body's rhythm says that it may have met; ``until`` is None where that is now."""

    since: date
    until: date | None

    @property
    def words(self) -> str:
        if self.until is None:
            return f"after {day_in_words(self.since)}"
        return f"between {day_in_words(self.since)} and {day_in_words(self.until)}"


@dataclass(frozen=True)
class Coverage:
    """Of the meetings of a body that the reader may know of: how many were held, of how many minutes are in.

    ``missing`` are those held of which none are in and ``unsure`` those that were planned, whose day has passed and of
    which none are in, both the latest first. ``gaps`` are where the rhythm of ``every`` days was broken.
    """

    body: str
    held: int
    covered: int
    first: str
    latest: str
    missing: tuple[str, ...]
    unsure: tuple[str, ...]
    every: int
    gaps: tuple[Gap, ...]

    @property
    def words(self) -> str:
        """The coverage in sentences."""
        return " ".join(filter(None, (self._in(), self._latest(), self._unsure(), self._gaps())))

    def _in(self) -> str:
        if not self.covered:
            return f"No minutes of the {self.body} are in."
        since = f" since {in_words(self.first)}" if self.first else ""
        if not self.missing:
            only = "the one meeting" if self.held == 1 else f"all {self.held:,} meetings"
            return f"Minutes of {only} of the {self.body} known to be held{since} are in."
        missing = f"missing: {_listed(map(_day, self.missing[:MOST_NAMED]), len(self.missing) - MOST_NAMED)}"
        of = f"{self.covered:,} of the {self.held:,} meetings of the {self.body}"
        return f"Minutes of {of} held{since} are in; {missing}."

    def _latest(self) -> str:
        return f"The latest in is of {in_words(self.latest)}." if self.latest and self.covered > 1 else ""

    def _unsure(self) -> str:
        if not self.unsure:
            return ""
        days = _listed(map(_day, self.unsure[:MOST_NAMED]), len(self.unsure) - MOST_NAMED)
        return f"Planned, and perhaps held, without minutes here: {days}."

    def _gaps(self) -> str:
        if not self.gaps:
            return ""
        days = _listed((gap.words for gap in self.gaps[:MOST_NAMED]), len(self.gaps) - MOST_NAMED)
        return f"Perhaps there are more: it usually meets about every {_rhythm(self.every)}, and none is known {days}."


@dataclass(frozen=True)
class CoverageOfAll:
    """The coverage of several bodies, in one sentence."""

    parts: tuple[Coverage, ...]

    @property
    def words(self) -> str:
        held, covered = sum(part.held for part in self.parts), sum(part.covered for part in self.parts)
        if not covered:
            return "No minutes are in."
        of = "1 body" if len(self.parts) == 1 else f"{len(self.parts):,} bodies"
        meetings = f"{held:,} meeting{'' if held == 1 else 's'} known to be held by {of}"
        if held == covered:
            return f"Minutes of {'the' if held == 1 else 'all'} {meetings} are in."
        return f"Minutes of {covered:,} of the {meetings} are in; of {held - covered:,} they are missing."


def coverage(user: Reader, body: Body) -> Coverage:
    """Which minutes of a body are in, as far as ``user`` may know of its meetings."""
    return _coverage(body, list(_meetings(user).filter(body=body)), timezone.localdate())


def coverage_of_all(user: Reader, council: str = "") -> CoverageOfAll:
    """Which minutes are in, of every body that ``user`` may see, or of those of one council (a slug)."""
    found = _meetings(user).filter(body__council__slug=council) if council else _meetings(user)
    by_body: dict[Body, list[Any]] = {}
    for meeting in found.select_related("body"):
        by_body.setdefault(meeting.body, []).append(meeting)
    today = timezone.localdate()
    return CoverageOfAll(tuple(_coverage(body, known, today) for body, known in by_body.items()))


def _meetings(user: Reader) -> QuerySet[Meeting]:
    """The meetings that ``user`` may know of, the earliest first; ``is_in`` says whether minutes of it are."""
    sources = Source.objects.visible_to(user).filter(meeting=OuterRef("pk"), readings__current=True)
    return Meeting.objects.visible_to(user).annotate(is_in=Exists(sources)).order_by("latest", "pk")


def _coverage(body: Body, known: list[Any], today: date) -> Coverage:
    past = [one for one in known if one.latest is None or one.latest <= today]
    held = [one for one in past if one.is_in or one.status == MeetingStatus.HELD]
    lacking = [one for one in reversed(past) if not one.is_in]
    covered = [one for one in held if one.is_in and one.date]
    every, gaps = rhythm([one.latest for one in past if one.latest], today)
    return Coverage(
        body=body.name,
        held=len(held),
        covered=sum(one.is_in for one in held),
        first=next((one.date for one in held if one.date), ""),
        latest=covered[-1].date if covered else "",
        missing=tuple(one.date for one in lacking if one.status == MeetingStatus.HELD),
        unsure=tuple(one.date for one in lacking if one.status == MeetingStatus.PLANNED),
        every=every,
        gaps=gaps,
    )


def body_panel(user: Reader, body: Body) -> dict[str, Any]:
    """What the page of a body shows of which minutes are in."""
    return {"body": body, "coverage": coverage(user, body)}


def rhythm(days: Iterable[date], today: date) -> tuple[int, tuple[Gap, ...]]:
    """How many days lie between two meetings as a rule, and where far more do, the latest first.

    A cancelled meeting counts: it says why none was held. Zero and nothing where too few are known.
    """
    known = sorted(set(days))
    if len(known) < LEAST_KNOWN:
        return 0, ()
    every = round(median((later - earlier).days for earlier, later in pairwise(known)))
    most = max(2.5 * every, every + DAYS_OF_A_BREAK)
    ends: Sequence[tuple[date, date | None]] = [*pairwise(known), (known[-1], None)]
    gaps = [Gap(since, until) for since, until in ends if ((until or today) - since).days > most]
    return every, tuple(reversed(gaps))


def _day(edtf: str) -> str:
    return in_words(edtf) if edtf else "one without a date"


def _rhythm(days: int) -> str:
    weeks = max(round(days / 7), 1)
    if weeks > 14:
        return f"{round(days / 30.4)} months"
    return "week" if weeks == 1 else f"{weeks} weeks"


def _listed(words: Iterable[str], more: int) -> str:
    told = list(words)
    if more > 0:
        told.append(f"{more:,} more")
    return " and ".join(filter(None, [", ".join(told[:-1]), *told[-1:]]))
