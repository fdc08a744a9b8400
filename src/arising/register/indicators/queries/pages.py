"""The page of an indicator in an area: the answer in words, the chart, the figures, and what people say of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import F, Q
from django.utils import timezone

from arising.measures import events as shifts
from arising.measures import words
from arising.measures.cards import Card, Unit, Variant
from arising.measures.charting import Charted, charted
from arising.measures.comparing import Average, Gap, Rank, average, gap, is_comparable, latest_in_common, rank
from arising.measures.events import Shift
from arising.measures.observations import Observation
from arising.measures.periods import Period
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.indicators.models import Definition, Event, Indicator, Segment, StatisticalArea, Target
from arising.register.indicators.queries.areas import Beside, beside
from arising.register.indicators.queries.cards import cards_of, rules
from arising.register.indicators.queries.series import (
    FromCouncil,
    Revision,
    Sources,
    from_council,
    published,
    revisions,
)


@dataclass(frozen=True)
class Dated:
    """Something that happened, and the shift of the series that came before or after it, if there is one."""

    event: Event
    shift: Shift | None

    @property
    def words(self) -> str:
        """Whether the series shifted before or after it, in a sentence."""
        if self.shift is None:
            return "No step of this series is beyond what chance gives."
        way = "rose" if self.shift.by > 0 else "fell"
        moved = f"It {way} most from {self.shift.before.words} to {self.shift.after.words}"
        when = {"before": "before this", "after": "after this", "around": "around this time"}[self.shift.came]
        return f"{moved}, {when}."


@dataclass(frozen=True)
class Compared:
    """An area's latest figure beside those of others for the same period."""

    own: Observation
    gaps: tuple[Gap, ...]
    rank: Rank | None
    neighbours: tuple[Observation, ...]
    average: Average | None


@dataclass(frozen=True)
class IndicatorPage:
    """An indicator in an area. ``series`` is by the code of the area, the area itself among them."""

    indicator: Indicator
    card: Card
    variant: Variant
    beside: Beside
    series: dict[str, list[Observation]]
    own: FromCouncil | None
    systems: tuple[FromCouncil, ...]
    charted: Charted
    compared: Compared | None
    targets: tuple[Target, ...]
    events: tuple[Dated, ...]
    segments: tuple[Segment, ...]
    definitions: tuple[Definition, ...]
    revised: tuple[Revision, ...]
    today: date

    @property
    def address(self) -> str:
        """Where it stands, with its area and its definition."""
        asked = {"area": self.area.code, "variant": self.variant.key}
        return f"{self.indicator.get_absolute_url()}?{urlencode(asked)}"

    @property
    def name(self) -> str:
        """The indicator and the area, with the definition where there are several."""
        which = f", {self.variant.name}" if len(self.card.variants) > 1 else ""
        return f"{self.card.name}{which}: {self.area}"

    @property
    def area(self) -> StatisticalArea:
        return self.beside.own

    @property
    def unit(self) -> Unit:
        """The unit of the variant."""
        return self.card.unit_of(self.variant.key)

    @property
    def at_once(self) -> list[Observation]:
        """The figures of all areas on this page for the latest period of which the area itself has a number: the best
        first, or the highest where neither way is better; those without a number last."""
        own = self.compared.own if self.compared else self.latest
        if own is None or self.own is not None:
            return []
        found = [one for series in self.series.values() for one in series if one.period == own.period]
        upwards = 1 if self.card.polarity == "decrease" else -1
        return sorted(found, key=lambda one: (one.number is None, upwards * (one.number or 0), one.area.name))

    @property
    def latest(self) -> Observation | None:
        """The latest thing that is known of the area, a number or a symbol."""
        held = self.observations
        return held[-1] if held else None

    @property
    def observations(self) -> Sequence[Observation]:
        """The series that the page is about: what was published, or what the council reported where nothing was."""
        return self.own.observations if self.own else self.series[self.area.code]

    @property
    def target(self) -> Target | None:
        """The target that holds."""
        return Target.in_force(self.targets, self.today)

    @property
    def has_average(self) -> bool:
        """Whether areas that are like it have an average to be held against."""
        return bool(self.beside.neighbours) and is_comparable(self.unit)

    def average_of_neighbours(self, period: Period) -> Average | None:
        """The average of the areas that are like it in a period."""
        if not self.has_average:
            return None
        of = [self.series[area.code] for area in self.beside.neighbours]
        held = [one for series in of for one in series if one.period == period]
        return average(held, among=len(of))

    @property
    def aims(self) -> list[Target]:
        """What is to be reached, as a chart shows it: the target that holds, and every step that has its day."""
        held = self.target
        return [one for one in self.targets if one.dropped_on is None and (one.by or one == held)]

    @property
    def words(self) -> list[str]:
        """The answer, in sentences."""
        latest = self.latest
        if latest is None:
            return [self.nothing]
        gaps = self.compared.gaps if self.compared and self.compared.own == latest else ()
        said = [words.latest(self.card, latest, gaps, self.unit)]
        if self.compared and self.compared.gaps and not gaps:
            said.append(words.in_common(self.compared.own, self.compared.gaps, self.unit))
        if self.compared and self.compared.rank:
            ranked = words.ranked(self.compared.rank, self.card.polarity, "its statistical neighbours")
            average = words.averaged(self.compared.average, self.unit) if self.compared.average else ""
            said.append(f"That is {ranked}{f'; their average is {average}' if average else ''}.")
        if self.charted.chart:
            said.append(words.change(self.charted.chart, self.charted.periods))
            said.append(words.assured(self.charted.chart, self.unit))
        elif len(self.charted.observations) > 1 and self.charted.observations[-1] == latest:
            earlier, own = self.charted.observations[-2:]
            said.append(words.since_then(earlier, own, self.unit))
        if not self.charted.chart and self.target:
            by = day_in_words(self.target.by) if self.target.by else ""
            said.append(words.to_target(latest, self.target.value, by, self.card.polarity, self.unit))
        return [each for each in said if each]

    @property
    def nothing(self) -> str:
        """Why there is no figure, and what to do."""
        if self.indicator.council_id is not None and not self.variant.is_known:
            return f"There is no figure for {self.area}. Bring in the council's own figures, or type one in."
        if not self.variant.is_known:
            where = f"It is published in “{self.card.release}”, of which this register reads no file yet."
            return f"There is no figure for {self.area}. {where}"
        return f"There is no figure for {self.area}. Add the latest file of “{self.card.release}”."

    @property
    def age(self) -> str:
        """How long ago the latest period ended, in words; "" without a figure."""
        return words.time_since(self.latest.period.end, self.today) if self.latest else ""


