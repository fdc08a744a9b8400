"""Rates that are worked out: a count that is published in one release over a number that is published in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arising.measures.cards import Card, Variant
from arising.measures.observations import Observation
from arising.measures.values import Symbol, Value


def worked_out(
    card: Card, variant: Variant, counts: Sequence[Observation], over: Sequence[Observation]
) -> list[Observation]:
    """The rate of each count over the number of the same area and period, in order of time.

    A count that is a symbol gives that symbol. A period without a number to work it out over gives nothing. The rate
    stands where its count stands. Raises ValueError for a variant that is not worked out.
    """
    if variant.rate is None:
        raise ValueError(f"{card.key}, {variant.key} is not worked out.")
    numbers = {(one.area.code, one.period): one.number for one in over if one.number}
    found = []
    for one in counts:
        of = numbers.get((one.area.code, one.period))
        if of is None:
            continue
        value: Value = one.value if isinstance(one.value, Symbol) else variant.rate.per * one.value / of
        found.append(
            replace(
                one, card=card.key, variant=variant.key, value=value, numerator=one.value, denominator=of,
                worked_out=True,
            )
        )  # fmt: skip
    return found
