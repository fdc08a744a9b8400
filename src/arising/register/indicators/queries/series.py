"""Series: what was published of an indicator for some areas, and what a council reported of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F

from arising.measures.areas import other_codes
from arising.measures.cards import Card, Variant, datasets
from arising.measures.cards import cards as shipped
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Kind, Period
from arising.measures.published.tables import BETWEEN, Table
from arising.measures.published.tables import Row as TableRow
from arising.measures.rates import worked_out
from arising.measures.values import Symbol, Value
from arising.register.accounts.audiences import Reader
from arising.register.indicators.models import Release, Report, Reported, Row, StatisticalArea


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


def published(card: Card, variant: str, areas: Iterable[StatisticalArea]) -> dict[str, list[Observation]]:
    """The latest published value of each period, by the code of the area, the earliest period first.

    Published statistics are for everybody. An area without any has an empty list.
    """
    areas = list(areas)
    if of := _worked_out_of(card, card.variant(variant)):
        counts, over = published(card, of[0], areas), published(of[1], of[1].variants[0].key, areas)
        return {code: worked_out(card, card.variant(variant), counts[code], over[code]) for code in counts}
    held: dict[str, dict[Period, Observation]] = {area.code: {} for area in areas}
    for one in _every(card, variant, areas):
        held[one.area.code][one.period] = one
    return {code: [by_period[period] for period in sorted(by_period)] for code, by_period in held.items()}


def published_all(
    cards: Sequence[Card], areas: Sequence[StatisticalArea]
) -> dict[tuple[str, str], dict[str, list[Observation]]]:
    """The same for every variant of ``cards`` by their keys. Each dataset is read once."""
    wanted = {variant.place.dataset for card in cards for variant in card.variants if variant.place}
    held = {dataset: tables(dataset, areas) for dataset in wanted}
    found: dict[tuple[str, str], dict[str, list[Observation]]] = {}
    for card in cards:
        for variant in card.variants:
            of = held[variant.place.dataset] if variant.place else []
            by_area: dict[str, dict[Period, Observation]] = {area.code: {} for area in areas}
            for table in of:
                for one in table.observations(card, variant):
                    by_area[one.area.code][one.period] = one
            found[card.key, variant.key] = {code: [by[each] for each in sorted(by)] for code, by in by_area.items()}
    for card in cards:
        for variant in card.variants:
            if rate := _worked_out_of(card, variant):
                counts, over = found[card.key, rate[0]], found.get((rate[1].key, rate[1].variants[0].key), {})
                found[card.key, variant.key] = {
                    code: worked_out(card, variant, counts[code], over.get(code, ())) for code in counts
                }
    return found


def _worked_out_of(card: Card, variant: Variant) -> tuple[str, Card] | None:
    """The variant that a rate is worked out of and the card that it is worked out over; None for what is no rate."""
    rate = variant.rate
    over = shipped().get(rate.over) if rate else None
    return (rate.of, over) if rate and over and any(each.key == rate.of for each in card.variants) else None


def revisions(card: Card, variant: str, area: StatisticalArea) -> list[Revision]:
    """The values of an area that a later release of the same gave anew, the latest period first."""
    before: dict[Period, Observation] = {}
    found: dict[Period, Revision] = {}
    for one in _every(card, variant, [area]):
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
        self._held: dict[tuple[str, str], dict[str, list[Observation]]] = {}

    def series(self, card: str, variant: str, area: str) -> Sequence[Observation]:
        """The latest known value of each period for the area with that code, the earliest period first."""
        if card not in self.cards or area not in self.areas:
            return []
        if (card, variant) not in self._held:
            self._held[card, variant] = published(self.cards[card], variant, self.areas.values())
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
        held.setdefault(row.report.system, {})[period] = _reported(row, card, area, period)
        reports.setdefault(row.report.system, {})[row.report_id] = row.report
    return [
        FromCouncil(system, tuple(by_period[each] for each in sorted(by_period)), tuple(reports[system].values()))
        for system, by_period in sorted(held.items())
    ]


def every_system(user: Reader, cards: Mapping[str, Card], area: StatisticalArea) -> dict[str, list[Observation]]:
    """What the council of an area reported of itself for every indicator, by system, as far as ``user`` may see it; of
    a period that was reported again the latest report counts."""
    rows = (
        Reported.objects.visible_to(user)
        .filter(area=area)
        .select_related("report", "indicator")
        .order_by("report__reported_on", "report_id", "pk")
    )
    held: dict[str, dict[tuple[str, str, Period], Observation]] = {}
    for row in rows:
        card = cards[row.indicator.key]
        period = Period(row.end, row.start, Kind(row.kind))
        held.setdefault(row.report.system, {})[card.key, row.variant, period] = _reported(row, card, area, period)
    return {system: list(each.values()) for system, each in sorted(held.items())}


def _reported(row: Reported, card: Card, area: StatisticalArea, period: Period) -> Observation:
    value: Value = Symbol(row.symbol) if row.value is None else row.value
    report = row.report
    origin = Origin(
        report.file_name or "typed in", row.row, row.column, report.system, report.reported_on, report.sha256
    )  # fmt: skip
    return Observation(
        card.key, row.variant, area.named, period, value, origin, row.numerator, row.denominator
    )  # fmt: skip


def _every(card: Card, variant: str, areas: Iterable[StatisticalArea]) -> Iterable[Observation]:
    """Every published observation, those of earlier releases first."""
    place = card.variant(variant).place
    if place is None:
        return
    for table in tables(place.dataset, areas):
        yield from table.observations(card, card.variant(variant))


def tables(dataset: str, areas: Iterable[StatisticalArea]) -> list[Table]:
    """The releases of a dataset as tables, the earlier ones first, with the rows of ``areas`` alone."""
    named = {code: area.named for area in areas for code in (area.code, *other_codes(area.code))}
    found: dict[int, list[TableRow]] = {}
    held = Row.objects.filter(area__code__in=list(named), release__dataset=dataset).order_by("number")
    for release, number, area, kind, start, end, words, cells in held.values_list(
        "release", "number", "area__code", "kind", "start", "end", "words", "cells"
    ):
        period, apart = Period(end, start, Kind(kind)), tuple(words.split(BETWEEN)) if words else ()
        found.setdefault(release, []).append(TableRow(number, period, named[area], apart, cells))
    releases = Release.objects.filter(pk__in=found).order_by(F("published_on").asc(nulls_first=True), "pk")
    return [_table(release, found[release.pk]) for release in releases]


def _table(release: Release, rows: list[TableRow]) -> Table:
    return Table(
        file=release.file_name, sha256=release.sha256, apart=tuple(release.apart), values=tuple(release.titles),
        rows=tuple(rows), dataset=datasets().get(release.dataset), release=release.name,
        published_on=release.published_on,
    )  # fmt: skip
