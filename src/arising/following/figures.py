"""Figures that were told again and again: which of them measure the same thing, and what nobody remarked on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise, takewhile
from typing import Generic, Protocol, TypeVar

from arising.following.names import names_in
from arising.following.words import stems
from arising.reading.language.patterns import one_of
from arising.reading.language.vocabulary import REMARKS

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


class Numbered(Measured, Protocol):
    """A measure with its number and what it is out of."""

    @property
    def value(self) -> float: ...
    @property
    def high(self) -> float | None: ...
    @property
    def of(self) -> float | None: ...


M = TypeVar("M", bound=Measured)
N = TypeVar("N", bound=Numbered)

_REMARK = re.compile(rf"\b{one_of(REMARKS)}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Repetition(Generic[N]):
    """A figure that was told again unchanged, and perhaps changed later without a remark, as a ``question``.

    ``told`` are the figures, the earliest first.
    """

    told: tuple[N, ...]
    question: str


def repeated(
    figures: Sequence[N], told_on: Callable[[N], date], words: Callable[[N], str], when: Callable[[N], str]
) -> list[Repetition[N]]:
    """Figures that were told at one meeting and again, unchanged, at the next at which the same was measured.

    A figure that only changed is left to ``disagreements``. One whose words remark on what it was before ends what is
    asked about.

    Args:
        figures: in any order.
        told_on: the day of the meeting, or the first that it may have been.
        words: the sentence that a figure stands in.
        when: the day of the meeting in words: "on 12 March 2020", "in March 2020".
    """
    alike: dict[Hashable, list[N]] = defaultdict(list)
    for figure in figures:
        alike[figure.unit, figure.scope].append(figure)
    rows = [row for those in alike.values() for row in series(sorted(those, key=told_on), told_on)]
    unremarked = [[row[0], *takewhile(lambda figure: not _REMARK.search(words(figure)), row[1:])] for row in rows]
    again = [row for row in unremarked if any(_number(one) == _number(other) for one, other in pairwise(row))]
    again.sort(key=lambda row: (told_on(row[0]), row[0].measure))
    return [Repetition(tuple(row), _question(row, when)) for row in again]


def _number(figure: Numbered) -> tuple[float, float | None, float | None]:
    return figure.value, figure.high, figure.of


def _question(told: Sequence[N], when: Callable[[N], str]) -> str:
    """The question that figures raise: "10 people on 12 March 2020, 10 people again on 9 June 2020, then 12…"."""
    said = [f"{in_words(told[0])} {when(told[0])}"]
    for before, figure in pairwise(told):
        same = _number(figure) == _number(before)
        said.append(f"{in_words(figure)} again {when(figure)}" if same else f"then {in_words(figure)} {when(figure)}")
    changed = len({_number(figure) for figure in told}) > 1
    asked = (
        "Nothing is said of the change. Is it the same count, and what happened between?"
        if changed
        else "Nothing is said of when it was counted. Was it counted anew, or told again?"
    )
    return f"The minutes say {', '.join(said)}. {asked}"


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


def in_words(figure: Numbered) -> str:
    """A figure as one says it: "88%", "50 to 60%", "10 people", "£2,153,000"."""
    number = f"{figure.value:,.10g}"
    number += f" to {figure.high:,.10g}" if figure.high is not None else ""
    if figure.unit in ("£", "€", "$"):
        return f"{figure.unit}{number}"
    return f"{number}%" if figure.unit == "%" else f"{number} {figure.unit}".strip()


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
