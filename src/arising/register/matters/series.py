"""Figures of one measure through the years, in words. Knows no database: what it is given was found for its reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from arising.following import series
from arising.register.bodies.dates_in_words import in_words
from arising.register.record.in_words import amount
from arising.register.record.models import Figure

_MOST_IN_WORDS = 4
"""So many figures are told one by one; of more only the first and the last."""


@dataclass(frozen=True)
class Point:
    """A figure as one meeting told it."""

    figure: Figure
    day: date

    @property
    def when(self) -> str:
        """The day of the meeting in words."""
        return in_words(self.figure.source.meeting.date)

    @property
    def said(self) -> str:
        """The figure with its unit: "88%"."""
        return amount(self.figure)


@dataclass(frozen=True)
class Series:
    """Figures of one measure from several meetings, the earliest first."""

    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        """What is measured, as it was put last."""
        measure = self.points[-1].figure.measure
        return measure[:1].upper() + measure[1:]

    @property
    def unit(self) -> str:
        """What all of them are counted in."""
        return self.points[-1].figure.unit

    @property
    def words(self) -> str:
        """All of it in one sentence: "88% on 9 January 2020, then 66% on 3 December 2020.\""""
        told = [f"{point.said} on {point.when}" for point in self.points]
        if len(told) > _MOST_IN_WORDS:
            told = [told[0], f"{len(told) - 2} more figures", told[-1]]
        return f"{', then '.join(told)}."

    @cached_property
    def key(self) -> str:
        """A short name for exactly this: another figure, another name."""
        told = [(self.title, self.unit), *((point.day, point.figure.value, point.said) for point in self.points)]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def series_of(figures: Iterable[Figure]) -> list[Series]:
    """The series among figures, those with the most figures first.

    A figure is left out where it gives a range or a share of a whole, which one point does not tell, or where the day
    of its meeting is not known.
    """
    told = [
        Point(figure, day)
        for figure in figures
        if figure.high is None and figure.of is None and (day := figure.source.meeting.latest)
    ]
    days = {point.figure.pk: point.day for point in told}
    found = series([point.figure for point in told], lambda figure: days[figure.pk])
    made = [Series(tuple(sorted((Point(one, days[one.pk]) for one in row), key=lambda at: at.day))) for row in found]
    return sorted(made, key=lambda one: (-len(one.points), one.title))
