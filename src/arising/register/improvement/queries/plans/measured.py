"""Measures with their figures: where they began, where they are, what they are to reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arising.measures import words
from arising.measures.cards import Unit
from arising.measures.charting import is_stale
from arising.measures.comparing import meaning
from arising.measures.observations import Observation
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Attached, Measure
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Indicator, Target

SHOWS = {Measure.Kind.AUDIT: {"audit"}, Measure.Kind.FEEDBACK: {"feedback", "survey", "visit"}}
"""Which kinds of evidence are a figure of a measure that no indicator counts."""


@dataclass(frozen=True)
class Moved:
    """How a measure stands: its latest figure, and which way it went. ``wrong_way`` says that it is worse, and why."""

    measure: Measure
    latest: Observation | None = None
    unit: Unit | None = None
    since_baseline: str = ""
    signal: str = ""
    wrong_way: str = ""
    is_stale: bool = False
    trajectory: tuple[Target, ...] = ()
    seen: tuple[Attached, ...] = ()
    address: str = ""

    @property
    def has_figure(self) -> bool:
        """Whether anything is known of it."""
        return self.latest is not None or bool(self.seen)

    @property
    def words(self) -> str:
        """Where it began, where it is and what it is to reach, in sentences."""
        parts = []
        if self.measure.baseline is not None:
            on = f" ({day_in_words(self.measure.baseline_on)})" if self.measure.baseline_on else ""
            parts.append(f"Baseline {self.shown(self.measure.baseline)}{on}.")
        if self.measure.goal is not None:
            by = f" by {day_in_words(self.measure.goal_by)}" if self.measure.goal_by else ""
            parts.append(f"Goal {self.shown(self.measure.goal)}{by}.")
        if self.measure.words:
            parts.append(f"As written: {self.measure.words.rstrip('.')}.")
        if self.latest is not None and self.unit is not None:
            value = words.shown(self.latest.value, self.unit)
            parts.append(f"Now {value} ({self.latest.period.label}){self.since_baseline}.")
        elif self.seen:
            last = self.seen[0].evidence
            parts.append(f"Last seen on {day_in_words(last.on)}: {last.title.rstrip('.')}.")
        else:
            parts.append("There is no figure of it yet.")
        return " ".join([*parts, *([self.signal] if self.signal else [])])

    @property
    def missing(self) -> list[str]:
        """What it lacks to show anything: "a baseline", "a goal", "a figure"."""
        measure = self.measure
        written = measure.kind != Measure.Kind.INDICATOR and bool(measure.words)
        lacks = [
            ("a baseline", measure.baseline is None and not written),
            ("a goal", measure.goal is None and not written),
        ]
        return [what for what, is_missing in (*lacks, ("a figure", not self.has_figure)) if is_missing]

    def shown(self, value: float) -> str:
        """A value in its unit."""
        return words.shown(value, self.unit) if self.unit else f"{value:g}"


class Figures:
    """The figures of a council's measures, as far as a reader may see them. Each indicator is read once."""

    def __init__(self, user: Reader, council: Council, today: date) -> None:
        self._user, self._today = user, today
        self._area = indicators.area_of(council)
        self._pages: dict[tuple[int, str], indicators.IndicatorPage | None] = {}

    def moved(self, measure: Measure, attached: tuple[Attached, ...]) -> Moved:
        """How a measure stands. ``attached`` is the evidence of what it measures, the latest first."""
        if measure.kind != Measure.Kind.INDICATOR:
            kinds = SHOWS.get(Measure.Kind(measure.kind), set())
            return Moved(measure, seen=tuple(each for each in attached if each.evidence.kind in kinds))
        page = self.page(measure)
        if page is None:
            assert measure.indicator is not None
            try:
                unit = measure.indicator.card.unit_of(measure.variant)
            except KeyError:
                unit = None
            return Moved(measure, unit=unit)
        latest = next((one for one in reversed(page.observations) if one.number is not None), None)
        since, worse = _since_baseline(measure, latest, page)
        chart = page.charted.chart
        last = chart.points[-1] if chart else None
        signal = words.change(chart, page.charted.periods) if chart else ""
        if last is not None and last.is_signal and last.reading == "special_cause_concern":
            worse = signal
        return Moved(
            measure, latest, page.unit, since, signal, worse,
            latest is not None and is_stale(latest.period, self._today),
            tuple(each for each in page.targets if each.dropped_on is None and each.by), (), page.address,
        )  # fmt: skip

    def page(self, measure: Measure) -> indicators.IndicatorPage | None:
        """The page of the indicator that counts a measure; None where none does, or the reader sees none."""
        if self._area is None or measure.indicator is None:
            return None
        key = (measure.indicator.pk, measure.variant)
        if key not in self._pages:
            try:
                self._pages[key] = indicators.indicator_page(
                    self._user, measure.indicator.key, self._area, measure.variant
                )
            except Indicator.DoesNotExist:
                self._pages[key] = None
        return self._pages[key]


def _since_baseline(measure: Measure, latest: Observation | None, page: indicators.IndicatorPage) -> tuple[str, str]:
    """How the latest figure stands to the baseline, in words, and the same where that is worse."""
    if latest is None or latest.number is None or measure.baseline is None:
        return "", ""
    gap = latest.number - measure.baseline
    if round(gap, 6) == 0:
        return ", the same as at the baseline", ""
    is_ = meaning(gap, page.card.polarity)
    how = f"{words.points(gap, page.unit)} {'higher' if gap > 0 else 'lower'} than the baseline"
    means = f", which is {is_}" if is_ in ("better", "worse") else ""
    # of figures that a chart can be drawn of, the chart says whether a change is more than noise
    worse = f"It is {how}." if is_ == "worse" and page.charted.chart is None else ""
    return f", {how}{means}", worse
