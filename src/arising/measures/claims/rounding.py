"""What a number may stand for, as its words show how it was rounded: "66%" is anything from 65.5 up to 66.5."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from arising.measures.claims.told import Told

_NUMBER = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<multiple>\s?(?:bn|billion|mn|million|thousand|m|k)\b)?",
    re.IGNORECASE,
)
_MULTIPLES = {"bn": 9, "billion": 9, "mn": 6, "million": 6, "m": 6, "thousand": 3, "k": 3}
_ABOUT = re.compile(
    r"\b(approximately|approx|around|about|almost|nearly|circa|roughly|in the region of|some|estimated|just under"
    r"|just over)\b",
    re.IGNORECASE,
)
ABOUT_PERCENT = 2.5
"""How many points "around" leaves either way."""
ABOUT_SHARE = 0.05
"""What share of any other number it leaves either way."""


@dataclass(frozen=True)
class Number:
    """Where a number stands in a quote, and half of its last place: what rounding may have taken or given."""

    start: int
    end: int
    half: float


@dataclass(frozen=True)
class Bounds:
    """From ``low`` to ``high``, both included. ``why`` says what was allowed beyond rounding."""

    low: float
    high: float
    why: str = ""

    def hold(self, number: float) -> bool:
        """Whether a number lies within."""
        slack = 1e-9 * max(1.0, abs(number))
        return self.low - slack <= number <= self.high + slack

    def by(self, number: float) -> float:
        """How far the bounds lie above a number, or below it where negative; 0 for a number within."""
        return 0.0 if self.hold(number) else self.low - number if number < self.low else self.high - number


def number_in(told: Told) -> Number | None:
    """Where the value of a figure stands in its quote; None where it is in words."""
    for found in _NUMBER.finditer(told.quote):
        places = _MULTIPLES.get((found["multiple"] or "").strip().casefold(), 0)
        digits = found["digits"].replace(",", "")
        for scale in {places, 0}:
            if abs(float(digits) * 10**scale - told.value) <= 1e-6 * max(1.0, abs(told.value)):
                decimals = len(digits.partition(".")[2])
                return Number(found.start(), found.end(), 0.5 * 10 ** (scale - decimals))
    return None


def bounds(told: Told) -> Bounds:
    """What a figure may stand for."""
    half = number.half if (number := number_in(told)) else 0.5
    high = told.value if told.high is None else told.high
    if told.comparator == "more than":
        return Bounds(told.value, inf, "It was told as at least, or more than.")
    if told.comparator == "less than":
        return Bounds(-inf, high, "It was told as at most, or less than.")
    low, high = told.value - half, high + half
    if not told.approximate:
        return Bounds(low, high)
    word = found[1] if (found := _ABOUT.search(told.quote)) else "about"
    if told.unit == "%":
        return Bounds(
            low - ABOUT_PERCENT, high + ABOUT_PERCENT, f"“{word}” is taken as {ABOUT_PERCENT} points either way."
        )
    spread = ABOUT_SHARE * told.value
    return Bounds(low - spread, high + spread, f"“{word}” is taken as {ABOUT_SHARE:.0%} either way.")


def exactly(told: Told) -> Bounds:
    """What a figure says, before any rounding."""
    high = told.value if told.high is None else told.high
    low = -inf if told.comparator == "less than" else told.value
    return Bounds(low, inf if told.comparator == "more than" else high)
