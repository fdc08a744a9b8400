"""Fractions where a release gives percentages: somebody saved the file anew, and its cells lost their format."""

from __future__ import annotations

from collections.abc import Iterable

from arising.measures.cards import Card
from arising.measures.observations import Observation
from arising.measures.published.tables import Table
from arising.measures.published.troubles import NotPublished
from arising.measures.values import Value

NEAR = 0.006
"""A value that is this near to its numerator over its denominator is that fraction, rounded to two places."""
FEWEST = 20
"""From so many numbers, none above 1, it is told that they are fractions though they have no numerators."""


def refuse_fractions(table: Table, cards: Iterable[Card]) -> None:
    """Raises NotPublished where a percentage of an indicator stands in the file as a fraction."""
    for card in cards:
        for variant in card.variants:
            if table.place_of(card, variant) and card.unit_of(variant.key) == "percent" and not card.signed:
                told = [one for one in table.observations(card, variant) if one.number]
                lone = len(told) >= FEWEST and all(one.number is not None and one.number <= 1 for one in told)
                for one in told:
                    if lone or is_fraction(one.number or 0, one.numerator, one.denominator):
                        raise _trouble(table, one)


def is_fraction(number: float, numerator: Value | None, denominator: Value | None) -> bool:
    """Whether a number is its numerator over its denominator, and not a hundred times that."""
    if not (isinstance(numerator, float) and isinstance(denominator, float) and denominator and 0 < number <= 1):
        return False
    share = numerator / denominator
    return abs(number - share) < NEAR < abs(number - 100 * share)


def _trouble(table: Table, one: Observation) -> NotPublished:
    number = one.number or 0
    what = f"{number:g} is a fraction, and this column holds percentages. Write {100 * number:.6g}."
    return NotPublished(table.file, what, row=one.origin.row, column=one.origin.column)
