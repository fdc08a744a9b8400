"""Which topics of different meetings may be the same matter, with reasons in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from arising.following.figures import in_words
from arising.following.index import Index, Vector, cosine
from arising.following.links import Quote, Suggestion
from arising.following.names import is_body
from arising.following.subjects import Subject
from arising.following.words import word_with
from arising.reading.record import Figure

TOWARDS_EACH = 3
"""So many suggestions are made from a topic towards each other meeting."""

MOST = 48
MOST_OF_MANY = 12
"""So many are made from a topic in all: among a few meetings, and among more than ``_FEW_MEETINGS``."""

LIKELY = 0.25
"""From this score on a suggestion is shown unasked."""

_FEW_MEETINGS = 24
_CLOSELY = 12
"""So many of those that share words are compared closely, among many meetings; among a few all are."""

_ENOUGH = 12
_FEW = 3
_SAME_MEASURE = 0.5
_SAME_MEASURE_COUNTS = 0.08
_REPORT_COUNTS = 0.08


def suggestions(index: Index, subjects: Iterable[Subject]) -> Iterator[Suggestion]:
    """Suggestions from each of ``subjects`` towards the topics of every other meeting, each pair once."""
    seen: set[tuple[int, int]] = set()
    for subject in subjects:
        if not subject.is_topic or subject.is_procedural:
            continue
        for other, score in _best(index, subject):
            pair = (min(subject.number, other.number), max(subject.number, other.number))
            if pair not in seen:
                seen.add(pair)
                first, second = (index.subjects[number] for number in pair)
                yield Suggestion(
                    a=heading_of(first),
                    b=heading_of(second),
                    score=round(score, 3),
                    likely=score >= LIKELY,
                    reasons=tuple(reasons(index, first, second)),
                )


def likely_pairs(index: Index, made: Iterable[Suggestion]) -> Iterator[tuple[Subject, Subject, float]]:
    """The subjects of suggestions, with their scores."""
    by_place = {(subject.document, subject.start): subject for subject in index.subjects if subject.is_topic}
    for one in made:
        yield by_place[one.a.document, one.a.start], by_place[one.b.document, one.b.start], one.score


def heading_of(subject: Subject) -> Quote:
    """A subject by its heading."""
    return Quote(subject.document, subject.heading, subject.start, subject.end)


def _best(index: Index, subject: Subject) -> list[tuple[Subject, float]]:
    """Those most like a subject: the best towards each other meeting, the best of all first."""
    few = len(index.records) <= _FEW_MEETINGS
    ranked: list[tuple[Subject, float]] = []
    for other, roughly in index.like(*index.vector(subject)):
        if other.is_topic and not other.is_procedural and not index.same_meeting(subject.document, other.document):
            closely = few or len(ranked) < _CLOSELY
            ranked.append((other, likeness(index, subject, other) if closely else roughly / 2))
    ranked.sort(key=lambda one: (-one[1], one[0].number))
    taken: dict[str, int] = defaultdict(int)
    best = []
    for other, score in ranked:
        if taken[other.document] < TOWARDS_EACH:
            taken[other.document] += 1
            best.append((other, score))
    return best[: MOST if few else MOST_OF_MANY]


def likeness(index: Index, a: Subject, b: Subject) -> float:
    """How alike two subjects are, from 0 to 1. What is said weighs more than what stands above it."""
    first, second = index.vector(a), index.vector(b)
    whole = cosine(first, second)
    heading, other = (index.weigh(dict.fromkeys(one.head_tokens, 1.0)) for one in (a, b))
    headings = cosine(heading, other)
    borne_out = max(cosine(heading, second), cosine(other, first))
    nearest = _nearest(index, a, b)
    score = 0.45 * whole + 0.2 * headings + 0.15 * borne_out + 0.2 * nearest
    if same_measure(a, b):
        score += _SAME_MEASURE_COUNTS
    if report_asked_for(index, a, b):
        score += _REPORT_COUNTS
    return min(score, 1.0)


def _nearest(index: Index, a: Subject, b: Subject) -> float:
    """How alike the two statements are that are most alike."""
    ours, theirs = _in_common(index, a, b), _in_common(index, b, a)
    return max((cosine(one, other) for one in ours for other in theirs), default=0.0)


def _in_common(index: Index, a: Subject, b: Subject) -> list[tuple[Vector, float]]:
    """The statements of ``a`` that share at least two tokens with what is said under ``b``."""
    there = b.counts.keys()
    return [one for one in index.stated(a) if len(one[0]) >= _FEW and len(there & one[0].keys()) > 1]


def reasons(index: Index, a: Subject, b: Subject) -> Iterator[str]:
    """Why two subjects may be the same matter, in sentences."""
    shared = sorted(
        index.vector(a)[0].keys() & index.vector(b)[0].keys(),
        key=lambda token: (-index.vector(a)[0][token] * index.vector(b)[0][token], token),
    )
    names = [token for token in shared if index.tokens.is_name(token)]
    written = _longest([index.tokens.written[token] for token in names])
    bodies, things = [name for name in written if is_body(name)], [name for name in written if not is_body(name)]
    phrases = _shared_phrases(index, a, b)
    if phrases or things:
        yield f"Both speak of {listed(phrases[:3] or things[:3])}."
    else:
        words = [_as_said(index, a, token) for token in shared if not index.tokens.is_name(token)][:3]
        if words:
            yield f"Both use the words {listed(words)}."
    if bodies:
        yield f"Both name the {listed(bodies[:2], quoted=False)}."
    pair = same_measure(a, b)
    if pair:
        yield _figures_in_words(*pair)
    report = report_asked_for(index, a, b)
    if report:
        yield f"A report was asked for or promised, and the later may be it: “{report}”."
    if set(a.head_tokens) & set(b.head_tokens):
        yield "Their headings share words."
    who = sorted(_answering(a) & _answering(b))
    if who:
        yield f"In both {listed(who[:2], quoted=False)} answered."
    for one in (a, b):
        if len(one.counts) >= _ENOUGH and one.head_tokens and not any(token in one.counts for token in one.head_tokens):
            yield f"What is said under “{one.heading}” is about something else than its heading."


def _longest(names: list[str]) -> list[str]:
    """Names without those that are part of another of them."""
    return [name for name in names if not any(name != other and name in other for other in names)]


def _answering(subject: Subject) -> set[str]:
    return {
        responder
        for exchange in subject.record.exchanges
        if subject.said_from <= exchange.start < subject.said_to
        for responder in exchange.responders
    }


def _shared_phrases(index: Index, a: Subject, b: Subject) -> list[str]:
    """Pairs of words that stand side by side in both, rarest first, as first written."""
    shared = _pairs(a) & _pairs(b)
    ranked = sorted(shared, key=lambda pair: (-sum(index.rarity(token) for token in pair), pair))
    return [index.tokens.phrases[pair] for pair in ranked[:3]]


def _pairs(subject: Subject) -> set[tuple[int, int]]:
    return {pair for statement in subject.statements for pair in statement.pairs}


def _as_said(index: Index, subject: Subject, token: int) -> str:
    stem = index.tokens.written[token]
    return (word_with(subject.record.text[subject.start : subject.said_to], stem) or stem).lower()


def same_measure(a: Subject, b: Subject) -> tuple[Figure, Figure] | None:
    """Two figures of the same unit whose measures share most of their words."""
    for ours, one in a.figures:
        for theirs, other in b.figures:
            alike = ours.unit == theirs.unit and ours.scope == theirs.scope and one and other
            if alike and len(one & other) / min(len(one), len(other)) >= _SAME_MEASURE:
                return ours, theirs
    return None


def report_asked_for(index: Index, a: Subject, b: Subject) -> str | None:
    """The words of the earlier of two subjects that ask for a report which the later may be; None where none do.

    It may be where the later speaks of most of what the report was to be about, and its heading of some of it.
    """
    if a.day is None or b.day is None or a.day == b.day:
        return None
    earlier, later = (a, b) if a.day < b.day else (b, a)
    heading = set(later.head_tokens)
    there = heading | later.counts.keys()
    for report in earlier.asked_for:
        about = {token: index.rarity(token) for token in report.tokens}
        spoken_of = sum(rarity for token, rarity in about.items() if token in there)
        if about.keys() & heading and len(about.keys() & there) > 1 and spoken_of >= sum(about.values()) / 2:
            return report.words
    return None


def _figures_in_words(ours: Figure, theirs: Figure) -> str:
    first, second = in_words(ours), in_words(theirs)
    if ours.value == theirs.value:
        return f"Both give the same figure: {first}."
    return f"Both give a figure of the same measure: {first} in one, {second} in the other."


def listed(words: Iterable[str], *, quoted: bool = True) -> str:
    """Words as a list in a sentence: "“a”, “b” and “c”"."""
    marked = [f"“{word}”" if quoted else word for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"
