"""What is doubtful about the figures of an area: out of date, missing, late, revised, contradicting, impossible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from arising.measures import doubtful, words
from arising.measures.charting import is_stale
from arising.measures.doubtful import Late
from arising.measures.observations import Observation
from arising.measures.periods import Period
from arising.measures.published.own import doubts_about
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.indicators.models import PUBLISHED, Event, Indicator, StatisticalArea
from arising.register.indicators.queries.side_by_side.held import Series, Told, everything
from arising.register.indicators.queries.side_by_side.places import Systems, systems_in
from arising.register.indicators.queries.side_by_side.variances import Place

MOST = 50
"""So many lines of what is doubtful in one way are shown: of more somebody looks at the cause, not at each."""


@dataclass(frozen=True)
class Doubtful:
    """Something to look at: which indicator it is about, by which definition where it has several, and how many
    ``more``; in words; where it stands; and the address of a page that says more, "" where there is none."""

    indicator: Indicator
    variant: str
    definition: str
    says: str
    stands_in: str
    address: str = ""
    more: int = 0


@dataclass(frozen=True)
class Part:
    """What is doubtful in one way: its heading, what that means, and all of it."""

    heading: str
    means: str
    every: tuple[Doubtful, ...]

    @property
    def shown(self) -> tuple[Doubtful, ...]:
        """What a page has room for."""
        return self.every[:MOST]


@dataclass(frozen=True)
class Quality:
    """What is doubtful about the figures of an area, by what is wrong with it."""

    area: StatisticalArea
    stale: tuple[Doubtful, ...]
    missing: tuple[Doubtful, ...]
    late: tuple[Doubtful, ...]
    revised: tuple[Doubtful, ...]
    contradicting: tuple[Doubtful, ...]
    impossible: tuple[Doubtful, ...]
    leaping: tuple[Doubtful, ...]

    @property
    def parts(self) -> list[Part]:
        """Each part that has anything in it, the weightiest first."""
        months = f"The council’s own figures of a month are due {doubtful.DUE.days} days after it ended."
        differ = "Two systems that differ by more than they may, or the council and what was published."
        leap = f"{doubtful.LEAP:g} times the figure before it, or so small a part of it. It may be right all the same."
        every = (
            Part("What cannot be right?", "A part above its whole, or a percentage over 100.", self.impossible),
            Part("What contradicts?", differ, self.contradicting),
            Part("What leaps?", leap, self.leaping),
            Part("What is missing?", "Periods between others for which there is no figure.", self.missing),
            Part("What is late?", months, self.late),
            Part("What is out of date?", "A later figure should be published by now.", self.stale),
            Part("What was revised?", "A later release gave another figure. The later one counts.", self.revised),
        )
        return [each for each in every if each.every]

    @property
    def words(self) -> str:
        """The answer in a sentence."""
        counts = [
            (len(self.impossible), "cannot be right", "cannot be right"),
            (len(self.leaping), "leaps", "leap"),
            (len(self.contradicting), "contradicts others", "contradict others"),
            (len(self.missing), "is missing", "are missing"),
            (sum(1 + one.more for one in self.late), "is late", "are late"),
            (len(self.stale), "is out of date", "are out of date"), (len(self.revised), "was revised", "were revised"),
        ]  # fmt: skip
        told = [f"{count} {one if count == 1 else several}" for count, one, several in counts if count]
        return f"Of the figures, {', '.join(told)}." if told else "Nothing about the figures is doubtful."


def quality(user: Reader, area: StatisticalArea) -> Quality:
    """What is doubtful about the figures of an area, as far as ``user`` may see them."""
    held = everything(user, area)
    today = timezone.localdate()
    side_by_side = systems_in(user, area, held)
    return Quality(
        area,
        stale=tuple(one for series in held for one in _stale(series, today)),
        missing=tuple(one for series in held for one in _missing(series)),
        late=tuple(_late(held, today, side_by_side.changes)),
        revised=tuple(one for series in held for one in _revised(series)),
        contradicting=tuple(_contradicting(side_by_side)),
        impossible=tuple(one for series in held for one in _impossible(series)),
        leaping=tuple(one for series in held for one in _leaps(series)),
    )


@dataclass(frozen=True)
class Run:
    """What one system gives of a series in one kind of period, in order of time, and where each figure stands."""

    system: str
    observations: tuple[Observation, ...]
    told: dict[Period, Told]

    @property
    def whose(self) -> str:
        """The system in brackets; "" for what was published."""
        return f" ({self.system})" if self.system != PUBLISHED else ""


def _runs(series: Series) -> Iterator[Run]:
    for system, told in series.systems.items():
        for observations in doubtful.by_kind(one.observation for one in told):
            yield Run(system, tuple(observations), {one.observation.period: one for one in told})


def _doubtful(series: Series | Place, says: str, *stands_in: Told, address: str = "") -> Doubtful:
    places = "; ".join(str(each.observation.origin) for each in stands_in)
    report = stands_in[-1].report
    page = address or (report.get_absolute_url() if report else "")
    definition = series.variant.name if len(series.card.variants) > 1 else ""
    return Doubtful(series.indicator, series.variant.key, definition, says, places, page)


def _stale(series: Series, today: date) -> Iterator[Doubtful]:
    last = series.published[-1] if series.published else None
    if last and series.variant == series.card.variants[0] and is_stale(last.observation.period, today):
        yield _doubtful(series, f"The latest is of {last.observation.period.words}", last)


def _missing(series: Series) -> Iterator[Doubtful]:
    for run in _runs(series):
        for before, after in doubtful.gaps(run.observations):
            says = f"Nothing between {before.period.words} and {after.period.words}{run.whose}"
            yield _doubtful(series, says, run.told[after.period])


def _late(held: list[Series], today: date, changes: Sequence[Event]) -> Iterator[Doubtful]:
    """What the council has not reported when it was due, in one line for all that ended with the same month. A system
    that another took the place of is waited for no longer."""
    found: dict[tuple[str, Period], list[tuple[Series, Run, Late]]] = {}
    for series in held:
        for run in _runs(series):
            late = doubtful.late(run.observations, today) if run.system != PUBLISHED else None
            if late and not _was_replaced(series, run, late, changes):
                found.setdefault((run.system, late.after.period), []).append((series, run, late))
    for (_, period), ones in found.items():
        series, run, late = ones[0]
        rest = f", and {late.months - 1} more since" if late.months > 1 else ""
        was = f"{late.first.words} was due by {day_in_words(late.due)}{rest}"
        one = _doubtful(series, f"Nothing after {period.words}{run.whose}: {was}", run.told[period])
        yield replace(one, more=len(ones) - 1)


def _was_replaced(series: Series, run: Run, late: Late, changes: Sequence[Event]) -> bool:
    """Whether the system changed after its last figure, and another has given later ones."""
    last = late.after.period
    others = [told[-1].observation.period for system, told in series.own.items() if system != run.system]
    return any(event.on >= last.start for event in changes) and any(other.end > last.end for other in others)


def _revised(series: Series) -> Iterator[Doubtful]:
    unit = series.card.unit_of(series.variant.key)
    for each in series.revised:
        before, after = words.shown(each.before.value, unit), words.shown(each.after.value, unit)
        says = f"{each.after.period}: {before} in {each.before.origin.release}, {after} in {each.after.origin.release}"
        yield _doubtful(series, says, Told(PUBLISHED, each.after, None))


def _impossible(series: Series) -> Iterator[Doubtful]:
    """What cannot be, in what was published and in what the council reported: of a figure that was reported again, in
    the later one alone."""
    cards = {series.card.key: series.card}
    for run in _runs(series):
        for doubt in doubts_about(run.observations, cards):
            period = doubt.about[3]
            yield _doubtful(series, f"{period}{run.whose}: {doubt.what}", run.told[period])


def _leaps(series: Series) -> Iterator[Doubtful]:
    unit = series.card.unit_of(series.variant.key)
    for run in _runs(series):
        for before, after in doubtful.leaps(series.card, run.observations):
            one, other = words.shown(before.value, unit), words.shown(after.value, unit)
            says = f"{one} in {before.period.words}, {other} in {after.period.words}{run.whose}"
            yield _doubtful(series, says, run.told[after.period])


def _contradicting(held: Systems) -> Iterator[Doubtful]:
    """Where two systems differ by more than they may, what is open first."""
    page = reverse("systems", args=[held.area.code])
    for place in held.differing:
        for each in place.variances:
            if not each.is_within:
                here, there = (words.shown(one.observation.value, place.unit) for one in (each.one, each.other))
                says = f"{place.label}: {here} ({each.one.name}), {there} ({each.other.name}): {each.standing.lower()}"
                address = f"{page}?{urlencode({'indicator': place.card.key})}#{place.mark}"
                yield _doubtful(place, says, each.one, each.other, address=address)
