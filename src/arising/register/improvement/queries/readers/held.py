"""What the board's and the member's views rest on: the plan as it stands, and what moved since a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import ImprovementPlan, Inspection, ReviewPoint, Update
from arising.register.improvement.queries.directions import directions, in_force
from arising.register.improvement.queries.plans import (
    ChainPage,
    Line,
    Moved,
    StalePage,
    actions_of,
    chain_of,
    lines,
    measures_of,
    plans,
    stale_of,
)
from arising.register.improvement.states import rank
from arising.register.obligations.due import months_after
from arising.register.programme.pack import Entry

AHEAD = timedelta(days=60)
"""How far ahead a view looks."""


@dataclass(frozen=True)
class Held:
    """The newest plan of a council that the reader may see, with what is stale and broken in it; and what is due."""

    council: Council
    today: date
    since: date
    plan: ImprovementPlan
    lines: tuple[Line, ...]
    chain: ChainPage
    stale: StalePage
    reviews: tuple[ReviewPoint, ...]
    visits: tuple[Inspection, ...]

    @property
    def measures(self) -> list[Moved]:
        """How the measures of the plan stand."""
        return list(self.chain.measures.values())

    @property
    def late(self) -> list[Line]:
        """The actions that are overdue, the longest first."""
        return sorted((each for each in self.lines if each.days_late), key=lambda each: -each.days_late)

    @property
    def worse(self) -> list[Moved]:
        """The measures that went the wrong way."""
        return [each for each in self.measures if each.wrong_way]


def held(user: Reader, council: Council, months: int) -> Held | None:
    """What the views of a council rest on; None where there is no plan that ``user`` may see."""
    of = plans(user, council).first()
    if of is None:
        return None
    today = timezone.localdate()
    standing = in_force(list(directions(user).filter(council=council)))
    reviews = ReviewPoint.objects.visible_to(user).filter(direction__in=standing, due__gte=today)
    visits = Inspection.objects.visible_to(user).filter(
        council=council, status=Inspection.Status.PLANNED, starts_on__gte=today
    )
    fetched = tuple(lines(user, actions_of(user, of)))
    measures = measures_of(user, of, fetched)
    return Held(
        council, today, months_after(today, -months), of, fetched,
        chain_of(user, of, fetched, measures), stale_of(of, fetched, measures),
        tuple(reviews.select_related("direction").order_by("due", "pk")), tuple(visits.order_by("starts_on", "pk")),
    )  # fmt: skip


def moved(told: Held) -> list[Entry]:
    """What moved since: states of actions, evidence that came in, measures that changed beyond noise."""
    entries: list[tuple[date, Entry]] = []
    for line in told.lines:
        address = line.action.get_absolute_url()
        for before, update in _steps(line):
            if update.on >= told.since:
                way = "went back to" if before and rank(update.state) < rank(before.state) else "is now"
                words = f"{line.action}: {way} {update.get_state_display().lower()}, since {day_in_words(update.on)}."
                entries.append((update.on, Entry(words, (), address)))
        for each in line.evidence:
            if each.evidence.on >= told.since:
                words = f"{line.action}: {each.evidence.title.rstrip('.')} ({day_in_words(each.evidence.on)})."
                entries.append((each.evidence.on, Entry(words, (), address)))
    entries.sort(key=lambda one: one[0], reverse=True)
    changed = [
        Entry(f"{each.measure.title}: {each.signal}", (), each.address)
        for each in told.measures
        if each.signal and not each.wrong_way and "change beyond" in each.signal
    ]
    return [*(entry for _, entry in entries), *changed]


def _steps(line: Line) -> Iterator[tuple[Update | None, Update]]:
    """Each update that brought an action into another state, with the one before it."""
    before: Update | None = None
    for update in sorted(line.updates, key=lambda each: (each.on, each.pk)):
        if before is None or update.state != before.state:
            yield before, update
        before = update


def still(told: Held) -> list[Entry]:
    """What did not move: entries that are stale, and measures that went the wrong way."""
    entries = [Entry(f"{each.measure.title}: {each.wrong_way}", (), each.address) for each in told.worse]
    entries.extend(Entry(f"{each.what}: {each.words}", (), each.address) for each in told.stale.entries)
    return entries


def coming(told: Held) -> list[Entry]:
    """What falls due in the next sixty days."""
    end = told.today + AHEAD
    entries = [(each.due, Entry(f"{each.title}, {day_in_words(each.due)}.", (), each.direction.get_absolute_url()))
               for each in told.reviews if each.due <= end]  # fmt: skip
    for visit in told.visits:
        if visit.starts_on and visit.starts_on <= end:
            words = f"{visit.get_kind_display()}, {day_in_words(visit.starts_on)}."
            entries.append((visit.starts_on, Entry(words, (), visit.get_absolute_url())))
    for line in told.lines:
        due = line.action.due
        if due and not line.is_done and told.today <= due <= end:
            words = f"{line.action}, due {line.when}."
            entries.append((due, Entry(words, (), line.action.get_absolute_url())))
        for step in line.milestones:
            if step.due and step.reached_on is None and told.today <= step.due <= end:
                words = f"{step} of {line.action.reference}, due on {day_in_words(step.due)}."
                entries.append((step.due, Entry(words, (), line.action.get_absolute_url())))
    entries.sort(key=lambda one: one[0])
    return [entry for _, entry in entries]
