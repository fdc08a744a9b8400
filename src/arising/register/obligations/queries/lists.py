"""Lists of what is owed: narrowed by filters, each row with its state today, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.db.models import Case, Count, DateField, F, IntegerField, Min, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from arising.register.accounts.audiences import Reader, served_by
from arising.register.accounts.models import User
from arising.register.accounts.rules import is_administrator
from arising.register.bodies.models import Membership
from arising.register.matters import queries as matters
from arising.register.matters.models import Closure, Effect
from arising.register.obligations.models import Obligation, Origin
from arising.register.obligations.states import Standing, State, state_of
from arising.register.record.queries.lists import paged

_ORDER = list(Standing)


@dataclass(frozen=True)
class Filters:
    """How a list is narrowed; what is left out narrows nothing.

    ``body`` and ``meeting`` are slugs, ``owner`` a part of who owes it, ``state`` a ``Standing`` or "waiting",
    ``origin`` an ``Origin``, ``text`` words that what is owed or the quote holds. ``expectations`` lists what
    was to happen instead of what is owed. ``served`` leaves what is owed to the bodies that the reader serves as
    clerk.
    """

    body: str = ""
    meeting: str = ""
    owner: str = ""
    state: str = ""
    origin: str = ""
    text: str = ""
    expectations: bool = False
    served: bool = False


@dataclass(frozen=True)
class Line:
    """An obligation with its state today, and the names of those who hold the owing post now, as far as is said.

    ``later`` is the last that later minutes say of it, proposed or confirmed, while it waits.
    """

    obligation: Obligation
    state: State
    held_by: tuple[str, ...] = ()
    later: Closure | None = None

    @property
    def seems_done(self) -> bool:
        """Whether later minutes say, or seem to say, that it was done."""
        return self.later is not None and self.later.effect == Effect.ANSWERED


@dataclass(frozen=True)
class Summary:
    """How many are owed, how many of them overdue and without a date, and the longest that one is overdue, in days."""

    total: int
    waiting: int
    overdue: int
    longest: int
    no_date: int
    expectations: bool = False

    @property
    def words(self) -> str:
        """The answer in one sentence: "12 are owed, 3 are overdue, the longest by 208 days.\""""
        if not self.waiting:
            return "Nothing is waited for." if self.expectations else "Nothing is owed."
        verb = "is" if self.waiting == 1 else "are"
        parts = [f"{self.waiting:,} {verb} still to come" if self.expectations else f"{self.waiting:,} {verb} owed"]
        if self.overdue:
            days = f"{self.longest:,} day" + ("" if self.longest == 1 else "s")
            longest = f"by {days}" if self.overdue == 1 else f"the longest by {days}"
            late = "past its day" if self.expectations and self.overdue == 1 else "overdue"
            late = "past their day" if self.expectations and self.overdue > 1 else late
            parts.append(f"{self.overdue:,} {'is' if self.overdue == 1 else 'are'} {late}")
            parts.append(longest)
        if self.no_date:
            parts.append(f"{self.no_date:,} without a date")
        return ", ".join(parts) + "."


@dataclass(frozen=True)
class Listed:
    """A page of a list and the summary of all of it."""

    page: Page[Obligation]
    lines: list[Line]
    summary: Summary


def listed(user: Reader, filters: Filters = Filters(), *, page: int | str = 1) -> Listed:
    """One page of what is owed, the most urgent first, with the summary of all that the filters leave."""
    found = paged(_in_order(_narrowed(user, filters)), page)
    return Listed(found, lines(user, found), summary(user, filters))


def every_line(user: Reader, filters: Filters = Filters(), *, on: date | None = None) -> list[Line]:
    """The whole list, for a file; with the states of the day ``on``, where that is not today."""
    return lines(user, _in_order(_narrowed(user, filters), on), on=on)


def most_urgent(user: Reader, filters: Filters = Filters(state="waiting"), *, limit: int = 10) -> list[Line]:
    """What is owed, the most urgent first, at most so many."""
    return lines(user, _in_order(_narrowed(user, filters))[:limit])


def summary(user: Reader, filters: Filters = Filters()) -> Summary:
    """The counts of a list. Nothing that ``user`` may not see is counted."""
    found = _narrowed(user, filters).order_by()
    today = timezone.localdate()
    late = in_state(Standing.OVERDUE, today)
    told: dict[str, Any] = found.aggregate(
        total=Count("pk", distinct=True),
        waiting=Count("pk", filter=waiting(), distinct=True),
        overdue=Count("pk", filter=late, distinct=True),
        oldest=Min("in_force", filter=late),
        no_date=Count("pk", filter=in_state(Standing.NO_DATE, today), distinct=True),
    )
    oldest = told.pop("oldest")
    return Summary(**told, longest=(today - oldest).days if oldest else 0, expectations=filters.expectations)


