"""Lists of findings and people, narrowed by filters and cut into pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Person, Post
from arising.register.bodies.withheld import could_find, people_named_to
from arising.register.record.models import (
    FINDINGS,
    Commitment,
    Decision,
    Exchange,
    Figure,
    Finding,
    Mention,
    State,
    Vote,
)

PER_PAGE = 25


@dataclass(frozen=True)
class Filters:
    """How a list is narrowed; what is left out narrows nothing.

    ``body``, ``meeting`` and ``item`` are slugs (each means little without those before it), ``owner`` a part of who
    owes, asks or is addressed, ``kind`` one of the kind's own values (an undertaking, a request, a unit such as
    "%"), ``text`` words that the quote or what is measured or owed holds, ``since`` and ``until`` the days between
    which the meeting was held, ``state`` one of ``State`` (rejected ones are shown only when asked for).
    """

    body: str = ""
    meeting: str = ""
    item: str = ""
    owner: str = ""
    kind: str = ""
    text: str = ""
    since: date | None = None
    until: date | None = None
    state: str = ""


def commitments(user: Reader, filters: Filters = Filters(), *, page: int | str = 1) -> Page[Commitment]:
    """Commitments, latest meeting first. ``kind`` is "undertaking" or "expectation", ``owner`` who owes it."""
    return paged(_commitments(user, filters), page)


def undated(user: Reader, filters: Filters = Filters()) -> int:
    """How many of the commitments are undertakings for which no time was given."""
    return _commitments(user, filters).filter(kind="undertaking", due="").count()


def _commitments(user: Reader, filters: Filters) -> QuerySet[Commitment]:
    found = narrowed(Commitment, user, filters, "deliverable")
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.owner:
        found = found.filter(Q(owner__icontains=filters.owner) | Q(owner_resolved__icontains=filters.owner))
        found = _still_holding(found, user, filters.owner, ("owner", "owner_resolved"))
    return found


def decisions(user: Reader, filters: Filters = Filters(), *, page: int | str = 1) -> Page[Decision]:
    """Decisions, latest meeting first. ``kind`` is the action ("recommend"), ``owner`` the addressee."""
    return paged(_decisions(user, filters), page)


def asking(user: Reader, filters: Filters = Filters()) -> int:
    """How many of the decisions ask something of somebody: requests, recommendations and referrals."""
    return _decisions(user, filters).filter(action__in=("request", "recommend", "refer")).count()


def _decisions(user: Reader, filters: Filters) -> QuerySet[Decision]:
    found = narrowed(Decision, user, filters, "asks_for")
    if filters.kind:
        found = found.filter(action=filters.kind)
    if filters.owner:
        found = _still_holding(found.filter(addressee__icontains=filters.owner), user, filters.owner, ("addressee",))
    return found


def figures(user: Reader, filters: Filters = Filters(), *, page: int | str = 1) -> Page[Figure]:
    """Figures, latest meeting first. ``kind`` is "local", "national" or a unit."""
    return paged(_figures(user, filters), page)


def national(user: Reader, filters: Filters = Filters()) -> int:
    """How many of the figures are said of the whole country."""
    return _figures(user, filters).filter(scope="national").count()


def _figures(user: Reader, filters: Filters) -> QuerySet[Figure]:
    found = narrowed(Figure, user, filters, "measure")
    if filters.kind:
        found = found.filter(Q(scope=filters.kind) | Q(unit__iexact=filters.kind))
    return found


def exchanges(user: Reader, filters: Filters = Filters(), *, page: int | str = 1) -> Page[Exchange]:
    """Questions, concerns, comments, requests and challenges, latest meeting first."""
    found = narrowed(Exchange, user, filters)
    return paged(found.filter(kind=filters.kind) if filters.kind else found, page)


def votes(user: Reader, filters: Filters = Filters(), *, page: int | str = 1) -> Page[Vote]:
    """Recorded votes, latest meeting first."""
    return paged(narrowed(Vote, user, filters), page)


def owners(user: Reader, *, body: str = "") -> list[tuple[str, int]]:
    """Who owes something, as named, with how many commitments, most first."""
    found = narrowed(Commitment, user, Filters(body=body)).order_by()
    named = found.annotate(who=Coalesce(NullIf("owner_resolved", Value("")), "owner")).exclude(who="")
    return list(named.values_list("who").annotate(n=Count("pk")).order_by("-n", "who"))


def people(user: Reader, filters: Filters = Filters(), *, page: int | str = 1) -> Page[Person]:
    """Persons by name, each with ``mention_count`` and ``last_seen`` (a date), of what ``user`` may see.

    ``text`` is a part of the name, ``owner`` a part of a post.
    """
    mentions = narrowed(Mention, user, Filters(body=filters.body, meeting=filters.meeting, since=filters.since,
                                               until=filters.until)).order_by()  # fmt: skip
    if filters.owner:
        mentions = _still_holding(mentions.filter(role__icontains=filters.owner), user, filters.owner, ("role",))
    if filters.kind:
        mentions = mentions.filter(attending=filters.kind)
    counted = Q(mentions__in=mentions.values("pk"))
    found = (
        people_named_to(user)
        .filter(pk__in=mentions.values("person"))
        .annotate(
            mention_count=Count("mentions", filter=counted, distinct=True),
            last_seen=Max("mentions__source__meeting__latest", filter=counted),
        )
        .order_by("name")
    )
    return paged(found.filter(name__icontains=filters.text) if filters.text else found, page)


def posts(user: Reader) -> QuerySet[Post]:
    """The posts that minutes which ``user`` may see name, by name."""
    named = narrowed(Mention, user, Filters()).exclude(post=None)
    return Post.objects.filter(pk__in=named.order_by().values("post")).order_by("name")


def narrowed(model: type[Any], user: Reader, filters: Filters, *columns: str) -> QuerySet[Any]:
    """The findings of one kind that ``user`` may see, with what their rows show, by the filters common to all.

    ``columns`` are searched for ``filters.text`` beside the quote.
    """
    found: QuerySet[Any] = model.objects.visible_to(user).filter(superseded=False)
    found = found.filter(state=filters.state) if filters.state else found.exclude(state=State.REJECTED)
    if filters.body:
        found = found.filter(source__meeting__body__slug=filters.body)
    if filters.meeting:
        found = found.filter(source__meeting__slug=filters.meeting)
    if filters.item:
        found = found.filter(item__slug=filters.item)
    if filters.since:
        found = found.filter(source__meeting__latest__gte=filters.since)
    if filters.until:
        found = found.filter(source__meeting__earliest__lte=filters.until)
    for word in filters.text.split():
        holds = Q(quote__icontains=word)
        for column in columns:
            holds |= Q(**{f"{column}__icontains": word})
        found = _still_holding(found.filter(holds), user, word, ("quote", *columns))
    related = ["source__meeting__body", "item__meeting__body", "item"]
    if any(field.name == "topic" for field in model._meta.fields):
        related.append("topic")
    return found.select_related(*related).order_by(
        F("source__meeting__latest").desc(nulls_last=True), "source__meeting_id", "source_id", "start"
    )


def _still_holding(found: QuerySet[Any], user: Reader, word: str, columns: tuple[str, ...]) -> QuerySet[Any]:
    """The rows that hold ``word`` as ``user`` reads them: nobody finds a withheld name by looking for it."""
    if not could_find(user, word):
        return found
    rows = found.select_related("source__meeting__body")
    kept = [row.pk for row in rows if any(word.casefold() in str(getattr(row, name)).casefold() for name in columns)]
    return found.filter(pk__in=kept)


def paged(found: QuerySet[Any], page: int | str) -> Page[Any]:
    """One page of a list; a page that is not there is the nearest that is."""
    return Paginator(found, PER_PAGE).get_page(page)


def standing(model: type[Finding], user: Reader) -> QuerySet[Any]:
    """The findings of a kind that stand and that ``user`` may see, in the order of their source."""
    return narrowed(model, user, Filters()).order_by("source", "start", "pk")


def kinds_there(**where: object) -> list[type[Finding]]:
    """The kinds of which any finding is there, whoever may see it, in one question.

    What a reader may see is a long question, which need not be put to kinds that are not there.
    """
    asked = [
        model._default_manager.order_by().filter(**where).values_list(Value(number), flat=True)
        for number, model in enumerate(FINDINGS)
    ]
    return [FINDINGS[number] for number in sorted(asked[0].union(*asked[1:]))]
