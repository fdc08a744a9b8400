"""Where a quote begins and ends, and where it can: word by word, within the sentences next to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from arising.documents.document import Block
from arising.reading.language.sentences import sentences
from arising.register.record.models import Commitment, Decision, Exchange, Figure, Finding, State

_WORD = re.compile(r"\S+")

PARTED: tuple[type[Finding], ...] = (Commitment, Decision, Exchange, Figure)
"""The kinds that can be split and merged."""
MOST_WORDS_BETWEEN = 12
"""How many words may stand between two quotes that are made one."""


@dataclass(frozen=True)
class Ends:
    """The places where a quote can begin and end, in the order of the text; ``start`` and ``end`` are where it does."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    start: int
    end: int

    def moved(self, start_by: int, end_by: int) -> tuple[int, int] | None:
        """Where the quote stands with its ends moved by so many words (back is negative); None where it cannot."""
        first = self.starts.index(self.start) + start_by
        last = self.ends.index(self.end) + end_by
        if not (0 <= first < len(self.starts) and 0 <= last < len(self.ends)):
            return None
        start, end = self.starts[first], self.ends[last]
        return (start, end) if start < end else None

    def can(self, start_by: int, end_by: int) -> bool:
        """Whether the ends can be moved so."""
        return self.moved(start_by, end_by) is not None

    def choices(self) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        """For either end, by how many words it moves and the words that the quote then begins or ends with."""
        here, there = self.starts.index(self.start), self.ends.index(self.end)
        starts = [(n - here, f"{self.text[at : at + 40].split(chr(10))[0]}…") for n, at in enumerate(self.starts)]
        ends = [(n - there, f"…{self.text[max(0, at - 25) : at].split(chr(10))[-1]}") for n, at in enumerate(self.ends)]
        return starts, ends


def ends_of(finding: Finding, text: str, blocks: Sequence[Block]) -> Ends:
    """Where the quote of ``finding`` can begin and end.

    It reaches no further than one sentence beyond the words that the reader gave, and never out of their blocks.
    """
    read = str(finding.as_read.get("quote", ""))
    at = nearest(text, read, finding.start) if read else -1
    start, end = (at, at + len(read)) if at >= 0 else (finding.start, finding.end)
    low = min(_limits(text, blocks, start)[0], finding.start)
    high = max(_limits(text, blocks, end - 1)[1], finding.end)
    words = [match.span() for match in _WORD.finditer(text, low, high)]
    return Ends(
        text=text,
        starts=tuple(sorted({first for first, _ in words} | {finding.start})),
        ends=tuple(sorted({last for _, last in words} | {finding.end})),
        start=finding.start,
        end=finding.end,
    )


def _limits(text: str, blocks: Sequence[Block], at: int) -> tuple[int, int]:
    """From where the sentence before that at ``at`` begins to where the one after it ends, within their block."""
    block = next((block for block in blocks if block.start <= at < block.end), None)
    if block is None:
        return at, at + 1
    within = sentences(text, block.start, block.end)
    here = next((n for n, (_, end) in enumerate(within) if at < end), len(within) - 1)
    if here < 0:
        return block.start, block.end
    return within[max(0, here - 1)][0], within[min(len(within) - 1, here + 1)][1]


def breaks(finding: Finding, text: str) -> list[int]:
    """Where a quote can be split: before each of its words but the first."""
    return [match.start() for match in _WORD.finditer(text, finding.start, finding.end)][1:]


def beside(one: Finding, other: Finding, text: str) -> bool:
    """Whether two findings are of one kind and item, and stand next to each other with few words between."""
    same = (type(one), one.source_id, one.reading_id, one.item_id) == (
        type(other), other.source_id, other.reading_id, other.item_id,
    )  # fmt: skip
    standing = all(not row.superseded and row.state != State.REJECTED for row in (one, other))
    if not same or not standing or one.pk == other.pk:
        return False
    one, other = sorted((one, other), key=lambda row: row.start)
    between = type(one)._default_manager.filter(reading=one.reading_id, superseded=False, item=one.item_id)
    between = between.exclude(state=State.REJECTED).filter(start__gt=one.start, start__lt=other.start)
    few = len(text[one.end : other.start].split()) <= MOST_WORDS_BETWEEN
    return few and not between.exclude(pk__in=[one.pk, other.pk]).exists()


def nearest(text: str, words: str, around: int) -> int:
    """Where ``words`` stand in ``text``, the place nearest to ``around``; -1 where they stand nowhere."""
    before = text.rfind(words, 0, around + len(words))
    after = text.find(words, around)
    places = [at for at in (before, after) if at >= 0]
    return min(places, key=lambda at: abs(at - around), default=-1)
