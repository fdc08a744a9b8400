"""The page of a body, meeting, item, person or source: everything on it, and nothing the reader may not see."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.core.paginator import Page
from django.db.models import Count

from arising.documents.document import Block
from arising.register.accounts.audiences import Reader, SeenQuerySet
from arising.register.accounts.rules import is_clerk
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Item, Meeting, MeetingStatus, Membership, Person
from arising.register.bodies.withheld import cover, mask_for, people_named_to, shown
from arising.register.record import texts
from arising.register.record.models import (
    Commitment,
    Decision,
    DocumentText,
    Edition,
    Exchange,
    Figure,
    Finding,
    Mention,
    Passage,
    Reading,
    Source,
    Topic,
)
from arising.register.record.queries.lists import kinds_there, paged, standing

T = TypeVar("T")


@dataclass(frozen=True)
class Stretch:
    """Part of a source's text, in blocks, with what was found in it.

    Offsets of blocks and findings are offsets into ``text``, the text of the reading with spaces for what does not
    belong to the stretch or may not be seen.
    ``earlier`` holds findings that a person set and that stand on an earlier text of the source.
    """

    source: Source
    reading: Reading
    text: str
    blocks: tuple[Block, ...]
    findings: list[Finding]
    earlier: list[Finding]

    def words(self, block: Block) -> str:
        """The text of one block."""
        return shown(self.text[block.start : block.end])

    @cached_property
    def by_kind(self) -> dict[str, list[Finding]]:
        """The findings by the name of their kind, in reading order; kinds without findings are left out."""
        kinds: dict[str, list[Finding]] = {}
        for finding in self.findings:
            kinds.setdefault(finding.kind_name(), []).append(finding)
        return kinds


@dataclass(frozen=True)
class BodyPage:
    """A body and a page of its meetings with how many of each kind were found in each."""

    body: Body
    meetings: Page[Meeting]
    counts: dict[int, Counter[str]]

    @property
    def lines(self) -> list[tuple[Meeting, Counter[str]]]:
        """The meetings of the page with their counts."""
        return [(meeting, self.counts.get(meeting.pk, Counter())) for meeting in self.meetings]


@dataclass(frozen=True)
class ItemLine:
    """An item in the list of a meeting, with how many of each kind were found in it ("commitment": 3)."""

    item: Item
    counts: Counter[str]


@dataclass(frozen=True)
class MeetingPage:
    """A meeting: its items, the sources, who was there, and what was found outside every item."""

    meeting: Meeting
    items: list[ItemLine]
    sources: list[Source]
    attendance: list[Mention]
    outside_items: list[Finding]
    previous: Meeting | None
    next: Meeting | None


@dataclass(frozen=True)
class ItemPage:
    """An item: the stretches in which it is minuted (one a source), and its neighbours on the agenda."""

    item: Item
    meeting: Meeting
    stretches: list[Stretch]
    previous: Item | None
    next: Item | None


@dataclass(frozen=True)
class PersonPage:
    """A person: where the minutes name them (a page of mentions), the roles they are named with, what they hold."""

    person: Person
    mentions: Page[Mention]
    roles: list[str]
    memberships: list[Membership]


@dataclass(frozen=True)
class SourcePage:
    """A source: its text as far as the reader may see it, its editions and readings, newest first."""

    source: Source
    stretch: Stretch
    editions: list[Edition]
    readings: list[Reading]
    format: str
    notes: list[str]
    whole: bool
    """Whether the reader may see all of it, and so have the file."""


@dataclass(frozen=True)
class SourceFile:
    """The bytes of an edition as they lie on disk."""

    path: Path
    name: str
    media_type: str
    size: int


def body_page(user: Reader, slug: str, *, page: int | str = 1) -> BodyPage:
    """The page of a body. Raises ``Body.DoesNotExist``."""
    body = bodies.body(user, slug)
    meetings = paged(bodies.meetings(user, body=body).exclude(status=MeetingStatus.PLANNED), page)
    counts: dict[int, Counter[str]] = {}
    for model in (Commitment, Decision, Exchange, Figure):
        held = standing(model, user).filter(source__meeting__in=list(meetings)).order_by()
        for meeting_id, found in held.values_list("source__meeting_id").annotate(n=Count("pk")):
            counts.setdefault(meeting_id, Counter())[model.kind_name()] = found
    return BodyPage(body, meetings, counts)


def meeting_page(user: Reader, body_slug: str, slug: str) -> MeetingPage:
    """The page of a meeting. Raises ``Meeting.DoesNotExist``."""
    meeting = bodies.meeting(user, body_slug, slug)
    items = list(bodies.items(user, meeting))
    counts: dict[int | None, Counter[str]] = {item.pk: Counter() for item in items}
    for model in (Topic, Exchange, Commitment, Decision, Figure):
        for item_id in (
            standing(model, user).filter(source__meeting=meeting).order_by().values_list("item_id", flat=True)
        ):
            counts.setdefault(item_id, Counter())[model.kind_name()] += 1
    outside = [
        finding
        for model in kinds_there(source__meeting=meeting, item=None)
        if model is not Mention
        for finding in standing(model, user).filter(source__meeting=meeting, item=None)
    ]
    there = standing(Mention, user).filter(source__meeting=meeting).exclude(attending="mentioned")
    previous, following = _neighbours(
        list(bodies.meetings(user, body=meeting.body).order_by("latest", "slug")), meeting
    )
    return MeetingPage(
        meeting=meeting,
        items=[ItemLine(item, counts[item.pk]) for item in items],
        sources=list(Source.objects.visible_to(user).filter(meeting=meeting).order_by("name")),
        attendance=list(there.select_related("person", "post")),
        outside_items=outside,
        previous=previous,
        next=following,
    )


def item_page(user: Reader, body_slug: str, meeting_slug: str, slug: str) -> ItemPage:
    """The page of an item: the minutes and every finding in them. Raises ``Item.DoesNotExist``."""
    item = bodies.item(user, body_slug, meeting_slug, slug)
    passages = (
        Passage.objects.filter(item=item, reading__current=True, reading__source__in=_sources(user))
        .select_related("reading__source")
        .defer("reading__record")
        .order_by("reading__source__name", "reading", "start")
    )
    shown_as: list[Passage] = cover(user, list(passages))
    kept = DocumentText.objects.defer("original", "offsets").in_bulk([passage.reading_id for passage in shown_as])
    found = _findings(user, item=item)
    previous, following = _neighbours(list(bodies.items(user, item.meeting)), item)
    return ItemPage(
        item=item,
        meeting=item.meeting,
        stretches=[_stretch(user, passage, kept[passage.reading_id], found) for passage in shown_as],
        previous=previous,
        next=following,
    )


def person_page(user: Reader, slug: str, *, page: int | str = 1) -> PersonPage:
    """The page of a person. Raises ``Person.DoesNotExist`` also where ``user`` may see nowhere they are named."""
    person = people_named_to(user).select_related("council").get(slug=slug)
    mentions = standing(Mention, user).filter(person=person)
    memberships = list(bodies.memberships(user, person))
    if not memberships and not mentions.exists():
        raise Person.DoesNotExist
    roles = mentions.exclude(role="").order_by("role").values_list("role", flat=True).distinct()
    latest = mentions.order_by("-source__meeting__latest", "source", "start")
    return PersonPage(person, paged(latest, page), list(roles), memberships)


def sources(user: Reader, *, page: int | str = 1) -> Page[Source]:
    """The sources in the register, last added first."""
    found = _sources(user).select_related("meeting__body").order_by("-added_at", "-pk")
    return paged(found, page)


def source_page(user: Reader, pk: int) -> SourcePage:
    """The page of a source. Raises ``Source.DoesNotExist``."""
    source = _sources(user).select_related("meeting__body__council").get(pk=pk)
    readings = list(source.readings.select_related("edition").defer("record"))
    current = next(reading for reading in readings if reading.current)
    kept = DocumentText.objects.defer("original", "offsets").get(reading=current)
    hidden = _hidden_passages(user, current)
    text, all_blocks = _as_read_by(user, source, kept)
    blocks = tuple(
        block for block in all_blocks if not any(p.start < block.end and block.start < p.end for p in hidden)
    )
    for passage in hidden:
        text = text[: passage.start] + " " * (passage.end - passage.start) + text[passage.end :]
    found = _findings(user, source=source)
    stretch = Stretch(
        source=source,
        reading=current,
        text=text,
        blocks=blocks,
        findings=[finding for finding in found if finding.reading_id == current.pk],
        earlier=[finding for finding in found if finding.reading_id != current.pk],
    )
    return SourcePage(
        source=source,
        stretch=stretch,
        editions=list(source.editions.order_by("-added_at", "-pk")),
        readings=readings,
        format=kept.format,
        notes=_without_names(user, source, kept.notes),
        whole=_whole(user, source),
    )


def source_file(user: Reader, pk: int, sha256: str = "") -> SourceFile:
    """The file of a source, the newest edition unless ``sha256`` names another.

    Raises ``Source.DoesNotExist`` also where the reader may not see every item that any of its readings holds.
    """
    source = _sources(user).get(pk=pk)
    if not _whole(user, source):
        raise Source.DoesNotExist
    edition = (
        source.editions.filter(sha256=sha256).first()
        if sha256
        else source.editions.filter(readings__current=True).first()
    )
    if edition is None:
        raise Source.DoesNotExist
    path = Path(settings.SOURCES) / edition.sha256[:2] / edition.sha256
    return SourceFile(path, source.name, edition.media_type, edition.size)


def _sources(user: Reader) -> SeenQuerySet:
    return Source.objects.visible_to(user)


def _as_read_by(user: Reader, source: Source, kept: DocumentText) -> tuple[str, tuple[Block, ...]]:
    """The text and the blocks of a source without the names that are withheld, every character in its place."""
    blocks = texts.blocks(kept)
    mask = mask_for(user, source.meeting.body.council_id)
    if mask is None:
        return kept.text, blocks
    return mask.in_place(kept.text), tuple(replace(block, margin=mask.text(block.margin)) for block in blocks)


def _without_names(user: Reader, source: Source, told: list[str]) -> list[str]:
    mask = mask_for(user, source.meeting.body.council_id)
    return [mask.text(words) for words in told] if mask else told


def _hidden_passages(user: Reader, reading: Reading) -> list[Passage]:
    seen = Item.objects.visible_to(user).values("pk")
    return list(reading.passages.exclude(item__in=seen))


def _whole(user: Reader, source: Source) -> bool:
    """Whether ``user`` may see every item of every reading. A reading that has lost its items is for clerks."""
    if is_clerk(user, source):
        return True
    if mask := mask_for(user, source.meeting.body.council_id):
        read = DocumentText.objects.filter(reading__source=source).values_list("text", "original")
        if any(mask.text(words) != words for texts_of_one in read for words in texts_of_one):
            return False
    readings = source.readings.defer("record").prefetch_related("passages")
    return all(reading.passages.all() and not _hidden_passages(user, reading) for reading in readings)


def _findings(user: Reader, **where: object) -> list[Finding]:
    found = [finding for model in kinds_there(**where) for finding in standing(model, user).filter(**where)]
    return sorted(found, key=lambda finding: (finding.start, -finding.end, finding.kind_name()))


def _stretch(user: Reader, passage: Passage, kept: DocumentText, found: list[Finding]) -> Stretch:
    reading = passage.reading
    text, blocks = _as_read_by(user, reading.source, kept)
    here = [finding for finding in found if finding.source_id == reading.source_id]
    return Stretch(
        source=reading.source,
        reading=reading,
        text=" " * passage.start + text[passage.start : passage.end],
        blocks=tuple(b for b in blocks if passage.start <= b.start and b.end <= passage.end),
        findings=[f for f in here if f.reading_id == reading.pk and passage.start <= f.start and f.end <= passage.end],
        earlier=[finding for finding in here if finding.reading_id != reading.pk],
    )


def _neighbours(rows: list[T], row: T) -> tuple[T | None, T | None]:
    if row not in rows:
        return None, None
    at = rows.index(row)
    return (rows[at - 1] if at else None), (rows[at + 1] if at + 1 < len(rows) else None)
