"""How a plain text is laid out as a whole: its measure, its spacing, its action column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from arising.documents.text.lines import Line

WIDEST_WRAP = 130
"""Text whose lines reach further than this, in characters, was not wrapped by hand: each line is a paragraph."""

_INITIALS = r"[A-Z][A-Za-z]{0,2}[A-Z]?"
_NAMED = re.compile(_INITIALS)
_COLUMN = re.compile(rf"(?<=\S)\s{{3,}}({_INITIALS}(?:\s?[/&,]\s?{_INITIALS})*|All|ALL|Clerk|CLERK)$")
_TAIL = re.compile(rf"(?<=[.!?)])\s+({_INITIALS}(?:/{_INITIALS})*)$")
_SHORT_TEXT = 40
GAP = re.compile(r"\s{3,}")
"""What parts the columns of a line."""

_CLOSED = (".", "!", "?", ":", ";", ".”", ".’", '."', ".)", "…")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a text are set.

    ``measure`` is how far full lines reach, in characters; ``wrapped`` whether lines were broken to fit it;
    ``double_spaced`` whether a blank line stands between all lines, so that it says nothing.
    """

    measure: int
    wrapped: bool
    double_spaced: bool


def layout_of(lines: Sequence[Line]) -> Layout:
    """Work out the layout from all lines of a text."""
    widths = sorted(line.width for line in lines)
    if not widths:
        return Layout(0, wrapped=False, double_spaced=False)
    measure = widths[min(len(widths) - 1, len(widths) * 19 // 20)]
    full = sum(1 for width in widths if 0.75 * measure <= width)
    could_be = 40 <= measure <= WIDEST_WRAP
    wrapped = could_be and full >= max(4, len(widths) // 8)
    open_pairs = spaced = broken = 0
    for before, after in pairwise(line for line in lines if line.text):
        if not before.text.endswith(_CLOSED) and after.text[0].islower():
            open_pairs += 1
            spaced += after.blanks == 1
            broken += after.blanks == 0 and before.width >= 0.75 * measure
    # a short text has few full lines, but a sentence that goes on in the next one was broken there
    wrapped = wrapped or (could_be and len(widths) <= _SHORT_TEXT and broken >= 1 and widths[-1] <= WIDEST_WRAP)
    double = wrapped and open_pairs >= 3 and spaced > open_pairs // 2
    return Layout(measure, wrapped, double)


def take_margins(lines: Sequence[Line]) -> None:
    """Move the initials of an action column at the right out of the words of the lines they stand beside."""
    known: set[str] = set()
    for line in lines:
        match = _COLUMN.search(line.text)
        if match is None or GAP.search(line.text[: match.start()]) or not _is_sentence(line.text[: match.start()]):
            continue
        known.update(_NAMED.findall(match.group(1)))
        _cut(line, match)
    if len(known) < 2:
        return
    for at, line in enumerate(lines):
        # "… to resolve the situation. HL": the column ran into the sentence, unless the next line goes on with it
        match = None if line.margin else _TAIL.search(line.text)
        goes_on = at + 1 < len(lines) and lines[at + 1].text[:1].islower()
        if match is not None and not goes_on and set(_NAMED.findall(match.group(1))) <= known:
            _cut(line, match)


def find_rows(lines: Sequence[Line]) -> None:
    """Mark the lines that are set in columns: two gaps, or one wide gap, also where a row stands next to them."""
    gaps = [[len(gap) for gap in GAP.findall(line.text)] for line in lines]
    for at, line in enumerate(lines):
        line.row = len(gaps[at]) >= 2 or (len(gaps[at]) == 1 and gaps[at][0] >= 5)


def _is_sentence(text: str) -> bool:
    """Whether words run on as prose does: an action stands beside a sentence, a name in a roll beside nothing."""
    return len(text.split()) > 4 or text.endswith((".", ")", ";"))


def _cut(line: Line, match: re.Match[str]) -> None:
    line.margin = match.group(1)
    line.text = line.text[: match.start()].rstrip()
    line.end = line.start + len(line.text)
