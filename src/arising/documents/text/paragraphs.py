"""Which lines make one block: the undoing of hard line wraps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from arising.documents.text.layout import Layout
from arising.documents.text.lines import LONE_NUMBER, Line

_ENDED = re.compile(r"[.!?:;…][”’\"')\]*_]*$")
_RUNS_ON = re.compile(
    r"(?:,|[–—-]|&|\b(?:a|an|and|any|as|at|be|but|by|for|from|had|has|have|in|into|is|its|of|on|or|our|than|that|the|their"
    r"|these|this|those|to|was|were|which|who|will|with|would|Mr|Mrs|Ms|Miss|Dr|Cllr|Cllrs|Councillor|Councillors"
    r"|Mr\.|Mrs\.|Ms\.|Dr\.|Cllr\.|Cllrs\.|No\.|St\.|[A-Z]\.))$"
)
_ITEM_LABEL = re.compile(r"(?:(?:Agenda\s+)?Item|Minute|ITEM)\s*(?:No\.?\s*)?\d{1,3}[A-Za-z]?\s*[.:–-]?\s*$")
_ROLL = r"(?:Members |Officers |Also )?[Pp]resent|(?:Also )?[Ii]n [Aa]ttendance|Apologies"
_NEW_TURN = re.compile(
    r"(?:For|Against|Abstain\w*|Abstentions?)\s*:?\s*\(\d+\)|\(Item\s+\d+[A-Za-z]?\)"
    r"|(?:Agenda )?(?:Item|ITEM)\s+(?:No\.?\s*)?\d{1,3}\b|(?:RESOLVED|UNANIMOUSLY RESOLVED|RECOMMENDED|ACTION)\b"
    rf"|(?:[A-Z][A-Z ]{{3,25}}|{_ROLL}|Reasons?)\s*:"
)
_NO_DIGIT = re.compile(r"\D")
_TITLED = re.compile(r"(?:Agenda\s+)?(?:Item|ITEM)\s+(?:No\.?\s*)?\d{1,3}[A-Za-z]?\s*[.:–-]\s*\S")
_LABEL = re.compile(r"[A-Z][A-Za-z ’'/&]{2,40}:(?:\s*-)?\s*$")


@dataclass(slots=True)
class Group:
    """The lines of one block, with the marker that led the first."""

    lines: list[Line] = field(default_factory=list)
    marker: str = ""

    @property
    def last(self) -> Line:
        """The line to which the next one may belong."""
        return self.lines[-1]


def group_lines(lines: Sequence[Line], layout: Layout) -> Iterator[Group]:
    """Put lines that were one paragraph back together; markers that stand alone go to the words that follow."""
    waiting: list[str] = []
    group = Group()
    for line in lines:
        if line.row:
            if group.lines:
                yield group
            yield Group([line], line.marker)
            group, waiting = Group(), []
            continue
        if not line.text:
            if group.lines:
                yield group
                group = Group()
            waiting = [*waiting, line.marker] if _follows(waiting, line.marker) else [line.marker]
            continue
        if group.lines and not line.marker and _belongs(group, line, layout):
            group.lines.append(line)
            continue
        if group.lines:
            yield group
        marker = line.marker
        if not marker and waiting:
            marker = waiting.pop(0)
        elif marker:
            waiting = []
        group = Group([line], marker)
    if group.lines:
        yield group


def _follows(waiting: Sequence[str], marker: str) -> bool:
    """Whether a lone marker is one more of a column of markers ("1." "2." "3." cut off from their words)."""
    if not waiting:
        return False
    before, after = _NO_DIGIT.sub("", waiting[-1]), _NO_DIGIT.sub("", marker)
    if before and after:
        return int(after) == int(before) + 1
    return bool(before) == bool(after)


def _belongs(group: Group, line: Line, layout: Layout) -> bool:
    """Whether a line goes on with the paragraph before it."""
    before = group.last
    if not layout.wrapped or _NEW_TURN.match(line.text) or _ITEM_LABEL.match(before.text):
        return False
    if shouted(line.text) and not shouted(before.text) and len(line.text.split()) > 1:
        return False
    if _TITLED.match(group.lines[0].text) and line.text[0].isupper() and not before.text.endswith(("-", "–", ",")):
        return not before.text.endswith((".", ")")) and _reach(before, line, layout) > 0.85
    if before.margin and not line.text[0].islower():
        return False
    text = before.text
    if line.blanks and not layout.double_spaced:
        open_end = not _ENDED.search(text) and (before.width >= 0.6 * layout.measure or bool(_RUNS_ON.search(text)))
        return open_end and (line.text[0].islower() or bool(_RUNS_ON.search(text)))
    if line.blanks > 1 and not line.new_page:
        return False
    if _RUNS_ON.search(text) or (line.text[0].islower() and not _ENDED.search(text)):
        return True
    if LONE_NUMBER.match(text) or _LABEL.match(text):
        return False
    return not _stopped_short(before, line, layout)


def _stopped_short(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a line was ended on purpose: the next word would have fitted on it.

    Proportional type makes full lines differ by a fifth in characters, hence the slack.
    """
    reach = _reach(before, line, layout)
    if _ENDED.search(before.text):
        return reach <= 0.88
    return reach <= 0.8 and not line.text[0].islower()


def _reach(before: Line, line: Line, layout: Layout) -> float:
    """How much of the measure a line would have filled with the first word of the next on it."""
    return (before.width + 1 + len(line.text.split(None, 1)[0])) / layout.measure


def shouted(text: str) -> bool:
    """Whether a line is set in capitals as a heading is: "UNRESTRICTED ITEMS"."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 5 and len(text) <= 90 and all(c.isupper() for c in letters) and not text.endswith(",")
