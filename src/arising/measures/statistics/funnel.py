"""Which teams stand out from the rest, and which only look so for being small: funnel limits.

The limits are those of Spiegelhalter (Statistics in Medicine 24, 1185–1202, 2005): between what a team of its size
would lie by chance in 95 and in 99.8 of 100 cases, from the exact binomial distribution for proportions and the exact
Poisson distribution for rates, interpolated between whole counts. Normal limits fall below 0 and miss for ten audits,
which is what a team has; limits by Wilson's interval are drawn about a team and not about the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, floor, inf, isnan, lgamma, log, nan, sqrt
from typing import Literal

Place = Literal["within", "above 95%", "below 95%", "above 99.8%", "below 99.8%", "too small"]

SMALLEST_TEAM = 5
"""A team with fewer than this is not named and not judged."""
_NARROW, _WIDE = 0.025, 0.001
"""What lies outside the limits of 95% and of 99.8%, on either side."""
_TRIMMED = 0.1
"""So much at either end is pulled in before dispersion is worked out, as Spiegelhalter has it."""


@dataclass(frozen=True)
class Group:
    """A team: its name, what was counted, and out of how many (for rates: how many it would be by the measure)."""

    name: str
    count: int
    of: float


@dataclass(frozen=True)
class Limits:
    """Between what a group of its size lies by chance in 95 and in 99.8 of 100 cases."""

    lower95: float
    upper95: float
    lower998: float
    upper998: float


@dataclass(frozen=True)
class Point:
    """A group in the funnel. ``name`` is empty where it is too small to be named."""

    name: str
    count: int
    of: float
    value: float
    limits: Limits
    place: Place

    @property
    def stands_out(self) -> bool:
        """Whether it lies outside the wider limits."""
        return self.place.endswith("99.8%")


@dataclass(frozen=True)
class Funnel:
    """Groups against what is expected of their size.

    ``target`` is what all together come to, unless one was given. ``dispersion`` is how many times as much the
    groups vary as chance would make them; None for fewer than two.
    """

    kind: Literal["proportion", "rate"]
    target: float
    points: tuple[Point, ...]
    smallest: float
    dispersion: float | None

    @property
    def stand_out(self) -> tuple[Point, ...]:
        """The groups outside the wider limits."""
        return tuple(point for point in self.points if point.stands_out)

    @property
    def is_overdispersed(self) -> bool:
        """Whether groups differ by more than chance and their sizes explain, all in all."""
        judged = sum(point.place != "too small" for point in self.points)
        return self.dispersion is not None and self.dispersion > 1 + 2 * sqrt(2 / judged)

    def limits(self, of: float) -> Limits:
        """The limits for a group of such a size, to draw the funnel."""
        return _limits(self.kind, of, self.target)

    def __str__(self) -> str:
        """What to say of it, in words."""
        judged = [point for point in self.points if point.place != "too small"]
        small = len(self.points) - len(judged)
        said = []
        if not judged:
            said.append("No team is large enough to be held against the others.")
        elif not self.stand_out:
            said.append(f"No team of {len(judged)} differs from the whole by more than its size explains.")
        for point in self.stand_out:
            above = "above" if point.place.startswith("above") else "below"
            said.append(f"{point.name} lies {above} what chance explains.")
        near = sum(point.place.endswith("95%") for point in judged)
        if near:
            said.append(f"{_teams(near)} outside the narrower limits alone: of 20 teams one is, by chance.")
        if self.is_overdispersed:
            said.append(
                f"All together they vary {self.dispersion:.1f} times as much as by chance, so something else differs"
                " between them (their cases, or how they count): look at that before at single teams."
            )
        if small:
            said.append(f"{_teams(small)} not named, with fewer than {self.smallest:g}.")
        return " ".join(said)


def proportions(
    groups: Iterable[Group], *, target: float | None = None, smallest: float = SMALLEST_TEAM
) -> Funnel:  # fmt: skip
    """The funnel of shares: ``count`` out of ``of`` for each group.

    Args:
        groups: teams with whole counts.
        target: the share that is expected, from 0 to 1; what all together come to where none is given.
        smallest: groups with fewer are neither named nor judged.

    Raises:
        ValueError: a count is more than it is out of, or below 0; a group has nobody; the target is no share.
    """
    listed = list(groups)
    for group in listed:
        if not 0 <= group.count <= group.of or group.of <= 0 or group.of != floor(group.of):
            raise ValueError(f"{group.name}: {group.count} out of {group.of:g} is no share.")
    return _funnel("proportion", listed, target, smallest)


def rates(groups: Iterable[Group], *, target: float | None = None, smallest: float = SMALLEST_TEAM) -> Funnel:
    """The funnel of rates: ``count`` events in each group, ``of`` of what they are counted by (cases, years, children).

    ``smallest`` is a size in that measure. Raises ValueError as ``proportions``, but a count may exceed its measure.
    """
    listed = list(groups)
    for group in listed:
        if group.count < 0 or group.of <= 0:
            raise ValueError(f"{group.name}: {group.count} in {group.of:g} is no rate.")
    return _funnel("rate", listed, target, smallest)


def _funnel(
    kind: Literal["proportion", "rate"], groups: Sequence[Group], target: float | None, smallest: float
) -> Funnel:
    size = sum(group.of for group in groups)
    if target is None:
        target = sum(group.count for group in groups) / size if size else 0.0
    if target < 0 or (kind == "proportion" and target > 1):
        raise ValueError(f"{target} cannot be expected of a {kind}.")
    points = tuple(_point(kind, group, target, smallest) for group in groups)
    judged = [point for point in points if point.place != "too small"]
    return Funnel(kind, target, points, smallest, _dispersion(kind, judged, target))


def _point(kind: Literal["proportion", "rate"], group: Group, target: float, smallest: float) -> Point:
    limits = _limits(kind, group.of, target)
    value = group.count / group.of
    too_small = group.of < smallest
    return Point(
        "" if too_small else group.name,
        group.count,
        group.of,
        value,
        limits,
        "too small" if too_small else _place(value, limits),
    )


def _place(value: float, limits: Limits) -> Place:
    if value > limits.upper998:
        return "above 99.8%"
    if value < limits.lower998:
        return "below 99.8%"
    if value > limits.upper95:
        return "above 95%"
    return "below 95%" if value < limits.lower95 else "within"


def _limits(kind: Literal["proportion", "rate"], of: float, target: float) -> Limits:
    expected = of * target
    if kind == "rate":
        deviation, most = sqrt(expected), None
    else:
        deviation, most = sqrt(expected * (1 - target)), round(of)
    if not deviation:
        return Limits(target, target, target, target)
    tails = _tails(
        _chances(of, target) if most else _rare(expected), max(0, floor(expected - 12 * deviation - 12)), most
    )
    narrow, wide = (tails[one] for one in (_NARROW, _WIDE))
    lowest, highest = 0.0, 1.0 if most else inf
    ends = [min(highest, max(lowest, count / of)) for count in (*narrow, *wide)]
    return Limits(*ends)


def _chances(of: float, share: float) -> Callable[[int], float]:
    """The binomial distribution."""
    size = round(of)

    def chance(count: int) -> float:
        ways = lgamma(size + 1) - lgamma(count + 1) - lgamma(size - count + 1)
        return exp(ways + count * log(share) + (size - count) * log(1 - share))

    return chance


def _rare(expected: float) -> Callable[[int], float]:
    """The Poisson distribution."""
    return lambda count: exp(count * log(expected) - expected - lgamma(count + 1))


def _tails(chance: Callable[[int], float], first: int, most: int | None) -> dict[float, tuple[float, float]]:
    """For each probability the counts that so little of a distribution lies below, and above, between whole counts.

    A count is below the lower one where it or fewer are less probable than that, and above the upper one where it or
    more are. (In the formula as printed the upper one is taken like the lower one. It then lies a count too low, and
    ten of ten would stand out where that is one case in three.) What is below ``first`` is too little to count.
    """
    found: dict[float, tuple[float, float]] = {}
    waiting = dict.fromkeys((_NARROW, _WIDE), nan)
    below, count = 0.0, first
    while waiting:
        here = chance(count)
        for probability, lower in list(waiting.items()):
            if isnan(lower) and below + here >= probability:
                lower = waiting[probability] = count - (below + here - probability) / here
            if 1 - below - here < probability or count == most:
                upper = count + (max(0.0, 1 - below) - probability) / here
                found[probability] = (lower, upper)
                del waiting[probability]
        below, count = below + here, count + 1
    return found


def _dispersion(kind: str, points: Sequence[Point], target: float) -> float | None:
    """How far groups lie apart against what chance gives: the mean of squared deviates, pulled in at both ends."""
    spread = target * (1 - target) if kind == "proportion" else target
    if len(points) < 2 or spread <= 0:
        return None
    deviates = sorted((point.value - target) / sqrt(spread / point.of) for point in points)
    edge = floor(_TRIMMED * len(deviates))
    low, high = deviates[edge], deviates[-1 - edge]
    return sum(min(max(each, low), high) ** 2 for each in deviates) / len(deviates)


def _teams(number: int) -> str:
    return f"{number} team is" if number == 1 else f"{number} teams are"
