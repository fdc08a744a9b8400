"""What later meetings say about earlier commitments, and which nobody spoke of again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from arising.following.effects import Told
from arising.following.index import Index, Vector, cosine
from arising.following.links import Closure, Effect, Quote, Silence
from arising.following.matters import likeness, listed
from arising.following.subjects import Statement, Subject
from arising.following.words import word_with
from arising.reading.language.times import day_of
from arising.reading.language.vocabulary import ANSWERING_POSTS, MEMBER_POSTS
from arising.reading.record import Commitment

_BEFORE, _HEADING = 0.6, 0.5
"""What the statement before a commitment and its heading count for, beside its own words."""

_TOO_LITTLE = 0.04
_NEARBY = 12
"""So many later subjects are looked through for each commitment."""

_FEWEST = 2
"""So many words, or names of who and what, a promise and its evidence have in common at least."""

_PER_MEETING = 2
_MOST = 8
LEAST = 0.2
LIKELY = 0.28
"""From these scores on a closure is proposed, and shown unasked."""

_MOST_PARTIES = 3
_PARTY = 0.07
"""What it counts for that a statement names who owed it, to whom, or the paper that was owed."""

_LINKED = 0.35
"""What it counts for that both stand under what may be one matter."""

_LONG_ENOUGH = 5
_POSTS = frozenset(word.lower() for post in (*ANSWERING_POSTS, *MEMBER_POSTS) for word in post.split()) - {
    "head",
    "manager",
    "officer",
    "officers",
    "lead",
    "member",
    "service",
    "executive",
    "area",
    "policy",
    "planning",
    "finance",
    "business",
}
_PAPER = re.compile(
    r"(?:briefing|note|report|update|plan|strategy|presentation|letter|information|figure|breakdown|response|review|survey"
    r"|proposal|paper|policy|training|analysis|consultation)(?=s?$)",
    re.IGNORECASE,
)
_BECAME: dict[Effect, str] = {
    "answered": "was done",
    "reaffirmed": "is still to come",
    "slipped": "slipped",
    "changed": "was changed",
    "dropped": "was dropped",
}
_NEXT_MEETING = re.compile(
    r"(?i)^\W*(?:the |date of (?:the )?)?next (?:\w+ ){0,3}meeting\b.{0,60}\b(?:held|take place|be on|is)\b"
)
_PRONOUN = re.compile(r"(?:This|These|That|It|They|He|She|they|he|she|it|this|these)\b")


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it is looked for later: with the statement before it and its heading."""

    document: str
    commitment: Commitment
    day: date
    owner: frozenset[str]
    subject: Subject | None
    weights: tuple[Vector, float]

    @property
    def quote(self) -> Quote:
        """Its words."""
        return Quote(self.document, self.commitment.quote, self.commitment.start, self.commitment.end)


_Linked = dict[tuple[int, int], float]
"""How likely pairs of subjects, by their numbers, are one matter."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    promise: Promise
    subject: Subject
    statement: Statement
    effect: Effect
    score: float
    said: str
    shared: tuple[int, ...]
    parties: tuple[str, ...]


def promises(index: Index, documents: Iterable[str]) -> Iterator[Promise]:
    """The commitments of these records whose meeting's day is known."""
    for name in documents:
        record = index.records[name]
        day = day_of(record.meeting.date)
        if day is None:
            continue
        for commitment in record.commitments:
            if _NEXT_MEETING.search(commitment.quote):
                continue  # that the body will meet again, it always does
            subject = _subject_of(index, name, commitment)
            yield Promise(name, commitment, day, _owners(commitment), subject, _weights(index, commitment, subject))


def closures(
    index: Index, promised: Iterable[Promise], later: frozenset[str] | None = None
) -> Iterator[Closure | Silence]:
    """What records of later meetings say about each commitment; where none says anything, that it went silent.

    Args:
        index: the records.
        promised: the commitments to follow.
        later: the records to look in; None is all.
    """
    linked: _Linked = {}
    for promise in promised:
        after = index.days_after(promise.document)
        found = _evidence(index, promise, later, linked) if after else []
        for one in found:
            yield _closure(index, one)
        if after and not any(one.score >= LIKELY for one in found):
            yield Silence(commitment=promise.quote, meetings=len(after), until=after[-1].isoformat())


