"""Series: what was published of an indicator for some areas, and what a council reported of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F

from arising.measures.areas import Area, other_codes
from arising.measures.cards import Card, Dataset, Variant
from arising.measures.cards import cards as shipped
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Kind, Period
from arising.measures.published.tables import BETWEEN, Table
from arising.measures.published.tables import Row as TableRow
from arising.measures.rates import worked_out
from arising.measures.values import Symbol, Value
from arising.register.accounts.audiences import Reader
from arising.register.indicators.models import Release, Report, Reported, Row, StatisticalArea, datasets_known


@dataclass(frozen=True)
class Revision:
    """A value that a later release gave anew."""

    before: Observation
    after: Observation


@dataclass(frozen=True)
class FromCouncil:
    """What one system of a council gives as a series."""

    system: str
    observations: tuple[Observation, ...]
    reports: tuple[Report, ...] = ()


def published(
    card: Card, variant: str, areas: Sequence[StatisticalArea], sources: Sources | None = None
) -> dict[str, list[Observation]]:
    """The latest published value of each period, by the code of the area, the earliest period first.

    Published statistics are for everybody. An area without any has an empty list.
    """
    sources = sources or Sources(areas)
    series = _latest(sources.of(card, variant), areas)
    if rate := _worked_out_of(card, card.variant(variant)):
        counts = published(card, rate[0], areas, sources)
        over = published(rate[1], rate[1].variants[0].key, areas, sources)
        # a rate that was published counts before one that is worked out
        return {
            code: series[code] or worked_out(card, card.variant(variant), counts[code], over[code]) for code in series
        }
    return series


def published_all(
    cards: Sequence[Card], areas: Sequence[StatisticalArea], sources: Sources | None = None
) -> dict[tuple[str, str], dict[str, list[Observation]]]:
    """The same for every variant of ``cards`` by their keys. All datasets are read in one go."""
    sources = sources or Sources(areas)
    sources.read_for(cards)
    return {
        (card.key, variant.key): published(card, variant.key, areas, sources)
        for card in cards
        for variant in card.variants
    }


def _worked_out_of(card: Card, variant: Variant) -> tuple[str, Card] | None:
    """The variant that a rate is worked out of and the card that it is worked out over; None for what is no rate."""
    rate = variant.rate
    over = shipped().get(rate.over) if rate else None
    return (rate.of, over) if rate and over and any(each.key == rate.of for each in card.variants) else None


def revisions(card: Card, variant: str, area: StatisticalArea, sources: Sources | None = None) -> list[Revision]:
    """The values of an area that a later release of the same gave anew, the latest period first. ``sources`` are those
    of areas with it among them, where they were read before."""
    every = (sources or Sources([area])).of(card, variant)
    return revised_in([one for one in told if one.area.code == area.code] for told in every)


def revised_in(every: Iterable[Iterable[Observation]]) -> list[Revision]:
    """The values of one series that were given anew, the latest period first. ``every`` has a list for each dataset, in
    which those of earlier releases come first: another dataset that says otherwise revises nothing."""
    found: dict[Period, Revision] = {}
    for told in every:
        before: dict[Period, Observation] = {}
        for one in told:
            earlier = before.get(one.period)
            if earlier is not None and earlier.value != one.value:
                found[one.period] = Revision(earlier, one)
            before[one.period] = one
    return [found[period] for period in sorted(found, reverse=True)]


class InRegister:
    """What was published, for the measures to ask. Each series is read once."""

    def __init__(self, areas: Sequence[StatisticalArea], cards: dict[str, Card]) -> None:
        self.areas = {area.code: area for area in areas}
        self.cards = cards
        self._sources = Sources(areas)
        self._held: dict[tuple[str, str], dict[str, list[Observation]]] = {}

    def series(self, card: str, variant: str, area: str) -> Sequence[Observation]:
        """The latest known value of each period for the area with that code, the earliest period first."""
        if card not in self.cards or area not in self.areas:
            return []
        if (card, variant) not in self._held:
            self._held[card, variant] = published(self.cards[card], variant, self._sources.areas, self._sources)
        return self._held[card, variant][area]


def from_council(user: Reader, card: Card, variant: str, area: StatisticalArea) -> list[FromCouncil]:
    """What the council of an area reported of itself, as far as ``user`` may see it, a series for each system; of a
    period that was reported again the latest report counts."""
    rows = (
        Reported.objects.visible_to(user)
        .filter(indicator__key=card.key, variant=variant, area=area)
        .select_related("report")
        .order_by("report__reported_on", "report_id", "pk")
    )
    held: dict[str, dict[Period, Observation]] = {}
    reports: dict[str, dict[int, Report]] = {}
    for row in rows:
        period = Period(row.end, row.start, Kind(row.kind))
        held.setdefault(row.report.system, {})[period] = observed(row, row.report, card, area.named, period)
        reports.setdefault(row.report.system, {})[row.report_id] = row.report
    return [
        FromCouncil(system, tuple(by_period[each] for each in sorted(by_period)), tuple(reports[system].values()))
        for system, by_period in sorted(held.items())
    ]


def observed(row: Reported, report: Report, card: Card, area: Area, period: Period) -> Observation:
    """A figure that a council reported, as the measures know it."""
    value: Value = Symbol(row.symbol) if row.value is None else row.value
    origin = Origin(
        report.file_name or "typed in", row.row, row.column, report.system, report.reported_on, report.sha256
    )  # fmt: skip
    return Observation(card.key, row.variant, area, period, value, origin, row.numerator, row.denominator)


class Sources:
    """What was published for some areas, a dataset at a time. Each is read once."""

    def __init__(self, areas: Iterable[StatisticalArea]) -> None:
        self.areas = list(areas)
        self.known = datasets_known()
        self._tables: dict[str, list[Table]] = {}

    def tables(self, dataset: str) -> list[Table]:
        """The releases of a dataset as tables, the earlier ones first."""
        self._read({dataset})
        return self._tables[dataset]

    def read_for(self, cards: Iterable[Card]) -> None:
        """Read all that is published of ``cards`` in one go."""
        own = {variant.place.dataset for card in cards for variant in card.variants if variant.place}
        self._read(own | {key for key, each in self.known.items() if each.places})

    def _read(self, datasets: set[str]) -> None:
        if missing := datasets - self._tables.keys():
            self._tables |= tables_of(missing, self.areas, self.known)

    def of(self, card: Card, variant: str) -> list[list[Observation]]:
        """Every published observation by its dataset, those of earlier releases first. The dataset that counts where
        several give one period comes last: the one that the card names, else the one that gives most. Of the others
        only periods of its kind are taken, for one series has one kind."""
        one = card.variant(variant)
        own = one.place.dataset if one.place else ""
        also = [key for key, each in self.known.items() if key != own and (card.key, variant) in each.places]
        told = [self._told(card, variant, key) for key in also]
        told = sorted((each for each in told if each), key=len)
        if own and (first := self._told(card, variant, own)):
            told.append(first)
        if len(told) < 2:
            return told
        kinds = Counter(each.period.kind for each in told[-1])
        return [*([each for each in of if each.period.kind in kinds] for of in told[:-1]), told[-1]]

    def _told(self, card: Card, variant: str, dataset: str) -> list[Observation]:
        one = card.variant(variant)
        return [each for table in self.tables(dataset) for each in table.observations(card, one)]


def _latest(told: Sequence[Sequence[Observation]], areas: Iterable[StatisticalArea]) -> dict[str, list[Observation]]:
    held: dict[str, dict[Period, Observation]] = {area.code: {} for area in areas}
    for of in told:
        for one in of:
            held[one.area.code][one.period] = one
    return {code: [by_period[period] for period in sorted(by_period)] for code, by_period in held.items()}


def tables_of(
    keys: Iterable[str], areas: Iterable[StatisticalArea], known: Mapping[str, Dataset]
) -> dict[str, list[Table]]:  # fmt: skip
    """The releases of datasets as tables, the earlier ones first, with the rows of ``areas`` alone: in two questions,
    however many they are."""
    by_dataset: dict[str, list[Table]] = {key: [] for key in keys}
    named = {code: area.named for area in areas for code in (area.code, *other_codes(area.code))}
    of = Release.objects.filter(dataset__in=list(by_dataset))
    releases = list(of.order_by(F("published_on").asc(nulls_first=True), "pk"))
    if not releases:
        return by_dataset
    apart = {each.pk: bool(each.apart) for each in releases}
    found: dict[int, list[TableRow]] = {}
    held = Row.objects.filter(area__code__in=list(named), release__in=list(apart)).order_by("number", "pk")
    for release, number, column, area, kind, start, end, words, cells in held.values_list(
        "release", "number", "column", "area__code", "kind", "start", "end", "words", "cells"
    ):
        period, told = Period(end, start, Kind(kind)), tuple(words.split(BETWEEN)) if apart[release] else ()
        found.setdefault(release, []).append(TableRow(number, period, named[area], told, cells, column))
    for each in releases:
        if each.pk in found:
            by_dataset[each.dataset].append(_table(each, found[each.pk], known.get(each.dataset)))
    return by_dataset


def _table(release: Release, rows: list[TableRow], dataset: Dataset | None) -> Table:
    return Table(
        file=release.file_name, sha256=release.sha256, apart=tuple(release.apart), values=tuple(release.titles),
        rows=tuple(rows), dataset=dataset, release=release.name,
        published_on=release.published_on,
    )  # fmt: skip
