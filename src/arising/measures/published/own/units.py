"""Values in the unit of their card: percentages as text, and fractions where a percentage is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arising.measures.areas import Area
from arising.measures.cards import Card, Variant
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Period
from arising.measures.published.fractions import is_fraction
from arising.measures.published.own.doubts import Doubt
from arising.measures.values import Value, value_of

FEWEST = 3
"""From fewer values than this it is not told that fractions are meant."""


@dataclass(frozen=True)
class Told:
    """A value as it stands in a council's file; ``is_percentage`` where it is written with the sign."""

    card: Card
    variant: Variant
    area: Area
    period: Period
    value: Value | None
    is_percentage: bool
    numerator: Value | None
    denominator: Value | None
    origin: Origin

    @property
    def key(self) -> tuple[str, str, str, Period]:
        """What it is about."""
        return self.card.key, self.variant.key, self.area.code, self.period

    @property
    def is_in_percent(self) -> bool:
        return self.card.unit_of(self.variant.key) == "percent"

    @property
    def worked_out(self) -> float | None:
        """Its numerator over its denominator, where both are numbers."""
        if isinstance(self.numerator, float) and isinstance(self.denominator, float) and self.denominator:
            return self.numerator / self.denominator
        return None


def number_in(cell: str) -> tuple[Value | None, bool]:
    """The value of a cell, and whether it is written as a percentage. Raises ValueError."""
    told = cell.strip().removeprefix("£").strip()
    bare = told.removesuffix("%").strip()
    return value_of(bare), bare != told


def in_units(told: Sequence[Told]) -> tuple[tuple[Observation, ...], tuple[Doubt, ...]]:
    """Observations, each value in the unit of its card, and doubts where that was judged from the whole series.

    A fraction is a percentage where its own numerator and denominator say so, or where no value of its series is above
    1. A value that is missing beside both is worked out.
    """
    series: dict[tuple[str, str, str], list[Told]] = {}
    for one in told:
        series.setdefault(one.key[:3], []).append(one)
    fractions = {key for key, ones in series.items() if _all_fractions(ones)}
    observations, doubts = [], []
    for one in told:
        value = one.value
        if one.is_in_percent and not one.is_percentage and isinstance(value, float):
            if is_fraction(value, one.numerator, one.denominator):
                value = round(value * 100, 10)
            elif one.worked_out is None and one.key[:3] in fractions:
                doubts.append(
                    Doubt(one.key, one.origin, f"{value:g} was taken for a fraction, and is {value * 100:g}%")
                )
                value = round(value * 100, 10)
        if value is None and one.is_in_percent and one.worked_out is not None:
            value = round(100 * one.worked_out, 1)
        if value is not None:
            observations.append(
                Observation(*one.key[:2], one.area, one.period, value, one.origin, one.numerator, one.denominator)
            )
        else:
            doubts.append(Doubt(one.key, one.origin, "it has no value, and none can be worked out: it was left out"))
    return tuple(observations), tuple(doubts)


def _all_fractions(ones: Sequence[Told]) -> bool:
    numbers = [one.value for one in ones if isinstance(one.value, float) and not one.is_percentage]
    return (
        len(numbers) >= FEWEST
        and all(0 <= number <= 1 for number in numbers)
        and sum(0 < number < 1 for number in numbers) >= FEWEST
    )
