"""The statutory directions of a council: what each requires, when it is reviewed, and what a revision changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.accounts.rules import is_clerk
from arising.register.bodies.models import Council
from arising.register.improvement.models import Direction, Inspection, Requirement, ReviewPoint
from arising.register.improvement.queries.answered import has_plan, with_actions
from arising.register.improvement.queries.councils import council as council_seen
from arising.register.obligations.models import Obligation


@dataclass(frozen=True)
class Required:
    """An action that is required. ``change`` says how it stands to the direction before: kept, changed or new; ""
    where there is none. ``before`` are its words there."""

    requirement: Requirement
    change: str = ""
    before: str = ""


@dataclass(frozen=True)
class Review:
    """A review, with what is owed where ``user`` may see it, and whether its day is over."""

    point: ReviewPoint
    obligation: Obligation | None
    over: bool


@dataclass(frozen=True)
class DirectionPage:
    """All that the page of a direction shows. ``dropped`` are the actions that it requires no more."""

    direction: Direction
    lead: str
    required: list[Required]
    dropped: list[Requirement]
    reviews: list[Review]
    revised_by: Direction | None
    revises: Direction | None
    inspection: Inspection | None
    may_keep: bool
    may_owe: bool
    has_plan: bool


@dataclass(frozen=True)
class DirectionsPage:
    """The directions of a council, the latest first, and the one that stands."""

    council: Council
    directions: list[Direction]
    standing: Direction | None
    next_review: ReviewPoint | None
    may_keep: bool


def directions(user: Reader) -> QuerySet[Direction]:
    """The directions that ``user`` may see, the latest first."""
    return Direction.objects.visible_to(user).select_related("council", "paper", "commissioner")


def in_force(every: Sequence[Direction]) -> list[Direction]:
    """Those of all directions of a council that stand: no other among them revises one, and it was not lifted."""
    revised = {one.supersedes_id for one in every}
    return [one for one in every if one.pk not in revised and one.lifted_on is None]


def direction(user: Reader, pk: int) -> Direction:
    """A direction that ``user`` may see. Raises Direction.DoesNotExist."""
    return directions(user).get(pk=pk)


def requirement(user: Reader, pk: int) -> Requirement:
    """An action that is required. Raises Requirement.DoesNotExist."""
    return Requirement.objects.visible_to(user).select_related("direction__council", "owner").get(pk=pk)


def review_point(user: Reader, pk: int) -> ReviewPoint:
    """A review. Raises ReviewPoint.DoesNotExist."""
    return ReviewPoint.objects.visible_to(user).select_related("direction__council", "obligation").get(pk=pk)


def direction_page(user: Reader, pk: int) -> DirectionPage:
    """The page of a direction. Raises Direction.DoesNotExist."""
    one = directions(user).get(pk=pk)
    revises = directions(user).filter(pk=one.supersedes_id).first() if one.supersedes_id else None
    required = Requirement.objects.visible_to(user).filter(direction=one).select_related("owner")
    own = list(required.prefetch_related(with_actions(user)))
    carried = {each.carried_from_id for each in own}
    before = list(Requirement.objects.visible_to(user).filter(direction=revises)) if revises else []
    known = {row.pk: row for row in before}
    answers = Inspection.objects.visible_to(user).filter(pk=one.inspection_id).first() if one.inspection_id else None
    return DirectionPage(
        direction=one, lead=_lead(one), required=[_required(each, revises, known) for each in own],
        dropped=[each for each in before if each.pk not in carried], reviews=_reviews(user, one),
        revised_by=directions(user).filter(supersedes=one).first(), revises=revises,
        inspection=answers,
        may_keep=user is not None and user.has_perm("improvement.keep", one), may_owe=is_clerk(user, one),
        has_plan=has_plan(user, one.council),
    )  # fmt: skip


def directions_page(user: Reader, slug: str) -> DirectionsPage:
    """The directions of a council. Raises Council.DoesNotExist."""
    council = council_seen(user, slug)
    every = list(directions(user).filter(council=council))
    stands = next(iter(in_force(every)), None)
    ahead = ReviewPoint.objects.visible_to(user).filter(direction=stands, due__gte=timezone.localdate())
    return DirectionsPage(
        council=council, directions=every, standing=stands, next_review=ahead.first() if stands else None,
        may_keep=user is not None and user.has_perm("improvement.keep", council),
    )  # fmt: skip


def _lead(one: Direction) -> str:
    if one.lifted_on:
        return f"It was lifted on {one.lifted_on.day} {one.lifted_on:%B %Y}."
    by = str(one.commissioner or one.commissioner_words)
    return f"{by} reviews what the council does." if by else "No commissioner is named."


def _required(each: Requirement, revises: Direction | None, known: dict[int, Requirement]) -> Required:
    if revises is None:
        return Required(each)
    before = known.get(each.carried_from_id or 0)
    if before is None:
        return Required(each, "new")
    same = " ".join(before.words.split()) == " ".join(each.words.split())
    return Required(each, "kept" if same else "changed", "" if same else before.words)


def _reviews(user: Reader, one: Direction) -> list[Review]:
    points = list(ReviewPoint.objects.visible_to(user).filter(direction=one))
    numbers = [point.obligation_id for point in points if point.obligation_id]
    owed = {each.pk: each for each in Obligation.objects.visible_to(user).filter(pk__in=numbers)}
    today = timezone.localdate()
    return [Review(point, owed.get(point.obligation_id or 0), point.due < today) for point in points]
