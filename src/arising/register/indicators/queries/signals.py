"""What stands out: indicators that changed beyond noise, that miss their target every time, that are out of date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils import timezone

from arising.measures import words
from arising.measures.cards import Card, Unit, Variant
from arising.measures.charting import Charted, charted, is_stale
from arising.measures.observations import Observation
from arising.register.accounts.audiences import Reader
from arising.register.indicators.models import Indicator, Segment, StatisticalArea, Target
from arising.register.indicators.queries.areas import beside
from arising.register.indicators.queries.cards import cards_of, rules
from arising.register.indicators.queries.pages import Compared, compared
from arising.register.indicators.queries.pages import indicators as indicators_for
from arising.register.indicators.queries.series import published_all

Why = Literal["concern", "improvement", "change", "target", "stale"]


_BRIEFLY: dict[Why, str] = {
    "concern": "Worse, beyond noise",
    "improvement": "Better, beyond noise",
    "change": "Changed, beyond noise",
    "target": "Misses its target every time",
    "stale": "Out of date",
}


@dataclass(frozen=True)
class Line:
    """An indicator in an area, in one row: its latest figure, what it is beside others, and why it stands out."""

    indicator: Indicator
    card: Card
    variant: Variant
    area: StatisticalArea
    latest: Observation | None
    compared: Compared | None
    charted: Charted
    own: tuple[Observation, ...]
    target: float | None
    today: date

    @property
    def unit(self) -> Unit:
        return self.card.unit_of(self.variant.key)

    @property
    def value(self) -> str:
        """The latest figure as a reader sees it; "" where there is none."""
        return words.shown(self.latest.value, self.unit) if self.latest else ""

    @property
    def age(self) -> str:
        """How long ago the latest period ended, in words; "" without a figure."""
        return words.time_since(self.latest.period.end, self.today) if self.latest else ""

    @property
    def target_in_words(self) -> str:
        """The target that holds; "" where none was set."""
        return words.shown(self.target, self.unit) if self.target is not None else ""

    @property
    def beside_country(self) -> str:
        """ "worse than 22.6%"; "" where there is nothing to be held against."""
        held = self.compared
        if held is None or not held.gaps or held.own != self.latest:
            return ""
        return words.than(held.gaps[0], self.unit)

    @property
    def among(self) -> str:
        """ "4th of 10" among areas that are like it; "" where none of them has a figure."""
        held = self.compared
        if held is None or held.rank is None or held.own != self.latest:
            return ""
        return words.placed(held.rank, self.card.polarity)

    @property
    def briefly(self) -> str:
        """What stands out in a few words, or else how it moved."""
        if self.why:
            return _BRIEFLY[self.why]
        if self.charted.chart:
            return "Nothing beyond noise"
        moved = words.moved(self.own[-2], self.own[-1], self.unit) if len(self.own) > 1 else ""
        return moved[:1].upper() + moved[1:] if moved else "Too few figures to tell"

    @property
    def beside(self) -> str:
        """What it is beside the country; "" where that says nothing."""
        held = self.compared
        if held is None or not held.gaps or held.own != self.latest:
            return ""
        told = words.beside(held.gaps[0], self.unit)
        return told[0].upper() + told[1:]

    @property
    def why(self) -> Why | None:
        """Why it stands out, the weightiest reason; None where nothing does."""
        chart = self.charted.chart
        last = chart.points[-1] if chart else None
        if last is not None and last.is_signal:
            readings: dict[str, Why] = {
                "special_cause_concern": "concern",
                "special_cause_improvement": "improvement",
            }
            return readings.get(last.reading, "change")
        if chart is not None and chart.assurance == "consistent_fail":
            return "target"
        if self.latest is not None and is_stale(self.latest.period, self.today):
            return "stale"
        return None

    @property
    def words(self) -> str:
        """Why it stands out, or why nothing can be told, in a sentence or two."""
        chart = self.charted.chart
        if chart is not None and self.why in ("concern", "improvement", "change"):
            return words.change(chart, self.charted.periods)
        if chart is not None and self.why == "target":
            return words.assured(chart, self.unit)
        if self.latest is not None and self.why == "stale":
            return f"The latest figure is of {self.latest.period.words}. A later one should be published by now."
        return "Nothing beyond noise." if chart is not None else f"Too little to tell. {self.charted.why}"


@dataclass(frozen=True)
class AreaPage:
    """Every indicator there is a figure for in an area, and how many there is none for."""

    area: StatisticalArea
    lines: tuple[Line, ...]
    without: tuple[Line, ...]

    @property
    def standing_out(self) -> list[Line]:
        """Those that stand out, concerns first."""
        order: list[Why] = ["concern", "target", "change", "improvement", "stale"]
        return sorted((line for line in self.lines if line.why), key=lambda line: order.index(line.why or "stale"))

    @property
    def words(self) -> str:
        """The answer in a sentence."""
        if not self.lines:
            return f"There is no figure for {self.area} yet."
        told = {
            "concern": ("is a concern", "are a concern"),
            "target": ("misses its target every time", "miss their target every time"),
            "change": ("changed beyond noise", "changed beyond noise"),
            "improvement": ("improved beyond noise", "improved beyond noise"),
            "stale": ("is out of date", "are out of date"),
        }
        counts = {why: sum(line.why == why for line in self.lines) for why in told}
        parts = [f"{count} {told[why][count > 1]}" for why, count in counts.items() if count]
        still = [line for line in self.lines if line.why is None]
        quiet = sum(line.charted.chart is not None for line in still)
        short = len(still) - quiet
        if quiet:
            parts.append(f"{quiet} {'show' if quiet > 1 else 'shows'} nothing beyond noise")
        if short:
            parts.append(f"{short} {'have' if short > 1 else 'has'} too few figures to tell")
        return f"Of {len(self.lines)} indicators, {', '.join(parts)}."


def area_page(user: Reader, area: StatisticalArea) -> AreaPage:
    """Every indicator in an area by its first definition, in the order of their names."""
    held = beside(area)
    indicators = indicators_for(area.council_id)
    cards = cards_of(indicators)
    series = published_all(list(cards.values()), held.everybody)
    targets = _targets(user, area)
    segments = _segments(area)
    lines, today = [], timezone.localdate()
    for indicator in indicators:
        card = cards[indicator.key]
        variant = card.variants[0]
        by_area = series[card.key, variant.key]
        own: Sequence[Observation] = by_area[area.code]
        key = (indicator.pk, variant.key)
        drawn = charted(card, own, rebase=segments.get(key, {}), target=targets.get(key), rules=rules())
        beside_it = compared(card, variant.key, held, by_area)
        latest = own[-1] if own else None
        lines.append(
            Line(indicator, card, variant, area, latest, beside_it, drawn, tuple(own), targets.get(key), today)
        )  # fmt: skip
    return AreaPage(
        area, tuple(line for line in lines if line.latest), tuple(line for line in lines if not line.latest)
    )


def _targets(user: Reader, area: StatisticalArea) -> dict[tuple[int, str], float]:
    if area.council_id is None:
        return {}
    found: dict[tuple[int, str], list[Target]] = {}
    for one in Target.objects.visible_to(user).filter(council=area.council_id, dropped_on=None):
        found.setdefault((one.indicator_id, one.variant), []).append(one)
    held = {key: Target.in_force(targets, timezone.localdate()) for key, targets in found.items()}
    return {key: one.value for key, one in held.items() if one}


def _segments(area: StatisticalArea) -> dict[tuple[int, str], dict[date, str]]:
    found: dict[tuple[int, str], dict[date, str]] = {}
    if area.council_id is not None:
        for one in Segment.objects.filter(council=area.council_id):
            found.setdefault((one.indicator_id, one.variant), {})[one.end] = one.name
    return found
