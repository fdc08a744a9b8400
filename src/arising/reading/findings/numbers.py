"""The numbers of a sentence that measure something: sums of money, percentages, rates, and counts of something."""

from __future__ import annotations

import re
from itertools import takewhile

import msgspec

from arising.reading.language.numbers import MULTIPLIERS, NUMBER_WORD, value_of
from arising.reading.language.patterns import has_any, in_lower_case, one_of
from arising.reading.language.vocabulary import (
    CHILDREN,
    COME_TO,
    ENDS_NOUN_PHRASE,
    LEADS_ON,
    MONTHS,
    NOT_COUNTED,
    OF_A_WHOLE,
    PEOPLE,
    REFERENCE_WORDS,
)

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MULTIPLE = r"\s?(?:bn|billion|mn|million|thousand|m|k)\b"
_RANGE = r"\s?(?:-|–|/|\bto\b|\band\b)\s?"
_NUMBER = re.compile(
    rf"(?=[£€$\d])(?<![\w.,/-])(?P<sign>[£€$]\s?)?(?P<value>{_DIGITS})(?P<multiple>{_MULTIPLE})?"
    rf"(?:%?{_RANGE}[£€$]?(?P<high>{_DIGITS})(?P<multiple2>{_MULTIPLE})?(?![\w/]|[.,]\d))?"
    r"(?P<rate>\s?%|\s?per\s?cent\b|\s?percentage points?\b)?"
)
_WORDED = re.compile(rf"(?<![\w-])(?P<value>{NUMBER_WORD})(?P<rate>\sper\s?cent\b)?(?![\w])")
"""A number in words, in a sentence in lower case."""
# No letter stands before the first: a search that began within a word would only come to the same end.
_LAST_WORD = re.compile(r"([A-Za-z](?<![A-Za-z].)[\w.’'-]*)[\s-]*[(“‘]?$", re.DOTALL)
_MONTH = "|".join(name[:3] for name in MONTHS)
_AFTER_NO_MEASURE = re.compile(
    rf"(?:st|nd|rd|th)\b|\s(?:{_MONTH})[a-z]*\b|\s?[ap]\.?m\b|[:.]\d\d\s?(?:[ap]\.?m\b)?|/\w|[A-Za-z]|\s?[-–]\s?year"
    r"|\s(?:years?|yrs?)\sold\b|\s(?:votes?|abstentions?|for\b|against\b|[Ff]or:|[Aa]gainst:)|\s?\("
)
_AGED = re.compile(
    r"\b(?:aged?|ages|aged between|between the ages of|under|over)\s+(?:\d+\s?(?:-|–|to|and)\s?)?$", re.IGNORECASE
)
_LISTED_ON = re.compile(r"^\s*(?:,\s*(?:and|or)?|and|to|or|-|–|&)\s*$")
_OUT_OF = re.compile(
    rf"\s{{0,2}}(?:\w+\s){{0,4}}?(?:out )?of (?:(?:a|the|our|its) )?(?:possible |total of |total |overall )?"
    rf"(?P<of>{_DIGITS}|{NUMBER_WORD})\b(?!%|\s?per)",
    re.IGNORECASE,
)
_OUT_OF_AT_MOST = re.compile(
    rf"(?P<counted>\s[^.;:\d]{{0,90}}?)\s(?:out )?of (?:a|the) {one_of(OF_A_WHOLE)} (?P<of>{_DIGITS}|{NUMBER_WORD})\b"
    r"(?!%|\s?per)",
    re.IGNORECASE,
)
"""What a number is out of where a clause stands between: "26 children who had come of a maximum of 63"."""
_NUMBER_OF = re.compile(
    rf"\b[Nn]umbers? of (?!(?:an?|the|this|that|its) )(?P<noun>(?:[A-Za-z’'-]+ ){{0,7}}?[A-Za-z’'-]+) {one_of(COME_TO)}"
    rf" (?:(?:now|currently|just|about|around|approximately|over|under|almost|nearly|some) ){{0,2}}$"
)
"""What a number counts that was named before it: "the number of children in care stood at 444"."""
_PER = re.compile(r"\sper\s(?P<base>10,000|100,000|1,000|10000|100000|1000|10k|100k)\b")
_OF_THE = re.compile(rf"\b[Oo]f the (?P<of>{_DIGITS})\s")
_WORD = re.compile(r"[^\s]+")
_INHERITS = re.compile(
    r"\s?(?:were|was|had|have|has|achieved|showed|exceeded|are|is|did|met|remained|remain"
    r"|of (?:these|them|which|whom|those|the)|rated|scored|failed|received|remaining)\b"
)
_NOUNS_IN_ING = frozenset("building buildings meeting meetings dwelling dwellings parking housing training".split())
_CENTURIES = frozenset(("16", "17", "18", "19", "20"))
_PLURAL_AFTER = re.compile(r"\s(?:[a-z]+s|of)\b")
_ACRONYM_AFTER = re.compile(r"\s\(([A-Z][A-Za-z]{1,5}s?)\)")
_DURATION = re.compile(r"(?i)(?:hour|day|week|month|year|quarter|decade|term|minute)s?\b")
_LONGEST_PHRASE = 6
_SIGN = 2
"""How many characters a sign and its space are, before the first digit of a sum."""
_LIVING = CHILDREN | PEOPLE
_WHOLES = ("possible", "potential", "maximum", "total of")
"""Without one of these ``_OUT_OF_AT_MOST`` finds nothing."""
_AGES = ("age", "under", "over")
"""Without one of these ``_AGED`` finds nothing."""


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number that measures something, ``text[start:end]``, and the rule that took it."""

    start: int
    end: int
    value: float
    unit: str
    rule: str
    confidence: float
    high: float | None = None
    of: float | None = None
    noun_end: int | None = None
    counted: tuple[int, int] | None = None
    """Where the words stand between it and what it is out of."""


def numbers_in(text: str, *, worded: bool = True, digit: int = 0) -> list[Number]:
    """The numbers of a sentence that measure something, in order.

    Args:
        text: the sentence.
        worded: whether some may be in words.
        digit: no digit stands before this place; -1 where there is none at all.
    """
    found: list[Number] = []
    unit: str | None = None
    whole = _OF_THE.search(text) if "f the " in text else None
    skipped_to, skip_until = -1, 0
    lowered = in_lower_case(text)
    for match in _matches(text, lowered, worded, digit):
        if match.start() < skip_until:
            continue
        if _is_amount(match):
            found.append(_amount(match))
            continue
        per = _PER.match(text, match.end()) if text.startswith("per", match.end() + 1) else None
        if per:
            found.append(_rate(match, per))
            skip_until = per.end()
            continue
        goes_on = skipped_to >= 0 and _LISTED_ON.match(text[skipped_to : match.start()]) is not None
        if goes_on or _measures_nothing(text, match):
            # "in 2018/19, 25 children": what follows a year and a comma may measure something
            skipped_to = -1 if _is_year(match.group("value")) else match.end()
            continue
        skipped_to = -1
        number = _counted(text, lowered, match, unit, whole)
        if number is None:
            continue
        unit = number.unit or unit
        skip_until = number.end
        found.append(number)
    return found


def _matches(text: str, lowered: str, worded: bool, digit: int) -> list[re.Match[str]]:
    found = list(_NUMBER.finditer(text, max(0, digit - _SIGN))) if digit >= 0 else []
    if worded:
        found += _WORDED.finditer(lowered)
        found.sort(key=re.Match.start)
    return found


def _is_amount(match: re.Match[str]) -> bool:
    return bool(match["rate"] or (match.re is _NUMBER and match["sign"]))


def _is_year(written: str) -> bool:
    return len(written) == 4 and written[:2] in _CENTURIES and written.isdecimal()


def _amount(match: re.Match[str]) -> Number:
    """A sum of money or a percentage."""
    groups = match.groupdict()
    value, high = value_of(match.group("value")) or 0.0, value_of(groups["high"]) if groups.get("high") else None
    if groups.get("sign") and not groups["rate"]:
        first, second = (groups["multiple"] or "").strip().lower(), (groups["multiple2"] or "").strip().lower()
        value *= MULTIPLIERS.get(first or (second if high is not None else ""), 1.0)
        high = high * MULTIPLIERS.get(second, 1.0) if high is not None else None
        unit, rule, confidence = groups["sign"].strip(), "money", 0.9
    else:
        unit, rule, confidence = "percentage points" if "point" in match.group("rate") else "%", "percentage", 0.93
    if high is not None and high <= value:
        high = None
    return Number(match.start(), match.end(), round(value, 4), unit, rule, confidence, high)


def _rate(match: re.Match[str], per: re.Match[str]) -> Number:
    """A rate of so many people: "61.4 per 10,000"."""
    base = int(per.group("base").replace(",", "").replace("k", "000"))
    groups = match.groupdict()
    high = value_of(groups["high"]) if groups.get("high") else None
    return Number(match.start(), per.end(), value_of(match.group("value")) or 0.0, f"per {base:,}", "rate", 0.9, high)


def _measures_nothing(text: str, match: re.Match[str]) -> bool:
    """Whether a number is part of a date, a time, an age, a reference, a vote or a name."""
    written = match.group("value")
    if not written[0].isdigit():
        return False
    if _is_year(written) or (len(written) >= 5 and written.isdigit()):
        return True
    if _AFTER_NO_MEASURE.match(text, match.end()) and not text.startswith((" for ", " ("), match.end()):
        return True
    before = text[max(0, match.start() - 30) : match.start()]
    if before.endswith("(") and text[match.end() : match.end() + 1] == ")":
        return True
    if has_any(before.lower(), _AGES) and _AGED.search(before):
        return match.end() < len(text) and not _PLURAL_AFTER.match(text, match.end())
    word = _LAST_WORD.search(before)
    return word is not None and (word.group(1).lower().rstrip(".") in REFERENCE_WORDS or word.group(1) in MONTHS)


def _counted(
    text: str, lowered: str, match: re.Match[str], unit: str | None, whole: re.Match[str] | None
) -> Number | None:
    """A number with what it counts."""
    written = match.group("value")
    value = value_of(written)
    if value is None or written.lower() in ("one", "a", "an", "zero") or written.lower().startswith(("a ", "an ")):
        return None
    groups = match.groupdict() if match.re is _NUMBER else {}
    multiple = (groups.get("multiple") or "").strip().lower()
    high = value_of(groups["high"]) if groups.get("high") else None
    if multiple in ("m", "k"):
        return Number(match.start(), match.end(), value, multiple, "counted", 0.6)
    value *= MULTIPLIERS.get(multiple, 1.0)
    share = _share(text, lowered, match.end())
    of = value_of(share.group("of")) if share else None
    if of is not None and of < value:
        of = None
    noun = _noun_after(text, match.end())
    end = share.end() if share and of is not None else match.end()
    counted = share.span("counted") if share and of is not None and "counted" in share.groupdict() else None
    if noun is None and of is None and "umber" in text and (told := _NUMBER_OF.search(text, 0, match.start())):
        words = list(takewhile(lambda word: word not in LEADS_ON, told["noun"].split())) or [told["noun"]]
        return Number(match.start(), match.end(), value, _unit(words, text, told.end("noun")), "number-of", 0.75, high)
    if noun is None:
        if of is None and (unit is None or not _INHERITS.match(text, match.end())):
            return None
        if whole and whole.end() <= match.start() and of is None:
            of = value_of(whole.group("of"))
        return Number(match.start(), end, value, unit or "", "counted-again", 0.7, high, of)
    words = text[noun[0] : noun[1]].split()
    head = words[-1].strip("’'s.,").lower()
    if head in NOT_COUNTED or words[-1].lower() in NOT_COUNTED or _DURATION.match(words[0]):
        return None
    named = len(words) <= 3 and all(word[0].isupper() for word in words)
    if named and not head.endswith("s") and head not in _LIVING:
        return None  # a house number: "3 Old Town"
    if value < 2 and "." not in written and value != 0:
        return None
    confidence = 0.8 if written[0].isdigit() else 0.72
    return Number(
        match.start(), end, value, _unit(words, text, noun[1]), "counted", confidence, high, of, noun[1], counted
    )


def _share(text: str, lowered: str, at: int) -> re.Match[str] | None:
    """The words after a number that tell what it is out of."""
    if lowered.find("of ", at) < 0:
        return None
    share = _OUT_OF.match(text, at)
    if share is None and has_any(lowered, _WHOLES):
        share = _OUT_OF_AT_MOST.match(text, at)
    return share


def _noun_after(text: str, at: int) -> tuple[int, int] | None:
    """The noun phrase after a number: up to six words, to the first that belongs to no such phrase."""
    while at < len(text) and text[at] in " -":
        at += 1
    start = end = at
    taken = 0
    for match in _WORD.finditer(text, at, min(len(text), at + 90)):
        word = match.group()
        plain = word.strip(".,;:()’'“”‘\"!?").lower()
        if not plain or not (plain[0].isalpha() or word[0] in "‘“'"):
            break
        # "614 looked after children" are children, and the phrase goes on
        if plain in ENDS_NOUN_PHRASE and not (plain == "after" and text[start:end].lower() == "looked"):
            break
        if taken and len(plain) > 4 and plain.endswith(("ed", "ing")) and plain not in _NOUNS_IN_ING:
            break
        end = match.start() + len(word.rstrip(".,;:)”’"))
        taken += 1
        if word[-1] in ".,;:)" or taken == _LONGEST_PHRASE or text[end : end + 2] == " (":
            break
    return (start, end) if taken else None


def _unit(words: list[str], text: str, end: int) -> str:
    """The thing counted: people and children by those words, otherwise the noun at the head of the phrase."""
    acronym = _ACRONYM_AFTER.match(text, end, end + 12)
    if acronym:
        return acronym.group(1)
    for word in reversed(words):
        plain = word.strip("’'\".,‘“").lower()
        if plain in CHILDREN:
            return "children"
        if plain in PEOPLE:
            return "people"
    if len(words) > 1 and words[-1][0].isupper() and words[-2][0].isupper():
        return " ".join(words[-2:])
    return words[-1].strip("’'\".,") or " ".join(words)
