"""Line breaks within a paragraph: which of them end it, and which only wrap it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arising.documents.markup.markers import leading_marker

_SHORT = 70
_ENDED = (".", "!", "?", ":", ";", ".”", ".’", '."', ".)")


def broken_lines(raw: str, breaks: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The pieces of ``raw`` that stand by themselves, as (start, end, blank lines before it).

    ``breaks`` are where ``raw`` was broken on purpose (``<br>``). Two breaks together part paragraphs. One parts
    them where the next line is led by a bullet or number, or where all lines are short (a roll of names), or where
    one sentence ends and another begins; else the words run on.
    """
    if not breaks:
        yield 0, len(raw), 0
        return
    lines = [(low, high) for low, high in _lines(raw, breaks)]
    short = all(high - low <= _SHORT for low, high in lines)
    start, end, blanks, waiting = -1, -1, 0, 0
    before = ""
    for low, high in lines:
        words = raw[low:high].strip()
        if not words:
            waiting += 1
            continue
        runs_on = start >= 0 and not waiting and not _stands_alone(before, words, short)
        before = words
        if runs_on:
            end = high
            continue
        if start >= 0:
            yield start, end, blanks
        start, end, blanks, waiting = low, high, waiting, 0
    if start >= 0:
        yield start, end, blanks


def _lines(raw: str, breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    low = 0
    for at in breaks:
        yield low, at
        low = at + 1
    yield low, len(raw)


def _stands_alone(before: str, words: str, short: bool) -> bool:
    if leading_marker(words[:40]):
        return True
    if short:
        return not words[0].islower() and not before.endswith(",")
    return before.endswith(_ENDED) and not words[0].islower()
