"""Sentences within a block, with offsets into the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nupunkt import sent_spans

from arising.reading.language.vocabulary import ABBREVIATIONS

Span = tuple[int, int]

_MAY_END = frozenset(("no", "No", "co", "etc", "Ltd", "s", "est"))
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,4}$")
# "drift would continue Officers explained": the full stop was lost before a new speaker.
_LOST_STOP = re.compile(
    r" (?<=[a-z]{3} )(?=(?:The (?:Portfolio Holder|Director|Chair)|Officers|Members|Councillor [A-Z]\w+|It was)"
    r"(?: \w+)? (?:explained|said|stated|advised|confirmed|added|replied|responded|noted|agreed|asked)\b)"
)
_NO_STOP_AFTER = frozenset("the a an and or of for to by from with that as when if whether than which who in".split())
# "…to the service.The Director": a stop with nothing after it.
_GLUED_STOP = re.compile(r"(?<=[a-z]{3}[.?!])(?=[A-Z][a-z])")
_MAYBE_GLUED = re.compile(r"[.?!][A-Z]")
_NEW_SPEAKERS = (" The ", " Officers ", " Members ", " Councillor ", " It was ")
_STOP = re.compile(r"[.?!…]")
# A stop after a word, a year or a percentage and before a capital, which needs no weighing unless the word is short
# for another.
_CLEAR_STOP = re.compile(r"[.?!](?:(?<=[a-z]{3}.)|(?<=[a-z]{3}\).)|(?<=\d{4}.)|(?<=\d%.)|(?<=[A-Z]{2}.))\s+(?=[A-Z])")
_STOP_INSIDE = re.compile(r"[.!?…][”’\"')\]*_]*\s+\S")
# No stop at which the tokenizer cuts: inside a word, before a small letter (what it cuts there is joined again), at the
# end.
_STOP_TO_WEIGH = re.compile(r"[.!?…](?![a-zA-Z0-9]|\s+[a-z]|\Z)")
_SPACE = re.compile(r"\s+(?=\S)")
_LAST_WORD = re.compile(r"[\w-]+$")
_LONGEST_ABBREVIATION = max(map(len, ABBREVIATIONS)) + 1
_ENDS_OF_ABBREVIATIONS = frozenset(word[-2:] for word in ABBREVIATIONS if len(word) > 1)
_CUT_NUMBER = re.compile(r"(?:^|[\s£€])\d{1,2}\.$")


LONGEST_SENTENCE = 1_000
"""What is longer, in characters, is a roll, a table or rubbish, and is read in pieces."""


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, trimmed, in order."""
    piece = text[start:end]
    stop = _STOP.search(piece)
    first_stop = stop.start() if stop else len(piece)
    spans: Sequence[Span] = _spans(piece, first_stop)
    hidden = _hidden_stops(piece, first_stop)
    if hidden:
        spans = [cut for low, high in spans for cut in _split(piece, low, high, hidden)]
    if len(piece) > LONGEST_SENTENCE:
        spans = [part for low, high in spans for part in _bounded(piece, low, high)]
    return [(start + low, start + high) for low, high in spans if low < high]


def sentence_around(text: str, start: int, end: int) -> str:
    """The words of the sentence of a document's text that ``text[start:end]`` begins in."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high
    found = (text[left:right] for left, right in sentences(text, low, high) if left <= start < right)
    return next(found, text[start:end])


def _spans(piece: str, first_stop: int) -> list[Span]:
    """The sentences of a block: cut where stops are clear, and elsewhere where the tokenizer sees them end."""
    if first_stop >= len(piece) - 1:
        return [_trimmed(piece, 0, len(piece))]
    spans: list[Span] = []
    for low, high in _clear_spans(piece, first_stop):
        begin = max(low, first_stop)
        if _may_end_inside(piece, low, high, begin) and _STOP_INSIDE.search(piece, begin, high):
            spans += _weighed(piece, low, high)
        else:
            spans.append((low, high))
    return spans


def _may_end_inside(piece: str, low: int, high: int, begin: int) -> bool:
    """Whether there is a stop in ``piece[begin:high]`` after which the tokenizer's cut would not be joined again."""
    for stop in _STOP_TO_WEIGH.finditer(piece, begin, high):
        at = stop.start()
        space = _SPACE.match(piece, at + 1, high)
        if piece[at] != "." or space is None or not _runs_on(piece[low : at + 1], piece[space.end() : high]):
            return True
    return False


