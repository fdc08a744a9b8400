"""Figures: numbers stated as a measure of something.

Dates, times, ages, references and votes are masked first; what is left and counts, costs or rates something is a
figure. Its quote is the stretch of the sentence that the number belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from arising.reading.language.numbers import MULTIPLIERS, NUMBER_WORD, WORD_VALUES, value_of
from arising.reading.language.times import find_times, may_hold_time, work_out
from arising.reading.language.vocabulary import CHILDREN, PEOPLE
from arising.reading.outline import Outline, Sentence
from arising.reading.record import Figure, Scope

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MULTIPLE = r"(?:\s?(?:bn|billion|mn|million|thousand|m|k)\b)"
_MONEY = re.compile(
    rf"(?P<sign>[+−-]?\s?)(?P<unit>[£€$])\s?(?P<value>{_DIGITS})(?P<multiple>{_MULTIPLE})?(?:\s?(?:-|–|to|and)\s?[£€$]?\s?(?P<high>{_DIGITS})(?P<multiple2>{_MULTIPLE})?(?=\s|[.,;)]|$))?"
)
_PER_CENT = r"(?:%|\s?per\s?cent\b|\s?percentage points?\b)"
_PERCENT = re.compile(rf"(?P<value>{_DIGITS})(?:%?\s?(?:/|-|–|to|and)\s?(?P<high>{_DIGITS}))?(?P<unit>{_PER_CENT})")
_WORD_PERCENT = re.compile(rf"\b(?P<value>{NUMBER_WORD})\s(?P<unit>per\s?cent)\b", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?<![\w£€$/.#-])(?P<value>{_DIGITS}|\b(?:{NUMBER_WORD})\b)(?:\s?(?:-|–|to)\s?(?P<high>{_DIGITS}))?(?P<multiple>{_MULTIPLE})?"
    rf"(?=[\s-](?P<rest>[^.;:]{{0,90}}))",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"\s*(?:\w+\s+){{0,4}}?(?:out )?of (?:(?:a|the|our|its) )?(?:possible |total of |total |overall )?(?P<of>{_DIGITS}|{NUMBER_WORD})\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(rf"\b[Oo]f the (?P<of>{_DIGITS})\s")

_MASKS = re.compile(
    r"\b(?:[Ss]ections?|[Ss]s?\.|[Pp]aragraphs?|[Pp]aras?\.?|[Ii]tems?|[Pp]ages?|[Pp]p?\.|[Aa]ppendix|[Aa]ppendices|[Aa]nnex|[Nn]os?\.?|[Nn]umber|[Aa]rticle|[Rr]egulations?|[Rr]ule|[Cc]lause"
    r"|[Pp]art|[Pp]hase|[Ss]tage|[Yy]ears?|[Tt]ier|[Gg]rade|[Ll]evel|[Bb]and|[Ll]ines?|[Jj]unctions?|[Rr]ecommendations?|[Mm]inute|[Ss]chedule|[Cc]hapter|[Tt]able|[Vv]ersion|[Cc]lass|[Ss]lide"
    r"|[Tt]arget|[Oo]ption|[Rr]oom|[Rr]oute|[Pp]riority|[Cc]ategory|[Ll]ot|[Uu]nit|[Ff]loor|[Aa]ction|[Dd]ecision|[Ss]tandard|[Cc]ovid|COVID|[Oo]utcome|[Qq]uestion|[Mm]otion|[Aa]mendment|Reg|SI|S\.I\.|Vol)"
    r"[\s-](?:No\.?\s?)?\(?\d+(?:\.\d+)*[A-Za-z]?\)?(?:\s?\(\w+\))*(?:(?:,|\s(?:and|to|or|-|–)|\s?[-–])\s?\(?\d+(?:\.\d+)*\)?)*"
    r"|\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b)?\.?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:aged?|ages|aged between|under|over)[\s-](?:\d{1,2})(?:s|\s?(?:-|–|to|and)\s?\d{1,2})?(?:\s?years?(?: of age| old)?)?(?=\W|$)"
    r"|\b\d{1,2}\s?(?:-|–|to)\s?\d{1,2}[\s-]years?[\s-]olds?|\b\d{1,2}[\s-]years?[\s-]olds?|\(\d{1,2}\s?[-–]\s?\d{1,2}\)|\b0\s?[-–]\s?\d{1,2}\b|\b\w*[A-Za-z]+\d[\w/-]*|\b\d+[A-Z]\w*\b"
    r"|\b\d+/\w+/\w+|\b\d{2,4}/\d{2,5}\b|\b\d{1,3}(?:st|nd|rd|th)\b|\(\d+\)|\b\d+\s(?:votes?|abstentions?|[Ff]or\b|[Aa]gainst\b)|\b\d{5,}\b(?!,)|\b(?:19|20)\d\d\b(?![,.]\d)|\b24/7\b"
)
_ABOUT = re.compile(
    r"(?:approximately|approx\.?|around|about|almost|nearly|circa|c\.|roughly|in the region of|some|estimated(?: at)?|just under|just over)\s+(?:an? )?$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:(?P<more>over|more than|in excess of|at least|above|greater than|exceed(?:ed|ing)?|upwards of|a minimum of)|(?P<less>under|less than|fewer than|below|up to|at most|no more than|a maximum of))\s+(?:the |an? )?$",
    re.IGNORECASE,
)
_NATIONAL = re.compile(r"\b(?:national(?:ly)?|[Nn]ational|England|English|UK|country|nationwide)\b")
_BOUND = re.compile(
    r";\s|:\s|,\s|\s(?:and|but|while|whilst|whereas|with|compared|against|bringing|although|which|that)\s|\s[–—-]\s|\s\("
)
_TRIM = " \t\n.,;:–—-("
_STOPS = frozenset(
    "of in for to with from at on by that which who whom were was had have has are is be been would will could should may and or per across during since over under than as"
    " each every within between after before if when where while but not no so it he she they there this these those did do does into out up down off about against via through because due"
    " being remained received got made achieved exceeded showed had ago later more less fewer further".split()
)
_NO_FIGURE = frozenset(
    "point points question questions part parts item items option options occasion occasions side sides motion motions amendment amendments aspect aspects reason reasons way ways thing things"
    " member-led minutes minute hour hours o'clock pm am am. pm. day days week weeks month months year years quarter quarters decade decades term terms time times of following main key further other others"
    " stage stages recommendations recommendation separate different respects fold-up step steps clear working p.m a.m abstentions abstention votes objectives".split()
)
_INHERITS = re.compile(
    r"(?:were|was|had|have|has|achieved|showed|exceeded|are|is|did|met|remained|remain|of (?:these|them|which|whom|those)|rated|scored|failed|received|remaining)\b"
)
_PERIODS = ("month", "year", "quarter", "financial", "day")


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    unit: str
    high: float | None
    of: float | None
    rule: str
    confidence: float
    noun: tuple[int, int] | None = None


def figures(out: Outline, meeting: date | None, skip: frozenset[int] = frozenset()) -> Iterator[Figure]:
    """Every figure, in order. ``skip`` are the numbers of blocks that hold no figures (votes, rolls)."""
    for heading in out.topics:
        if heading.level > 1:
            yield from _in_stretch(out, heading.start, heading.end, heading.words, meeting, timed=True, heading=True)
    for sentence in out.sentences:
        if sentence.block in skip or not _has_number(sentence):
            continue
        topic = sentence.topic.words if sentence.topic else None
        timed = may_hold_time(sentence.text, sentence.vocabulary)
        yield from _in_stretch(out, sentence.start, sentence.end, topic, meeting, timed=timed)


_NUMBER_WORDS = frozenset(WORD_VALUES) - {"one", "zero"}


_DIGIT = re.compile(r"\d")


def _has_number(sentence: Sentence) -> bool:
    return _DIGIT.search(sentence.text) is not None or not sentence.vocabulary.isdisjoint(_NUMBER_WORDS)


def _in_stretch(
    out: Outline, start: int, end: int, topic: str | None, meeting: date | None, *, timed: bool, heading: bool = False
) -> Iterator[Figure]:
    text = out.document.text[start:end]
    masked = _mask(text, timed)
    numbers = _numbers(text, masked)
    for at, number in enumerate(numbers):
        if heading and number.rule != "counted":
            continue
        low, high = _stretch(text, numbers, at)
        quote = text[low:high]
        before = text[: number.start]
        more = _MORE.search(before)
        period = next((t for t in find_times(quote, 0, len(quote)) if t.shape in _PERIODS), None) if timed else None
        scope: Scope = "national" if _NATIONAL.search(quote) else "local"
        yield Figure(
            quote=quote, start=start + low, end=start + high, rule=number.rule, confidence=number.confidence, topic=topic,
            value=number.value, unit=number.unit, measure=_measure(text, number, low, high), scope=scope, high=number.high,
            of=number.of, approximate=bool(_ABOUT.search(before)),
            comparator="more than" if more and more.group("more") else "less than" if more else None,
            period=work_out(period, meeting, future=False) if period else None,
        )  # fmt: skip


def _mask(text: str, timed: bool) -> str:
    """The text with all numbers that measure nothing blanked out, at the same length."""
    masked = _MASKS.sub(lambda m: " " * len(m.group()), text)
    if not timed:
        return masked
    for time in find_times(masked, 0, len(masked)):
        if time.shape not in ("vague", "meeting", "next", "season"):
            masked = masked[: time.start] + " " * (time.end - time.start) + masked[time.end :]
    return masked


def _numbers(text: str, masked: str) -> list[_Number]:
    found: list[_Number] = []
    for pattern, rule in ((_MONEY, "money"), (_PERCENT, "percentage"), (_WORD_PERCENT, "percentage")):
        for match in pattern.finditer(masked):
            if any(n.start < match.end() and match.start() < n.end for n in found):
                continue
            number = _amount(match, rule)
            if number is not None:
                found.append(number)
    whole = _OF_THE.search(masked)
    unit: str | None = None
    for match in _COUNT.finditer(masked):
        if any(n.start < match.end() and match.start() < n.end for n in found):
            continue
        counted = _counted(match, text, masked, unit, whole)
        if counted is None:
            continue
        if any(n.of is not None and counted.start < n.end for n in found):
            continue
        unit = counted.unit
        found.append(counted)
    found.sort(key=lambda n: n.start)
    return found


def _amount(match: re.Match[str], rule: str) -> _Number | None:
    value = value_of(match.group("value"))
    if value is None:
        return None
    high = value_of(match.group("high")) if match.groupdict().get("high") else None
    unit = match.group("unit").strip()
    if rule == "money":
        first, second = match.group("multiple"), match.group("multiple2")
        value *= MULTIPLIERS.get((first or (second if high is not None else "") or "").strip().lower(), 1.0)
        if high is not None:
            high *= MULTIPLIERS.get((second or "").strip().lower(), 1.0)
    else:
        unit = "percentage points" if "point" in unit else "%"
    if high is not None and high <= value:
        high = None
    return _Number(
        match.start(), match.end(), round(value, 4), unit, high, None, rule, 0.93 if rule == "percentage" else 0.9
    )


def _counted(
    match: re.Match[str], text: str, masked: str, unit: str | None, whole: re.Match[str] | None
) -> _Number | None:
    """A number with what it counts."""
    written = match.group("value")
    value = value_of(written)
    if value is None or written.lower() in ("one", "a", "an", "zero") or written.lower().startswith(("a ", "an ")):
        return None
    multiple = match.group("multiple")
    if multiple:
        if multiple.strip().lower() in ("m", "k"):
            return _Number(match.start(), match.end(), value, multiple.strip(), None, None, "counted", 0.6)
        value *= MULTIPLIERS[multiple.strip().lower()]
    high = value_of(match.group("high")) if match.group("high") else None
    of = None
    share = _OUT_OF.match(masked, match.end())
    if share and (value_of(share.group("of")) or 0) >= value:
        of = value_of(share.group("of"))
    noun = _noun_after(masked, match.end())
    rest = match.group("rest").lstrip("- ")
    if noun is None:
        if unit is None or not _INHERITS.match(rest):
            if of is None:
                return None
        if whole and whole.end() <= match.start():
            of = of or value_of(whole.group("of"))
        end = share.end() if share and of is not None and share.group("of") else match.end()
        return _Number(match.start(), max(end, match.end()), value, unit or "", high, of, "counted-again", 0.7)
    words = masked[noun[0] : noun[1]].split()
    head = words[-1].strip("’'s.,")
    if (
        words[0].lower() in _NO_FIGURE
        or head.lower() in _NO_FIGURE
        or (value < 2 and "." not in written and value != 0)
    ):
        return None
    if written.lower() in WORD_VALUES and value <= 3 and head.lower() not in PEOPLE | CHILDREN and len(words) < 1:
        return None
    kind = _unit(words, masked, noun[1])
    end = share.end() if share and of is not None else match.end()
    return _Number(match.start(), end, value, kind, high, of, "counted", 0.8 if written[0].isdigit() else 0.72, noun)


def _noun_after(text: str, at: int) -> tuple[int, int] | None:
    """The noun phrase after a number: up to six words, to the first that belongs to no such phrase."""
    while at < len(text) and text[at] in " -":
        at += 1
    start = end = at
    taken = 0
    for match in re.finditer(r"[^\s]+", text[at : at + 90]):
        word = match.group()
        plain = word.strip(".,;:()’'“”‘\"!?").lower()
        if not plain or not (plain[0].isalpha() or word[0] in "‘“'") or plain in _STOPS:
            break
        if (
            taken
            and re.search(r"(?:ed|ing)$", plain)
            and len(plain) > 4
            and plain not in ("building", "buildings", "meeting", "dwelling", "parking")
        ):
            break
        end = at + match.start() + len(word.rstrip(".,;:)”’"))
        taken += 1
        if word[-1] in ".,;:)" or taken == 6 or text[end : end + 2] == " (":
            break
    return (start, end) if taken else None


def _unit(words: list[str], text: str, end: int) -> str:
    """The thing counted: people and children by those words, otherwise the noun at the head of the phrase."""
    head = words[-1].strip("’'\".,").lower()
    acronym = re.match(r"\s\(([A-Z][A-Za-z]{1,5}s?)\)", text[end : end + 12])
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
    return words[-1].strip("’'\".,") if head else " ".join(words)


def _stretch(text: str, numbers: list[_Number], at: int) -> tuple[int, int]:
    """The part of a sentence that a number belongs to."""
    number = numbers[at]
    left = numbers[at - 1].end if at else 0
    right = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
    inner = number.noun[1] if number.noun else number.end
    starts = [m.end() for m in _BOUND.finditer(text, left, number.start)]
    ends = [m.start() for m in _BOUND.finditer(text, max(inner, number.end), right)]
    low = starts[-1] if starts else left
    high = ends[0] if ends else right
    used_start, used_end = 1, 1
    while len(text[low:high].split()) < 6:
        if used_end <= len(ends):
            high = ends[used_end] if used_end < len(ends) else right
            used_end += 1
        elif used_start <= len(starts):
            low = starts[-1 - used_start] if used_start < len(starts) else left
            used_start += 1
        else:
            break
    while low < number.start and text[low] in _TRIM:
        low += 1
    while high > number.end and text[high - 1] in _TRIM:
        high -= 1
    words = text[low:high]
    cut = len(words) - len(
        re.sub(r"\s(?:and|or|with|to|the|a|of|by|at|from|in|increased|for|only|just|around|about|over)$", "", words)
    )
    return low, max(high - cut, number.end)


def _measure(text: str, number: _Number, low: int, high: int) -> str:
    """What is measured: the words around the number, without it."""
    before = text[low : number.start].split()
    after = text[number.end : high].split()
    if after and after[0].lower() == "of":
        after = after[1:]
    words = [*before[-10:], *after[: max(4, 14 - len(before[-10:]))]]
    plain = " ".join(words)
    plain = re.sub(
        r"^(?:(?:the|a|an|that|there|was|were|is|of|by|to|at|with|including|in|and)\s+)+",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    return plain.strip(" ,.;:()") or number.unit
