"""Where a later figure does not agree with an earlier one of the same measure: a question, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arising.following.links import Disagreement, Quote
from arising.following.matters import in_words, same_measure
from arising.following.subjects import Subject
from arising.reading.record import Figure

LEAST = 0.18
"""From this likeness of their subjects on, figures are held beside each other."""


def disagreements(pairs: Iterable[tuple[Subject, Subject, float]]) -> Iterator[Disagreement]:
    """Figures of one measure that differ, in pairs of subjects that may be one matter, with how alike these are."""
    for a, b, score in pairs:
        if score < LEAST or a.day is None or b.day is None or a.day == b.day:
            continue
        first, second = (a, b) if a.day < b.day else (b, a)
        figures = same_measure(first, second)
        if figures and figures[0].value != figures[1].value:
            yield Disagreement(
                before=_quote(first, figures[0]),
                after=_quote(second, figures[1]),
                question=_question(first, second, *figures),
                score=round(score, 3),
            )


def _quote(subject: Subject, figure: Figure) -> Quote:
    return Quote(subject.document, figure.quote, figure.start, figure.end)


def _question(first: Subject, second: Subject, before: Figure, after: Figure) -> str:
    then, now = (f"{subject.day.day} {subject.day:%B %Y}" if subject.day else "" for subject in (first, second))
    return (
        f"On {then} the minutes say {in_words(before)}; on {now} they say {in_words(after)}."
        " Do both count the same thing, and over which period?"
    )
