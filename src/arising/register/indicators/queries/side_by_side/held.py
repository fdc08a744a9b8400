"""All that the register holds of an area, read in one go: what was published, and what each system of its council
gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from arising.measures.cards import Card, Variant
from arising.measures.observations import Observation
from arising.measures.periods import Kind, Period
from arising.register.accounts.audiences import Reader
from arising.register.indicators.models import PUBLISHED, Indicator, Report, Reported, StatisticalArea
from arising.register.indicators.queries.pages import indicators as indicators_for
from arising.register.indicators.queries.series import Revision, Sources, observed, revised_in


@dataclass(frozen=True)
class Told:
    """A figure that one system gives; ``system`` is ``PUBLISHED`` for what was published. ``since`` is the day from
    which it was known to be this, ``report`` where a council's own stands."""

    system: str
    observation: Observation
    since: date | None
    report: Report | None = None

    @property
    def name(self) -> str:
        """The system as a reader knows it."""
        return self.system or "What was published"


Own = dict[tuple[str, str], dict[str, tuple[Told, ...]]]
"""What each system gives, by indicator and definition."""


@dataclass(frozen=True)
class Series:
    """An indicator by one definition: what was published of it, what of that was revised, and what each system of the
    council gives; the earliest period first."""

    indicator: Indicator
    card: Card
    variant: Variant
    published: tuple[Told, ...]
    revised: tuple[Revision, ...]
    own: dict[str, tuple[Told, ...]]

    @property
    def systems(self) -> dict[str, tuple[Told, ...]]:
        """All of it by the system, what was published first."""
        return {PUBLISHED: self.published, **self.own} if self.published else self.own


def everything(user: Reader, area: StatisticalArea) -> list[Series]:
    """Every series of an area, empty ones too, as far as ``user`` may see it, in as many questions for all indicators
    as for one."""
    indicators = indicators_for(area.council_id)
    return _series(area, indicators, reported_of(user, area, indicators))


def reported_by_systems(user: Reader, area: StatisticalArea, indicator: Indicator | None = None) -> list[Series]:
    """The series of those indicators that the council of an area reported itself; of ``indicator`` alone where it is
    given."""
    indicators = [indicator] if indicator else indicators_for(area.council_id)
    own = reported_of(user, area, indicators)
    keys = {key for key, _ in own}
    return _series(area, [each for each in indicators if each.key in keys], own)


def _series(area: StatisticalArea, indicators: list[Indicator], own: Own) -> list[Series]:
    if not indicators:
        return []
    cards = {each.key: each.card for each in indicators}
    sources = Sources([area])
    sources.read_for(cards.values())
    found = []
    for indicator in indicators:
        card = cards[indicator.key]
        for variant in card.variants:
            every = sources.of(card, variant.key)
            published = _latest(Told(PUBLISHED, one, one.origin.published_on) for told in every for one in told)
            systems = own.get((card.key, variant.key), {})
            found.append(Series(indicator, card, variant, published, tuple(revised_in(every)), systems))
    return found


def reported_of(user: Reader, area: StatisticalArea, indicators: Iterable[Indicator]) -> Own:
    """What the council of an area reported of it, by indicator, definition and system; of a period that was reported
    again the latest report counts."""
    if area.council_id is None:
        return {}
    cards = {each.pk: each.card for each in indicators}
    reports = Report.objects.visible_to(user).filter(council=area.council_id).in_bulk()
    # many rows share a report: each is fetched once, and joined here
    rows = (
        Reported.objects.visible_to(user)
        .filter(area=area, report__council=area.council_id, indicator__in=list(cards))
        .order_by("report__system", "report__reported_on", "report_id", "pk")
    )
    named = area.named
    found: dict[tuple[str, str], dict[str, list[Told]]] = {}
    for row in rows:
        report = reports.get(row.report_id)
        if report is None:
            continue
        card = cards[row.indicator_id]
        told = observed(row, report, card, named, Period(row.end, row.start, Kind(row.kind)))
        by_system = found.setdefault((card.key, row.variant), {})
        by_system.setdefault(report.system, []).append(Told(report.system, told, report.reported_on, report))
    return {
        key: {system: _latest(told) for system, told in by_system.items()} for key, by_system in found.items()
    }  # fmt: skip


def _latest(every: Iterable[Told]) -> tuple[Told, ...]:
    """The latest figure of each period, known since it was first given as it is. ``every`` has earlier ones first."""
    found: dict[Period, Told] = {}
    for one in every:
        before = found.get(one.observation.period)
        same = before is not None and before.observation.value == one.observation.value
        found[one.observation.period] = replace(one, since=before.since) if before and same else one
    return tuple(found[period] for period in sorted(found))
