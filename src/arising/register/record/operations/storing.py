"""What is known of a source becomes rows, in one transaction: all of them or none."""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from itertools import chain, count
from pathlib import PurePath

import msgspec

from arising.documents import Document
from arising.reading.read import READER
from arising.reading.record import Record
from arising.register.accounts.audiences import Seen
from arising.register.accounts.history import Actor, save
from arising.register.bodies import names
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Council, Item, Meeting
from arising.register.record import texts
from arising.register.record.models import DocumentText, Edition, Passage, Reading, Source
from arising.register.record.operations.findings import Span, taken
from arising.register.record.operations.reconciling import counts, reconcile
from arising.register.record.signals import source_changed
from arising.register.record.texts import storable, storable_json

_MEDIA_TYPES = {
    "html": "text/html",
    "moderngov": "application/xml",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "markdown": "text/markdown",
    "text": "text/plain",
}


class Status(StrEnum):
    """What became of a source that was added."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    NEW_READING = "new_reading"
    MOVED = "moved"
    NARROWED = "narrowed"


@dataclass(frozen=True)
class Outcome:
    """What became of a source: its meeting and items, how many findings of each kind stand, and what to know."""

    status: Status
    source: Source
    meeting: Meeting
    items: list[Item]
    counts: dict[str, int]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Incoming:
    """All that is known about a source before the register is touched.

    ``told`` says that somebody named the body or the day, so that a source which is known moves there.
    """

    document: Document
    record: Record
    size: int
    council: str | None
    name: str
    origin: str
    body: str | None
    date: str | None
    told: bool
    seen: Seen
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the source is about, in its own words where it has any."""
        return storable(self.record.title or self.document.title or PurePath(self.name).stem or self.name)

    @property
    def item_key(self) -> str:
        """The key of the one item that the source is about; empty where it is of a whole meeting."""
        if len(self.record.items) > 1:
            return ""
        return names.key(self.record.items[0].title if self.record.items else self.title)

    def is_of(self, meeting: Meeting) -> bool:
        """Whether the source is known to be of this meeting."""
        return bool(self.date) and meeting.date == self.date and self.may_be_of(meeting)

    def may_be_of(self, meeting: Meeting) -> bool:
        """Whether nothing that is known, of the source or of the meeting, speaks against it."""
        body = not self.body or meeting.body.not_known or meeting.body.key == names.key(self.body)
        return body and (not self.date or not meeting.date or meeting.date == self.date)

    def knows_more_than(self, meeting: Meeting) -> bool:
        """Whether the source names the body or the day that is not known of ``meeting``."""
        return bool((self.body and meeting.body.not_known) or (self.date and not meeting.date))


def known_source(sha256: str, council: str | None) -> Source | None:
    """The source of a council that has, or once had, the bytes with this SHA-256."""
    found = bodies.find_council(council)
    editions = Edition.objects.filter(sha256=sha256, source__meeting__body__council=found)
    edition = editions.select_related("source__meeting__body__council").order_by("-added_at", "-pk").first()
    return edition.source if found and edition else None


def unchanged(data: bytes, council: str | None, body: str | None, date: str | None) -> Outcome | None:
    """The outcome for bytes that the register holds as they are, read by the reader as it is; None for all others."""
    sha256 = hashlib.sha256(data).hexdigest()
    source = known_source(sha256, council)
    current = source and source.readings.filter(current=True, edition__sha256=sha256, reader=READER).first()
    if not source or not current or not _stays(source.meeting, body, date):
        return None
    return _outcome(Status.UNCHANGED, source, current)


def _stays(meeting: Meeting, body: str | None, date: str | None) -> bool:
    return (not body or meeting.body.key == names.key(body)) and (not date or meeting.date == date)


