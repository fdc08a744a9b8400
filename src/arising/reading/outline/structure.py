"""What an outline holds: headings, and the sentences under them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from arising.documents import Block, Document, Part
from arising.reading.language.patterns import in_lower_case
from arising.reading.language.sentences import sentences

READ = (Part.MINUTES, Part.DECISION)
"""The parts of a document in which findings are looked for."""

_WORD = re.compile(r"[a-z][a-z’'-]*")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Heading:
    """An item or a topic: its words ``text[start:end]``, and where what is said under it begins and ends."""

    start: int
    end: int
    words: str
    body_start: int
    body_end: int = 0
    number: str | None = None
    level: int = 1
    rule: str = ""
    block: int = 0
    is_item: bool = False
    listed: bool = False


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence of the minutes. ``last`` says that it ends its block.

    ``lowered`` is its text in lower case, letter for letter, and ``vocabulary`` the words of that. ``digit`` is where
    its first digit stands in its text, or -1.
    """

    start: int
    end: int
    text: str
    block: int
    topic: Heading | None
    lowered: str
    vocabulary: frozenset[str]
    first: bool
    last: bool
    digit: int


@dataclass
class Outline:
    """A document laid out for reading."""

    document: Document
    blocks: tuple[Block, ...]
    items: list[Heading] = field(default_factory=list)
    topics: list[Heading] = field(default_factory=list)
    heading_of: dict[int, Heading] = field(default_factory=dict)
    labels: set[int] = field(default_factory=set)

    @property
    def whole_meeting(self) -> bool:
        """Whether the document is the minutes of a meeting and not of one of its items."""
        return len(self.items) > 1

    @cached_property
    def words(self) -> Callable[[int], str]:
        """The text of a block by its number."""
        return [self.document.words(block) for block in self.blocks].__getitem__

    @cached_property
    def lowered(self) -> str:
        """The text of the document in lower case, letter for letter."""
        return in_lower_case(self.document.text)

    def block_at(self, offset: int) -> int:
        """The number of the block that holds the character at ``offset``."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def topic_at(self) -> list[Heading | None]:
        """The topic that each block stands under."""
        at: list[Heading | None] = []
        current: Heading | None = None
        for number in range(len(self.blocks)):
            current = self.heading_of.get(number, current)
            at.append(current)
        return at

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of all that is read, in order, without headings and labels."""
        return list(self._sentences())

    def sentences_of(self, block: int) -> list[Sentence]:
        """The sentences of a block by its number."""
        return self._sentences_by_block.get(block, [])

    @cached_property
    def _sentences_by_block(self) -> dict[int, list[Sentence]]:
        by_block: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            by_block.setdefault(sentence.block, []).append(sentence)
        return by_block

    def _sentences(self) -> Iterator[Sentence]:
        text, topics = self.document.text, self.topic_at
        digit = -1
        for number, block in enumerate(self.blocks):
            if block.part not in READ or number in self.labels:
                continue
            heading = self.heading_of.get(number)
            start = block.start
            if heading is not None:
                if heading.body_start >= block.end:
                    continue
                start = heading.body_start
            spans = sentences(text, start, block.end)
            last = len(spans) - 1
            for at, (low, high) in enumerate(spans):
                if digit < low:
                    found = _DIGIT.search(text, low)
                    digit = found.start() if found else len(text)
                lowered = self.lowered[low:high]
                yield Sentence(
                    start=low,
                    end=high,
                    text=text[low:high],
                    block=number,
                    topic=topics[number],
                    lowered=lowered,
                    vocabulary=frozenset(_WORD.findall(lowered)),
                    first=at == 0,
                    last=at == last,
                    digit=digit - low if digit < high else -1,
                )
