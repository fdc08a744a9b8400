"""Keeping the index in step with the record, with what is owed, and with matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from arising.documents import Block
from arising.register.bodies.models import Council, Person
from arising.register.bodies.withheld import Mask, masks_of
from arising.register.matters.models import Matter
from arising.register.obligations.models import Obligation, Origin
from arising.register.record import texts
from arising.register.record.models import (
    FINDINGS,
    Commitment,
    Declaration,
    DocumentText,
    Exchange,
    Finding,
    Mention,
    Passage,
    Source,
)
from arising.register.search.fulltext import RESERVED
from arising.register.search.models import Entry

LONGEST_ENTRY = 100_000
"""Minutes of an item longer than this make several entries, since PostgreSQL indexes no more than 1 MB in one."""
_MARKS = re.compile(f"[{RESERVED}]")
_TITLES = {"topic": "heading", "commitment": "deliverable", "figure": "measure", "declaration": "matter"}


def index_source(source: Source, **_: Any) -> None:
    """Index a source as it now stands: its items, its findings, what is owed by it, and the persons it names.

    Hears ``record.signals.source_changed``, and so works within the transaction that changed the source.
    """
    council = source.meeting.body.council
    with transaction.atomic():
        Entry.objects.filter(source=source).delete()
        _keep([*_items(source), *_findings(source)], council)
        _index_obligations(Obligation.objects.filter(source=source), council)
        _index_people(Person.objects.filter(mentions__source=source).distinct())


def index_obligation(instance: Obligation, **_: Any) -> None:
    """Index an obligation as it now stands. Hears that it was saved."""
    with transaction.atomic():
        _index_obligations(Obligation.objects.filter(pk=instance.pk), _council_of(instance))


def index_matter(instance: Matter, **_: Any) -> None:
    """Index a matter as it now stands. Hears that it was saved."""
    with transaction.atomic():
        Entry.objects.filter(matter=instance).delete()
        _keep([Entry(kind="matter", title=_clean(instance.title), matter=instance)], instance.council)


def index_names(council: Council, **_: Any) -> None:
    """Index a council anew after a name was withheld, or is no longer.

    Hears ``bodies.signals.names_changed``.
    """
    for source in Source.objects.filter(meeting__body__council=council).order_by("pk").iterator():
        index_source(source)
    _index_beside_sources(council)


def rebuild() -> int:
    """Make the whole index anew; say how many entries it has."""
    with transaction.atomic():
        Entry.objects.all().delete()
        for source in Source.objects.order_by("pk").iterator():
            index_source(source)
        for council in Council.objects.all():
            _index_beside_sources(council)
    return Entry.objects.count()


def index_if_changed(plan: Any = None, **_: Any) -> None:
    """Make the index anew after its tables were changed. Hears that migrations were run."""
    tables = connection.introspection.table_names()
    changed = any(migration.app_label == "search" and not backwards for migration, backwards in plan or ())
    if changed and {Entry._meta.db_table, Obligation._meta.db_table} <= set(tables):
        rebuild()


def _index_beside_sources(council: Council) -> None:
    """Index what no source of a council leads to: what was added by hand, and matters."""
    by_hand = Obligation.objects.filter(source=None)
    _index_obligations(by_hand.filter(Q(body__council=council) | Q(body=None)), council)
    for matter in Matter.objects.filter(council=council):
        index_matter(matter)


def _index_obligations(rows: QuerySet[Obligation], council: Council | None) -> None:
    Entry.objects.filter(obligation__in=rows).delete()
    standing = rows.filter(gone=False).select_related("commitment", "decision", "exchange", "owner", "owing_body")
    _keep([_obligation(row) for row in standing], council)


def _obligation(row: Obligation) -> Entry:
    return Entry(
        kind="expectation" if row.origin == Origin.EXPECTATION else "obligation",
        title=_clean(row.title),
        text=_clean(row.finding.quote if row.finding else row.holds_up),
        said_by=_clean("; ".join(filter(None, dict.fromkeys((row.owed_by, row.owner_words))))),
        obligation=row,
    )


def _council_of(row: Obligation) -> Council | None:
    body = row.source.meeting.body if row.source else row.body
    return body.council if body else None


def _keep(entries: Iterable[Entry], council: Council | None) -> None:
    """Store entries of one council, those that hold a name that is withheld there twice.

    What is of no council loses the names withheld in any.
    """
    withheld = Person.objects.filter(withheld=True)
    if council is None:
        mask: Mask | None = Mask(withheld)
    else:
        mask = masks_of(withheld.filter(council=council)).get(council.pk)
    entries = list(entries)
    for entry in entries:
        entry.council = council
    Entry.objects.bulk_create(_twice_where_named(entries, mask) if mask else entries, batch_size=200)


def _twice_where_named(entries: list[Entry], mask: Mask) -> Iterator[Entry]:
    """The entries, and beside each that holds a withheld name the same without it."""
    for entry in entries:
        words = {name: getattr(entry, name) for name in ("title", "text", "said_by")}
        without = {name: mask.text(value) for name, value in words.items()}
        if without != words:
            entry.holds_name = True
            yield Entry(
                kind=entry.kind, council=entry.council, source=entry.source, item=entry.item,
                obligation=entry.obligation, matter=entry.matter, anchor=entry.anchor, holds_name=False, **without,
            )  # fmt: skip
        yield entry


def _items(source: Source) -> Iterator[Entry]:
    kept = DocumentText.objects.get(reading__source=source, reading__current=True)
    blocks = texts.blocks(kept)
    for passage in Passage.objects.filter(reading=kept.reading_id).select_related("item"):
        within = [block for block in blocks if passage.start <= block.start and block.end <= passage.end]
        for text in _in_parts(kept.text, within):
            yield Entry(kind="item", title=_clean(str(passage.item)), text=text, source=source, item=passage.item)


def _in_parts(text: str, blocks: list[Block]) -> Iterator[str]:
    part: list[str] = []
    size = 0
    for block in blocks:
        words = text[block.start : block.end]
        for start in range(0, len(words), LONGEST_ENTRY):
            piece = _clean(words[start : start + LONGEST_ENTRY])
            if part and size + len(piece) > LONGEST_ENTRY:
                yield "\n".join(part)
                part, size = [], 0
            part.append(piece)
            size += len(piece)
    yield "\n".join(part)


def _findings(source: Source) -> Iterator[Entry]:
    for model in FINDINGS:
        # a person named is found as a person, and where the minutes name them, in the item
        if model is not Mention:
            for finding in model.objects.filter(source=source).standing().select_related("item", "source"):
                yield _finding(finding)


def _finding(finding: Finding) -> Entry:
    title = str(getattr(finding, _TITLES.get(finding.kind_name(), ""), ""))
    return Entry(
        kind=finding.kind_name(),
        title=_clean(title)[:1000],
        text=_clean(finding.quote),
        said_by=_clean("; ".join(_said_by(finding))),
        source=finding.source,
        item=finding.item,
        anchor=finding.anchor,
    )


def _said_by(finding: Finding) -> Iterable[str]:
    """Who said, asked or promised it, as written."""
    match finding:
        case Exchange():
            speakers = [answer.get(name) or "" for answer in finding.answers for name in ("speaker", "resolved")]
            return filter(None, dict.fromkeys((*finding.askers, *finding.responders, *speakers)))
        case Commitment():
            return filter(None, dict.fromkeys((finding.owner, finding.owner_resolved)))
        case Declaration():
            return [finding.name]
    return []


def _index_people(people: Any) -> None:
    people = list(people)
    Entry.objects.filter(person__in=people).delete()
    Entry.objects.bulk_create(
        Entry(kind="person", title=_clean(person.name), person=person, council_id=person.council_id)
        for person in people
    )


def _clean(text: str) -> str:
    return _MARKS.sub(" ", text)
