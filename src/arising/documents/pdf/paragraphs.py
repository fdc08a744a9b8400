"""Which lines of a PDF make one block, told from where they stand on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from arising.documents.markup.markers import is_marker, leading_marker
from arising.documents.pdf.lines import Line

_ENDED = re.compile(r"[.!?:;…][”’\"')\]]*$")
_RUNS_ON = re.compile(
    r"(?:,|[–—]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|that|the|to|with|which|who|Mr|Mrs|Ms|Cllr|Dr))$"
)
_WIDE_PITCH = 1.35
_LONG_LINE = 0.8
_MARGIN_FROM = 0.7
_MARGIN_WORDS = 40


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: size of type, distance from line to line, left and right edge, all in points.

    ``bold`` says that most of it is bold, so that bold says nothing.
    """

    size: float
    pitch: float
    left: float
    right: float
    bold: bool


@dataclass(slots=True)
class Group:
    """The lines of one block, its marker, and what stood in the margin beside it."""

    lines: list[Line] = field(default_factory=list)
    marker: str = ""
    words_from: int = 0
    margin: str = ""

    @property
    def last(self) -> Line:
        return self.lines[-1]


def measure(lines: Sequence[Line]) -> Measure:
    """Work out what is usual from all lines of a document."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0]
    bold = sum(len(line.text) for line in lines if line.bold) * 2 > sizes.total()
    rights = sorted(line.right for line in lines)
    right = rights[min(len(rights) - 1, len(rights) * 19 // 20)]
    lefts = Counter(round(line.left) for line in lines)
    pitches = [
        before.base - after.base
        for before, after in pairwise(lines)
        if before.page == after.page
        and before.base > after.base
        and abs(before.size - after.size) < 0.6
        and after.text[0].islower()
    ]
    pitches = pitches or [
        before.base - after.base
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < before.base - after.base < 3 * size
    ]
    return Measure(size, median(pitches) if pitches else 1.2 * size, float(lefts.most_common(1)[0][0]), right, bold)


def group_lines(lines: Sequence[Line], usual: Measure) -> Iterator[Group]:
    """Put the lines of each paragraph, list item and heading back together."""
    group = Group()
    waiting: Line | None = None
    for line in lines:
        if group.lines and _is_margin(group.last, line):
            group.margin = " ".join(filter(None, (group.margin, line.text)))
            continue
        if group.lines and not line.cuts and not _starts(line) and _belongs(group, line, usual):
            group.lines.append(line)
            continue
        if group.lines:
            yield group
            group = Group()
        if is_marker(line.text) and waiting is None:
            waiting = line
            continue
        if waiting is not None:
            if _beside(waiting, line):
                group = Group([line], waiting.text, line.start)
                waiting = None
                continue
            yield Group([waiting], "", waiting.start)
            waiting = None
        group = _opened(line)
    if waiting is not None:
        yield Group([waiting], "", waiting.start)
    if group.lines:
        yield group


def _opened(line: Line) -> Group:
    """A block that begins with a line: its marker is taken off, a column gap after it is no column."""
    if line.cuts:
        first = line.text[: line.cuts[0][0] - line.start]
        if is_marker(first):
            after = line.cuts.pop(0)[1]
            return Group([line], first.strip(), after)
    typed = leading_marker(line.text)
    if typed:
        return Group([line], typed[0], line.start + typed[1])
    return Group([line], "", line.start)


def _starts(line: Line) -> bool:
    """Whether a line begins a block whatever stands before it."""
    return leading_marker(line.text) is not None


def _beside(marker: Line, line: Line) -> bool:
    """Whether a lone marker stands on the line whose words follow it."""
    return marker.page == line.page and abs(marker.base - line.base) < marker.size and line.left > marker.left


def _is_margin(before: Line, line: Line) -> bool:
    """Whether a short line stands to the right of the words before it: the initials of an action column."""
    return (
        line.page == before.page
        and line.base >= before.base - 1
        and line.left > max(_MARGIN_FROM * line.width, before.left + 1)
        and line.left >= before.right
        and len(line.text) <= _MARGIN_WORDS
    )


def _belongs(group: Group, line: Line, usual: Measure) -> bool:
    """Whether a line goes on with the block before it."""
    before = group.last
    ended = _ENDED.search(before.text) is not None
    if before.cuts or abs(before.size - line.size) > 0.6:
        return False
    if before.bold != line.bold and (ended or _is_short(before, line, usual)):
        return False
    lower = line.text[0].islower()
    if before.page != line.page:
        return before.hyphenated or lower or (not ended and not _is_short(before, line, usual))
    pitch = before.base - line.base
    if pitch <= 0 or pitch > _WIDE_PITCH * max(usual.pitch, 1.15 * line.size):
        return before.hyphenated and 0 < pitch < 3 * usual.pitch
    if before.hyphenated or (lower and not ended) or _RUNS_ON.search(before.text):
        return True
    if line.left > before.left + 1.5 * line.size and len(group.lines) > 1:
        return False
    long = before.right - before.left > _LONG_LINE * (usual.right - usual.left)
    return not _is_short(before, line, usual) or (long and not ended and not before.bold)


def _is_short(before: Line, line: Line, usual: Measure) -> bool:
    """Whether a line was ended on purpose: the first word of the next would have fitted on it."""
    first = len(line.text.split(None, 1)[0])
    word = first * (line.right - line.left) / max(len(line.text), 1)
    right = usual.right if before.right <= usual.right else before.right
    return before.right + word + 0.25 * before.size < right - 0.5 * before.size
