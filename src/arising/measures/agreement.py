"""Whether two figures of one thing agree: by how much they differ, and by how much they may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from arising.measures import words
from arising.measures.cards import Card, Unit
from arising.measures.periods import Period, day

Of = Literal["percent", "unit"]
"""What a tolerance is given in: percent of the larger figure, or the unit of the indicator."""
_ROUNDING = 1e-9
"""A difference is not beyond a tolerance for what a computer makes of 1.1 less 1."""


@dataclass(frozen=True)
class Allowed:
    """By how much two figures may differ: ``value`` in percent of the larger one, or in the indicator's unit."""

    value: float
    of: Of = "percent"

    def holds(self, one: float, other: float) -> bool:
        """Whether two figures differ by no more than this."""
        most = self.value if self.of == "unit" else self.value / 100 * max(abs(one), abs(other))
        return abs(one - other) <= most + _ROUNDING * max(abs(one), abs(other))

    def words(self, unit: Unit) -> str:
        """As it stands in a sentence: "5% of the larger figure", "2 percentage points"."""
        return self.brief(unit) + (" of the larger figure" if self.of == "percent" else "")

    def brief(self, unit: Unit) -> str:
        """The same where it is known of what: "5%", "2 percentage points"."""
        return words.points(self.value, unit) if self.of == "unit" else f"{words.plain(self.value)}%"


USUAL = Allowed(5.0)
"""What holds where nobody has said otherwise: two systems are asked on different days, and a case that was closed late
is in one and not in the other."""


def share(one: float, other: float) -> float:
    """By how many percent of the larger figure two differ."""
    larger = max(abs(one), abs(other))
    return 100 * abs(one - other) / larger if larger else 0.0


def apart(one: float, other: float, unit: Unit) -> str:
    """By how much two figures differ, in words: "6 percentage points (20% of the larger)"."""
    by = abs(one - other)
    told = words.points(by, unit)
    if words.plain(by) == "0":
        told = f"less than {words.points(0.1, unit)}"
    percent = words.plain(share(one, other))
    return f"{told} ({'less than 0.1' if percent == '0' else percent}% of the larger)"


def moment(card: Card, period: Period) -> Period:
    """What two figures must share to be held against one another: their period; of what is counted as things stand on
    the last day of a period, that day, whether it was told as a day, a month or a year."""
    return day(period.end) if card.taken == "snapshot" else period
