"""What the board's and the member's views rest on: the plan as it stands, and what moved since a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.annual import Between
from arising.register.improvement.models import ImprovementPlan, ReviewPoint
from arising.register.improvement.queries.changes import (
    Change,
    audits_changed,
    evidence_added,
    forecasts_changed,
    scales_changed,
    states_changed,
    surveys_changed,
    workforce_changed,
)
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
from arising.register.improvement.queries.readers.ahead import AHEAD, Dated, ahead
from arising.register.obligations.due import months_after
from arising.register.programme.pack import Entry


@dataclass(frozen=True)
class Held:
    """The newest plan of a council that the reader may see, with what is stale and broken in it; what was scored and
    counted since, by its kind: ``fed``; and what is due."""

    council: Council
    today: date
    since: date
    plan: ImprovementPlan
    lines: tuple[Line, ...]
    chain: ChainPage
    stale: StalePage
    fed: tuple[list[Change], ...]
    reviews: tuple[ReviewPoint, ...]
    ahead: list[Dated]

    @property
    def time(self) -> Between:
        """The time of which is told."""
        return Between(self.since, self.today)

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
    fetched = tuple(lines(user, actions_of(user, of)))
    measures = measures_of(user, of, fetched)
    since = months_after(today, -months)
    time = Between(since, today)
    fed = (scales_changed, audits_changed, surveys_changed, workforce_changed, forecasts_changed)
    return Held(
        council, today, since, of, fetched, chain_of(user, of, fetched, measures), stale_of(of, fetched, measures),
        tuple(find(user, council, time) for find in fed),
        tuple(reviews.select_related("direction").order_by("due", "pk")), ahead(user, council, today),
    )  # fmt: skip


def moved(told: Held, *, brief: bool = False) -> list[list[Entry]]:
    """What moved since, by its kind: first what tells of children and staff, then what was done of the plan; ``brief``
    is without what figures say to scores."""
    changed = [
        Entry(f"{each.measure.title}: {each.signal}", (), each.address)
        for each in told.measures
        if each.signal and not each.wrong_way and "change beyond" in each.signal
    ]
    plan = [*states_changed(told.lines, told.time), *evidence_added(told.lines, told.time)]
    plan.sort(key=lambda one: one.on, reverse=True)
    kinds = [*([one for one in those if one.moved] for those in told.fed), plan]
    told_of = [[one.brief if brief else one.entry for one in each] for each in kinds]
    return [those for those in (changed, *told_of) if those]


def still(told: Held) -> list[Entry]:
    """What did not move, or went the wrong way: measures, what was scored and counted, entries that are stale."""
    entries = [Entry(f"{each.measure.title}: {each.wrong_way}", (), each.address) for each in told.worse]
    entries.extend(one.entry for those in told.fed for one in those if not one.moved)
    entries.extend(Entry(f"{each.what}: {each.words}", (), each.address) for each in told.stale.entries)
    return entries


def coming(told: Held) -> list[Entry]:
    """What falls due in the next sixty days."""
    end = told.today + AHEAD
    entries = [(each.due, Entry(f"{each.title}, {day_in_words(each.due)}.", (), each.direction.get_absolute_url()))
               for each in told.reviews if each.due <= end]  # fmt: skip
    entries.extend(told.ahead)
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
