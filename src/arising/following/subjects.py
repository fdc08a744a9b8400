"""Subjects: the topics of records as following compares them, with the tokens of what is said under each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from arising.following.names import acronyms_in, initials_of, names_in, parts_of
from arising.following.reports import AskedFor, asked_for_between, what_it_is_about
from arising.following.words import placed_stems, stems
from arising.reading.language.sentences import sentences
from arising.reading.language.speakers import POST
from arising.reading.language.times import day_of
from arising.reading.record import Figure, Record, Topic

_PROCEDURAL = re.compile(
    r"(?i)^(?:[\d.\s]*)(?:apolog(?:y|ies)\b|record of meeting|minutes\b|declarations? of|disclosures? of|exclusion of"
    r"|urgent (?:matters|business|items)|any other (?:urgent )?business|chair(?:man|person)?[’']?s? (?:announcements|"
    r"welcome|opening)|announcements|election of|appointment of (?:the )?(?:chair|vice)"
    r"|date (?:and time )?of (?:the )?next"
    r"|close of|closing|welcome|introductions?|attendance\b(?! of)|present\b|membership|substitut|public (?:forum|"
    r"participation|questions?|speaking)|thanks\b|votes? of thanks|matters arising"
    r"|confirmation of|approval of (?:the )?minutes)"
)
_POST = re.compile(POST)
_LONGEST_NAME = 60
_NAMED = "·"
"""Stands before a token that is a whole name, so that "plan" and the name "Improvement Plan" are two things."""


def is_procedural(heading: str) -> bool:
    """Whether a heading is of how a meeting goes, such as apologies or the last minutes, and not of a subject."""
    return _PROCEDURAL.match(heading) is not None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a record, with its tokens, and the pairs of them that stand side by side."""

    start: int
    end: int
    tokens: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True, eq=False)
class Subject:
    """A topic, or what a record says outside its topics (``is_topic`` is false then).

    ``start``..``end`` is the heading in ``record.text``; ``said_from``..``said_to`` what is said under it. Figures come
    with the tokens of what they measure, and so do the reports that are asked for there.
    """

    number: int
    document: str
    record: Record
    heading: str
    start: int
    end: int
    said_from: int
    said_to: int
    is_topic: bool
    day: date | None
    body: str | None
    head_tokens: tuple[int, ...] = ()
    statements: tuple[Statement, ...] = ()
    counts: dict[int, float] = field(default_factory=dict)
    figures: tuple[tuple[Figure, frozenset[int]], ...] = ()
    asked_for: tuple[AskedFor, ...] = ()

    @property
    def is_procedural(self) -> bool:
        """Whether it is an item that every agenda has, and no matter: apologies, the last minutes."""
        return is_procedural(self.heading)

    def words(self, statement: Statement) -> str:
        """The words of one of its statements."""
        return self.record.text[statement.start : statement.end]


@dataclass(slots=True)
class Tokens:
    """Tokens by number, each with the words that were first written for it. Acronyms are known by what they mean."""

    numbers: dict[str, int] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    phrases: dict[tuple[int, int], str] = field(default_factory=dict)

    def number(self, token: str, written: str) -> int:
        """The number of a token, a new one where it is new."""
        found = self.numbers.get(token)
        if found is None:
            found = self.numbers[token] = len(self.written)
            self.written.append(written)
        return found

    def of(self, text: str) -> list[int]:
        """The tokens of a text in order: first the stems of its words, then its names and acronyms."""
        return self.with_pairs(text)[0]

    def with_pairs(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """The tokens of a text, and the pairs of words that stand side by side in it."""
        text = _POST.sub(" ", text)
        placed = placed_stems(text)
        found = [self.number(stem, stem) for stem, _, _ in placed]
        pairs = []
        for at, ((_, low, end), (_, start, high)) in enumerate(pairwise(placed)):
            if text[end:start] == " ":
                pairs.append((found[at], found[at + 1]))
                self.phrases.setdefault(pairs[-1], text[low:high].lower())
        return found + self._named(text), pairs

    def _named(self, text: str) -> list[int]:
        """The tokens of the names and acronyms in a text."""
        found: list[int] = []
        for name in names_in(text):
            short = initials_of(name)
            if short in self.acronyms:
                found.append(self.number(_NAMED + short, self.acronyms[short]))
            elif len(name) <= _LONGEST_NAME:
                found += [self.number(_NAMED + part.lower(), part) for part in parts_of(name)]
        for short in acronyms_in(text):
            if short in self.acronyms:
                found.append(self.number(_NAMED + short, self.acronyms[short]))
                found += [self.number(stem, stem) for stem in stems(self.acronyms[short])]
        return found

    def is_name(self, number: int) -> bool:
        """Whether a token is a whole name."""
        return self.written[number][:1].isupper()


def subjects_of(name: str, record: Record, tokens: Tokens, first: int) -> list[Subject]:
    """The subjects of a record: its topics, then what it says outside them. ``first`` is the number of the first."""
    topics = sorted(record.topics, key=lambda topic: topic.start)
    found = [_subject(name, record, tokens, first + at, *span) for at, span in enumerate(_topic_spans(topics))]
    return found + [
        _subject(name, record, tokens, first + len(found) + at, None, low, high)
        for at, (low, high) in enumerate(_outside(record, topics))
    ]


def _topic_spans(topics: list[Topic]) -> Iterator[tuple[Topic, int, int]]:
    for at, topic in enumerate(topics):
        stop = topics[at + 1].start if at + 1 < len(topics) else topic.body_end
        yield topic, topic.end, max(topic.end, min(topic.body_end, stop))


def _outside(record: Record, topics: list[Topic]) -> Iterator[tuple[int, int]]:
    edges = [0, *(edge for topic in topics for edge in (topic.start, topic.body_end)), len(record.text)]
    for at, (low, high) in enumerate(pairwise(edges)):
        if at % 2 == 0 and high > low and record.text[low:high].strip():
            yield low, high


def _subject(
    name: str, record: Record, tokens: Tokens, number: int, topic: Topic | None, low: int, high: int
) -> Subject:
    text = record.text
    heading = topic.heading if topic else (record.title or "")
    head_tokens = tuple(tokens.of(heading)) if topic else ()
    statements = tuple(_statement(text, tokens, start, end) for start, end in _sentences(text, low, high))
    counts: dict[int, float] = {}
    for statement in statements:
        for token in statement.tokens:
            counts[token] = counts.get(token, 0.0) + 1.0
    return Subject(
        number=number,
        document=name,
        record=record,
        heading=heading,
        start=topic.start if topic else low,
        end=topic.end if topic else low,
        said_from=low,
        said_to=high,
        is_topic=topic is not None,
        day=day_of(record.meeting.date),
        body=record.meeting.body,
        head_tokens=head_tokens,
        statements=statements,
        counts=counts,
        figures=tuple(
            (figure, frozenset(tokens.of(figure.measure))) for figure in record.figures if low <= figure.start < high
        ),
        asked_for=tuple(
            AskedFor(words, frozenset(tokens.of(what_it_is_about(words))))
            for words in asked_for_between(record, low, high)
        ),
    )


def _statement(text: str, tokens: Tokens, start: int, end: int) -> Statement:
    found, pairs = tokens.with_pairs(text[start:end])
    return Statement(start, end, tuple(found), tuple(pairs))


def _sentences(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Sentences line by line: a document's text has its blocks on lines of their own."""
    at = low
    while at < high:
        stop = text.find("\n", at, high)
        stop = high if stop < 0 else stop
        if text[at:stop].strip():
            yield from sentences(text, at, stop)
        at = stop + 1
