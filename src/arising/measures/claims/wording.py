"""Verdicts in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from arising.measures.cards import Card
from arising.measures.claims.matching import Match, Unmatched
from arising.measures.claims.rounding import Bounds
from arising.measures.claims.times import Meant
from arising.measures.claims.told import Told
from arising.measures.claims.verdicts import Candidate, Verdict
from arising.measures.observations import Observation

_LISTED = 3


def matches(told: Told, found: Match, fitting: Sequence[Candidate], when: Meant, notes: tuple[str, ...]) -> Verdict:
    """The figure is one that was published."""
    listed = listing(found, fitting)
    sentence = f"{_told(told)} matches what was published for {_area(found)}: {listed}."
    if len(found.variants) > 1 and len({one.observation.variant for one in fitting}) < len(found.variants):
        notes = (*notes, "The words do not say by which definition.")
    if not when.named and all(when.held(one.observation.period) == "before" for one in fitting):
        notes = (*notes, "That is the year before the last that had ended when it was told.")
    return Verdict("matches", told, told.value, sentence, found, nearest=tuple(fitting), notes=notes)


def differs(told: Told, found: Match, near: Sequence[Candidate], when: Meant, notes: tuple[str, ...]) -> Verdict:
    """The figure is none of those published."""
    which = "the nearest are" if len(near) > 1 else "the nearest is" if len(found.variants) > 1 else "that is"
    sentence = (
        f"{_told(told)} differs from what was published for {_area(found)}: {which} {listing(found, near)}."
        f" {_by_how_much(found, near)}"
    )
    settle = _would_settle(found, when)
    return Verdict("differs", told, told.value, sentence, found, nearest=tuple(near), notes=notes, settle=settle)


def cannot_tell(told: Told, found: Match, why: str, settle: str, near: Sequence[Observation] = ()) -> Verdict:
    """It cannot be told whether the figure is one that was published."""
    candidates = tuple(Candidate(one, one.number, 0.0, False) for one in near if one.number is not None)
    sentence = f"It cannot be told whether {amount(told)} matches. {why}"
    return Verdict("cannot tell", told, told.value, sentence, found, nearest=candidates, settle=settle)


def unmatched(told: Told, found: Unmatched) -> Verdict:
    """No indicator, or more than one, fits the words."""
    settle = f"It would be settled by which of them is meant: {_names(found.between)}." if found.between else ""
    sentence = f"It cannot be told what {amount(told)} is of. {found.why}"
    return Verdict("cannot tell", told, told.value, sentence, None, found.between, settle=settle)


def other_periods(told: Told, found: Match, when: Meant, known: Sequence[Observation]) -> Verdict:
    """Nothing was published of the period that the figure is of."""
    periods = sorted({one.period for one in known})
    there = f"What is at hand for {_area(found)} is of {periods[0]}"
    there += f" to {periods[-1]}." if len(periods) > 1 else "."
    settle = f"The figure for {'that period' if when.named else 'the period meant'} would settle it."
    latest = [one for one in known if one.period == periods[-1]]
    return cannot_tell(told, found, f"{when.why} {there}", settle, latest)


def kept_back(told: Told, found: Match, held: Sequence[Observation]) -> Verdict:
    """In place of every number of the period stands a symbol."""
    said = {one.value.words for one in held if not isinstance(one.value, float)}
    periods = ", ".join(sorted({str(one.period) for one in held}))
    why = f"For {_area(found)}, {periods}, no number is published: {' or '.join(sorted(said)) or 'no count is given'}."
    return cannot_tell(told, found, why, "The council's own count would settle it.")


def of_another_size(told: Told, found: Match, near: Sequence[Candidate]) -> Verdict:
    """A count that is nowhere near what was published."""
    why = f"What was published for {_area(found)} is of another size: {listing(found, near)}."
    settle = "What was counted would settle it."
    return cannot_tell(told, found, why, settle, [one.observation for one in near])


def breaks(card: Card, when: Meant, compared: Sequence[Observation]) -> tuple[str, ...]:
    """The breaks that lie between the period told and those compared, or near these, each in a sentence."""
    ends = sorted({one.period.end.year for one in compared})
    if not ends:
        return ()
    first, last = when.years or (ends[0], ends[-1])
    notes = []
    for each in card.breaks:
        apart = min(first, ends[0]) < each.year <= max(last, ends[-1])
        if apart or any(abs(each.year - end) <= 1 for end in ends):
            where = "between" if apart else "near"
            notes.append(f"The series breaks at {each.year}, {where} the periods compared. {each.why.rstrip('.')}.")
    return tuple(notes)


def elsewhere(fitting: Sequence[Candidate], found: Match) -> tuple[str, ...]:
    """Where else in the series the figure would have matched: the latest."""
    if not fitting:
        return ()
    one = max(fitting, key=lambda each: each.observation.period)
    return (f"It last was {_number(one, found)} in {one.observation.period}{_variant(found, one)}.",)


def doubt(found: Match) -> tuple[str, ...]:
    """What to say of a match that is not sure."""
    return () if found.likely else ("The words leave it open whether that is meant.",)


def of_area(found: Match) -> str:
    """ "Re-referrals for Medway", with the definition where one of several is meant."""
    is_one = len(found.variants) == 1 < len(found.card.variants)
    which = f", {found.card.variant(found.variants[0]).name}," if is_one else ""
    return f"{found.card.name}{which} for {_area(found)}"


def amount(told: Told) -> str:
    """The number as it was told: "66%", "50 to 60%", "26"."""
    number = plain(told.value) if told.high is None else f"{plain(told.value)} to {plain(told.high)}"
    bound = {"more than": "more than ", "less than": "less than "}.get(told.comparator or "", "")
    about = "about " if told.approximate else ""
    if told.unit in ("£", "€", "$"):
        return f"{bound}{about}{told.unit}{number}"
    return (
        f"{bound}{about}{number}{'%' if told.unit == '%' else f' {told.unit}' if told.unit.startswith('per') else ''}"
    )


def span(within: Bounds) -> str:
    """Bounds of a percentage."""
    if within.high in (inf, within.low):
        return f"{plain(within.low)}%" if within.high != inf else f"more than {plain(within.low)}%"
    return f"less than {plain(within.high)}%" if within.low == -inf else f"{plain(within.low)} to {plain(within.high)}%"


def plain(number: float) -> str:
    """A number without more digits than it needs."""
    return f"{number:,.12g}"


def _told(told: Told) -> str:
    text = amount(told)
    return text[0].upper() + text[1:]


def _area(found: Match) -> str:
    return found.area.name if found.area else "the council"


def _number(one: Candidate, found: Match) -> str:
    """A published number with its unit; a count has none."""
    unit = found.card.unit_of(one.observation.variant)
    number = f"{one.number:,.0f}" if one.number == int(one.number) else f"{one.number:,.1f}"
    if unit == "percent" and one.number == one.observation.number:
        return f"{one.number:.1f}%"
    if unit == "£":
        return f"£{one.number:,.0f}"
    return f"{number} {unit}" if unit.startswith("per ") and one.number == one.observation.number else number


def listing(found: Match, near: Sequence[Candidate]) -> str:
    """ "60.9% (2019, without exceptional cases) and 68.0% (2020)"."""
    shown = [f"{_number(one, found)} ({one.observation.period}{_variant(found, one)})" for one in near]
    more = len(shown) - _LISTED
    shown = shown[:_LISTED] + ([f"{more} more"] if more > 0 else [])
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _variant(found: Match, one: Candidate) -> str:
    if len(found.card.variants) == 1:
        return ""
    return f", {found.card.variant(one.observation.variant).name}"


def _by_how_much(found: Match, near: Sequence[Candidate]) -> str:
    one = near[0]
    points = found.card.unit_of(one.observation.variant) == "percent" and one.number == one.observation.number
    by = f"{abs(one.by):,.1f}" if points or one.by != int(one.by) else f"{abs(one.by):,.0f}"
    unit = " percentage points" if points else ""
    which = "the nearest" if len(near) > 1 else "it"
    return f"It lies {by}{unit} {'above' if one.by > 0 else 'below'} {which}."


def _would_settle(found: Match, when: Meant) -> str:
    wanted = [] if when.named else ["the period"]
    wanted += ["the definition"] if len(found.variants) > 1 else []
    wanted.append("the count that it was worked out from")
    return f"What would settle it: {_and(wanted)}."


def _names(cards: Iterable[Card]) -> str:
    return " or ".join(card.name for card in cards)


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
