"""Figures that were told again and again: which of them measure the same thing, one from each meeting."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

from arising.following.names import names_in
from arising.following.words import stems

ALIKE = 0.4
"""From this share of common words on, two measures are taken for one."""


class Measured(Protocol):
    """A number given as a measure of something, as records and registers hold it."""

    @property
    def measure(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def scope(self) -> str: ...


M = TypeVar("M", bound=Measured)


def series(figures: Sequence[M], told_at: Callable[[M], Hashable]) -> list[list[M]]:
    """Figures that seem to measure the same, in the order given, each told at another meeting (``told_at``).

    Two go together where unit and scope are the same and the words of their measures are alike, the most alike first;
    all of a series are alike. A meeting that gives two figures of one measure may mean two periods: the second begins
    a series of its own. What stands alone is in no series.
    """
    words = [_words(figure.measure) for figure in figures]
    of = list(range(len(figures)))
    for _, one, other in sorted(_pairs(figures, words), key=lambda pair: (-pair[0], pair[1:])):
        first, second = ([at for at, held in enumerate(of) if held == of[where]] for where in (one, other))
        joined = [*first, *second]
        apart = len({told_at(figures[at]) for at in joined}) == len(joined)
        if of[one] != of[other] and apart and all(_alike(words[a], words[b]) >= ALIKE for a in first for b in second):
            for at in joined:
                of[at] = min(joined)
    found = [[figures[at] for at, held in enumerate(of) if held == number] for number in sorted(set(of))]
    return [told for told in found if len(told) > 1]


def _pairs(figures: Sequence[Measured], words: list[frozenset[str]]) -> list[tuple[float, int, int]]:
    """The pairs of figures that are alike, with how alike their measures are."""
    return [
        (score, a, b)
        for a, b in combinations(range(len(figures)), 2)
        if (figures[a].unit, figures[a].scope) == (figures[b].unit, figures[b].scope)
        and (score := _alike(words[a], words[b])) >= ALIKE
    ]


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their words that two measures have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def _words(measure: str) -> frozenset[str]:
    """The stems of a measure and the names in it: "Project Account" is not "Treasurer's Account"."""
    return frozenset(stems(measure)) | {name.lower() for name in names_in(measure)}
