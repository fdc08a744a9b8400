"""Sentences within a block, with offsets into the document."""

from __future__ import annotations

import re

from nupunkt import sent_spans

from arising.reading.language.vocabulary import ABBREVIATIONS

Span = tuple[int, int]

_MAY_END = frozenset(("no", "No", "co", "etc", "Ltd", "s", "est"))
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,4}$")
# "drift would continue Officers explained": the full stop was lost before a new speaker.
_LOST_STOP = re.compile(
    r"(?<=[a-z]{3} )(?=(?:The (?:Portfolio Holder|Director|Chair)|Officers|Members|Councillor [A-Z]\w+|It was)"
    r"(?: \w+)? (?:explained|said|stated|advised|confirmed|added|replied|responded|noted|agreed|asked)\b)"
)
_NO_STOP_AFTER = frozenset("the a an and or of for to by from with that as when if whether than which who in".split())
# "…to the service.The Director": a stop with nothing after it.
_GLUED_STOP = re.compile(r"(?<=[a-z]{3}[.?!])(?=[A-Z][a-z])")


_MAYBE_CUT = re.compile(r"[.?!][A-Z]|[a-z] (?:The [PDC]|Officers |Members |Councillor |It was )")


_STOP_INSIDE = re.compile(r"[.!?…][”’\"')\]*_]*\s+\S")
_CUT_NUMBER = re.compile(r"(?:^|[\s£€])\d{1,2}\.$")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, trimmed, in order."""
    piece = text[start:end]
    if _STOP_INSIDE.search(piece) is None:
        low, high = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        return [(start + left, start + right) for left, right in _split(piece, low, high)] if low < high else []
    spans: list[list[int]] = []
    for low, high in sent_spans(piece):
        while low < high and piece[low].isspace():
            low += 1
        while high > low and piece[high - 1].isspace():
            high -= 1
        if low == high:
            continue
        if spans and _runs_on(piece[spans[-1][0] : spans[-1][1]], piece[low:high]):
            spans[-1][1] = high
        else:
            spans.append([low, high])
    out: list[Span] = []
    for low, high in spans:
        for left, right in _split(piece, low, high):
            out.append((start + left, start + right))
    return out


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


def _split(piece: str, low: int, high: int) -> list[Span]:
    cuts = [low]
    if _MAYBE_CUT.search(piece, low, high) is None:
        return [(low, high)]
    for pattern in (_LOST_STOP, _GLUED_STOP):
        for match in pattern.finditer(piece, low, high):
            before = piece[: match.start()].rstrip().rsplit(None, 1)[-1].lower() if match.start() > low else ""
            if before and before not in _NO_STOP_AFTER:
                cuts.append(match.start())
    cuts = sorted(set(cuts))
    out = []
    for at, left in enumerate(cuts):
        right = cuts[at + 1] if at + 1 < len(cuts) else high
        while right > left and piece[right - 1].isspace():
            right -= 1
        out.append((left, right))
    return out
