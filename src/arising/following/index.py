"""The index: every subject of the records that were read, so that each can be compared with those like it."""

from __future__ import annotations

import math
import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from heapq import nlargest
from operator import itemgetter

from arising.following.effects import Told, effect_in, told_in
from arising.following.names import spelt_out
from arising.following.subjects import Subject, Tokens, subjects_of
from arising.reading.language.times import day_of
from arising.reading.record import Record

Vector = dict[int, float]
"""The weights of tokens."""

_HEADING_COUNTS = 2.0
_HEADING_IN_DOUBT = 1.0
"""How often the words of a heading count beside those under it, and where these speak of something else."""

_TELLING = 20
"""So many of a subject's weightiest tokens find those like it."""

_EVERYWHERE = 800
"""A token that more subjects have than this finds none."""

_LIKEST = 200
"""So many of those that share tokens are given."""

_UNREAD = 60
"""As if so many subjects had been read that have none of the words: among a few records nothing is rare otherwise."""

_GROWN = 1.1
_CAPITALS = re.compile(r"[A-Z]{2}")


class Index:
    """Subjects by their tokens. Records are added at any time; what was there keeps its number."""

    def __init__(self) -> None:
        self.tokens = Tokens()
        self.subjects: list[Subject] = []
        self.records: dict[str, Record] = {}
        self.by_document: dict[str, list[Subject]] = {}
        self._having: list[int] = []
        self._where: dict[int, list[int]] = defaultdict(list)
        self._vectors: dict[int, tuple[Vector, float]] = {}
        self._weighed_at = 0
        self._stated: dict[int, list[tuple[Vector, float]]] = {}
        self._told: dict[tuple[int, int], Told | None] = {}
        self._met: dict[str, tuple[str | None, date | None]] = {}
        self._days: dict[str | None, list[date]] = defaultdict(list)

    def add(self, records: Mapping[str, Record]) -> list[Subject]:
        """Put records in, each by its document's name. Raises ValueError for a name that is in already."""
        for name, record in records.items():
            if name in self.records:
                raise ValueError(f"There are two records called {name}.")
            if _CAPITALS.search(record.text):
                self.tokens.acronyms.update(spelt_out(record.text))
        found = [subject for name, record in records.items() for subject in self._put_in(name, record)]
        if len(self.subjects) > self._weighed_at * _GROWN:
            # what is common has changed: weigh anew when next asked
            self._weighed_at = len(self.subjects)
            self._vectors.clear()
            self._stated.clear()
        return found

    def _put_in(self, name: str, record: Record) -> list[Subject]:
        found = subjects_of(name, record, self.tokens, len(self.subjects))
        self.records[name] = record
        self._meets(name, record)
        self.by_document[name] = found
        self.subjects += found
        self._having += [0] * (len(self.tokens.written) - len(self._having))
        for subject in found:
            for token in subject.counts.keys() | set(subject.head_tokens):
                self._having[token] += 1
                self._where[token].append(subject.number)
        return found

    def _meets(self, name: str, record: Record) -> None:
        body, day = record.meeting.body, day_of(record.meeting.date)
        self._met[name] = body.casefold() if body else None, day
        days = self._days[self._met[name][0]]
        if day is not None and day not in days:
            insort(days, day)

    def rarity(self, token: int) -> float:
        """How much a token tells, from 0: the fewer subjects have it, the more."""
        having = self.having(token)
        return math.log((len(self.subjects) + _UNREAD + 1) / (having + 0.5)) if having else 0.0

    def having(self, token: int) -> int:
        """How many subjects have a token."""
        return self._having[token] if token < len(self._having) else 0

    def vector(self, subject: Subject) -> tuple[Vector, float]:
        """The weights of a subject's tokens, and the length of them all together."""
        known = self._vectors.get(subject.number)
        if known is None:
            known = self._vectors[subject.number] = self._weigh(subject)
        return known

    def _weigh(self, subject: Subject) -> tuple[Vector, float]:
        counts = dict(subject.counts)
        heading = set(subject.head_tokens)
        in_doubt = bool(counts) and not any(token in counts for token in heading)
        for token in heading:
            counts[token] = counts.get(token, 0.0) + (_HEADING_IN_DOUBT if in_doubt else _HEADING_COUNTS)
        return self.weigh(counts)

    def weigh(self, counts: Mapping[int, float]) -> tuple[Vector, float]:
        """Weights for tokens that were counted, and their length."""
        weights = {
            token: (1 + math.log(count) if count >= 1 else count) * self.rarity(token)
            for token, count in counts.items()
        }
        return weights, math.sqrt(sum(weight * weight for weight in weights.values()))

    def like(self, weights: Vector, length: float) -> list[tuple[Subject, float]]:
        """Subjects that share telling tokens, with how much they share (a cosine, roughly), the likest first."""
        shared: dict[int, float] = defaultdict(float)
        telling = sorted(weights, key=weights.__getitem__, reverse=True)[:_TELLING]
        for token in telling:
            if not 0 < self.having(token) <= _EVERYWHERE:
                continue
            gain = weights[token] * self.rarity(token)
            for number in self._where[token]:
                shared[number] += gain
        if not length:
            return []
        most = nlargest(_LIKEST, shared.items(), key=itemgetter(1))
        ranked = [
            (self.subjects[number], gain / (length * self.vector(self.subjects[number])[1])) for number, gain in most
        ]
        ranked.sort(key=lambda one: (-one[1], one[0].number))
        return ranked

    def stated(self, subject: Subject) -> list[tuple[Vector, float]]:
        """The weights of each statement of a subject, and their length."""
        known = self._stated.get(subject.number)
        if known is None:
            known = [self.weigh(dict.fromkeys(statement.tokens, 1.0)) for statement in subject.statements]
            self._stated[subject.number] = known
        return known

    def told(self, subject: Subject, at: int) -> Told | None:
        """The effect that one statement of a subject tells, without the question in it; looked for once."""
        key = subject.number, at
        if key not in self._told:
            self._told[key] = effect_in(told_in(subject.words(subject.statements[at])))
        return self._told[key]

    def met(self, name: str) -> tuple[str | None, date | None]:
        """The body (without regard to case) and the day of a record's meeting, as far as they are known."""
        return self._met[name]

    def same_meeting(self, a: str, b: str) -> bool:
        """Whether two records are of one meeting."""
        return a == b or (None not in self._met[a] and self._met[a] == self._met[b])

    def may_answer(self, a: str, b: str) -> bool:
        """Whether ``b`` is of a later meeting of the body than ``a``; bodies that are not known count as one."""
        (body, day), (other, later) = self._met[a], self._met[b]
        return day is not None and later is not None and later > day and body == other

    def days_after(self, name: str) -> list[date]:
        """The days of the later meetings of the body whose records are there, in order."""
        body, day = self._met[name]
        return self._days[body][bisect_right(self._days[body], day) :] if day else []


def cosine(a: tuple[Vector, float], b: tuple[Vector, float]) -> float:
    """How alike two weighted sets of tokens are, from 0 to 1."""
    (first, one), (second, other) = a, b
    if not one or not other:
        return 0.0
    if len(second) < len(first):
        first, second = second, first
    return sum(weight * second[token] for token, weight in first.items() if token in second) / (one * other)
