"""Values that cannot be, or do not fit what they were worked out from. They are told, and kept as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from arising.measures.cards import Card
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Period

ROUNDING = 0.6
"""By so many points a percentage may differ from its numerator over its denominator: it may be a whole number."""


@dataclass(frozen=True)
class Doubt:
    """Why a value is doubted: ``about`` is its card, variant, area and period, ``origin`` where it stands."""

    about: tuple[str, str, str, Period]
    origin: Origin
    what: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.what}."


def doubts_about(observations: Iterable[Observation], cards: Mapping[str, Card]) -> list[Doubt]:
    """The doubts about observations, by the units of their cards."""
    return [
        Doubt((one.card, one.variant, one.area.code, one.period), one.origin, what)
        for one in observations
        for what in _wrong_with(one, cards[one.card])
    ]


def _wrong_with(one: Observation, card: Card) -> Iterator[str]:
    in_percent = card.unit_of(one.variant) == "percent"
    number, above, below = one.number, one.numerator, one.denominator
    for name, part in (("its numerator", above), ("its denominator", below)):
        if isinstance(part, float) and part < 0 and not card.signed:
            yield f"{name} is below 0: {part:g}"
    if number is not None and number < 0 and not card.signed:
        yield f"it is below 0: {number:g}"
    if not in_percent or card.signed:
        return
    if number is not None and number > 100:
        yield f"it is over 100%: {number:g}"
    if isinstance(above, float) and isinstance(below, float):
        if above > below:
            yield f"its numerator is above its denominator: {above:g} of {below:g}"
        elif below > 0 and number is not None and abs(number - 100 * above / below) > ROUNDING:
            yield f"{above:g} of {below:g} is {100 * above / below:.1f}%, and it says {number:g}%"