def _evidence(index: Index, promise: Promise, later: frozenset[str] | None, linked: _Linked) -> list[_Evidence]:
    looked: list[_Evidence] = []
    taken = 0
    for subject in _nearby(index, promise, later):
        if not index.may_answer(promise.document, subject.document):
            continue
        taken += 1
        if taken > _NEARBY and len(index.records) > _NEARBY:
            break
        looked += _in_subject(index, promise, subject, linked)
    looked.sort(key=lambda one: (-one.score, one.statement.start))
    best: list[_Evidence] = []
    for one in looked:
        if sum(other.subject.document == one.subject.document for other in best) < _PER_MEETING:
            best.append(one)
    return best[:_MOST]


def _in_subject(index: Index, promise: Promise, subject: Subject, linked: _Linked) -> Iterator[_Evidence]:
    """The statements of a subject that are evidence."""
    before: Statement | None = None
    for at, (statement, weights) in enumerate(zip(subject.statements, index.stated(subject), strict=True)):
        own = cosine(promise.weights, weights)
        told = index.told(subject, at) if own >= _TOO_LITTLE else None
        if told is not None:
            matter = _one_matter(index, promise.subject, subject, linked)
            one = _weigh(index, promise, subject, before, statement, own, matter, told)
            if one is not None:
                yield one
        before = statement


def _one_matter(index: Index, a: Subject | None, b: Subject, linked: _Linked) -> float:
    """How likely two subjects are one matter; worked out once for all that was promised under ``a``."""
    if a is None or not b.is_topic:
        return 0.0
    pair = a.number, b.number
    if pair not in linked:
        linked[pair] = likeness(index, a, b)
    return linked[pair]


def _nearby(index: Index, promise: Promise, later: frozenset[str] | None) -> Iterable[Subject]:
    """The subjects that may hold evidence, the likest first: of the whole index, or of some records alone."""
    if later is None:
        return [subject for subject, _ in index.like(*promise.weights)]
    held = (subject for name in sorted(later) for subject in index.by_document[name])
    alike = [(cosine(promise.weights, index.vector(subject)), subject) for subject in held]
    alike.sort(key=lambda one: (-one[0], one[1].number))
    return [subject for likeness, subject in alike if likeness >= _TOO_LITTLE]


def _weigh(
    index: Index, promise: Promise, subject: Subject, before: Statement | None, statement: Statement, own: float,
    linked: float, told: Told,
) -> _Evidence | None:  # fmt: skip
    """A statement as evidence; None where it says too little of the promise.

    Args:
        index: the records.
        promise: what was promised.
        subject: what the statement stands under.
        before: the statement before it.
        statement: the statement.
        own: how alike its words are to the promise, from 0 to 1.
        linked: how likely the two stand under one matter.
        told: the effect that it tells.
    """
    weights, _ = promise.weights
    shared = [token for token in set(statement.tokens) if token in weights]
    words = subject.words(statement)
    effect, surely, said = told
    counts = _counts(statement, before, subject.head_tokens)
    alike = cosine(promise.weights, index.weigh(counts))
    score = (0.6 * max(alike, own) + 0.4 * own + _LINKED * linked) * (0.5 + 0.5 * surely)
    if score + _PARTY * _MOST_PARTIES < LEAST:
        return None
    parties = _same_parties(promise, words)
    score += _PARTY * len(parties)
    if score < LEAST or len(shared) + len(parties) < _FEWEST:
        return None
    return _Evidence(promise, subject, statement, effect, score, said, tuple(shared), parties)


