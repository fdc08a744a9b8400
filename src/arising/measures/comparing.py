"""An area beside others: the gap to each, its rank among them, and the quarter that it is in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean
from typing import Literal

from arising.measures.cards import Polarity, Unit
from arising.measures.observations import Observation

Better = Literal["better", "worse", "same", "context"]


@dataclass(frozen=True)
class Gap:
    """How far a value is from another one: ``by`` is in the unit of both, above it where positive.

    ``is_`` says what that means where a direction is wanted, "context" where none is.
    """

    other: Observation
    by: float
    is_: Better


@dataclass(frozen=True)
class Rank:
    """The place of a value among ``of`` values, itself included; 1 is the best, or the highest where no direction is
    wanted. Equal values share a place. ``left_out`` have no number for the period."""

    place: int
    of: int
    left_out: tuple[str, ...] = ()

    @property
    def quarter(self) -> int:
        """The quarter of the group that it is in: 1 is the quarter of the best."""
        return ceil(4 * self.place / self.of)


def is_comparable(unit: Unit) -> bool:
    """Whether areas of different sizes can be held against one another in it: rates can, counts cannot."""
    return unit not in ("children", "count", "£")


def gap(own: Observation, other: Observation, polarity: Polarity) -> Gap | None:
    """The gap between two observations of one period; None where either has no number.

    Raises ValueError for observations of two indicators, variants or periods: their difference would say nothing.
    """
    if (own.card, own.variant, own.period) != (other.card, other.variant, other.period):
        raise ValueError(f"{own.card} {own.period} and {other.card} {other.period} are not the same thing.")
    if own.number is None or other.number is None:
        return None
    by = own.number - other.number
    return Gap(other, by, meaning(by, polarity))


def meaning(by: float, polarity: Polarity) -> Better:
    """What a difference of ``by`` means."""
    if polarity == "neutral":
        return "context"
    if by == 0:
        return "same"
    return "better" if (by > 0) == (polarity == "increase") else "worse"


def rank(own: Observation, others: Iterable[Observation], polarity: Polarity) -> Rank | None:
    """The rank of an observation among it and ``others`` of the same period; None where it has no number, or no other
    has one."""
    if own.number is None:
        return None
    beside = [other for other in others if other.area.code != own.area.code]
    numbers = [other.number for other in beside if other.number is not None]
    if not numbers:
        return None
    upwards = polarity == "decrease"
    before = sum((number < own.number) if upwards else (number > own.number) for number in numbers)
    left_out = tuple(other.area.name for other in beside if other.number is None)
    return Rank(before + 1, len(numbers) + 1, left_out)


@dataclass(frozen=True)
class Average:
    """The mean of some areas' values in one period, each area counted once whatever its size. ``of`` of ``among`` areas
    have a number."""

    value: float
    of: int
    among: int


def average(others: Iterable[Observation], *, among: int) -> Average | None:
    """The average of observations of one period of ``among`` areas; None where fewer than half have a number."""
    numbers = [other.number for other in others if other.number is not None]
    if not numbers or 2 * len(numbers) < among:
        return None
    return Average(fmean(numbers), len(numbers), among)


def latest_in_common(
    own: Sequence[Observation], others: Sequence[Observation]
) -> tuple[Observation, Observation] | None:
    """The latest two observations of one period that are both numbers; None where there is none."""
    by_period = {other.period: other for other in others if other.number is not None}
    for one in reversed(own):
        if one.number is not None and one.period in by_period:
            return one, by_period[one.period]
    return None