def _clear_spans(piece: str, first_stop: int) -> Iterator[Span]:
    """The stretches between stops that are clear."""
    at = 0
    for stop in _CLEAR_STOP.finditer(piece, first_stop):
        end = stop.start()
        if not _abbreviates(piece, at, end):
            yield _trimmed(piece, at, end + 1)
            at = stop.end()
    low, high = _trimmed(piece, at, len(piece))
    if low < high:
        yield low, high


def _abbreviates(piece: str, start: int, stop: int) -> bool:
    """Whether the word before a clear stop, which has two letters or more, is short for another."""
    if piece[stop - 2 : stop].lower() not in _ENDS_OF_ABBREVIATIONS:
        return False
    word = _LAST_WORD.search(piece, max(start, stop - _LONGEST_ABBREVIATION), stop)
    return word is not None and word.group().lower() in ABBREVIATIONS


def _weighed(piece: str, start: int, end: int) -> list[Span]:
    """Where the tokenizer sees sentences in ``piece[start:end]``, joined again where it cut after an abbreviation."""
    spans: list[Span] = []
    for first, last in sent_spans(piece[start:end]):
        low, high = _trimmed(piece, start + first, start + last)
        if low == high:
            continue
        if spans and _runs_on(piece[slice(*spans[-1])], piece[low:high]):
            spans[-1] = spans[-1][0], high
        else:
            spans.append((low, high))
    return spans


def _bounded(piece: str, low: int, high: int) -> Iterator[Span]:
    """A sentence longer than any clerk writes, cut at white space, so that no pattern runs over pages of it."""
    while high - low > LONGEST_SENTENCE:
        cut = piece.rfind(" ", low, low + LONGEST_SENTENCE)
        cut = cut if cut > low else low + LONGEST_SENTENCE
        yield _trimmed(piece, low, cut)
        low = _trimmed(piece, cut, high)[0]
    if low < high:
        yield low, high


def _trimmed(piece: str, low: int, high: int) -> Span:
    while low < high and piece[low].isspace():
        low += 1
    while high > low and piece[high - 1].isspace():
        high -= 1
    return low, high


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence was cut after an abbreviation or an initial."""
    if after[0].islower():
        return True
    if after[0].isdigit() and _CUT_NUMBER.search(before):
        # "10.30 am" is one time and "£1.5m" one sum, wherever a tokenizer would cut them
        return True
    last = before.rsplit(None, 1)[-1].rstrip(")").lstrip("(“‘\"'")
    if not last.endswith("."):
        return False
    word = last[:-1]
    if word.lower() in ABBREVIATIONS:
        # "No." ends a sentence as often as it counts something
        return word not in _MAY_END or after[0].isdigit()
    return bool(_INITIAL.fullmatch(word)) and len(word.replace(".", "")) <= 2 and not after.startswith(("The ", "It "))


def _hidden_stops(piece: str, first_stop: int) -> tuple[re.Pattern[str], ...]:
    """What to look for in a block where a stop may have been lost, or glued to the next sentence."""
    lost: tuple[re.Pattern[str], ...] = ()
    for speaker in _NEW_SPEAKERS:
        if speaker in piece and _runs_into(piece, speaker):
            lost = (_LOST_STOP,)
            break
    return (*lost, _GLUED_STOP) if _MAYBE_GLUED.search(piece, first_stop) else lost


def _runs_into(piece: str, speaker: str) -> bool:
    """Whether a speaker is named right after a small letter, without a stop between."""
    at = piece.find(speaker, 1)
    while at > 0:
        if "a" <= piece[at - 1] <= "z":
            return True
        at = piece.find(speaker, at + 1)
    return False


def _split(piece: str, low: int, high: int, stops: tuple[re.Pattern[str], ...]) -> list[Span]:
    """Cut a sentence in two where its stop was lost or glued to the next."""
    cuts = {low}
    for pattern in stops:
        for match in pattern.finditer(piece, low, high):
            before = piece[low : match.start()].rstrip().rsplit(None, 1)[-1].lower() if match.start() > low else ""
            if before and before not in _NO_STOP_AFTER:
                cuts.add(match.end())
    bounds = [*sorted(cuts), high]
    return [(left, left + len(piece[left:right].rstrip())) for left, right in pairwise(bounds)]
