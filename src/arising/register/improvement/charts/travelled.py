"""Which charts the pages of scales and audits have."""

from __future__ import annotations

from collections.abc import Iterable

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.drawing import (
    distance_chart,
    funnel_chart,
    scale_chart,
    two_dates_chart,
)
from arising.register.improvement.queries import Audits, AuditsPage, DistancePage, ScalePage, TwoDates
from arising.register.indicators.drawing import Share, Spec, Words, shares_chart

IN_THE_TABLES = "The figures stand in the tables beneath the chart."


def distance_of(it: DistancePage, width: int) -> Spec:
    """The chart of a page: where each group put each scale last, and puts it now. Raises ValueError without scores."""
    words = Words(f"How far has {it.plan or it.council} come?", it.words, f"{it.words} {IN_THE_TABLES}", "")
    return distance_chart(words, [line.travelled for line in it.lines], width=width)


def scale_of(it: ScalePage, width: int) -> Spec:
    """One scale through time. Raises ValueError without scores."""
    words = Words(it.scale.title, it.words, f"{it.words} {IN_THE_TABLES}", "")
    return scale_chart(words, it.line.travelled, it.scores, width=width)


def two_dates_of(it: TwoDates, width: int) -> Spec:
    """The scales as they stood on two days. What it shows is told in its description. Raises ValueError without a
    scale."""
    rows = [(then, now) for _, then, now in it.rows]
    named = letters(one.group for held in rows for each in held for one in each.groups)
    days = f"{day_in_words(it.first)} and {day_in_words(it.second)}"
    told = " ".join(f"{now.scale.title}: {now.words}" for _, now in rows)
    words = Words(f"Distance travelled, {days}", "The letters are the groups.", told, "")
    return two_dates_chart(words, rows, named, it.first, it.second, width=width)


def funnel_of(it: Audits, width: int) -> Spec:
    """Whether teams differ by more than their size explains. Raises ValueError where no team may be drawn."""
    if it.funnel is None:
        raise ValueError("There is no team to draw.")
    told = str(it.funnel)
    words = Words(f"{it.round.title}: share {it.named_good}, by team", told, f"{told} {IN_THE_TABLES}", "percent")
    return funnel_chart(words, it.funnel, width=width)


def audits_of(it: AuditsPage, width: int) -> Spec:
    """What share was good, period by period. Raises ValueError where nothing was graded."""
    rows = [Share(one.round.title, share) for one, share in it.graded]
    words = Words("Audits that were good or better", it.words, f"{it.words} {IN_THE_TABLES}", "percent")
    return shares_chart(words, rows, width=width)


def letters(groups: Iterable[str]) -> dict[str, str]:
    """A letter for each group, the first of its name that no other has."""
    found: dict[str, str] = {}
    for group in dict.fromkeys(groups):
        own = [each.upper() for each in group if each.isalnum()]
        free = [each for each in (*own, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ") if each not in found.values()]
        found[group] = free[0] if free else "?"
    return found
