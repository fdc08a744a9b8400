"""Distance from the start to the goal, change since last time, what was held, and the spread between groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from arising.measures.distance.scales import SMALLEST, Scale, Score

WIDE = 3
"""Groups that are so many steps apart do not see the same thing."""


@dataclass(frozen=True)
class Sustaining:
    """When something counts as held: in so many scorings one after the other, over so many months at least.

    One high score proves nothing: sustaining counts as much as improving.
    """

    scorings: int = 3
    months: int = 6

    def __post_init__(self) -> None:
        if self.scorings < 2 or self.months < 1:
            raise ValueError("To hold something takes at least 2 scorings and 1 month.")

    def __str__(self) -> str:
        return f"at or above it in {self.scorings} scorings one after the other, over {self.months} months or more"


@dataclass(frozen=True)
class GroupTravelled:
    """How far one group sees it come. ``last`` is the score before ``now``; None at the first.

    ``held`` is the highest score that was held, ``since`` the day from which; both None where nothing was.
    """

    group: str
    now: Score
    last: Score | None
    distance: float
    held: float | None
    since: date | None

    @property
    def change(self) -> float | None:
        """By how much it moved since last time; None at the first scoring."""
        return None if self.last is None else self.now.value - self.last.value

    @property
    def is_sustained(self) -> bool:
        """Whether the present score, or a higher one, has been held."""
        return self.held is not None and self.held >= self.now.value

    @property
    def percent(self) -> str:
        """The distance as a share: "60%"."""
        return f"{round(self.distance * 100)}%".replace("-", "−")

    @property
    def moved(self) -> str:
        """The change in words: "up 2 since last time"."""
        return "first score" if self.change is None else f"{_moved(self.change)} since last time"

    @property
    def sustained(self) -> str:
        """Whether it was held, in words."""
        if self.held is None or self.since is None:
            return "not yet told: too few scorings"
        if self.is_sustained:
            return f"sustained at {plain(self.now.value)}"
        return f"{plain(self.held)} sustained, {plain(self.now.value)} not yet"


@dataclass(frozen=True)
class Spread:
    """The lowest and the highest group of one scoring."""

    on: date
    lowest: tuple[Score, ...]
    highest: tuple[Score, ...]

    @property
    def apart(self) -> float:
        """How many steps lie between them."""
        return self.highest[0].value - self.lowest[0].value

    @property
    def is_wide(self) -> bool:
        """Whether the groups do not see the same thing."""
        return self.apart >= WIDE

    def __str__(self) -> str:
        low, high = plain(self.lowest[0].value), plain(self.highest[0].value)
        if not self.apart:
            return f"All groups score {low}."
        told = f"From {low} ({_named(self.lowest)}) to {high} ({_named(self.highest)}): {plain(self.apart)} apart."
        return f"{told} The groups do not see the same thing." if self.is_wide else told


@dataclass(frozen=True)
class Travelled:
    """A scale with what each group scored. ``kept_back`` are the groups of which nothing may be shown."""

    scale: Scale
    groups: tuple[GroupTravelled, ...]
    spread: Spread | None
    kept_back: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The answer in one sentence: how far, as the groups see it."""
        if not self.groups:
            return "Nobody has scored it yet." if not self.kept_back else "Too few people scored it to show anything."
        values = sorted({one.now.value for one in self.groups})
        span = plain(values[0]) if len(values) == 1 else f"{plain(values[0])} to {plain(values[-1])}"
        start, goal = plain(self.scale.baseline), plain(self.scale.goal)
        return f"Scored {span}. It began at {start} and is to reach {goal}. {_ways(self.groups)}"


def distance(now: float, baseline: float, goal: float) -> float:
    """The share of the way from ``baseline`` to ``goal`` that was gone: below 0 behind the start, above 1 beyond the
    goal. Raises ValueError where the goal is the baseline."""
    if goal == baseline:
        raise ValueError("There is no way to go from a baseline to itself.")
    return (now - baseline) / (goal - baseline)


def held(scores: Sequence[Score], rule: Sustaining = Sustaining()) -> tuple[float, date] | None:
    """The highest level that the latest scores of a group have held, and the day from which; None where they are too
    few or too close together. ``scores`` are in the order of their days."""
    if len(scores) < rule.scorings:
        return None
    last = scores[-1].on
    for at in range(len(scores) - rule.scorings, -1, -1):
        if _months_after(scores[at].on, rule.months) <= last:
            level = min(one.value for one in scores[at:])
            since = scores[at].on
            for earlier in reversed(scores[:at]):
                if earlier.value < level:
                    break
                since = earlier.on
            return level, since
    return None


def travelled(
    scale: Scale, scores: Iterable[Score], *, smallest: int = SMALLEST, rule: Sustaining = Sustaining(),
) -> Travelled:  # fmt: skip
    """How far each group sees a scale come.

    What fewer than ``smallest`` people scored is left out before anything is worked out, so nothing that is shown
    depends on it. Raises ValueError for two scores of a group on one day.
    """
    every = sorted(scores, key=lambda one: one.on)
    named = list(dict.fromkeys(one.group for one in every))
    shown = [one for one in every if one.people >= smallest]
    by_group = {name: [one for one in shown if one.group == name] for name in named}
    for name, own in by_group.items():
        if len({one.on for one in own}) < len(own):
            raise ValueError(f"{name} has two scores of one day.")
    groups = tuple(_group(scale, own, rule) for own in by_group.values() if own)
    return Travelled(scale, groups, _spread(shown), tuple(name for name, own in by_group.items() if not own))


def plain(number: float) -> str:
    """A score as a reader sees it: "6", "6.5"."""
    return f"{number:.1f}".removesuffix(".0").replace("-", "−")


def _group(scale: Scale, own: Sequence[Score], rule: Sustaining) -> GroupTravelled:
    now, last = own[-1], own[-2] if len(own) > 1 else None
    level = held(own, rule)
    gone = distance(now.value, scale.baseline, scale.goal)
    return GroupTravelled(now.group, now, last, gone, *(level or (None, None)))


def _spread(shown: Sequence[Score]) -> Spread | None:
    """Of the latest scoring in which more than one group has a score: those of different days are not held together."""
    for day in sorted({one.on for one in shown}, reverse=True):
        together = [one for one in shown if one.on == day]
        if len(together) > 1:
            low, high = min(one.value for one in together), max(one.value for one in together)
            ends = (tuple(one for one in together if one.value == end) for end in (low, high))
            return Spread(day, *ends)
    return None


def _ways(groups: Sequence[GroupTravelled]) -> str:
    """Which groups moved which way since last time."""
    told = []
    for verb, moved in (("up", 1), ("down", -1), ("the same", 0)):
        names = [one.group for one in groups if one.change is not None and _sign(one.change) == moved]
        if names:
            told.append(f"{verb} for {_listed(names)}")
    first = [one.group for one in groups if one.change is None]
    if first:
        told.append(f"scored for the first time by {_listed(first)}")
    return f"Since last time {', '.join(told)}." if len(first) < len(groups) else "It is the first scoring."


def _named(scores: Sequence[Score]) -> str:
    return _listed([one.group for one in scores])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _moved(change: float) -> str:
    return "no change" if not change else f"{'up' if change > 0 else 'down'} {plain(abs(change))}"


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)