def store(incoming: Incoming, *, actor: Actor, why: str) -> Outcome:
    """Put a source, its text and its findings in the register. Call it within a transaction."""
    council = bodies.council_named(incoming.council, actor=actor, why=why)
    # one source of a council at a time: two that come together must not both be the first of a meeting
    council = Council.objects.select_for_update().get(pk=council.pk)
    source = known_source(incoming.document.sha256, council.name) or _same_place(council, incoming)
    left: Meeting | None = None
    if source is None:
        status = Status.ADDED
        source = _new_source(council, incoming, actor, why)
    else:
        status = Status.NEW_READING
        left = _move(source, council, incoming, actor, why)
        current = source.readings.get(current=True)
        if (current.edition.sha256, current.reader) == (incoming.document.sha256, incoming.record.reader):
            if not left:
                return _outcome(Status.UNCHANGED, source, current)
            status = Status.MOVED
        _narrow(source, incoming, actor, why)
    reading = _read_into(source, incoming, actor, why)
    if left:
        bodies.drop_if_empty(left)
    source_changed.send(sender=Source, source=source)
    return _outcome(status, source, reading, incoming.notes)


def _outcome(status: Status, source: Source, reading: Reading, notes: tuple[str, ...] = ()) -> Outcome:
    items = list(Item.objects.filter(passages__reading=reading).distinct().order_by("order", "pk"))
    return Outcome(status, source, source.meeting, items, counts(source), notes)


def _same_place(council: Council, incoming: Incoming) -> Source | None:
    """The source that these bytes are a new state of.

    It has the same origin, or the same name and item, and nothing speaks against its meeting. Where it goes by the
    name and is not known to be of that day, much of the text must be the same: many files are called "minutes.txt".
    """
    sources = Source.objects.filter(meeting__body__council=council).select_related("meeting__body__council")
    by_origin = sources.filter(origin=incoming.origin) if incoming.origin else sources.none()
    by_name = [
        source
        for source in sources.filter(name=incoming.name[:300], item_key=incoming.item_key)
        if incoming.is_of(source.meeting) or _much_alike(source, incoming.document)
    ]
    candidates = [source for source in (*by_origin, *by_name) if incoming.may_be_of(source.meeting)]
    return min(candidates, key=lambda source: not incoming.is_of(source.meeting), default=None)


def _much_alike(source: Source, document: Document) -> bool:
    """Whether a third of the blocks of the shorter text stand in the other, word for word."""
    kept = DocumentText.objects.get(reading__source=source, reading__current=True)
    before = {kept.text[block.start : block.end] for block in texts.blocks(kept)}
    now = {document.words(block) for block in document.blocks}
    return len(before & now) * 3 >= min(len(before), len(now))


def _new_source(council: Council, incoming: Incoming, actor: Actor, why: str) -> Source:
    meeting = _meeting(council, incoming, actor, why)
    source = Source(
        meeting=meeting,
        name=incoming.name[:300],
        item_key=incoming.item_key,
        origin=incoming.origin[:2000],
        title=incoming.title[:500],
        **asdict(incoming.seen),
    )
    return save(source, actor=actor, why=why)


def _meeting(council: Council, incoming: Incoming, actor: Actor, why: str) -> Meeting:
    body = bodies.body_named(council, incoming.body, seen=incoming.seen, actor=actor, why=why)
    return bodies.place_meeting(body, incoming.date, seen=incoming.seen, actor=actor, why=why)


def _move(source: Source, council: Council, incoming: Incoming, actor: Actor, why: str) -> Meeting | None:
    """Move a source that somebody says belongs elsewhere, or that now says what was not known.

    Returns the meeting it left, or None where it stays.
    """
    left = source.meeting
    contradicted = incoming.told and not incoming.may_be_of(left)
    if not contradicted and not (incoming.may_be_of(left) and incoming.knows_more_than(left)):
        return None
    body = incoming.body or (None if left.body.not_known else left.body.name)
    source.meeting = _meeting(council, replace(incoming, body=body, date=incoming.date or left.date), actor, why)
    source.name = _free_name(source)
    save(source, actor=actor, why=why)
    return left


