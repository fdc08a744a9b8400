"""Search over items, findings and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from arising.register.accounts.audiences import Reader
from arising.register.record.queries import PER_PAGE
from arising.register.search.fulltext import CLOSES, OPENS, fulltext
from arising.register.search.models import Entry
from arising.register.search.words import Phrase, phrases


@dataclass(frozen=True)
class Narrowing:
    """What a search is narrowed to: ``kinds`` ("item", "person", "commitment", …), a body's slug, meeting dates.

    A body or a date leaves persons out, who belong to none.
    """

    kinds: tuple[str, ...] = ()
    body: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Hit:
    """One hit. ``passage`` is safe HTML: the words around, those that were looked for in ``<mark>``.

    ``url`` leads to the item, with the finding's anchor, to the source where a finding is in no item, or to the
    person. ``body`` and ``meeting_date`` (EDTF) are empty for a person.
    """

    kind: str
    title: str
    passage: SafeString
    url: str
    body: str
    meeting_date: str


def search(user: Reader, text: str, narrowing: Narrowing = Narrowing(), *, page: int | str = 1) -> Page[Hit]:
    """What holds every word and every "quoted phrase" of ``text``, best first. Whatever is typed is only words."""
    return Paginator(_Found(user, phrases(text), narrowing), PER_PAGE).get_page(page)  # type: ignore[arg-type]


class _Found:
    """The hits of a search, fetched a page at a time."""

    def __init__(self, user: Reader, wanted: list[Phrase], narrowing: Narrowing) -> None:
        self._wanted = wanted
        self._among = _narrowed(user, narrowing)

    def count(self) -> int:
        return fulltext().count(self._wanted, self._among) if self._wanted else 0

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Hit]:
        if not self._wanted:
            return []
        best = fulltext().best(self._wanted, self._among, part.start, part.stop)
        entries = self._among.select_related("source__meeting__body", "item__meeting__body", "person")
        by_key = entries.in_bulk([key for key, _ in best])
        return [_hit(by_key[key], passage) for key, passage in best]


def _narrowed(user: Reader, narrowing: Narrowing) -> QuerySet[Entry]:
    wanted = Q()
    if narrowing.kinds:
        wanted &= Q(kind__in=narrowing.kinds)
    if narrowing.body:
        wanted &= Q(source__meeting__body__slug=narrowing.body)
    if narrowing.since:
        wanted &= Q(source__meeting__latest__gte=narrowing.since)
    if narrowing.until:
        wanted &= Q(source__meeting__earliest__lte=narrowing.until)
    return Entry.objects.visible_to(user).filter(wanted)


def _hit(entry: Entry, passage: str) -> Hit:
    place = entry.person or entry.item or entry.source
    meeting = entry.source.meeting if entry.source else None
    marked = escape(passage).replace(OPENS, "<mark>").replace(CLOSES, "</mark>")
    return Hit(
        kind=entry.kind,
        title=entry.title or str(place),
        passage=mark_safe(marked),  # noqa: S308 - escaped above, and only the two marks put in
        url=(place.get_absolute_url() if place else "") + (f"#{entry.anchor}" if entry.anchor else ""),
        body=meeting.body.name if meeting else "",
        meeting_date=meeting.date if meeting else "",
    )
