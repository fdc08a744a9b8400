"""Sources come in, are read, and are read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as day
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from arising.documents import Document
from arising.documents.open import open_document
from arising.reading import read
from arising.reading.record import Record
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import Actor
from arising.register.accounts.rules import require
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Council, Item
from arising.register.bodies.partial_dates import bounds, end_of
from arising.register.record.models import Source
from arising.register.record.operations import files
from arising.register.record.operations.storing import Incoming, Outcome, Status, known_source, store, unchanged
from arising.register.record.texts import storable

_AGAIN = "Read again"


def add_source(
    source: Path | str | bytes,
    *,
    name: str | None = None,
    council: Council | str | None = None,
    body: str | None = None,
    date: str | None = None,
    origin: str = "",
    audience: Audience | str = Audience.PUBLIC,
    visible_from: datetime | None = None,
    heed_embargo: bool = True,
    actor: Actor = None,
    why: str = "Added",
) -> Outcome:
    """Put a source of minutes in the register: its bytes, its text and all that is read in it, or nothing at all.

    The same bytes again change nothing, unless ``body`` or ``date`` say that they belong elsewhere. Other bytes of
    a source that is known (by its origin, or by its name within the meeting and item) are a new reading beside the
    old. Whoever adds the same bytes again for a narrower audience, or a later time, narrows them; nobody widens them
    so. Without a body the minutes go to "Body not known", without a date to a meeting of unknown date.

    Args:
        source: a path, or the bytes.
        name: what the source is called; the file's name where it is not given.
        council: the council or its name; the only one in the register where it is not given.
        body: whose minutes they are, where the text does not say or says it wrongly.
        date: the day of the meeting, as EDTF, likewise.
        origin: the address that it was fetched from.
        audience: who may see it. What the minutes call exempt is for clerks whatever is said here.
        visible_from: from when that audience may see it.
        heed_embargo: hold it back as long as an embargo that it speaks of lasts, or, where no end is given, for
            clerks only. A ``visible_from`` says when instead.
        actor: who adds it; None is whoever runs the command.
        why: what its history will give as the reason.

    Raises:
        arising.documents.SourceError: it cannot be read; the message is for a person.
        OSError: the file is not there.
        ValueError: ``date`` is no EDTF, or ``audience`` no audience.
        PermissionDenied: ``actor`` may not add sources to that body.
    """
    require(actor, "record.add_source")
    audience = Audience(audience)
    bounds(date or "")
    data, name = _bytes(source, name)
    council_name = council.name if isinstance(council, Council) else council
    known = unchanged(data, council_name, body, date)
    if known:
        require(actor, "record.add_source", known.source)
        return _narrowed(known, Seen(audience, visible_from), actor, why)
    document = open_document(data, name=name, limit=settings.LARGEST_UPLOAD)
    earlier = known_source(document.sha256, council_name)
    if earlier:
        require(actor, "record.add_source", earlier)
    told_body, told_date = body or (earlier and _body_of(earlier)), date or (earlier and earlier.meeting.date)
    record = read(document, body=told_body or None, date=told_date or None)
    seen, notes = _visibility(document, record, Seen(audience, visible_from), heed_embargo)
    incoming = Incoming(
        document=document,
        record=record,
        size=len(data),
        council=council_name,
        name=storable(name),
        origin=storable(origin or document.url or ""),
        body=storable(body or record.meeting.body or document.body or "").strip() or None,
        date=date or _readable(record.meeting.date) or _readable(document.date),
        told=bool(body or date),
        seen=seen,
        notes=(*document.notes, *record.notes, *notes),
    )
    files.keep(data)
    with transaction.atomic():
        outcome = store(incoming, actor=actor, why=why)
        # whose they are is known only now; a refusal takes back what was stored
        require(actor, "record.add_source", outcome.source)
        return outcome


def reread(source: Source, *, actor: Actor = None, why: str = _AGAIN) -> Outcome:
    """Read the bytes of a source again, with the reader as it is now.

    Raises ``SourceError`` as ``add_source`` does, OSError or ValueError where its bytes are gone or damaged.
    """
    edition = source.editions.get(readings__current=True)
    council = source.meeting.body.council.name
    data = files.bytes_of(edition)
    return add_source(data, name=source.name, council=council, origin=source.origin, actor=actor, why=why)


def set_visibility(
    source: Source, audience: Audience, visible_from: datetime | None = None, *, actor: Actor = None, why: str
) -> Source:
    """Say who may see a source, and let its meeting and items be seen by as many, exempt items excepted.

    Lifts an embargo as well as it sets one. Where a source is narrowed, its meeting and items stay as widely seen
    as their other sources allow.
    """
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=source.pk)
        bodies.set_visibility(source, Seen(audience, visible_from), actor=actor, why=why)
        for item in Item.objects.filter(passages__reading__source=source, restricted=False).distinct():
            holders = Source.objects.filter(readings__current=True, readings__passages__item=item)
            bodies.follow(item, holders, actor=actor, why=why)
        bodies.follow(source.meeting, source.meeting.sources.all(), actor=actor, why=why)
        bodies.follow(source.meeting.body, source.meeting.body.meetings.all(), actor=actor, why=why)
        return source


def _narrowed(known: Outcome, told: Seen, actor: Actor, why: str) -> Outcome:
    """Hold a source that is known back as far as is now said, where that is further than before."""
    before = known.source.seen
    narrower = told.audience.rank > before.audience.rank
    later = told.visible_from and (not before.visible_from or told.visible_from > before.visible_from)
    if not narrower and not later:
        return known
    audience = told.audience if narrower else before.audience
    source = set_visibility(known.source, audience, told.visible_from or before.visible_from, actor=actor, why=why)
    return replace(known, status=Status.NARROWED, source=source, meeting=source.meeting)


def _bytes(source: Path | str | bytes, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "source"
    path = Path(source)
    name = name or path.name
    if path.stat().st_size > settings.LARGEST_UPLOAD:
        open_document(path, name=name, limit=settings.LARGEST_UPLOAD)
    return path.read_bytes(), name


def _body_of(source: Source) -> str | None:
    return None if source.meeting.body.not_known else source.meeting.body.name


def _readable(edtf: str | None) -> str | None:
    """A date that was read, where it is one."""
    try:
        bounds(edtf or "")
    except ValueError:
        return None
    return edtf


def _visibility(document: Document, record: Record, told: Seen, heed_embargo: bool) -> tuple[Seen, tuple[str, ...]]:
    """Who may see the source and from when, on the safe side of what it says of itself, and what to say about it."""
    if document.restricted or record.restricted:
        return Seen(Audience.CLERKS), ("It is exempt: its content is for clerks only.",)
    if not record.embargoes or told.visible_from or not heed_embargo:
        return told, ()
    ends = [embargo.until.latest if embargo.until else None for embargo in record.embargoes]
    if None in ends:
        return Seen(Audience.CLERKS), ("It speaks of an embargo without an end: it is held back for clerks.",)
    held = end_of(max(day.fromisoformat(end) for end in ends if end))
    notes = () if held <= timezone.now() else (f"It is under embargo: held back until {held.day} {held:%B %Y}.",)
    return Seen(told.audience, held), notes
