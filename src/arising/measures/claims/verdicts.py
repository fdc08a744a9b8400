"""What came of holding a figure against what was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from arising.measures.cards import Card
from arising.measures.claims.matching import Match
from arising.measures.claims.told import Told
from arising.measures.observations import Observation

Outcome = Literal["matches", "differs", "cannot tell"]
"""A figure is never called false: another period or definition may be meant, and published figures are revised."""


@dataclass(frozen=True)
class Candidate:
    """A published number that a figure was held against.

    ``number`` is in the unit told: the value, or the count that it was worked out from. ``by`` is how far the figure
    told lies above it; ``fits`` says whether its rounding allows for that.
    """

    observation: Observation
    number: float
    by: float
    fits: bool


@dataclass(frozen=True)
class Verdict:
    """What a figure comes to, which ``sentence`` says in words, without what the other texts say.

    ``number`` is the number of the figure that is judged: its value, or what it is out of. ``nearest`` are the
    published numbers that it matches, or those nearest to it. ``notes`` are sentences to read with it: breaks in the
    series, what rounding was allowed. ``settle`` says what would settle it. ``working`` is the sum of a ceiling, which
    ``ceiling`` names. ``between`` are the cards that its words fit as well.
    """

    outcome: Outcome
    told: Told
    number: float
    sentence: str
    match: Match | None = None
    between: tuple[Card, ...] = ()
    nearest: tuple[Candidate, ...] = ()
    notes: tuple[str, ...] = ()
    settle: str = ""
    working: str = ""
    ceiling: str = ""

    @property
    def evidence(self) -> tuple[Observation, ...]:
        """The observations that the verdict rests on, each with its file and row."""
        return tuple(each.observation for each in self.nearest)

    @property
    def held_against(self) -> str:
        """The indicator and area, in words; empty where there is none."""
        if self.ceiling:
            return self.ceiling
        if self.match is None:
            return " or ".join(card.name for card in self.between)
        return f"{self.match.card.name}, {self.match.area.name}" if self.match.area else self.match.card.name