def _named(index: Index, shared: Iterable[int], weights: Vector, words: str) -> tuple[str, ...]:
    """The three most telling of the tokens that a promise and a statement share, as the statement writes them."""
    written = [index.tokens.written[token] for token in sorted(shared, key=lambda token: (-weights[token], token))]
    said = [one if one[:1].isupper() else (word_with(words, one) or one) for one in written]
    names = [word.casefold() for word in said if " " in word]
    return tuple(word for word in said if not any(word.casefold() in name != word.casefold() for name in names))[:3]


def _same_parties(promise: Promise, words: str) -> tuple[str, ...]:
    """What a statement names of a promise: who owed it, who was to have it, the paper that was owed."""
    named = _who(words)
    found = sorted(promise.owner & named)[:1]
    to = (promise.commitment.to or "").lower().split()
    found += [name for one in to if len(one) >= _LONG_ENOUGH and (name := _nearly(one, named))][:1]
    paper = _PAPER.search(promise.commitment.deliverable or "")
    if paper and re.search(rf"\b{paper.group()}s?\b", words, re.IGNORECASE):
        found.append(paper.group().lower())
    return tuple(dict.fromkeys(found))


def _nearly(name: str, names: Iterable[str]) -> str | None:
    """The name that is the same but for a slip of the pen: "Minster" is "Minister"."""
    return next(iter(get_close_matches(name, sorted(names), n=1, cutoff=0.85)), None)


def _counts(statement: Statement, before: Statement | None, heading: Iterable[int]) -> dict[int, float]:
    counts = dict.fromkeys(heading, _HEADING)
    if before is not None:
        counts |= {token: max(_BEFORE, counts.get(token, 0.0)) for token in before.tokens}
    return counts | dict.fromkeys(statement.tokens, 1.0)


def _subject_of(index: Index, name: str, commitment: Commitment) -> Subject | None:
    """The subject under which a commitment stands."""
    return next((one for one in index.by_document[name] if one.said_from <= commitment.start < one.said_to), None)


def _weights(index: Index, commitment: Commitment, subject: Subject | None) -> tuple[Vector, float]:
    """The tokens of a commitment: its own words in full, those before it and its heading in part.

    Where it begins with a pronoun ("This was now anticipated") what stands before it counts in full.
    """
    own = index.tokens.of(" ".join((commitment.quote, commitment.deliverable or "")))
    if subject is None:
        return index.weigh(dict.fromkeys(own, 1.0))
    earlier = [one for one in subject.statements if one.end <= commitment.start]
    around = [one for one in subject.statements if one.start <= commitment.start < one.end]
    before = 1.0 if _PRONOUN.match(commitment.quote) else _BEFORE
    counts = dict.fromkeys(subject.head_tokens, _HEADING)
    for one in (*earlier[-1:], *around):
        counts |= {token: max(before, counts.get(token, 0.0)) for token in one.tokens}
    return index.weigh(counts | dict.fromkeys(own, 1.0))


def _owners(commitment: Commitment) -> frozenset[str]:
    return _who(f"{commitment.owner or ''} {commitment.owner_resolved or ''}")


@lru_cache(maxsize=8192)
def _who(words: str) -> frozenset[str]:
    """The words in capitals that name a post or a person."""
    return frozenset(word.strip(".,;:()’'").lower() for word in words.split() if word[:1].isupper()) & _POSTS


def _closure(index: Index, one: _Evidence) -> Closure:
    words = one.subject.words(one.statement)
    shared = _named(index, one.shared, one.promise.weights[0], words)
    return Closure(
        commitment=one.promise.quote,
        evidence=Quote(one.subject.document, words, one.statement.start, one.statement.end),
        effect=one.effect,
        score=round(min(one.score, 1.0), 3),
        likely=one.score >= LIKELY,
        reasons=tuple(_reasons(one, shared)),
    )


def _reasons(one: _Evidence, shared: tuple[str, ...]) -> Iterator[str]:
    if shared:
        yield f"Both speak of {listed(shared)}."
    if one.parties:
        yield f"Both have to do with {listed([f'the {party}' for party in one.parties], quoted=False)}."
    yield f"“{one.said}” suggests that it {_BECAME[one.effect]}."