def _free_name(source: Source) -> str:
    """The name of a source, with a number behind it where its meeting has another of that name."""
    others = source.meeting.sources.filter(item_key=source.item_key).exclude(pk=source.pk)
    taken_names = set(others.values_list("name", flat=True))
    names_in_turn = chain([source.name], (f"{source.name[:290]} ({number})" for number in count(2)))
    return next(name for name in names_in_turn if name not in taken_names)


def _narrow(source: Source, incoming: Incoming, actor: Actor, why: str) -> None:
    """Hold a known source back further where its new state says so. What a person has set stays."""
    if source.visibility_set_by_person:
        return
    before, now = source.seen, incoming.seen
    if now.audience.rank > before.audience.rank:
        source.audience = now.audience
    if now.visible_from and (not before.visible_from or now.visible_from > before.visible_from):
        source.visible_from = now.visible_from
    if source.seen != before:
        save(source, actor=actor, why=why)


def _read_into(source: Source, incoming: Incoming, actor: Actor, why: str) -> Reading:
    """The edition, reading, text, items and findings of a source that has its meeting."""
    document, record = incoming.document, incoming.record
    edition, _ = Edition.objects.get_or_create(
        source=source,
        sha256=document.sha256,
        defaults={
            "size": incoming.size,
            "media_type": _MEDIA_TYPES.get(document.format, "application/octet-stream"),
            "added_by": actor,
        },
    )
    before = set(Item.objects.filter(passages__reading__source=source, passages__reading__current=True))
    source.readings.filter(current=True).update(current=False)
    reading, _ = Reading.objects.update_or_create(
        edition=edition,
        reader=record.reader[:60],
        # the text is kept once, with its blocks
        defaults={
            "source": source,
            "record": storable_json(msgspec.to_builtins(record) | {"text": ""}),
            "current": True,
        },
    )
    DocumentText.objects.update_or_create(reading=reading, defaults=texts.as_columns(document))
    spans = _items(source, incoming, actor, why)
    reading.passages.all().delete()
    Passage.objects.bulk_create(
        Passage(reading=reading, item=span.item, start=span.start, end=span.end) for span in spans
    )
    reconcile(reading, storable(document.text), spans, taken(record, spans), actor=actor, why=why)
    lost = before - {span.item for span in spans}
    held = set(Passage.objects.filter(item__in=lost, reading__current=True).values_list("item_id", flat=True))
    bodies.mark_gone((item for item in lost if item.pk not in held), actor=actor, why=why)
    return reading


def _items(source: Source, incoming: Incoming, actor: Actor, why: str) -> list[Span]:
    """The items that the source minutes and where. A source without any is itself one item."""
    record, text = incoming.record, incoming.document.text
    if not record.items:
        item = bodies.place_item(
            source.meeting, incoming.title, restricted=record.restricted, seen=source.seen, actor=actor, why=why
        )
        return [Span(item, 0, len(text))]
    spans: list[Span] = []
    ordered = sorted(record.items, key=lambda item: item.start)
    for place, found in enumerate(ordered, start=1):
        item = bodies.place_item(
            source.meeting,
            storable(found.title),
            number=storable(found.number or ""),
            order=_order(found.number, place),
            restricted=found.restricted or record.restricted,
            seen=source.seen,
            apart_from={span.item.pk for span in spans},
            actor=actor,
            why=why,
        )
        # an item ends where the next begins, whatever was read: nobody may see an exempt one through its neighbour
        begins = ordered[place].start if place < len(ordered) else len(text)
        spans.append(Span(item, found.start, min(max(found.body_end, found.end), max(begins, found.end))))
    return spans


def _order(number: str | None, place: int) -> int:
    """Where an item stands on the agenda: by its printed number, or by its place in the source."""
    digits = re.match(r"\d{1,6}", number or "")
    return int(digits[0]) if digits else place
