"""Two systems, one truth: what each system of a council and what was published say of the same thing, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from arising.measures.agreement import USUAL, moment
from arising.measures.periods import Period
from arising.register.accounts.audiences import Reader
from arising.register.bodies.templatetags.words import counted
from arising.register.indicators.models import Event, Indicator, Release, Remark, Report, StatisticalArea
from arising.register.indicators.queries.side_by_side.held import Series, Told, reported_by_systems
from arising.register.indicators.queries.side_by_side.tolerances import Tolerances, tolerances
from arising.register.indicators.queries.side_by_side.variances import STANDINGS, Place, Variance

Key = tuple[int, str, Period, str, str]


@dataclass(frozen=True)
class Systems:
    """What the systems of an area's council say, side by side: what is open first, for longest before all.

    ``releases`` are the published files that figures stand in, by the SHA-256 of their bytes.
    """

    area: StatisticalArea
    places: tuple[Place, ...]
    tolerances: Tolerances
    changes: tuple[Event, ...]
    releases: Mapping[str, Release]

    @property
    def differing(self) -> list[Place]:
        """Where two systems differ by more than they may."""
        return [each for each in self.places if each.differs]

    def words_of(self, report: Report) -> str:
        """In how many places a figure of a report differs from another system by more than it may, in words; "" where
        none does."""
        count = sum(each.differs_by(report) for each in self.places)
        in_places = f"In {counted(count, 'place')} it differs by more than it may"
        return f"{in_places} from another system or from what was published." if count else ""

    @property
    def words(self) -> str:
        """The answer, in a sentence or two."""
        return self._in_words("place")

    @property
    def words_of_one(self) -> str:
        """The same on the page of one indicator, where a place is a period."""
        return self._in_words("period")

    def _in_words(self, place: str) -> str:
        if not self.places:
            return f"No two systems give a figure of {self.area} for the same indicator and period yet."
        of = counted(len(self.places), place)
        if not self.differing:
            said = f"In none of {of} do two systems differ by more than they may."
        else:
            counts = {status: sum(each.status == status for each in self.differing) for status in STANDINGS}
            told = [
                f"{count} {'is' if count == 1 else 'are'} {STANDINGS[status].lower()}"
                for status, count in reversed(counts.items())
                if count
            ]
            said = f"In {len(self.differing)} of {of} two systems differ by more than they may; {', '.join(told)}."
        agreeing = sum(each.agrees_now for each in self.places)
        if agreeing:
            agree = "agrees" if agreeing == 1 else "agree"
            said += f" {agreeing} {agree} now, and nobody has said yet that it is resolved."
        return said

    @property
    def usual(self) -> str:
        """By how much figures may differ where the council set nothing, in words."""
        return USUAL.words("count")

    @property
    def in_general(self) -> str:
        """By how much those may differ that have no tolerance of their own, in words."""
        held = self.tolerances.for_all
        return held.allowed.words("count") if held else self.usual

    @property
    def indicators(self) -> list[Indicator]:
        """Those that two systems give figures of, by name."""
        found = {each.indicator.pk: each.indicator for each in self.places}
        return sorted(found.values(), key=lambda each: each.name)

    def like(self, place: Place, variance: Variance) -> list[tuple[Place, Variance]]:
        """The same two systems, by the same definition, in all other periods in which they differ by more than they may
        and nobody has said anything yet."""
        names = (variance.one.system, variance.other.system)
        same = (place.card.key, place.variant.key)
        others = [each for each in self.places if (each.card.key, each.variant.key) == same]
        found = [(each, each.variance(*names)) for each in others if each.period != place.period]
        return [(each, pair) for each, pair in found if pair and not pair.is_within and not pair.remarks]

    def only(self, indicator: str = "", status: str = "") -> list[Place]:
        """The places of an indicator and of a standing; an empty word asks for all."""
        asked = [each for each in self.places if indicator in ("", each.card.key)]
        return [each for each in asked if status in ("", each.status)]

    def address_of(self, told: Told) -> str:
        """The page of the file that a figure stands in; "" where that is not known."""
        held = told.report or self.releases.get(told.observation.origin.sha256)
        return held.get_absolute_url() if held else ""


def systems(
    user: Reader, area: StatisticalArea, indicator: Indicator | None = None, variant: str = ""
) -> Systems:  # fmt: skip
    """What the systems of an area's council say, as far as ``user`` may see it; of one indicator and by one definition
    where they are given."""
    held = reported_by_systems(user, area, indicator)
    return systems_in(user, area, [each for each in held if variant in ("", each.variant.key)])


def systems_in(user: Reader, area: StatisticalArea, held: Sequence[Series]) -> Systems:
    """The same from what was read of the area before."""
    allowed = tolerances(user, area.council)
    changes = _changes(user, area)
    remarks = _remarks(user, area)
    found = [
        _place(series, period, told, allowed, remarks, changes)
        for series in held
        for period, told in _together(series)
    ]  # fmt: skip
    order = list(STANDINGS)
    found.sort(key=lambda each: (order.index(each.status), each.since, each.card.name, each.period))
    return Systems(area, tuple(found), allowed, tuple(event for event, _ in changes), _releases(found))


def variance(
    user: Reader, area: StatisticalArea, asked: Mapping[str, str], one: str, other: str
) -> tuple[Systems, Place, Variance]:
    """What two systems say of the place that an address asks for. Raises ``Indicator.DoesNotExist`` for what is not
    there, or not for ``user``."""
    indicator = Indicator.objects.get(key=asked.get("indicator", ""))
    held = systems(user, area, indicator)
    for place in held.places:
        found = place.variance(one, other)
        if found and place.asked == dict(asked):
            return held, place, found
    raise Indicator.DoesNotExist


def _together(series: Series) -> Iterator[tuple[Period, list[Told]]]:
    """The numbers of a series that at least two systems give of one moment."""
    found: dict[Period, dict[str, Told]] = {}
    for system, told in series.systems.items():
        for one in told:
            if one.observation.number is not None:
                found.setdefault(moment(series.card, one.observation.period), {})[system] = one
    for period, by_system in sorted(found.items()):
        if len(by_system) > 1:
            yield period, [by_system[system] for system in sorted(by_system)]


def _place(
    series: Series, period: Period, told: list[Told], allowed: Tolerances, remarks: Mapping[Key, list[Remark]],
    changes: Sequence[tuple[Event, set[int]]],
) -> Place:  # fmt: skip
    indicator, card, variant = series.indicator, series.card, series.variant
    variances = tuple(
        Variance(
            one, other, card.unit_of(variant.key), allowed.allowed(indicator),
            tuple(remarks.get((indicator.pk, variant.key, period, one.system, other.system), ())),
        )
        for one, other in combinations(told, 2)
    )  # fmt: skip
    before = [event for event, about in changes if event.on <= period.end and (not about or indicator.pk in about)]
    return Place(indicator, card, variant, period, tuple(told), variances, before[-1] if before else None)


def _remarks(user: Reader, area: StatisticalArea) -> dict[Key, list[Remark]]:
    if area.council_id is None:
        return {}
    found: dict[Key, list[Remark]] = {}
    held = Remark.objects.visible_to(user).filter(area=area, council=area.council_id).select_related("added_by")
    for one in held.order_by("pk"):
        key = (one.indicator_id, one.variant, one.period, one.one_system, one.other_system)
        found.setdefault(key, []).append(one)
    return found


def _changes(user: Reader, area: StatisticalArea) -> list[tuple[Event, set[int]]]:
    """The changes of system, the earliest first, each with the indicators that it concerns; none is all."""
    if area.council_id is None:
        return []
    held = Event.objects.visible_to(user).filter(council=area.council_id, kind=Event.Kind.SYSTEM)
    return [(event, {each.pk for each in event.indicators.all()}) for event in held.prefetch_related("indicators")]


def _releases(places: Sequence[Place]) -> dict[str, Release]:
    wanted = {told.observation.origin.sha256 for place in places for told in place.told if told.report is None}
    return {one.sha256: one for one in Release.objects.filter(sha256__in=wanted)} if wanted else {}
