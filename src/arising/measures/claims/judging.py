"""A figure held against what was published: it matches, it differs, or it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from arising.measures.cards import Card
from arising.measures.cards import cards as shipped
from arising.measures.claims import wording
from arising.measures.claims.ceilings import ceiling
from arising.measures.claims.matching import COUNTED, Match, Unmatched, match, unit_of
from arising.measures.claims.rounding import Bounds, bounds, exactly
from arising.measures.claims.stated import aim_in, begins_a_change, is_change
from arising.measures.claims.times import Held, Meant, meant
from arising.measures.claims.told import Told
from arising.measures.claims.verdicts import Candidate, Verdict
from arising.measures.observations import Observation, Published

NEAREST = 3
"""So many of the nearest are named where a figure differs."""
_SIZE = 10
"""A count that is so many times what was published, or so small a part of it, seems to count something else."""
_SHARE = 0.05
"""A share that was worked out is held against one that is published to one decimal."""


def judge(
    told: Told, published: Published, cards: Mapping[str, Card] | None = None, *, by_hand: Match | None = None
) -> Verdict:
    """Hold a figure that minutes quote against what was published.

    Args:
        told: the figure with its words, the day it was told and the council's area.
        published: the observations to hold it against.
        cards: the indicators to look among; those that come with the project where None.
        by_hand: the indicator, definitions, area and period as a person set them, which the words then do not change.

    Returns:
        Whether it matches, differs or cannot be told, with one sentence and the observations that it rests on. A
        ceiling ("a maximum of 63") that is the figure itself is worked out again.
    """
    found = by_hand or match(told, shipped() if cards is None else cards)
    if by_hand is None and (itself := ceiling(told, published, cards, of=False)):
        return itself
    if isinstance(found, Unmatched):
        return wording.unmatched(told, found)
    when = when_meant(told, found)
    if why := stated_otherwise(told, when):
        return wording.cannot_tell(told, found, why, "A figure told for a period would settle it.")
    if found.area is None:
        return wording.cannot_tell(told, found, "The area is not known.", "The council's area would settle it.")
    held = [(when.held(one.period), one) for one in _observations(found, published)]
    return _held(told, found, when, held)


def judgements(
    told: Told, published: Published, cards: Mapping[str, Card] | None = None, *, by_hand: Match | None = None
) -> tuple[Verdict, ...]:
    """The verdict on a figure and, where it is told as part of a ceiling ("26 out of a possible 63"), that on it."""
    of = ceiling(told, published, cards, of=True)
    return (judge(told, published, cards, by_hand=by_hand), *((of,) if of else ()))


def stated_otherwise(told: Told, when: Meant) -> str:
    """Why a figure is no level that can be held against another; "" where it is one."""
    if is_change(told):
        return "It is told as a change, and what is published are levels."
    if begins_a_change(told) and not when.named:
        return "It is where a change began, and when that was is not said."
    if word := aim_in(told):
        return f"“{word}” makes it what is wanted or foreseen, and what is published is what was."
    return ""


def when_meant(told: Told, found: Match) -> Meant:
    """The periods that a figure may be of: the one that a person set, else what its words and its day say."""
    if found.period is None:
        return meant(told, found.card.year)
    return Meant(found.period.start, found.period.end, f"Its period was set to {found.period}.", named=True)


def _observations(found: Match, published: Published) -> Iterator[Observation]:
    assert found.area is not None
    for key in found.variants:
        for one in published.series(found.card.key, key, found.area.code):
            # what is worked out here was not published: it may differ in its last digits from what was
            if not one.worked_out:
                yield one


def _held(told: Told, found: Match, when: Meant, held: Sequence[tuple[Held, Observation]]) -> Verdict:
    if not held:
        release = f"“{found.card.release}”"
        why = f"No published figure of {wording.of_area(found)} is at hand."
        return wording.cannot_tell(told, found, why, f"The files of {release} would settle it.")
    of_period = [one for how, one in held if how == "meant"]
    of_before = [one for how, one in held if how == "before"]
    if not of_period and not of_before:
        return wording.other_periods(told, found, when, [one for _, one in held])
    allowed = allowed_by(told, found)
    candidates = candidates_among(told, found, of_period, allowed)
    earlier = candidates_among(told, found, of_before, allowed)
    if not candidates and not earlier:
        return wording.kept_back(told, found, [*of_period, *of_before])
    fitting = [one for one in candidates if one.fits] or [one for one in earlier if one.fits]
    compared = fitting or candidates or earlier
    notes = (
        *wording.doubt(found),
        *allowed.notes,
        *wording.breaks(found.card, when, [one.observation for one in compared]),
    )
    if fitting:
        return wording.matches(told, found, fitting, when, notes)
    if unit_of(told) == "count" and not any(_of_its_size(told, one) for one in compared):
        return wording.of_another_size(told, found, nearest(compared))
    elsewhere = candidates_among(told, found, [one for how, one in held if how == "no"], allowed)
    notes = (*notes, *wording.elsewhere([one for one in elsewhere if one.fits], found))
    return wording.differs(told, found, nearest(compared), when, notes)


@dataclass(frozen=True)
class Allowed:
    """A figure as the card counts: as it was ``said``, ``within`` what its rounding allows, and what was done."""

    said: Bounds
    within: Bounds
    notes: tuple[str, ...]


def allowed_by(told: Told, found: Match) -> Allowed:
    """A share is worked out, and what was told the other way round is turned."""
    within = bounds(told)
    notes = [within.why] if within.why else []
    said = exactly(told)
    if _is_share(told, found):
        share = 100 * told.value / (told.of or told.value)
        said, within = Bounds(share, share), Bounds(share - _SHARE, share + _SHARE)
        notes = [f"{wording.plain(told.value)} of {wording.plain(told.of or 0)} is {share:.1f}%."]
    if found.turned:
        said, within = (replace(each, low=100 - each.high, high=100 - each.low) for each in (said, within))
        notes.append(f"It was told the other way round: {wording.amount(told)} not so is {wording.span(said)} so.")
    return Allowed(said, within, tuple(notes))


def _is_share(told: Told, found: Match) -> bool:
    units = {found.card.unit_of(key) for key in found.variants}
    return bool(told.of) and unit_of(told) == "count" and units == {"percent"}


def candidates_among(
    told: Told, found: Match, observations: Iterable[Observation], allowed: Allowed
) -> list[Candidate]:
    """The observations with a number, each with how far the figure lies above it."""
    numbers = ((one, _number(told, found, one)) for one in observations)
    return [
        Candidate(one, number, allowed.said.by(number), allowed.within.hold(number))
        for one, number in numbers
        if number is not None
    ]


def _number(told: Told, found: Match, one: Observation) -> float | None:
    """The published number in the unit told: the value, or the count that a share was worked out from."""
    unit = found.card.unit_of(one.variant)
    if unit_of(told) in (unit, "rate") or unit in COUNTED or _is_share(told, found):
        return one.number
    return one.numerator if isinstance(one.numerator, float) else None


def _of_its_size(told: Told, one: Candidate) -> bool:
    return told.value / _SIZE <= one.number <= told.value * _SIZE


def nearest(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The nearest of each period, the nearest of all first."""
    by_period = groupby(
        sorted(candidates, key=lambda one: one.observation.period), key=lambda one: one.observation.period
    )
    best = [min(each, key=lambda one: abs(one.by)) for _, each in by_period]
    return tuple(sorted(best, key=lambda one: abs(one.by)))[:NEAREST]
