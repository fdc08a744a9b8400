"""Where a later figure does not agree with the one told before: a question, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from arising.following.figures import in_words
from arising.following.links import Disagreement, Quote
from arising.following.matters import same_measure
from arising.following.subjects import Subject
from arising.reading.record import Figure

LEAST = 0.18
"""From this likeness of their subjects on, figures are held beside each other."""


class _Pair(NamedTuple):
    """Two figures of one measure, the earlier first."""

    first: Subject
    second: Subject
    before: Figure
    after: Figure
    score: float

    @property
    def days(self) -> tuple[date, date]:
        """When they were told."""
        return self.first.day or date.min, self.second.day or date.max


def disagreements(pairs: Iterable[tuple[Subject, Subject, float]]) -> Iterator[Disagreement]:
    """Figures of one measure that differ, in pairs of subjects that may be one matter, with how alike these are.

    Each figure is held against the one told last before it, not against every one. Figures that say they are of
    different periods raise no question.
    """
    found = [pair for one in pairs if (pair := _pair(*one)) is not None]
    last: dict[Quote, _Pair] = {}
    for pair in found:
        after = _quote(pair.second, pair.after)
        if after not in last or (pair.days[0], pair.score) > (last[after].days[0], last[after].score):
            last[after] = pair
    for pair in sorted(last.values(), key=lambda one: (-one.score, one.second.number, one.after.start)):
        if pair.before.value != pair.after.value and not _of_other_periods(pair):
            yield Disagreement(
                before=_quote(pair.first, pair.before),
                after=_quote(pair.second, pair.after),
                question=_question(pair),
                score=round(pair.score, 3),
            )


def _pair(a: Subject, b: Subject, score: float) -> _Pair | None:
    if score < LEAST or a.day is None or b.day is None or a.day == b.day:
        return None
    first, second = (a, b) if a.day < b.day else (b, a)
    figures = same_measure(first, second)
    return _Pair(first, second, *figures, score) if figures else None


def _of_other_periods(pair: _Pair) -> bool:
    one, other = (figure.period.edtf if figure.period else None for figure in (pair.before, pair.after))
    return one is not None and other is not None and one != other


def _quote(subject: Subject, figure: Figure) -> Quote:
    return Quote(subject.document, figure.quote, figure.start, figure.end)


def _question(pair: _Pair) -> str:
    then, now = (f"{day.day} {day:%B %Y}" for day in pair.days)
    return (
        f"On {then} the minutes say {in_words(pair.before)}; on {now} they say {in_words(pair.after)}."
        " Do both count the same thing, and over which period?"
    )
