"""Following what is in the register, and keeping what it proposes beside what people have said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Q

from arising.following import Index, Links, Quote, follow, follow_on
from arising.reading.record import Commitment as ReadCommitment
from arising.reading.record import Figure as ReadFigure
from arising.reading.record import Meeting as ReadMeeting
from arising.reading.record import Record, When
from arising.reading.record import Topic as ReadTopic
from arising.register.accounts.history import Actor
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.matters.models import LINKS, Closure, Disagreement, Link, LinkState, Suggestion
from arising.register.record.models import Commitment, Figure, Finding, Passage, Reading, Topic

LEAST = 0.15
"""A suggestion less sure than this is not kept."""


@dataclass(frozen=True)
class Proposed:
    """How many links of each kind are likely and not yet decided."""

    suggestions: int
    closures: int
    disagreements: int


@dataclass(frozen=True)
class _Followed:
    """What is in the register, as following takes it: records by name, and the rows behind their findings."""

    records: dict[str, Record]
    readings: dict[str, Reading]
    rows: dict[tuple[type[Finding], str, int, int], int]

    def row(self, model: type[Finding], quote: Quote) -> int | None:
        """The number of the row that a quote is of."""
        return self.rows.get((model, quote.document, quote.start, quote.end))


def propose(council: Council, *, new: Collection[int] | None = None, actor: Actor = None) -> Proposed:
    """Follow all that stands in the register of a council, and propose what is found.

    What people confirmed or rejected stays as they set it and is not proposed again. What was proposed and is found
    no more goes. The history of a link begins with what a person says of it.

    ``new`` are the numbers of sources: where it is given, only links that they have a part in are looked for and
    changed, which is much quicker in a large register.

    Raises PermissionDenied where ``actor`` may not propose links.
    """
    require(actor, "matters.decide", council)
    followed = _gather(council)
    links = _follow(followed.records, new)
    with transaction.atomic():
        _lay(Suggestion, council, _suggestions(links, followed), new)
        _lay(Closure, council, _closures(links, followed), new)
        _lay(Disagreement, council, _disagreements(links, followed), new)
    likely = {"state": LinkState.PROPOSED, "likely": True}
    waiting = {model: of_council(model, council).filter(**likely).count() for model in LINKS}
    return Proposed(waiting[Suggestion], waiting[Closure], waiting[Disagreement])


def propose_for(sources: Collection[int], *, actor: Actor = None) -> dict[Council, Proposed]:
    """Follow sources that were added, by their numbers, through the meetings of their councils."""
    wanted = set(sources)
    by_council: dict[int, set[int]] = {}
    standing = Reading.objects.filter(current=True).values_list("source", "source__meeting__body__council")
    for source, council in standing:
        if source in wanted:
            by_council.setdefault(council, set()).add(source)
    councils = Council.objects.filter(pk__in=by_council)
    return {council: propose(council, new=by_council[council.pk], actor=actor) for council in councils}


def _follow(records: dict[str, Record], new: Collection[int] | None) -> Links:
    added = {name: record for name, record in records.items() if new is not None and int(name) in new}
    if new is None or 2 * len(added) >= len(records):
        return follow(records)
    index = Index()
    index.add({name: record for name, record in records.items() if name not in added})
    return follow_on(index, added)


def of_council(model: type[Link], council: Council) -> Any:
    """The links of one kind in the register of a council."""
    path = {Suggestion: "a__source", Closure: "commitment__source", Disagreement: "before__source"}[model]
    return model._default_manager.filter(**{f"{path}__meeting__body__council": council})


def _gather(council: Council) -> _Followed:
    """The current readings of a council, each with the findings that stand and as people have amended them."""
    readings = {
        str(reading.source_id): reading
        for reading in Reading.objects.filter(current=True, source__meeting__body__council=council)
        .select_related("source__meeting__body", "document")
        .defer("document__original", "document__offsets", "document__blocks")
    }
    found: dict[type[Finding], dict[str, list[Any]]] = {}
    rows: dict[tuple[type[Finding], str, int, int], int] = {}
    for model in (Topic, Commitment, Figure):
        standing = model.objects.filter(reading__in=[reading.pk for reading in readings.values()]).standing()
        for row in standing.select_related("topic") if model is not Topic else standing:
            name = str(row.source_id)
            found.setdefault(model, {}).setdefault(name, []).append(row)
            rows[model, name, row.start, row.end] = row.pk
    records = {name: _record(name, reading, found) for name, reading in readings.items()}
    return _Followed(records, readings, rows)


def _record(name: str, reading: Reading, found: Mapping[type[Finding], Mapping[str, list[Any]]]) -> Record:
    meeting, record = reading.source.meeting, reading.as_record
    return msgspec.structs.replace(
        record,
        meeting=ReadMeeting(body=meeting.body.slug, date=meeting.date or None),
        text=reading.document.text,
        topics=tuple(_topic(row) for row in found.get(Topic, {}).get(name, ())),
        commitments=tuple(_commitment(row) for row in found.get(Commitment, {}).get(name, ())),
        figures=tuple(_figure(row) for row in found.get(Figure, {}).get(name, ())),
    )


def _common(row: Any) -> dict[str, Any]:
    return {"quote": row.quote, "start": row.start, "end": row.end, "rule": row.rule, "confidence": row.confidence}


def _topic(row: Topic) -> ReadTopic:
    return ReadTopic(
        **_common(row), heading=row.heading, number=row.number or None, level=row.level, body_end=row.body_end
    )


def _commitment(row: Commitment) -> ReadCommitment:
    return ReadCommitment(
        **_common(row),
        kind="undertaking" if row.kind == "undertaking" else "expectation",
        owner=row.owner or None,
        owner_resolved=row.owner_resolved or None,
        deliverable=row.deliverable or None,
        to=row.to or None,
        due=row.due or None,
        when=When(words=row.due, kind="date", edtf=row.due_edtf or None) if row.due else None,
    )


def _figure(row: Figure) -> ReadFigure:
    return ReadFigure(
        **_common(row),
        value=row.value,
        unit=row.unit,
        measure=row.measure,
        scope="national" if row.scope == "national" else "local",
    )


def _suggestions(links: Links, followed: _Followed) -> Iterable[Suggestion]:
    for one in links.suggestions:
        if one.score < LEAST:
            continue
        ends = followed.row(Topic, one.a), followed.row(Topic, one.b)
        if None not in ends:
            a, b = sorted(end for end in ends if end)
            yield Suggestion(a_id=a, b_id=b, score=one.score, likely=one.likely, reasons=list(one.reasons))


def _closures(links: Links, followed: _Followed) -> Iterable[Closure]:
    places: dict[int, list[Passage]] = {}
    for passage in Passage.objects.filter(reading__in=[reading.pk for reading in followed.readings.values()]):
        places.setdefault(passage.reading_id, []).append(passage)
    for one in links.closures:
        commitment, name = followed.row(Commitment, one.commitment), one.evidence.document
        if commitment is None:
            continue
        reading = followed.readings[name]
        at = one.evidence.start
        within = (place for place in places.get(reading.pk, ()) if place.start <= at < place.end)
        yield Closure(
            commitment_id=commitment,
            effect=one.effect,
            source_id=reading.source_id,
            reading=reading,
            item_id=next((place.item_id for place in within), None),
            quote=one.evidence.words,
            start=one.evidence.start,
            end=one.evidence.end,
            said=said(one.evidence.words),
            score=one.score,
            likely=one.likely,
            reasons=list(one.reasons),
        )


def _disagreements(links: Links, followed: _Followed) -> Iterable[Disagreement]:
    for one in links.disagreements:
        before, after = followed.row(Figure, one.before), followed.row(Figure, one.after)
        if before and after:
            yield Disagreement(
                before_id=before, after_id=after, question=one.question, score=one.score, likely=True, reasons=[]
            )


def said(words: str) -> str:
    """A quote by its words alone, as a SHA-256."""
    return hashlib.sha256(" ".join(words.split()).casefold().encode()).hexdigest()


_KNOWN_BY: dict[type[Link], tuple[str, ...]] = {
    Suggestion: ("a_id", "b_id"),
    Closure: ("commitment_id", "source_id", "said"),
    Disagreement: ("before_id", "after_id"),
}
_ENDS: dict[type[Link], tuple[str, str]] = {
    Suggestion: ("a__source", "b__source"),
    Closure: ("commitment__source", "source"),
    Disagreement: ("before__source", "after__source"),
}
_TOLD: dict[type[Link], tuple[str, ...]] = {
    Suggestion: ("score", "likely", "reasons"),
    Closure: ("score", "likely", "reasons", "effect", "reading_id", "item_id", "quote", "start", "end"),
    Disagreement: ("score", "likely", "question"),
}
_PLACE = ("reading_id", "item_id", "quote", "start", "end")


def _lay(model: type[Link], council: Council, fresh: Iterable[Link], among: Collection[int] | None) -> None:
    """Lay what is proposed now over what is there: new links in, known ones brought up to date, old proposals out."""
    keys = _KNOWN_BY[model]
    rows = of_council(model, council)
    if among is not None:
        one, other = _ENDS[model]
        rows = rows.filter(Q(**{f"{one}__in": among}) | Q(**{f"{other}__in": among}))
    known = {tuple(getattr(row, key) for key in keys): row for row in rows.select_for_update()}
    new: dict[tuple[Any, ...], Link] = {}
    changed: list[Link] = []
    met: set[int] = set()
    for link in fresh:
        key = tuple(getattr(link, name) for name in keys)
        row = known.get(key)
        if row is None:
            new.setdefault(key, link)
            continue
        met.add(row.pk)
        if _bring_up_to_date(row, link):
            changed.append(row)
    gone = [row for row in known.values() if row.pk not in met and row.state == LinkState.PROPOSED]
    model._default_manager.filter(pk__in=[row.pk for row in gone]).delete()
    fields = [name.removesuffix("_id") for name in _TOLD[model]]
    model._default_manager.bulk_update(changed, fields, batch_size=200)
    model._default_manager.bulk_create(new.values(), batch_size=200)


def _bring_up_to_date(row: Any, link: Link) -> bool:
    """Give a link its new values; one that a person decided on follows its words to where they stand now, no more."""
    names = _TOLD[type(row)] if row.state == LinkState.PROPOSED else _PLACE if isinstance(row, Closure) else ()
    changed = [name for name in names if getattr(row, name) != getattr(link, name)]
    for name in changed:
        setattr(row, name, getattr(link, name))
    return bool(changed)