def in_brief(user: Reader) -> QuerySet[Obligation]:
    """Every obligation and expectation that ``user`` may see, with what a row shows."""
    return (
        Obligation.objects.visible_to(user)
        .filter(gone=False)
        .annotate(in_force=Coalesce("extended_to", "due", output_field=DateField()))
        .select_related(
            "commitment__source__meeting", "decision", "exchange", "owner", "owing_body", "body", "item__meeting__body",
            "source__meeting__body",
        )
    )  # fmt: skip


def lines(user: Reader, found: Iterable[Obligation], *, on: date | None = None) -> list[Line]:
    """Each with its state today, or on the day ``on``, and who holds its post then."""
    rows = list(found)
    today = on or timezone.localdate()
    held = held_now(user, {row.owner_id for row in rows if row.owner_id}, today)
    later = _later(user, rows)
    return [
        Line(row, state_today(row, today), tuple(held.get(row.owner_id or 0, ())), later.get(row.commitment_id or 0))
        for row in rows
    ]


def _later(user: Reader, rows: list[Obligation]) -> dict[int, Closure]:
    """The last that later minutes say of the commitments behind what still waits, by the commitment's number."""
    promised = [row.commitment for row in rows if row.commitment and not row.answered_on and not row.ended]
    return {pk: told.closures[-1] for pk, told in matters.tell(user, promised).items() if told.closures}


def state_today(obligation: Obligation, today: date | None = None) -> State:
    """Where an obligation stands today."""
    return state_of(obligation.dates, today or timezone.localdate(), due_soon_days=settings.DUE_SOON_DAYS)


def held_now(user: Reader, posts: set[int], today: date) -> dict[int, list[str]]:
    """The names of those who hold posts today, by post, as far as somebody has said so."""
    held: dict[int, list[str]] = {}
    current = Membership.objects.visible_to(user).filter(
        Q(start_earliest__isnull=True) | Q(start_earliest__lte=today),
        Q(end_latest__isnull=True) | Q(end_latest__gte=today),
        post__in=posts,
    )
    for post, name in current.order_by("person__name").values_list("post_id", "person__name"):
        held.setdefault(post, []).append(name)
    return held


def waiting() -> Q:
    """The condition that something is still owed."""
    return Q(answered_on__isnull=True, ended="")


def in_state(standing: Standing, today: date) -> Q:
    """The condition that an obligation stands so today. Says in SQL what ``states.state_of`` says of one."""
    soon = today + timedelta(days=settings.DUE_SOON_DAYS)
    match standing:
        case Standing.WITHDRAWN | Standing.SUPERSEDED:
            return Q(ended=standing.value)
        case Standing.ANSWERED_LATE:
            return Q(ended="", answered_on__gt=F("in_force"))
        case Standing.ANSWERED:
            on_time = Q(in_force__isnull=True) | Q(answered_on__lte=F("in_force"))
            return Q(ended="", answered_on__isnull=False) & on_time
        case Standing.OVERDUE:
            return waiting() & Q(in_force__lt=today)
        case Standing.NO_DATE:
            return waiting() & Q(in_force__isnull=True)
        case Standing.EXTENDED:
            return waiting() & Q(extended_to__gte=today)
        case Standing.DUE_SOON:
            return waiting() & Q(extended_to__isnull=True, due__gte=today, due__lte=soon)
    return waiting() & Q(extended_to__isnull=True, due__gt=soon)


def _narrowed(user: Reader, filters: Filters) -> QuerySet[Obligation]:
    found = in_brief(user)
    expected = Q(origin=Origin.EXPECTATION)
    found = found.filter(expected if filters.expectations else ~expected)
    if filters.served and isinstance(user, User) and not (is_administrator(user) or user.serves.everything):
        found = found.filter(served_by(user, Obligation) or Q(pk__in=()))
    if filters.body:
        found = found.filter(body__slug=filters.body)
    if filters.meeting:
        found = found.filter(source__meeting__slug=filters.meeting)
    if filters.origin:
        found = found.filter(origin=filters.origin)
    if filters.owner:
        found = found.filter(
            Q(owner_words__icontains=filters.owner)
            | Q(owner__name__icontains=filters.owner)
            | Q(owing_body__name__icontains=filters.owner)
        )
    if filters.state == "waiting":
        found = found.filter(waiting())
    elif filters.state:
        found = found.filter(in_state(Standing(filters.state), timezone.localdate()))
    for word in filters.text.split():
        holds = Q(title__icontains=word)
        for finding in ("commitment", "decision", "exchange"):
            holds |= Q(**{f"{finding}__quote__icontains": word})
        found = found.filter(holds)
    return found


def _in_order(found: QuerySet[Obligation], on: date | None = None) -> QuerySet[Obligation]:
    """The most urgent first; within a state the longest waiting."""
    today = on or timezone.localdate()
    ranks = [When(in_state(standing, today), then=Value(rank)) for rank, standing in enumerate(_ORDER)]
    return found.annotate(rank=Case(*ranks, default=Value(len(_ORDER)), output_field=IntegerField())).order_by(
        "rank", F("in_force").asc(nulls_last=True), F("said_on").asc(nulls_last=True), "pk"
    )
