"""What a survey says, in sentences: the share and between what it may lie, and whether it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from arising.measures.statistics import Difference, Interval, newcombe
from arising.register.bodies.dates_in_words import MONTHS, day_in_words
from arising.register.improvement.surveying.shown import Line

LOW_RATE = 0.5
"""Where fewer than half answered, those who did may be unlike those who did not."""
MOVED = 0.05
"""From such a change of the response rate on, a change of answers may be one of who answered."""
METHOD = (
    "The figures in brackets are between what the share lies, with 95% certainty, if those who answered stand for all "
    "who could have (Wilson’s interval). A change is called more than chance gives where 0 lies outside its interval "
    "(Newcombe’s method)."
)


@dataclass(frozen=True)
class Told:
    """A share of those who answered in a round: when it was, how many of how many."""

    when: str
    count: int
    of: int
    interval: Interval


def told_of(line: Line, together: tuple[str, ...], when: str) -> Told | None:
    """The share that a line comes to; None where nothing may be told of it."""
    interval = line.share(together)
    return Told(when, line.together(together), line.people, interval) if interval else None


def whens(days: Sequence[date]) -> list[str]:
    """What rounds are called by their last days: the month, and the day too where a month has two."""
    months = [f"{MONTHS[day.month - 1]} {day.year}" for day in days]
    return [
        day_in_words(day) if months.count(month) > 1 else month for day, month in zip(days, months, strict=True)
    ]  # fmt: skip


def at(when: str, *, first: bool = False) -> str:
    """When a round was, in the middle of a sentence or at its beginning."""
    word = "on" if when[0].isdigit() else "in"
    return f"{word.capitalize() if first else word} {when}"


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{100 * share:.0f}%"


def between(interval: Interval) -> str:
    """Between what a share may lie."""
    return f"{percent(interval.lower)} to {percent(interval.upper)}"


def share_in_words(now: Told, people: str, did: str, question: str) -> str:
    """The share of a round in a sentence."""
    return (
        f"{at(now.when, first=True)}, {percent(now.interval.estimate)} of {now.of:,} {people} {did} “{question}” "
        f"({between(now.interval)})."
    )


def change_of(before: Told, now: Told) -> Difference:
    """How much a share changed between two rounds, put to different people or counted as such."""
    return newcombe(before.count, before.of, now.count, now.of)


def change_in_words(before: Told, now: Told) -> str:
    """What a share was before, and whether it changed by more than chance gives."""
    change = change_of(before, now)
    points = round(100 * abs(change.estimate))
    much = f"{points} percentage point{'' if points == 1 else 's'}"
    was = f"It was {percent(before.interval.estimate)} of {before.of:,} {at(before.when)}"
    lies = f"{_points(change.lower)} to {_points(change.upper)} points"
    if change.changed:
        rose = "rise" if change.estimate > 0 else "fall"
        return f"{was}: a {rose} of {much}, more than chance gives ({lies})."
    if not points:
        return f"{was}: no change that can be told from chance ({lies})."
    return f"{was}: a difference of {much}, which may be chance ({lies})."


def response_in_words(answered: int, asked: int | None, before: tuple[str, int, int] | None) -> str:
    """How many of those who were asked answered, whether that changed, and what it may do to the answers.

    ``before`` is when the round before was, how many answered then and how many were asked.
    """
    if not asked:
        return f"{answered:,} answered. How many were asked is not known, so nobody can say for whom they speak."
    rate = answered / asked
    said = [f"{answered:,} of {asked:,} who were asked answered: {percent(rate)}."]
    moved = 0.0
    if before is not None and before[2]:
        earlier = before[1] / before[2]
        moved = rate - earlier
        said.append(f"{at(before[0], first=True)} it was {percent(earlier)}.")
    if abs(moved) >= MOVED:
        how = "More" if moved > 0 else "Fewer"
        said.append(f"{how} answer now, so a change in the answers may be a change in who answered.")
    if rate < LOW_RATE:
        said.append(f"{percent(1 - rate)} did not answer, and may think otherwise.")
    elif rate < 1:
        said.append("Those who did not answer may think otherwise.")
    return " ".join(said)


def responses_in_words(told: Mapping[str, tuple[int, int]]) -> str:
    """Of which groups most and fewest answered; "" for fewer than two."""
    rates = sorted((answered / asked, group) for group, (answered, asked) in told.items() if asked)
    if len(rates) < 2:
        return ""
    (low, fewest), (high, most) = rates[0], rates[-1]
    if percent(low) == percent(high):
        return f"As many answered of every group that is shown: {percent(low)}."
    return f"Most answered of {most} ({percent(high)}), fewest of {fewest} ({percent(low)})."


def _points(difference: float) -> str:
    return f"{round(100 * difference)}".replace("-", "−")
