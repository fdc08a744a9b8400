"""Keeping the index in step with the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from arising.documents import Block
from arising.register.bodies.models import Council, Person
from arising.register.bodies.withheld import Mask, masks_of
from arising.register.record import texts
from arising.register.record.models import FINDINGS, DocumentText, Finding, Mention, Passage, Source
from arising.register.search.fulltext import RESERVED
from arising.register.search.models import Entry

LONGEST_ENTRY = 100_000
"""Minutes of an item longer than this make several entries, since PostgreSQL indexes no more than 1 MB in one."""
_MARKS = re.compile(f"[{RESERVED}]")
_TITLES = {"topic": "heading", "commitment": "deliverable", "figure": "measure", "declaration": "matter"}


def index_source(source: Source, **_: Any) -> None:
    """Index a source as it now stands: its items, its findings, and the persons it names.

    Hears ``record.signals.source_changed``, and so works within the transaction that changed the source.
    """
    with transaction.atomic():
        Entry.objects.filter(source=source).delete()
        mask = masks_of(Person.objects.filter(withheld=True, council=source.meeting.body.council)).get(
            source.meeting.body.council_id
        )
        entries = [*_items(source), *_findings(source)]
        Entry.objects.bulk_create(_twice_where_named(entries, mask) if mask else entries, batch_size=200)
        _index_people(Person.objects.filter(mentions__source=source).distinct())


def index_names(council: Council, **_: Any) -> None:
    """Index a council anew after a name was withheld, or is no longer.

    Hears ``bodies.signals.names_changed``.
    """
    for source in Source.objects.filter(meeting__body__council=council).order_by("pk").iterator():
        index_source(source)


def _twice_where_named(entries: list[Entry], mask: Mask) -> Iterator[Entry]:
    """The entries, and beside each that holds a withheld name the same without it."""
    for entry in entries:
        title, text = mask.text(entry.title), mask.text(entry.text)
        if (title, text) != (entry.title, entry.text):
            entry.holds_name = True
            yield Entry(
                kind=entry.kind, title=title, text=text, source=entry.source, item=entry.item, anchor=entry.anchor,
                holds_name=False,
            )  # fmt: skip
        yield entry


def rebuild() -> int:
    """Make the whole index anew; say how many entries it has."""
    with transaction.atomic():
        Entry.objects.all().delete()
        for source in Source.objects.order_by("pk").iterator():
            index_source(source)
    return Entry.objects.count()


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
        title=_clean(title)[:600],
        text=_clean(finding.quote),
        source=finding.source,
        item=finding.item,
        anchor=finding.anchor,
    )


def _index_people(people: Any) -> None:
    people = list(people)
    Entry.objects.filter(person__in=people).delete()
    Entry.objects.bulk_create(Entry(kind="person", title=_clean(person.name), person=person) for person in people)


def _clean(text: str) -> str:
    return _MARKS.sub(" ", text)
