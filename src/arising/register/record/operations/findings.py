"""From a record to rows: which table a finding goes to and what its columns say."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from django.db import models

from arising.reading import record as read
from arising.register.bodies.models import Item
from arising.register.record.models import (
    Area,
    Commitment,
    Decision,
    Declaration,
    Embargo,
    Exchange,
    Figure,
    Finding,
    Mention,
    Reference,
    Topic,
    Urgency,
    Vote,
)
from arising.register.record.texts import storable, storable_json

Columns = dict[str, Any]


@dataclass(frozen=True)
class Taken:
    """A finding as it will stand in its table. ``heading`` is the topic it was under, as the reader named it."""

    model: type[Finding]
    fingerprint: str
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    item: Item | None
    heading: str | None
    columns: Columns


@dataclass(frozen=True)
class Span:
    """Where in a text an item stands."""

    item: Item
    start: int
    end: int


def taken(record: read.Record, spans: list[Span]) -> Iterator[Taken]:
    """Every finding of ``record`` that has a table, in the order of the text, each kind by itself."""
    for model, kind, columns in _TABLES:
        seen: Counter[tuple[str, str]] = Counter()
        for finding in sorted(getattr(record, kind), key=lambda found: (found.start, found.end)):
            item = item_at(spans, finding.start)
            known_by = (item.key if item else "", alike(finding.quote))
            seen[known_by] += 1
            yield Taken(
                model=model,
                fingerprint=fingerprint(model, *known_by, seen[known_by]),
                quote=storable(finding.quote),
                start=finding.start,
                end=finding.end,
                rule=finding.rule[:100],
                confidence=min(max(finding.confidence, 0.0), 1.0),
                item=item,
                heading=finding.topic,
                columns=_fitted(model, columns(finding)),
            )


def fingerprint(model: type[Finding], item_key: str, quote: str, ordinal: int) -> str:
    """What tells a finding from every other in its source: its kind, its item, its words and which time they come."""
    told = "\x1f".join((model.kind_name(), item_key, quote, str(ordinal)))
    return hashlib.sha256(told.encode()).hexdigest()


def alike(quote: str) -> str:
    """A quote without what changes between two printings of it: case, white space, punctuation."""
    return " ".join(re.findall(r"\w+", storable(quote).casefold()))


def item_at(spans: list[Span], offset: int) -> Item | None:
    """The item in whose stretch ``offset`` is."""
    return next((span.item for span in spans if span.start <= offset < span.end), None)


def _fitted(model: type[Finding], columns: Columns) -> Columns:
    """``columns`` as the table can hold them: text cut to its column, None as empty text."""
    fitted = {}
    for name, value in columns.items():
        field = model._meta.get_field(name)
        if isinstance(field, models.CharField | models.TextField):
            value = storable(value or "")
            if field.max_length and len(value) > field.max_length:
                value = value[: field.max_length - 1].rstrip() + "…"
        elif isinstance(field, models.JSONField):
            value = storable_json(msgspec.to_builtins(value))
        fitted[name] = value
    return fitted


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def when(prefix: str, words: str | None, at: read.When | None) -> Columns:
    """The columns of a time: its words, EDTF, and the days that bound it."""
    earliest, latest = (_day(at.earliest), _day(at.latest)) if at else (None, None)
    if earliest and latest and latest < earliest:
        earliest = latest = None
    return {
        prefix: words or (at.words if at else ""),
        f"{prefix}_edtf": at.edtf if at else "",
        f"{prefix}_earliest": earliest,
        f"{prefix}_latest": latest,
    }


def _topic(found: read.Topic) -> Columns:
    return {"heading": found.heading, "number": found.number, "level": found.level, "body_end": found.body_end}


def _exchange(found: read.Exchange) -> Columns:
    return {
        "kind": found.kind, "askers": found.askers, "responders": found.responders, "answers": found.answers,
    }  # fmt: skip


def _commitment(found: read.Commitment) -> Columns:
    return {
        "kind": found.kind,
        "owner": found.owner,
        "owner_resolved": found.owner_resolved,
        "deliverable": found.deliverable,
        "to": found.to,
        "due_event": found.when.event if found.when else None,
        "due_approximate": bool(found.when and found.when.approximate),
        **when("due", found.due, found.when),
    }


def _decision(found: read.Decision) -> Columns:
    return {
        "action": found.action, "addressee": found.addressee, "asks_for": found.asks_for, "label": found.label,
    }  # fmt: skip


def _vote(found: read.Vote) -> Columns:
    return {"votes": found.votes, "count": found.count or {}, "outcome": found.outcome}


def _figure(found: read.Figure) -> Columns:
    return {
        "value": found.value,
        "unit": found.unit,
        "measure": found.measure,
        "scope": found.scope,
        "high": found.high,
        "of": found.of,
        "approximate": found.approximate,
        "comparator": found.comparator,
        **when("period", None, found.period),
    }


def _mention(found: read.Person) -> Columns:
    return {
        "name": found.name, "role": found.role, "attending": found.attending,
        "substitute_for": found.substitute_for,
    }  # fmt: skip


def _declaration(found: read.Declaration) -> Columns:
    return {"name": found.name, "interest": found.interest, "matter": found.matter}


def _reference(found: read.Reference) -> Columns:
    return {"kind": found.kind, "name": found.name}


def _urgency(found: read.Urgency) -> Columns:
    return {"reason": found.reason, "law": found.law}


def _embargo(found: read.Embargo) -> Columns:
    return when("until", None, found.until)


def _area(found: read.Area) -> Columns:
    return {"name": found.name}


_TABLES: tuple[tuple[type[Finding], str, Callable[[Any], Columns]], ...] = (
    (Topic, "topics", _topic),
    (Exchange, "exchanges", _exchange),
    (Commitment, "commitments", _commitment),
    (Decision, "decisions", _decision),
    (Vote, "votes", _vote),
    (Figure, "figures", _figure),
    (Mention, "people", _mention),
    (Declaration, "declarations", _declaration),
    (Reference, "references", _reference),
    (Urgency, "urgency", _urgency),
    (Embargo, "embargoes", _embargo),
    (Area, "areas", _area),
)
"""Each table, the key of a record that fills it, and how. Topics come first: the others stand under them."""