def indicators(council: Council | int | None = None) -> list[Indicator]:
    """The indicators that come with the register, and those that ``council`` added. What they count is everybody's to
    know, but nobody else's choice."""
    return list(Indicator.objects.filter(Q(council=None) | Q(council=council)))


def indicator(key: str) -> Indicator:
    """One indicator. Raises ``Indicator.DoesNotExist``."""
    return Indicator.objects.get(key=key)


def indicator_page(
    user: Reader, key: str, area: StatisticalArea, variant: str = "", system: str = "", others: Collection[str] = ()
) -> IndicatorPage:
    """The page of an indicator in an area; ``system`` shows what the council reported from that system instead, and
    ``others`` are the codes of areas that it is held against besides.

    Raises ``Indicator.DoesNotExist``, also for a variant that the indicator has not.
    """
    indicator = Indicator.objects.get(key=key)
    card = cards_of([indicator])[indicator.key]
    try:
        chosen = card.variant(variant) if variant else card.variants[0]
    except KeyError:
        raise Indicator.DoesNotExist(variant) from None
    held = beside(area, others)
    sources = Sources(held.everybody)
    series = published(card, chosen.key, held.everybody, sources)
    systems = from_council(user, card, chosen.key, area)
    asked = next((each for each in systems if each.system == system), None)
    own = asked or (systems[0] if systems and not series[area.code] else None)
    targets, segments = _targets(user, indicator, chosen, area), _segments(indicator, chosen, area)
    about = own.observations if own else series[area.code]
    today = timezone.localdate()
    target = Target.in_force(targets, today)
    return IndicatorPage(
        indicator=indicator,
        card=card,
        variant=chosen,
        beside=held,
        series=series,
        own=own,
        systems=tuple(systems),
        charted=charted(
            card,
            about,
            rebase={each.end: each.name for each in segments},
            target=target.value if target else None,
            rules=rules(),
        ),
        compared=compared(card, chosen.key, held, series),
        targets=targets,
        events=_events(user, indicator, area, about),
        segments=segments,
        definitions=tuple(indicator.definitions.all()),
        revised=tuple(revisions(card, chosen.key, area, sources)),
        today=today,
    )


def every_variant(it: IndicatorPage) -> dict[str, list[Observation]]:
    """What was published for the area of a page by each definition, by the definition's name."""
    sources = Sources([it.area])
    found = {
        each.name: published(it.card, each.key, [it.area], sources)[it.area.code] for each in it.card.variants
    }  # fmt: skip
    return {name: series for name, series in found.items() if series}


def compared(card: Card, variant: str, held: Beside, series: dict[str, list[Observation]]) -> Compared | None:
    """The latest figure of an area beside those of the country, its region and its neighbours for the same period; None
    for counts, which areas of different sizes cannot be compared by."""
    if not is_comparable(card.unit_of(variant)):
        return None
    own = series[held.own.code]
    england = series.get(held.england.code, []) if held.england else []
    both = latest_in_common(own, england) if england else None
    last = both[0] if both else next((one for one in reversed(own) if one.number is not None), None)
    if last is None:
        return None
    wide = [area for area in (held.england, held.region) if area]
    beside_it = {area.code: _at(series[area.code], last) for area in (*wide, *held.neighbours)}
    gaps = [gap(last, other, card.polarity) for area in wide if (other := beside_it[area.code])]
    neighbours = tuple(other for area in held.neighbours if (other := beside_it[area.code]))
    return Compared(
        last, tuple(each for each in gaps if each), rank(last, neighbours, card.polarity), neighbours,
        average(neighbours, among=len(held.neighbours)),
    )  # fmt: skip


def _at(series: Sequence[Observation], like: Observation) -> Observation | None:
    return next((one for one in series if one.period == like.period), None)


def _targets(user: Reader, indicator: Indicator, variant: Variant, area: StatisticalArea) -> tuple[Target, ...]:
    if area.council_id is None:
        return ()
    held = Target.objects.visible_to(user).filter(council=area.council_id, indicator=indicator, variant=variant.key)
    return tuple(held.order_by(F("by").asc(nulls_first=True), "pk"))


def _segments(indicator: Indicator, variant: Variant, area: StatisticalArea) -> tuple[Segment, ...]:
    if area.council_id is None:
        return ()
    return tuple(Segment.objects.filter(council=area.council_id, indicator=indicator, variant=variant.key))


def _events(
    user: Reader, indicator: Indicator, area: StatisticalArea, about: Sequence[Observation]
) -> tuple[Dated, ...]:  # fmt: skip
    if area.council_id is None:
        return ()
    found = Event.objects.visible_to(user).filter(council=area.council_id)
    found = found.filter(Q(indicators=indicator) | Q(indicators=None)).distinct()
    values = [(one.period, one.number) for one in about if one.number is not None]
    return tuple(Dated(event, shifts.shift(values, event.on)) for event in found)
