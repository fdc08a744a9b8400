"""Which bodies a clerk serves, and who belongs to a body."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arising.register.accounts import queries as accounts
from arising.register.accounts.models import User
from arising.register.accounts.rules import signed_in
from arising.register.bodies import forms, operations, queries
from arising.register.bodies.models import Body, Membership
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import found, may, written


def user_bodies(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which bodies a clerk serves. For whoever manages no users there is no such page."""
    actor = request.user
    try:
        person = accounts.user(actor, pk)
    except User.DoesNotExist as missing:
        raise Http404 from missing
    assert isinstance(actor, User)
    form = forms.ServedBodies(request.POST or None, user=person)
    if form.is_valid():
        operations.set_clerkships(person, **form.served(), actor=actor, why=form.cleaned_data["why"])
        return redirect("user", pk)
    context = {
        "form": form,
        "title": f"Which bodies does {person} serve?",
        "hint": "A clerk sees and does everything in the bodies they serve, and reads what is public of the others.",
        "button": "Change the bodies",
        "back": reverse("user", args=[pk]),
    }
    return render(request, "accounts/change.html", context)


def members(request: HttpRequest, body: str) -> HttpResponse:
    """Who belongs to a body, and who did."""
    it = found(queries.members, request.user, body)
    may_change = request.user.has_perm("bodies.change", it.body)
    return render(request, "bodies/members.html", {"it": it, "body": it.body, "may_change": may_change})


@login_required
def add_member(request: HttpRequest, body: str) -> HttpResponse:
    """Say that somebody belongs to a body."""
    of = found(queries.body, request.user, body)
    may(request, "bodies.change", of)

    def act(told: dict[str, Any]) -> object:
        columns = {name: told[name] for name in ("role", "start", "end")}
        return operations.add_member(of, told["name"], **columns, actor=signed_in(request), why="Added on the page")

    return written(request, forms.AddMember(request.POST or None), act, _members_of(of), about=str(of))


@login_required
def change_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right as what somebody belongs to a body, or say that it ended."""
    row, of = _membership(request, pk)
    now = {name: getattr(row, name) for name in ("role", "start", "end")}
    form = forms.ChangeMembership(request.POST or None, initial=now)

    def act(told: dict[str, Any]) -> object:
        columns = {name: told[name] for name in now}
        return operations.change_membership(row, **columns, actor=signed_in(request), why=told["why"])

    return written(request, form, act, _members_of(of), about=f"{row.person}, {of}")


@login_required
def remove_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a membership that never was."""
    row, of = _membership(request, pk)
    form = Removing(request.POST or None)
    form.title = "Take away a membership that never was"

    def act(told: dict[str, Any]) -> None:
        operations.remove_membership(row, actor=signed_in(request), why=told["why"])

    return written(request, form, act, _members_of(of), about=f"{row.person}, {of}")


def _membership(request: HttpRequest, pk: int) -> tuple[Membership, Body]:
    """A membership of a body that whoever asks may change. Raises Http404 for one that is of a post alone."""
    row = found(queries.membership, request.user, pk)
    may(request, "bodies.change", row)
    if row.body is None:
        raise Http404
    return row, row.body


def _members_of(body: Body) -> str:
    return reverse("members", args=[body.slug])
