"""How a figure is stated: the clause it stands in, and whether it is a level, a change or an aim."""

from __future__ import annotations

import re

from arising.measures.claims.rounding import number_in
from arising.measures.claims.told import Told
from arising.measures.claims.words import listed, telling, words_of

_AFTERTHOUGHT = re.compile(
    r"(?:[,;]\s|\s)(?:as(?! (?:at|of|well)\b)|because|since(?! \d)|although|though|due to|so that|in order)\s"
)
_HELD_TO = re.compile(
    r"\b(?:above|below|against|exceed\w*|met|meeting|miss\w*|beat\w*|than)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
"""What stands before an aim where the figure is what was reached."""
_ABOUT = r"(?:about|around|approximately|almost|nearly|over|some|just|under|more than|up to|a further|an?|\s)*$"
_UP_OR_DOWN = r"(?<!made )(?<!make )(?<!makes )(?<!making )\b(?:up|down)"
_NATIONAL = re.compile(r"\b(?:national(?:ly)?|England|English|country|UK)\b", re.IGNORECASE)
_BESIDE = re.compile(r"[,;(]|\b(?:above|below|against|compared|than|while|whereas)\b")
_UNITS = ("%", "£", "€", "$", "percentage points", "per 10,000", "per 100,000", "per 100", "per 1,000")
_PER = re.compile(r"\bper (?:10,000|100,000)\b")
_RATE = re.compile(r"\b(?:rate|percentage|proportion)\b", re.IGNORECASE)


def clause_of(told: Told) -> str:
    """The stretch that the number belongs to, without reasons that follow: "as not all met the threshold"."""
    at, pieces = 0, []
    for cut in _AFTERTHOUGHT.finditer(told.quote):
        pieces.append((at, cut.start()))
        at = cut.start()
    pieces.append((at, len(told.quote)))
    number = number_in(told)
    for start, end in pieces:
        if number and start <= number.start < end:
            return told.quote[start:end]
    return told.quote


def aim_in(told: Told) -> str:
    """The word that makes a figure what is wanted or foreseen; empty where none does."""
    clause = clause_of(told)
    for word in words_of(clause):
        before = clause.casefold().partition(word.said.casefold())[0]
        if word.stem in telling()["aim"] and not _HELD_TO.search(before):
            return word.said
    return ""


def is_change(told: Told) -> bool:
    """Whether a figure is told as a change and not as a level: "50% shorter", "down by 3%"."""
    if told.unit == "percentage points":
        return True
    number = number_in(told)
    if number is None:
        return False
    after = words_of(re.split(r"[,;(]", told.quote[number.end :])[0])
    if after and after[0].stem in telling()["change_after"]:
        return True
    begins = "|".join(listed("change_before"))
    before = told.quote[: number.start].casefold()
    moved = rf"\b(?:{begins})\w*\b[^,;]*\b(?:by|of)\s+{_ABOUT}"
    return re.search(rf"{moved}|{_UP_OR_DOWN}\s+(?:by\s+)?{_ABOUT}", before) is not None


def begins_a_change(told: Told) -> bool:
    """Whether a figure is where a change began: the first of "from 60% to 66%"."""
    number = number_in(told)
    if number is None:
        return False
    at = told.sentence.find(told.quote)
    after = told.sentence[at + number.end :] if at >= 0 else told.quote[number.end :]
    before = told.quote[: number.start] if at < 0 else told.sentence[: at + number.start]
    return re.search(r"\bfrom\s+(?:\w+\s+)?$", before) is not None and re.search(r"\bto\s", after) is not None


def only_compares_with_national(told: Told) -> bool:
    """Whether the country stands only in what the figure is held beside: "66%, above the England average"."""
    number = number_in(told)
    if number is None or _NATIONAL.search(told.quote[: number.end]):
        return False
    national = _NATIONAL.search(told.quote, number.end)
    return national is not None and _BESIDE.search(told.quote, number.end, national.start()) is not None


def counted_in(told: Told) -> str:
    """The unit of a figure, as its clause says it where the number itself does not: "the rate per 10,000 was 70"."""
    if told.unit in _UNITS:
        return told.unit
    clause = clause_of(told)
    if per := _PER.search(clause):
        return per[0]
    return "rate" if _RATE.search(clause) else "count"
