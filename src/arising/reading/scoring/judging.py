"""A verdict on every finding of a record and every label of its document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from arising.reading.record import Commitment, Decision, Exchange, Figure, Finding, Record, Topic, Vote
from arising.reading.scoring.labels import (
    LabelledCommitment,
    LabelledDecision,
    LabelledExchange,
    LabelledFigure,
    LabelledVote,
    Labels,
    QuotedLabel,
)
from arising.reading.scoring.matching import DocumentWords, coverage, pair, plain, similar, surname

KINDS = ("topics", "commitments", "decisions", "votes", "figures", "exchanges")

_Compare: TypeAlias = Callable[[Any, Any], Iterable["Attribute"]]


class Judgement(StrEnum):
    """What became of a finding or a label. An unfounded finding's quote does not stand in the document."""

    RIGHT = "right"
    MISSED = "missed"
    FALSE = "false"
    UNFOUNDED = "unfounded"


class Attribute(msgspec.Struct, frozen=True):
    """One attribute of a finding that is right: what the label has, and what was read."""

    name: str
    right: bool
    wanted: str
    got: str


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement with the words it is about, the rule where there is a finding, and the attributes compared."""

    kind: str
    judgement: Judgement
    words: str
    rule: str | None = None
    attributes: tuple[Attribute, ...] = ()


def score_document(labels: Labels, text: str, record: Record | None) -> list[Verdict]:
    """A verdict on every finding and every label of one document.

    Args:
        labels: what a careful clerk took from it.
        text: the minutes as they were labelled.
        record: what was read; None where the document could not be read, so that every label is missed.
    """
    words = DocumentWords(text)
    read = record or Record(document=labels.document, sha256="", reader="")
    verdicts = [*_judge_topics(labels.topics, read.topics)]
    quoted: tuple[tuple[str, Sequence[QuotedLabel] | UnsetType, Sequence[Finding], _Compare], ...] = (
        ("commitments", labels.commitments, read.commitments, _compare_commitment),
        ("decisions", labels.decisions, read.decisions, _compare_decision),
        ("votes", labels.votes, read.votes, _compare_vote),
        ("figures", labels.figures, read.figures, _compare_figure),
    )
    for kind, wanted, findings, compare in quoted:
        if wanted is not UNSET:
            verdicts += _judge_quoted(kind, wanted, findings, compare, words)
    if labels.exchanges is not UNSET:
        verdicts += _judge_exchanges(labels.exchanges, read.exchanges)
    return verdicts


def _judge_topics(headings: Sequence[str], topics: Sequence[Topic]) -> Iterator[Verdict]:
    """Topics are matched by their heading, in any order."""
    wanted = {plain(heading) for heading in headings}
    read = {plain(topic.heading): topic for topic in topics}
    for heading in headings:
        topic = read.get(plain(heading))
        judgement = Judgement.RIGHT if topic else Judgement.MISSED
        yield Verdict(kind="topics", judgement=judgement, words=heading, rule=topic.rule if topic else None)
    for topic in topics:
        if plain(topic.heading) not in wanted:
            yield Verdict(kind="topics", judgement=Judgement.FALSE, words=topic.heading, rule=topic.rule)


def _judge_quoted(
    kind: str,
    labels: Sequence[QuotedLabel],
    findings: Sequence[Finding],
    compare: _Compare,
    words: DocumentWords,
) -> Iterator[Verdict]:
    """Findings are paired with the labels that must be found; one that meets only an optional label is not judged."""
    placed = [(finding, words.stretches(finding.quote)) for finding in findings]
    founded = [(finding, places) for finding, places in placed if places]
    places = [places for _, places in founded]
    required = [label for label in labels if not label.optional]
    optional = [words.stretches(label.quote) for label in labels if label.optional]
    pairs = pair([words.stretches(label.quote) for label in required], places)

    for finding, there in placed:
        if not there:
            yield Verdict(kind=kind, judgement=Judgement.UNFOUNDED, words=finding.quote, rule=finding.rule)
    for place, label in enumerate(required):
        if place not in pairs:
            yield Verdict(kind=kind, judgement=Judgement.MISSED, words=label.quote)
            continue
        finding, _ = founded[pairs[place]]
        attributes = tuple(compare(label, finding))
        yield Verdict(kind=kind, judgement=Judgement.RIGHT, words=label.quote, rule=finding.rule, attributes=attributes)
    paired = set(pairs.values())
    for place, (finding, there) in enumerate(founded):
        if place not in paired and not any(coverage(label, there) for label in optional):
            yield Verdict(kind=kind, judgement=Judgement.FALSE, words=finding.quote, rule=finding.rule)


def _judge_exchanges(labels: Sequence[LabelledExchange], exchanges: Sequence[Exchange]) -> Iterator[Verdict]:
    """Exchanges have no quote to match: each label takes the first of its topic and kind that is left."""
    left = list(exchanges)

    def take(label: LabelledExchange) -> Exchange | None:
        for place, exchange in enumerate(left):
            if plain(exchange.topic) == plain(label.topic) and label.kind in (None, exchange.kind):
                return left.pop(place)
        return None

    # a label of any kind takes last, so that it does not take what another needs
    for label in sorted((label for label in labels if not label.optional), key=lambda label: label.kind is None):
        words = f"{label.topic} ({label.kind or 'any kind'})"
        exchange = take(label)
        if exchange is None:
            yield Verdict(kind="exchanges", judgement=Judgement.MISSED, words=words)
            continue
        attributes = tuple(
            Attribute(
                "responder",
                any(similar(responder, read) for read in exchange.responders),
                responder,
                "; ".join(exchange.responders) or "nobody",
            )
            for responder in label.responders
        )
        yield Verdict(
            kind="exchanges", judgement=Judgement.RIGHT, words=words, rule=exchange.rule, attributes=attributes
        )
    for label in labels:
        if label.optional:
            take(label)
    for exchange in left:
        words = f"{exchange.topic} ({exchange.kind or 'any kind'}): {exchange.quote}"
        yield Verdict(kind="exchanges", judgement=Judgement.FALSE, words=words, rule=exchange.rule)


def _compare_commitment(label: LabelledCommitment, read: Commitment) -> Iterator[Attribute]:
    yield Attribute("kind", label.kind == read.kind, label.kind, read.kind)
    if label.owner:
        yield _loosely("owner", label.owner, read.owner)
    if label.deliverable:
        yield _loosely("deliverable", label.deliverable, read.deliverable)
    if label.due:
        yield _loosely("due", label.due, read.due)
    elif read.due:
        yield Attribute("due", False, "nothing", read.due)
    if label.topic:
        yield Attribute("topic", plain(label.topic) == plain(read.topic), label.topic, read.topic or "nothing")


def _compare_decision(label: LabelledDecision, read: Decision) -> Iterator[Attribute]:
    yield Attribute("action", label.action == read.action, label.action, read.action)
    if label.addressee:
        yield _loosely("addressee", label.addressee, read.addressee)
    if label.asks_for:
        yield _loosely("asks_for", label.asks_for, read.asks_for)


def _compare_vote(label: LabelledVote, read: Vote) -> Iterator[Attribute]:
    """Names are compared by their last word: minutes give titles and first names as they please."""
    wanted = {surname(name): ballot for name, ballot in label.votes.items()}
    got = {surname(name): ballot for name, ballot in read.votes.items() if plain(name)}
    yield Attribute("votes", wanted == got, _ballots(wanted), _ballots(got))


def _compare_figure(label: LabelledFigure, read: Figure) -> Iterator[Attribute]:
    yield _exactly("value", label.value, read.value)
    yield _loosely("unit", label.unit, read.unit)
    if label.high is not UNSET:
        yield _exactly("high", label.high, read.high)
    if label.of is not UNSET:
        yield _exactly("of", label.of, read.of)
    yield _loosely("measure", label.measure, read.measure)
    if label.scope is not UNSET:
        yield Attribute("scope", label.scope == read.scope, label.scope, read.scope)


def _loosely(name: str, wanted: str, got: str | None) -> Attribute:
    return Attribute(name, similar(wanted, got), wanted, got or "nothing")


def _exactly(name: str, wanted: float | None, got: float | None) -> Attribute:
    return Attribute(name, wanted == got, _number(wanted), _number(got))


def _number(value: float | None) -> str:
    return "nothing" if value is None else f"{value:.12g}"


def _ballots(votes: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {ballot}" for name, ballot in sorted(votes.items())) or "nobody"
