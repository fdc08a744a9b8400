"""What of the answers to a question may be shown: groups of few people are kept back, and what would tell them.

A group is kept back by how many of it answered the question. Where the total would tell a group that is kept back, the
next smallest is kept back too, so that what can be worked out is of a group large enough. Of a group that is shown
every answer is, small or not: it is what the group said, and names nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from arising.measures.statistics import SMALLEST, Interval, suppressed, wilson
from arising.measures.values import Symbol

EVERYBODY = ""
NO_GROUP = "No group given"

Counts = Mapping[str, int]
"""How many gave each answer."""


Response = tuple[int, int]
"""How many answered, of how many who were asked."""


@dataclass(frozen=True)
class Line:
    """What one group answered to a question. ``counts`` is empty, and ``of`` a symbol, where it is kept back."""

    group: str
    of: int | Symbol
    counts: Counts

    @property
    def is_shown(self) -> bool:
        """Whether anything of it may be told."""
        return not isinstance(self.of, Symbol)

    @property
    def people(self) -> int:
        """How many answered; 0 where that is kept back."""
        return 0 if isinstance(self.of, Symbol) else self.of

    def together(self, answers: tuple[str, ...]) -> int:
        """How many gave one of the answers."""
        return sum(self.counts.get(answer, 0) for answer in answers)

    def share(self, answers: tuple[str, ...]) -> Interval | None:
        """The share that gave one of the answers, with its interval; None where nothing may be told, or nobody
        answered."""
        return wilson(self.together(answers), self.people) if self.people else None


@dataclass(frozen=True)
class Shown:
    """What may be shown of a question in a round: everybody, and each group. ``kept_back`` counts the groups of which
    nothing is shown."""

    everybody: Line
    groups: tuple[Line, ...] = ()

    @property
    def kept_back(self) -> int:
        """How many groups are kept back."""
        return sum(not line.is_shown for line in self.groups)

    def group(self, name: str) -> Line | None:
        """The line of a group."""
        return next((line for line in (self.everybody, *self.groups) if line.group == name), None)


def total_of(counts: Mapping[str, Counts]) -> Counts:
    """What everybody answered: as given, else all groups together."""
    if EVERYBODY in counts:
        return counts[EVERYBODY]
    total: Counter[str] = Counter()
    for answers in counts.values():
        total.update(answers)
    return dict(total)


def rest_of(counts: Mapping[str, Counts]) -> dict[str, int]:
    """Those who answered and are in no group, by answer; below 0 where groups hold more than there are."""
    groups = [answers for group, answers in counts.items() if group != EVERYBODY]
    total = total_of(counts)
    return {answer: count - sum(each.get(answer, 0) for each in groups) for answer, count in total.items()}


def shown(counts: Mapping[str, Counts], *, smallest: int = SMALLEST) -> Shown:
    """What may be shown of the answers to a question, by group; everybody's stand under "".

    Raises:
        ValueError: the groups hold more people than there are.
    """
    total = total_of(counts)
    groups = {group: dict(answers) for group, answers in counts.items() if group != EVERYBODY}
    rest = rest_of(counts)
    if groups and sum(rest.values()):
        groups[NO_GROUP] = rest
    parts = groups or {EVERYBODY: dict(total)}
    of = {group: sum(answers.values()) for group, answers in parts.items()}
    may = suppressed(of, smallest=smallest)
    everybody = Line(EVERYBODY, may.total, total if not isinstance(may.total, Symbol) else {})
    lines = [
        Line(group, may.counts[group], answers if not isinstance(may.counts[group], Symbol) else {})
        for group, answers in groups.items()
    ]
    # nobody entered the rest as a group: kept back, it is not there
    return Shown(everybody, tuple(line for line in lines if line.group != NO_GROUP or line.is_shown))


def responses_shown(
    told: Mapping[str, Response], answered: int, *, smallest: int = SMALLEST
) -> dict[str, Response | None]:  # fmt: skip
    """How many of each group answered, as far as it may be shown: None where so few did, or where it would tell of a
    group of which so few did. ``answered`` is how many did in all.

    Raises:
        ValueError: the groups hold more people than there are.
    """
    of = {group: response[0] for group, response in told.items()}
    if rest := answered - sum(of.values()):
        of[NO_GROUP] = rest
    may = suppressed(of, smallest=smallest)
    return {
        group: None if isinstance(may.counts[group], Symbol) or isinstance(may.total, Symbol) else response
        for group, response in told.items()
    }
