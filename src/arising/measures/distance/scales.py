"""A scale from 0 to 10, and what a group scored on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

LOWEST, HIGHEST = 0, 10
SMALLEST = 5
"""What fewer people than this scored is not shown, as small groups in surveys are not."""


@dataclass(frozen=True)
class Scale:
    """What 0, 5 and 10 mean, where the council began and where it wants to be.

    The wording never changes: a reworded scale is another one, and its scores begin anew. Raises ValueError for a
    wording that is missing, or a goal that is not above the baseline.
    """

    key: str
    title: str
    zero: str
    five: str
    ten: str
    baseline: float
    goal: float

    def __post_init__(self) -> None:
        for number, words in ((0, self.zero), (5, self.five), (10, self.ten)):
            if not words.strip():
                raise ValueError(f"Say what {number} means.")
        for name, value in (("baseline", self.baseline), ("goal", self.goal)):
            if not LOWEST <= value <= HIGHEST:
                raise ValueError(f"The {name} is {value:g}: a scale goes from 0 to 10.")
        if self.goal <= self.baseline:
            raise ValueError(f"The goal, {self.goal:g}, is not above the baseline, {self.baseline:g}.")


@dataclass(frozen=True)
class Answer:
    """A number from 0 to 10 that ``people`` agreed on, or one person gave."""

    value: int
    people: int = 1

    def __post_init__(self) -> None:
        if not LOWEST <= self.value <= HIGHEST:
            raise ValueError(f"{self.value} is not from 0 to 10.")
        if self.people < 1:
            raise ValueError("Nobody gave it.")


@dataclass(frozen=True)
class Score:
    """What a group scored on a day. ``people`` is how many took part."""

    group: str
    on: date
    value: float
    people: int


def scored(group: str, on: date, answers: Sequence[Answer]) -> Score:
    """A group's score: the median of what its people gave, each counted once.

    It is never a mean: a number from 0 to 10 says which of two is higher and not by how much. Raises ValueError where
    nobody answered.
    """
    if not answers:
        raise ValueError(f"Nobody of {group} answered.")
    people = sum(each.people for each in answers)
    lower, upper = _nth(answers, (people - 1) // 2), _nth(answers, people // 2)
    return Score(group, on, (lower + upper) / 2, people)


def _nth(answers: Sequence[Answer], place: int) -> int:
    """What the person at a place, from 0, gave, when all stand in the order of what they gave."""
    for each in sorted(answers, key=lambda one: one.value):
        if place < each.people:
            return each.value
        place -= each.people
    raise IndexError(place)
