"""Control charts of single values over time: XmR charts with the signals that NHS England calls "making data count".

The figures and signals are those of NHSRplotthedots 0.2: limits at the mean ± 2.66 times the mean moving range, near
limits at two thirds of that, ranges of 3.267 times their mean or more screened out once. Four rules mark a point: it is
outside the limits, it is part of a trend, of two in three near a limit, or of a run on one side of the mean; where
several hold, the first of these names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite
from statistics import mean
from typing import Literal

Improvement = Literal["increase", "decrease", "neutral"]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]
Reading = Literal[
    "common_cause",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
]

COMMON_CAUSE = "Common Cause"
TRIAL = 12
"""Limits worked out from fewer points than this are trial limits."""

_LIMIT = 2.66
"""3 / 1.128: three standard deviations, as the mean range of two tells them."""
_SCREEN = 3.267
"""Ranges this many times their mean are as rare as points outside the limits."""


@dataclass(frozen=True)
class Rules:
    """How many points make a run on one side of the mean, and how many a trend."""

    run: int = 7
    trend: int = 7

    def __post_init__(self) -> None:
        if self.run < 2 or self.trend < 3:
            raise ValueError("A run needs at least 2 points and a trend at least 3.")

    def __str__(self) -> str:
        return (
            f"outside the limits; {self.trend} points rising or falling; 2 of 3 points near a limit;"
            f" {self.run} points on one side of the mean"
        )


PLOT_THE_DOTS = Rules()
"""The rules of "making data count"."""


@dataclass(frozen=True)
class Point:
    """A value with the limits that hold for it and the signal it is part of.

    ``lower`` and ``upper`` are None where no limits can be worked out: from one point, or where all values are the same
    and outliers are screened. ``signal`` names the rule, ``reading`` says what it means for the direction wanted.
    """

    value: float
    mean: float
    lower: float | None
    upper: float | None
    signal: str
    reading: Reading
    segment: int = 0

    @property
    def is_signal(self) -> bool:
        """Whether the point is more than the noise there always is."""
        return self.signal != COMMON_CAUSE


@dataclass(frozen=True)
class Chart:
    """A series with its limits and signals.

    ``assurance`` says whether the latest limits leave the target within reach of chance: ``consistent_pass``,
    ``consistent_fail`` or ``inconsistent``; None without a target, or where no direction is wanted.
    """

    points: tuple[Point, ...]
    assurance: Assurance | None
    improvement: Improvement
    target: float | None = None
    rules: Rules = PLOT_THE_DOTS
    rebase: tuple[int, ...] = ()
    based_on: tuple[int, ...] = field(default=())
    """From how many points the limits of each segment are worked out."""

    @property
    def signals(self) -> tuple[Point, ...]:
        """The points that are more than noise."""
        return tuple(point for point in self.points if point.is_signal)

    @property
    def is_trial(self) -> bool:
        """Whether the latest limits rest on too few points to be more than a trial."""
        return bool(self.based_on) and self.based_on[-1] < TRIAL


def chart(
    values: Sequence[float],
    *,
    improvement: Improvement = "increase",
    screen_outliers: bool = True,
    rebase: Sequence[int] = (),
    fix_after: int | None = None,
    target: float | None = None,
    rules: Rules = PLOT_THE_DOTS,
) -> Chart:
    """Work out the chart of ``values``, one for each period, in order, without gaps.

    Args:
        values: at least one number. A series that is cumulative or rolling makes no chart; the caller knows which are.
        improvement: the direction that is wanted, "neutral" where neither is.
        screen_outliers: leave ranges out that are themselves outside their limits.
        rebase: the places, from 0, at which a new segment starts.
        fix_after: work the limits of each segment out from its first so many points.
        target: what is to be reached, in the unit of the values.
        rules: the lengths of runs and trends.

    Raises:
        ValueError: no values, one that is no finite number, a place outside them, or less than one point to fix by.
    """
    _check(values, improvement, rebase, fix_after)
    numbers = [float(value) for value in values]
    edges = [0, *sorted({place for place in rebase if place}), len(numbers)]
    points: list[Point] = []
    based_on: list[int] = []
    for segment, (start, end) in enumerate(pairwise(edges)):
        held = numbers[start:end]
        base = held[:fix_after] if fix_after else held
        points += _segment(held, base, improvement, screen_outliers, rules, segment)
        based_on.append(len(base))
    assurance = _assurance(points[-1], improvement, target)
    return Chart(tuple(points), assurance, improvement, target, rules, tuple(edges[1:-1]), tuple(based_on))


def _check(values: Sequence[float], improvement: str, rebase: Sequence[int], fix_after: int | None) -> None:
    if not values:
        raise ValueError("There are no values to chart.")
    for place, value in enumerate(values):
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise ValueError(f"Value {place + 1} is {value!r}: a chart needs a number for every period.")
    if improvement not in ("increase", "decrease", "neutral"):
        raise ValueError(f"{improvement!r} is no direction. Give increase, decrease or neutral.")
    for place in rebase:
        if not 0 <= place < len(values):
            raise ValueError(f"No segment can start at {place}: the places go from 0 to {len(values) - 1}.")
    if fix_after is not None and fix_after < 1:
        raise ValueError("Limits are fixed after at least 1 point.")


def _segment(
    values: list[float], base: list[float], improvement: Improvement, screened: bool, rules: Rules, number: int
) -> list[Point]:
    centre = float(mean(base))
    spread = _mean_range(base, screened)
    if spread is None:
        lower = upper = near_lower = near_upper = None
    else:
        lower, upper = centre - _LIMIT * spread, centre + _LIMIT * spread
        near = 2 * (_LIMIT / 3)
        near_lower, near_upper = centre - near * spread, centre + near * spread
    outside = [_beyond(value, lower, upper) for value in values]
    close = [
        not out and _beyond(value, near_lower, near_upper) for value, out in zip(values, outside, strict=True)
    ]  # fmt: skip
    sides = [_sign(value - centre) for value in values]
    signals = _signals(values, sides, outside, close, rules)
    return [
        Point(value, centre, lower, upper, signal, _reading(signal, improvement), number)
        for value, signal in zip(values, signals, strict=True)
    ]


def _mean_range(base: list[float], screened: bool) -> float | None:
    ranges = [abs(after - before) for before, after in pairwise(base)]
    if ranges and screened:
        most = _SCREEN * float(mean(ranges))
        ranges = [each for each in ranges if each < most]
    return float(mean(ranges)) if ranges else None


def _beyond(value: float, lower: float | None, upper: float | None) -> bool:
    return lower is not None and upper is not None and (value < lower or value > upper)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _signals(
    values: list[float], sides: list[int], outside: list[bool], close: list[bool], rules: Rules
) -> list[str]:  # fmt: skip
    moves = [_sign(after - before) for before, after in pairwise(values)]
    rising = _runs(moves, rules.trend - 1, points=rules.trend)
    run = _runs(sides, rules.run, points=rules.run)
    named = []
    for place, side in enumerate(sides):
        above = "Above" if side > 0 else "Below"
        if outside[place]:
            named.append("Above UCL" if side > 0 else "Below LCL")
        elif place in rising:
            onward = place + 1 in rising
            up = moves[place if onward else place - 1] > 0
            named.append(f"{rules.trend} Point Trend ({'In' if up else 'De'}creasing)")
        elif close[place] and _two_in_three(place, close, sides):
            named.append(f"2 in 3 {above} CL")
        elif place in run:
            named.append(f"{rules.run} Points {above} CL")
        else:
            named.append(COMMON_CAUSE)
    return named


def _runs(signs: list[int], length: int, *, points: int) -> set[int]:
    """The places of the points in stretches of ``length`` like signs, none of them 0; each covers so many points."""
    found: set[int] = set()
    for start in range(len(signs) - length + 1):
        stretch = signs[start : start + length]
        if stretch[0] and all(sign == stretch[0] for sign in stretch):
            found.update(range(start, start + points))
    return found


def _two_in_three(place: int, close: list[bool], sides: list[int]) -> bool:
    for start in range(place - 2, place + 1):
        if start < 0 or start + 3 > len(sides):
            continue
        if sum(close[start : start + 3]) >= 2 and abs(sum(sides[start : start + 3])) == 3:
            return True
    return False


def _reading(signal: str, improvement: Improvement) -> Reading:
    if signal == COMMON_CAUSE:
        return "common_cause"
    up = "Above" in signal or "Increasing" in signal
    if improvement == "neutral":
        return "special_cause_neutral_high" if up else "special_cause_neutral_low"
    return "special_cause_improvement" if up == (improvement == "increase") else "special_cause_concern"


def _assurance(last: Point, improvement: Improvement, target: float | None) -> Assurance | None:
    if target is None or improvement == "neutral":
        return None
    if last.upper is not None and target > last.upper:
        return "consistent_fail" if improvement == "increase" else "consistent_pass"
    if last.lower is not None and target < last.lower:
        return "consistent_pass" if improvement == "increase" else "consistent_fail"
    return "inconsistent"
