"""How sure a share is, and whether two of them differ by more than chance.

Wilson's score interval for one proportion (Wilson 1927), Newcombe's method 10 for the difference of two independent
ones (Statistics in Medicine 17, 873–890, 1998) and of two of the same people (17, 2635–2650, 1998). Both hold for
small counts and for shares near 0 and 1, where the usual interval leaves the scale or shrinks to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95


@dataclass(frozen=True)
class Interval:
    """A share, from 0 to 1, and between what it may lie."""

    estimate: float
    lower: float
    upper: float
    level: float = LEVEL

    def __str__(self) -> str:
        return f"{_percent(self.estimate)} ({_range(self)})"


@dataclass(frozen=True)
class Difference:
    """What a share came to after less what it was before, and between what that may lie: from -1 to 1."""

    before: float
    after: float
    lower: float
    upper: float
    level: float = LEVEL

    @property
    def estimate(self) -> float:
        """What the later share has more than the earlier one."""
        return self.after - self.before

    @property
    def changed(self) -> bool:
        """Whether the change is more than chance would make of no change."""
        return self.lower > 0 or self.upper < 0

    def __str__(self) -> str:
        """What to say of it: whether it changed, from what to what, and how sure that is."""
        told = f"{_percent(self.before)} before, {_percent(self.after)} after"
        between = f"between {_points(self.lower)} and {_points(self.upper)} percentage points"
        said = "Changed" if self.changed else "No change that can be told from chance"
        return f"{said}: {told}. The change is {between} ({self.level:.0%} interval)."


def wilson(count: int, of: int, *, level: float = LEVEL) -> Interval:
    """Wilson's score interval for ``count`` out of ``of``, without a correction for continuity.

    Raises:
        ValueError: there is nobody to count, more are counted than there are, or the level is not between 0 and 1.
    """
    _check(count, of, level)
    z = deviate(level)
    share = count / of
    scale = 1 + z * z / of
    middle = (share + z * z / (2 * of)) / scale
    half = z / scale * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    # at 0 and 1 the sum is exact on paper and not in a computer
    lower = 0.0 if count == 0 else middle - half
    upper = 1.0 if count == of else middle + half
    return Interval(share, lower, upper, level)


def newcombe(
    count_before: int, of_before: int, count_after: int, of_after: int, *, level: float = LEVEL
) -> Difference:  # fmt: skip
    """How much a share changed between two groups of different people: Newcombe's method 10, the hybrid score interval.

    Raises:
        ValueError: as ``wilson``, of either group.
    """
    before, after = wilson(count_before, of_before, level=level), wilson(count_after, of_after, level=level)
    return _squared_and_added(before, after, 0.0, level)


def newcombe_paired(
    both: int, before_only: int, after_only: int, neither: int, *, level: float = LEVEL
) -> Difference:  # fmt: skip
    """How much a share changed among the same people: Newcombe's method 10 for paired proportions.

    Args:
        both: how many are counted before and after.
        before_only, after_only: how many are counted at one time alone.
        neither: how many are never counted.

    Raises:
        ValueError: a count is below 0, or there is nobody.
    """
    counts = (both, before_only, after_only, neither)
    if min(counts) < 0:
        raise ValueError("A count cannot be below 0.")
    of = sum(counts)
    before, after = wilson(both + before_only, of, level=level), wilson(both + after_only, of, level=level)
    return _squared_and_added(before, after, _correlation(*counts), level)


def deviate(level: float) -> float:
    """How many standard deviations to either side hold so much of a normal distribution."""
    return NormalDist().inv_cdf((1 + level) / 2)


def _squared_and_added(before: Interval, after: Interval, correlation: float, level: float) -> Difference:
    estimate = after.estimate - before.estimate
    lower = _length(after.estimate - after.lower, before.upper - before.estimate, correlation)
    upper = _length(after.upper - after.estimate, before.estimate - before.lower, correlation)
    return Difference(before.estimate, after.estimate, max(-1.0, estimate - lower), min(1.0, estimate + upper), level)


def _length(one: float, other: float, correlation: float) -> float:
    return sqrt(max(0.0, one * one - 2 * correlation * one * other + other * other))


def _correlation(both: int, before_only: int, after_only: int, neither: int) -> float:
    """The correlation phi of two answers of the same people, corrected for continuity as the method has it."""
    margins = (both + before_only) * (after_only + neither) * (both + after_only) * (before_only + neither)
    if not margins:
        return 0.0
    together = float(both * neither - before_only * after_only)
    if together > 0:
        together = max(0.0, together - (both + before_only + after_only + neither) / 2)
    return together / sqrt(margins)


def _check(count: int, of: int, level: float) -> None:
    if of < 1:
        raise ValueError("There is nobody of whom a share could be told.")
    if not 0 <= count <= of:
        raise ValueError(f"{count} out of {of} is no share.")
    if not 0 < level < 1:
        raise ValueError(f"A level lies between 0 and 1: {level} does not.")


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _range(interval: Interval) -> str:
    return f"{interval.level:.0%} interval {_percent(interval.lower)} to {_percent(interval.upper)}"


def _points(difference: float) -> str:
    points = f"{100 * difference:+.0f}".replace("-", "−")
    return "0" if points[1:] == "0" else points
