"""A figure held against what the council itself reported, by its own system or another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from arising.measures.claims import wording
from arising.measures.claims.judging import allowed_by, candidates_among, nearest, stated_otherwise, when_meant
from arising.measures.claims.times import Meant
from arising.measures.claims.told import Told
from arising.measures.claims.verdicts import Candidate, Verdict
from arising.measures.observations import Observation
from arising.measures.periods import Period

LATELY = timedelta(days=400)
"""Where no period is named, a figure of a council's own is held against those of a little more than the year before it
was told: month by month a council tells what is new to it, and no later."""


@dataclass(frozen=True)
class Reported:
    """What a figure comes to beside those of one ``system`` of the council, which ``sentence`` says in words.

    ``nearest`` are the figures that it matches, or those nearest to it.
    """

    outcome: Literal["matches", "differs"]
    system: str
    sentence: str
    nearest: tuple[Candidate, ...]

    @property
    def evidence(self) -> tuple[Observation, ...]:
        """The observations that it rests on, each with its file and row."""
        return tuple(each.observation for each in self.nearest)


def beside_reported(verdict: Verdict, system: str, own: Sequence[Observation]) -> Reported | None:
    """Hold the figure of a verdict against what the council reported from one system.

    Args:
        verdict: what came of holding it against what was published; it says what the figure is about.
        system: where the council's figures come from.
        own: the council's figures; those of another indicator, definition or area are passed over.

    Returns:
        None where none of them is of a period that may be meant, or the figure is a change or an aim.
    """
    told, found = verdict.told, verdict.match
    if found is None or found.area is None:
        return None
    when = when_meant(told, found)
    if stated_otherwise(told, when):
        return None
    of_period = [
        one
        for one in own
        if (one.card, one.area.code) == (found.card.key, found.area.code)
        and one.variant in found.variants
        and _may_be_meant(one.period, told, when)
    ]
    held = candidates_among(told, found, of_period, allowed_by(told, found))
    if not held:
        return None
    if fitting := [one for one in held if one.fits]:
        latest = max(fitting, key=lambda one: one.observation.period)
        sentence = f"It matches what the council reported itself ({system}): {wording.listing(found, [latest])}."
        return Reported("matches", system, sentence, (latest,))
    near = nearest(held)
    which = "the nearest are" if len(near) > 1 else "the nearest is"
    listed = wording.listing(found, near)
    sentence = f"It differs from what the council reported itself ({system}): {which} {listed}."
    return Reported("differs", system, sentence, near)


def _may_be_meant(period: Period, told: Told, when: Meant) -> bool:
    if when.named:
        return when.held(period) == "meant"
    return told.told_on is not None and told.told_on - LATELY <= period.end <= told.told_on
