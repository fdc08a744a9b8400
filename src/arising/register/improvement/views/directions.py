"""The pages of statutory directions."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from arising.register.accounts.rules import is_clerk, signed_in
from arising.register.bodies.models import Council
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.directions import (
    AddReview,
    ChangeRequirement,
    GiveDirection,
    LiftDirection,
    MoveReview,
    OweReviews,
)
from arising.register.improvement.models import Direction
from arising.register.improvement.views.kept import council_kept, must_keep, onward
from arising.register.record.views.pages import found


def directions(request: HttpRequest, council: str) -> HttpResponse:
    """What a council was directed to do."""
    it = found(queries.directions_page, request.user, council)
    return render(request, "improvement/directions.html", {"it": it, "council": it.council})


def direction(request: HttpRequest, pk: int) -> HttpResponse:
    """What one direction requires, and when it is reviewed."""
    it = found(queries.direction_page, request.user, pk)
    return render(
        request, "improvement/direction.html", {"it": it, "one": it.direction, "council": it.direction.council}
    )


@login_required
def add_direction(request: HttpRequest, council: str) -> HttpResponse:
    """Add a direction with what it requires."""
    return _give(request, council_kept(request, council), None)


@login_required
def revise_direction(request: HttpRequest, pk: int) -> HttpResponse:
    """Add the direction that revises another. The other stays in sight, with what changed."""
    one = _kept(request, pk)
    return _give(request, one.council, one)


def _give(request: HttpRequest, council: Council, revises: Direction | None) -> HttpResponse:
    user = signed_in(request)
    form = GiveDirection(request.POST or None, files=request.FILES or None, user=user, council=council, revises=revises)
    back = reverse("directions", args=[council.slug])

    def act(told: dict[str, Any]) -> Direction:
        return _given(form, council, revises, user)

    return written(request, form, act, back, about=str(council), then=lambda made: onward(request, made, back))


def _given(form: GiveDirection, council: Council, revises: Direction | None, user: Any) -> Direction:
    told, seen, why = form.cleaned_data, form.seen(), "Added on the page of directions"
    with transaction.atomic():
        file, paper = told["file"], None
        if file:
            paper = operations.keep_paper(
                council, file.read(), file.name, title=told["called_on"], dated=told["given_on"], seen=seen,
                actor=user, why=why,
            )  # fmt: skip
        return operations.give_direction(
            council, told["called_on"], told["given_on"], required=told["required_actions"], basis=told["basis"],
            commissioner_words=told["commissioner"], inspection=told["inspection"], paper=paper,
            reviews=told["reviews"], supersedes=revises, note=told["note"], seen=seen, actor=user, why=why,
        )  # fmt: skip


@login_required
def lift_direction(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a direction was lifted."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> object:
        return operations.lift_direction(one, told["on"], actor=signed_in(request), why=told["why"])

    return written(request, LiftDirection(request.POST or None), act, one.get_absolute_url())


@login_required
def change_requirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Say by when an action is required, and which post answers for it."""
    row = found(queries.requirement, request.user, pk)
    must_keep(request, row)
    form = ChangeRequirement(request.POST or None, user=signed_in(request), requirement=row)

    def act(told: dict[str, Any]) -> object:
        why = "Said on the page of the direction"
        return operations.change_requirement(
            row, due=told["due"], owner=told["owner"], actor=signed_in(request), why=why
        )

    return written(request, form, act, row.get_absolute_url())


@login_required
def move_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a review to another day."""
    point = found(queries.review_point, request.user, pk)
    must_keep(request, point)

    def act(told: dict[str, Any]) -> object:
        return operations.move_review(point, told["due"], actor=signed_in(request), why=told["why"])

    return written(request, MoveReview(request.POST or None, point=point), act, point.direction.get_absolute_url())


@login_required
def add_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a review beside the usual ones."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> object:
        why = "Added on the page of the direction"
        return operations.add_review(one, told["due"], told["name"], actor=signed_in(request), why=why)

    return written(request, AddReview(request.POST or None), act, one.get_absolute_url())


@login_required
def owe_reviews(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a body wait for the reviews of a direction."""
    one = _kept(request, pk)
    if not is_clerk(request.user, one):
        raise PermissionDenied
    form = OweReviews(request.POST or None, user=signed_in(request), council=one.council)

    def act(told: dict[str, Any]) -> object:
        return operations.owe_reviews(one, told["body"], actor=signed_in(request), why="The reviews of a direction")

    return written(request, form, act, one.get_absolute_url())


def _kept(request: HttpRequest, pk: int) -> Direction:
    """A direction whose journey the reader keeps."""
    one = found(queries.direction, request.user, pk)
    must_keep(request, one)
    return one
