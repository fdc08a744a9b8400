"""Figures: numbers stated as a measure of something.

Every number of a sentence is taken in order. One that is part of a date, a time, an age, a reference or a vote
measures nothing; what is left and counts, costs or rates something is a figure. Its quote is the stretch of the
sentence that the number belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from arising.reading.findings.numbers import Number, numbers_in
from arising.reading.language.numbers import WORD_VALUES
from arising.reading.language.patterns import has_any, one_of
from arising.reading.language.times import find_times, may_hold_time, work_out
from arising.reading.language.vocabulary import MONTHS, NATIONAL_NAMES
from arising.reading.outline import Outline
from arising.reading.record import Figure, When

_ABOUT = re.compile(
    r"(?:approximately|approx\.?|around|about|almost|nearly|circa|c\.|roughly|in the region of|some|estimated(?: at)?"
    r"|just under|just over)\s+(?:an? )?$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:over|more than|in excess of|at least|above|greater than|exceed(?:ed|ing)?|upwards of|a minimum of)"
    r"\s+(?:the |an? )?$",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"(?:under|less than|fewer than|below|up to|at most|no more than|a maximum of)\s+(?:the |an? )?$", re.IGNORECASE
)
_ARTICLES = ("a", "an", "the")
_ENDS_ABOUT = (
    "approximately", "approx", "approx.", "around", "about", "almost", "nearly", "circa", "c.", "roughly", "region of",
    "some", "estimated", "estimated at", "just under", "just over",
)  # fmt: skip
_ENDS_MORE = (
    "over", "more than", "excess of", "at least", "above", "greater than", "exceed", "exceeded", "exceeding",
    "upwards of", "minimum of",
)  # fmt: skip
_ENDS_LESS = ("under", "less than", "fewer than", "below", "up to", "at most", "more than", "maximum of")
_ENDS_QUALIFIED = (*_ENDS_ABOUT, *_ENDS_MORE, *_ENDS_LESS)
"""How the words before a number end, without an article, where one of the patterns above finds something."""

_CONTEXT = 28
"""How many characters before a number are looked at for "around" and "more than"."""

_NAMED = rf" (?:(?!average|rate|figure|mean)\w+ ){{0,2}}{one_of(NATIONAL_NAMES)}\b"
_NATIONAL = re.compile(rf"\b(?:[Nn]ational(?!{_NAMED})(?:ly)?|England|English|UK|country|nationwide)\b")
_NATIONALLY = re.compile(r"(?:Nationally|Across (?:England|the country)|In England)\b")
_NATION_WORDS = ("national", "National", "England", "English", "UK", "country", "nationwide")
"""Without one of these nothing is national."""
_JOINS = "and but while whilst whereas with compared against bringing although which that".split()
# Its first character is one of a few, which is what a search is quick to look for.
_BOUND = re.compile(rf"[;:,\s](?:(?<=[;:,])\s|(?<=\s)(?:(?:{one_of(_JOINS)}|[–—-])\s|\())")
_LOOSE_ENDS = tuple("and or with to the a of by at from in increased for only just around about over".split())
_LOOSE_END = re.compile(rf"\s{one_of(_LOOSE_ENDS)}$")
_LOOSE_START = re.compile(
    r"^(?:(?:the|a|an|that|there|was|were|is|of|by|to|at|with|including|in|and)\s+)+", re.IGNORECASE
)
_TRIM = " \t\n.,;:–—-("
_PERIODS = ("month", "year", "quarter", "financial", "day")
_NUMBER_WORDS = (
    (frozenset(WORD_VALUES) - {"one", "zero"})
    | {"hundred", "thousand", "million", "billion"}
    | {f"{tens}-{unit}" for tens, value in WORD_VALUES.items() if value >= 20 for unit in WORD_VALUES}
)
_DATED = re.compile(rf"{one_of(month[:3] for month in MONTHS)}|Q[1-4]|20\d\d|Quarter|quarter")
_SHORT_STRETCH = 6


class _Place(msgspec.Struct, frozen=True, gc=False):
    """A sentence or heading, where it starts and what it stands under.

    ``timed`` says that it may name a time, ``worded`` that a number in it may be in words. ``digit`` is where its first
    digit may stand, or -1 where it has none.
    """

    text: str
    start: int
    topic: str | None
    timed: bool
    worded: bool
    digit: int


def figures(out: Outline, meeting: date | None, skip: frozenset[int] = frozenset()) -> Iterator[Figure]:
    """Every figure: those in the headings of topics, then those in sentences, in order.

    Args:
        out: the outline of the minutes.
        meeting: the day of the meeting, where it is known.
        skip: the numbers of blocks that hold no figures (divisions).
    """
    for heading in out.topics:
        if heading.level > 1:
            words = out.document.text[heading.start : heading.end]
            place = _Place(words, heading.start, heading.words, timed=True, worded=True, digit=0)
            yield from (figure for figure in _in_place(place, meeting) if figure.rule == "counted")
    for sentence in out.sentences:
        worded = not sentence.vocabulary.isdisjoint(_NUMBER_WORDS)
        if (sentence.digit < 0 and not worded) or sentence.block in skip:
            continue
        topic = sentence.topic.words if sentence.topic else None
        timed = may_hold_time(sentence.text, sentence.vocabulary)
        place = _Place(sentence.text, sentence.start, topic, timed, worded, sentence.digit)
        yield from _in_place(place, meeting)


def _in_place(place: _Place, meeting: date | None) -> Iterator[Figure]:
    text = place.text
    numbers = numbers_in(text, worded=place.worded, digit=place.digit)
    national = bool(numbers) and has_any(text, _NATION_WORDS)
    for at, number in enumerate(numbers):
        low, high = _stretch(text, numbers, at)
        quote = text[low:high]
        approximate, comparator = _qualified(text[max(0, number.start - _CONTEXT) : number.start])
        yield Figure(
            quote=quote,
            start=place.start + low,
            end=place.start + high,
            rule=number.rule,
            confidence=number.confidence,
            topic=place.topic,
            value=number.value,
            unit=number.unit,
            measure=_measure(text, number, low, high),
            scope="national" if national and (_NATIONAL.search(quote) or _NATIONALLY.match(text)) else "local",
            high=number.high,
            of=number.of,
            approximate=approximate,
            comparator=comparator,
            period=_period(quote, meeting) if place.timed else None,
        )


def _qualified(before: str) -> tuple[bool, str | None]:
    """Whether the words before a number say "about", and whether "more than" or "less than"."""
    words = before.lower().rsplit(None, 1)
    said = words[0].rstrip() if len(words) == 2 and words[1].rstrip() in _ARTICLES else before.lower().rstrip()
    if not said.endswith(_ENDS_QUALIFIED):
        return False, None
    about = said.endswith(_ENDS_ABOUT) and _ABOUT.search(before) is not None
    if said.endswith(_ENDS_MORE) and _MORE.search(before):
        return about, "more than"
    return about, "less than" if said.endswith(_ENDS_LESS) and _LESS.search(before) else None


def _period(quote: str, meeting: date | None) -> When | None:
    """The month, quarter or year that a figure is for."""
    if _DATED.search(quote) is None:
        return None
    period = next((time for time in find_times(quote, 0, len(quote)) if time.shape in _PERIODS), None)
    return work_out(period, meeting, future=False) if period else None


def _stretch(text: str, numbers: list[Number], at: int) -> tuple[int, int]:
    """The part of a sentence that a number belongs to: its clause, widened until it says something."""
    number = numbers[at]
    left = numbers[at - 1].end if at else 0
    right = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
    inner = max(number.noun_end or 0, number.end)
    starts = [match.end() for match in _BOUND.finditer(text, left, number.start)]
    ends = [match.start() for match in _BOUND.finditer(text, inner, right)]
    low, high = starts.pop() if starts else left, ends.pop(0) if ends else right
    while len(text[low:high].split()) < _SHORT_STRETCH and (high < right or low > left):
        if high < right:
            high = ends.pop(0) if ends else right
        else:
            low = starts.pop() if starts else left
    while low < number.start and text[low] in _TRIM:
        low += 1
    while high > number.end and text[high - 1] in _TRIM:
        high -= 1
    quote = text[low:high]
    loose = _LOOSE_END.search(quote) if quote.endswith(_LOOSE_ENDS) else None
    return low, max(low + loose.start(), number.end) if loose else high


def _measure(text: str, number: Number, low: int, high: int) -> str:
    """What is measured: the words around the number, without it."""
    before, after = text[low : number.start].split()[-10:], text[number.end : high].split()
    if number.counted:
        after = [*text[number.counted[0] : number.counted[1]].split(), *after]
    if after and after[0].lower() == "of":
        after = after[1:]
    words = " ".join([*before, *after[: max(4, 14 - len(before))]])
    loose = _LOOSE_START.match(words)
    return (words[loose.end() :] if loose else words).strip(" ,.;:()") or number.unit
