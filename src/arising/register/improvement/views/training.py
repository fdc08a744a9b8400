"""What members learn: training sessions, visits, who took them up, what they led to."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from arising.register.accounts.rules import signed_in
from arising.register.bodies import queries as bodies
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.papers import held_initial
from arising.register.improvement.forms.training import LedToForm, OccasionForm, TookPartForm
from arising.register.improvement.models import Occasion
from arising.register.improvement.queries.training import TrainingPage
from arising.register.improvement.views.kept import must_keep, onward
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found

TITLES = (
    "member", "role", "date", "session or visit", "kind", "given by or where", "about", "indicator", "duty",
    "took part", "what it led to",
)  # fmt: skip


def training(request: HttpRequest, body: str) -> HttpResponse:
    """What the members of a body learned in a municipal year."""
    held = found(bodies.body, request.user, body)
    page = queries.training(request.user, held, request.GET.get("year", ""))
    years = [(each.since.isoformat(), queries.label_of(each), each == page.year) for each in page.years]
    context = {
        "it": page, "body": held, "years": years, "may_keep": request.user.has_perm("improvement.keep", held),
        "may_add_members": request.user.has_perm("bodies.change", held),
    }  # fmt: skip
    return render(request, "improvement/training/training.html", context)


def training_csv(request: HttpRequest, body: str) -> HttpResponse:
    """The same as CSV: a row for each member and each session or visit."""
    held = found(bodies.body, request.user, body)
    page = queries.training(request.user, held, request.GET.get("year", ""))
    return attached_csv(TITLES, _rows(page), f"{body}-training-{page.year.since.year}.csv")


def _rows(page: TrainingPage) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for line in (*page.sessions, *page.visits):
        one = line.occasion
        about = (
            one.on.isoformat(), one.title, one.get_kind_display(), one.given_by, one.about, str(one.indicator or ""),
            one.get_duty_display() if one.duty else "",
        )  # fmt: skip
        led = " | ".join(each.words for each in line.led_to)
        if one.is_training:
            cells = [(member, cell) for member in page.members for at, cell in member.cells if at is line]
            rows += [(member.name, member.role, *about, cell, led) for member, cell in cells if cell]
        else:
            roles = {member.name: member.role for member in page.members}
            rows += [(name, roles.get(name, ""), *about, "yes", led) for name in line.took_part]
    return rows


def occasion(request: HttpRequest, pk: int) -> HttpResponse:
    """A session or a visit: who took part, and what it led to."""
    line = found(queries.occasion_line, request.user, pk)
    one = line.occasion
    context = {
        "line": line, "one": one, "body": one.body, "may_keep": request.user.has_perm("improvement.keep", one)
    }  # fmt: skip
    return render(request, "improvement/training/occasion.html", context)


@login_required
def add_occasion(request: HttpRequest, body: str) -> HttpResponse:
    """Add a session or a visit."""
    held = found(bodies.body, request.user, body)
    must_keep(request, held)
    form = OccasionForm(request.POST or None, body=held)

    def act(told: dict[str, Any]) -> object:
        return operations.add_occasion(
            held, form.chosen(), seen=form.seen(), actor=signed_in(request),
            why="Added on the page of training",
        )  # fmt: skip

    return written(request, form, act, reverse("training", args=[held.slug]))


@login_required
def change_occasion(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a session or a visit right."""
    one = _kept(request, pk)
    names = ("kind", "on", "given_by", "about", "indicator", "duty", "note")
    now = {"name": one.title, **{each: getattr(one, each) for each in names}, **held_initial(one.seen)}
    form = OccasionForm(request.POST or None, body=one.body, initial=now)
    form.title = "Change it"

    def act(told: dict[str, Any]) -> object:
        seen = form.seen()
        return operations.amend_occasion(
            one, form.chosen(), seen=seen if seen != one.seen else None, actor=signed_in(request),
            why="Changed on its page",
        )  # fmt: skip

    back = reverse("training", args=[one.body.slug])
    return written(
        request, form, act, one.get_absolute_url(), then=lambda made: onward(request, made, back)
    )  # fmt: skip


@login_required
def remove_occasion(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a session or a visit away."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> None:
        operations.remove_occasion(one, actor=signed_in(request), why=told["why"])

    back, then = one.get_absolute_url(), reverse("training", args=[one.body.slug])
    return written(request, Removing(request.POST or None), act, back, then=lambda _: then)


@login_required
def took_part(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who took part."""
    one = _kept(request, pk)
    form = TookPartForm(request.POST or None, people=queries.could_have_taken_part(request.user, one))

    def act(told: dict[str, Any]) -> None:
        operations.set_took_part(one, told["people"], actor=signed_in(request), why="Said on its page")

    return written(
        request, form, act, one.get_absolute_url(), template="improvement/training/people.html",
        shown={"one": one, "body": one.body},
    )  # fmt: skip


@login_required
def add_led_to(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what a session or a visit led to."""
    one = _kept(request, pk)
    form = LedToForm(request.POST or None, user=request.user)

    def act(told: dict[str, Any]) -> object:
        return operations.add_led_to(
            one, told["words"], told["link"], actor=signed_in(request), why="Said on its page"
        )  # fmt: skip

    return written(request, form, act, one.get_absolute_url())


@login_required
def remove_led_to(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away what was said of what a session or a visit led to."""
    row = found(queries.led_to, request.user, pk)
    must_keep(request, row.occasion)

    def act(told: dict[str, Any]) -> None:
        operations.remove_led_to(row, actor=signed_in(request), why=told["why"])

    return written(request, Removing(request.POST or None), act, row.occasion.get_absolute_url())


def _kept(request: HttpRequest, pk: int) -> Occasion:
    one = found(queries.occasion, request.user, pk)
    must_keep(request, one)
    return one
