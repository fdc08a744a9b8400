"""A measure on its way: what it is to reach by each day, and what its figure was then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from arising.measures import words
from arising.measures.cards import Unit
from arising.measures.comparing import meaning
from arising.measures.observations import Observation
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Measure
from arising.register.improvement.queries.plans.actions import measure
from arising.register.improvement.queries.plans.measured import Figures, Moved
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Target


@dataclass(frozen=True)
class Step:
    """What is to be reached by a day. ``figure`` is the latest by then; None before the day has come, and where there
    is none. ``short`` says by how much it is missed; "" where it is reached."""

    target: Target
    value: str
    figure: Observation | None
    was: str
    short: str
    is_over: bool

    @property
    def by(self) -> date:
        """Its day."""
        assert self.target.by is not None
        return self.target.by

    @property
    def words(self) -> str:
        """How it ended, in a sentence."""
        began = f"By {day_in_words(self.by)} it was to be {self.value}"
        if self.figure is None:
            return f"{began}: there is no figure by then."
        how = f"{self.short} short of it" if self.short else "reached"
        return f"{began}. It was {self.was} ({self.figure.period.label}): {how}."


@dataclass(frozen=True)
class Trajectory:
    """A measure and its steps, the earliest first. ``page`` is that of its indicator; None where no indicator counts
    it, or no area of the council has figures."""

    measure: Measure
    moved: Moved
    steps: tuple[Step, ...]
    page: indicators.IndicatorPage | None

    @property
    def words(self) -> list[str]:
        """Whether it is on its way, in sentences."""
        if not self.steps:
            return ["Nothing was said of what it is to reach on the way.", self.moved.words]
        over = [step for step in self.steps if step.is_over]
        told = [over[-1].words] if over else []
        if coming := next((step for step in self.steps if not step.is_over), None):
            told.append(f"{'Next' if over else 'First'}: {coming.value} by {day_in_words(coming.by)}.")
        return told

    @property
    def asks(self) -> str:
        """What the address of the chart asks for."""
        return self.page.address.partition("?")[2] if self.page else ""


def trajectory(user: Reader, pk: int) -> Trajectory:
    """A measure of a plan on its way. Raises Measure.DoesNotExist."""
    of = measure(user, pk)
    figures = Figures(user, of.priority.plan.council, timezone.localdate())
    page = figures.page(of)
    moved = figures.moved(of, ())
    steps = tuple(_step(each, page) for each in moved.trajectory) if page else ()
    return Trajectory(of, moved, steps, page)


def _step(target: Target, page: indicators.IndicatorPage) -> Step:
    unit: Unit = page.unit
    by = target.by
    assert by is not None
    is_over = by <= page.today
    held = [one for one in page.observations if one.number is not None and one.period.end <= by] if is_over else []
    figure = held[-1] if held else None
    short, was = "", ""
    if figure is not None and figure.number is not None:
        was = words.shown(figure.value, unit)
        gap = figure.number - target.value
        if meaning(gap, page.card.polarity) in ("worse", "context") and round(gap, 6):
            short = words.points(gap, unit)
    return Step(target, words.shown(target.value, unit), figure, was, short, is_over)
