"""What is printed on every page beside the minutes: running heads, running feet, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from arising.documents.pdf.lines import Line

_EDGE = 0.14
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")


def without_furniture(lines: Sequence[Line], pages: int) -> tuple[list[Line], list[Line]]:
    """The lines without what recurs at the top or foot of pages, and the first of each line that recurs.

    A line recurs where it stands within a seventh of the page's edge on at least half of the pages (two at least),
    at one height, numbers aside.
    """
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        if _at_edge(line):
            seen[_shape(line), _height(line)].add(line.page)
    needed = max(2, (pages + 1) // 2)
    kept: list[Line] = []
    running: list[Line] = []
    told: set[str] = set()
    for line in lines:
        if not _at_edge(line):
            kept.append(line)
        elif _PAGE_NUMBER.fullmatch(line.text):
            continue
        elif len(seen[_shape(line), _height(line)]) < needed:
            kept.append(line)
        elif _shape(line) not in told:
            told.add(_shape(line))
            running.append(line)
    return kept, running


def _at_edge(line: Line) -> bool:
    return line.from_top < _EDGE or line.from_top > 1 - _EDGE


def _shape(line: Line) -> str:
    """The words of a line with numbers and white space evened out."""
    return _DIGITS.sub("#", " ".join(line.text.lower().split()))


def _height(line: Line) -> int:
    """How high a line stands, in steps too coarse to tell one setting of the same foot from another."""
    return round(line.base / 8)
