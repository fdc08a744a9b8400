"""Search over items, findings, people, what is owed, and matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Post
from arising.register.bodies.withheld import cover
from arising.register.matters import queries as matters
from arising.register.obligations import queries as obligations
from arising.register.obligations.queries.lists import in_state, waiting
from arising.register.obligations.states import Standing
from arising.register.record.queries import PER_PAGE
from arising.register.search.fulltext import fulltext
from arising.register.search.models import Entry
from arising.register.search.queries.hits import Hit, hits
from arising.register.search.words import Phrase, phrases

WAITING = "waiting"
"""The state of all that is still to come, whichever it is."""


@dataclass(frozen=True)
class Narrowing:
    """What a search is narrowed to; what is left out narrows nothing.

    ``kinds`` are "item", "person", "obligation", "commitment", …; ``council`` and ``body`` are slugs; ``owner`` is the
    number of the post that owes; ``since`` and ``until`` are days of meetings; ``state`` is a ``Standing`` or
    "waiting"; ``said_by`` is a part of who said or promised it, as written. A body or a date leaves persons out, who
    belong to none; an owner or a state leaves out all that is not owed or expected.
    """

    kinds: tuple[str, ...] = ()
    council: str = ""
    body: str = ""
    since: date | None = None
    until: date | None = None
    owner: int = 0
    state: str = ""
    said_by: str = ""


def search(
    user: Reader,
    text: str,
    narrowing: Narrowing = Narrowing(),
    *,
    page: int | str = 1,
    counted: Mapping[str, int] | None = None,
) -> Page[Hit]:
    """What holds every word and every "quoted phrase" of ``text``, best first. Whatever is typed is only words.

    Without words, all that the narrowing leaves, the latest meeting first; without either, nothing. ``counted`` is what
    ``kinds_counted`` gave for the same, where that was asked already: to count is as long a question as to find.
    """
    return Paginator(_Found(user, text, narrowing, counted), PER_PAGE).get_page(page)  # type: ignore[arg-type]


def kinds_counted(user: Reader, text: str, narrowing: Narrowing = Narrowing()) -> dict[str, int]:
    """How many of each kind a search finds, most first, whichever kinds it is narrowed to."""
    found = found_entries(user, text, replace(narrowing, kinds=()))
    counted = found.order_by().values_list("kind").annotate(many=Count("pk")).order_by("-many", "kind")
    return dict(counted)


def owing_posts(user: Reader) -> list[Post]:
    """The posts that owe something that ``user`` may see, by name, without names that are withheld."""
    owing = obligations.in_brief(user).order_by().values("owner")
    return cover(user, list(Post.objects.filter(pk__in=owing).select_related("council").order_by("name")))


def owing_post(user: Reader, pk: int) -> Post:
    """One of these. Raises ``Post.DoesNotExist``."""
    found = [post for post in owing_posts(user) if post.pk == pk]
    if not found:
        raise Post.DoesNotExist
    return found[0]


def found_entries(user: Reader, text: str, narrowing: Narrowing) -> QuerySet[Entry]:
    """The entries that a search finds, in no order."""
    wanted = phrases(text)
    if not wanted and (text.strip() or narrowing == Narrowing()):
        return Entry.objects.none()
    among = _narrowed(user, narrowing)
    return fulltext().holding(wanted, among) if wanted else among


class _Found:
    """The hits of a search, fetched a page at a time."""

    def __init__(self, user: Reader, text: str, narrowing: Narrowing, counted: Mapping[str, int] | None) -> None:
        self._user = user
        # without words "all that is of one kind" is a search, and "all of all kinds" is none
        counted = counted if text.strip() else None
        kinds = narrowing.kinds or tuple(counted or ())
        self._many = None if counted is None else sum(counted.get(kind, 0) for kind in kinds)
        self._wanted: list[Phrase] = phrases(text)
        self._found = found_entries(user, text, narrowing)

    def count(self) -> int:
        return self._found.count() if self._many is None else self._many

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Hit]:
        if self._wanted:
            best: list[tuple[int, str | None]] = [*fulltext().best(self._wanted, self._found, part.start, part.stop)]
        else:
            latest = Coalesce("source__meeting__latest", "obligation__said_on")
            newest = self._found.order_by(F("day").desc(nulls_last=True), "-pk").annotate(day=latest)
            best = [(key, None) for key in newest.values_list("pk", flat=True)[part]]
        return hits(self._user, best)


def _narrowed(user: Reader, narrowing: Narrowing) -> QuerySet[Entry]:
    found = Entry.objects.visible_to(user)
    if narrowing.kinds:
        found = found.filter(kind__in=narrowing.kinds)
    if narrowing.council:
        found = found.filter(council__slug=narrowing.council)
    if narrowing.body or narrowing.since or narrowing.until:
        found = found.filter(_at_meetings(user, narrowing))
    if narrowing.said_by:
        found = found.filter(said_by__icontains=narrowing.said_by)
    if narrowing.owner or narrowing.state:
        found = found.filter(obligation__in=_owed(user, narrowing).order_by().values("pk"))
    return found


def _at_meetings(user: Reader, narrowing: Narrowing) -> Q:
    """The condition that an entry is of the meetings asked for: said there, owed since then, or a matter of them."""
    said, owed = Q(source__isnull=False), Q(obligation__isnull=False)
    if narrowing.body:
        said &= Q(source__meeting__body__slug=narrowing.body)
        owed &= Q(obligation__body__slug=narrowing.body)
    if narrowing.since:
        said &= Q(source__meeting__latest__gte=narrowing.since)
        owed &= Q(obligation__said_on__gte=narrowing.since)
    if narrowing.until:
        said &= Q(source__meeting__earliest__lte=narrowing.until)
        owed &= Q(obligation__said_on__lte=narrowing.until)
    topics = matters.topics(user).filter(said)
    return said | owed | Q(matter__in=topics.order_by().values("membership__matter"))


def _owed(user: Reader, narrowing: Narrowing) -> QuerySet[Any]:
    owed = obligations.in_brief(user)
    if narrowing.owner:
        owed = owed.filter(owner=narrowing.owner)
    if narrowing.state == WAITING:
        owed = owed.filter(waiting())
    elif narrowing.state:
        owed = owed.filter(in_state(Standing(narrowing.state), timezone.localdate()))
    return owed
