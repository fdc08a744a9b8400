"""How published files are read: what each column of a new layout holds, and where indicators stand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arising.measures.periods import Kind
from arising.measures.published import NotPublished
from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing, Writing
from arising.register.bodies.written import Act, written
from arising.register.indicators import operations, queries
from arising.register.indicators.column_forms import AddPlace, ChangeLayout, Columns, Measures
from arising.register.indicators.models import Layout
from arising.register.record.views.pages import found


@login_required
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what each column of a file that was brought in holds."""
    one = found(queries.brought, request.user, pk)
    _may(request)
    if one.became is not None:
        return redirect(one.became)
    sent = request.POST if request.method == "POST" else None
    form = Columns(sent, look=queries.looked_at(one), indicators=queries.indicators_of(request.user))
    if sent is not None and form.is_valid():
        told = form.cleaned_data
        try:
            layout = operations.add_layout(
                one, name=told["name"], release=told["release"], columns=form.told(), years=Kind(told["years"]),
                licence=told["licence"], actor=signed_in(request),
            )  # fmt: skip
        except NotPublished as trouble:
            form.add_error(None, str(trouble))
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, f"Files with these columns are read by “{layout}” from now on.")
            return redirect(one)
    return render(request, "indicators/columns.html", {"form": form, "one": one})


@login_required
def measures(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which indicator each measure of a file is."""
    one = found(queries.brought, request.user, pk)
    _may(request)
    if one.became is not None:
        return redirect(one.became)
    form = measures_form(request, queries.held_by(one).measures)
    if request.method == "POST" and form.is_valid():
        try:
            operations.match_measures(form.told(), actor=signed_in(request), why=f"Told of the measures of {one.name}")
        except NotPublished as trouble:
            form.add_error(None, str(trouble))
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, "Saved.")
            return redirect(one)
    return render(request, "indicators/measures.html", {"form": form, "one": one, "back": one.get_absolute_url()})


def measures_form(request: HttpRequest, told: tuple[str, ...]) -> Measures:
    """The form for the measures of a file, with what was said of them before."""
    before = queries.measures_matched()
    initial = {f"measure-{at}": before.get(measure, "") for at, measure in enumerate(told)}
    sent = request.POST if request.method == "POST" else None
    return Measures(sent, measures=told, indicators=queries.indicators_of(request.user), initial=initial)


def layout(request: HttpRequest, key: str) -> HttpResponse:
    """How the files of a layout are read."""
    it = found(queries.layout, key)
    may = request.user.has_perm("indicators.publish")
    return render(request, "indicators/layout.html", {"it": it, "may_publish": may})


@login_required
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Call a layout otherwise, or say anew where its files are published."""
    held = _told(request, key)
    form = ChangeLayout(request.POST or None, initial=ChangeLayout.of(held))

    def act(told: dict[str, Any]) -> None:
        operations.change_layout(
            held, name=told["name"], release=told["release"], licence=told["licence"], actor=signed_in(request),
            why=told["why"],
        )  # fmt: skip

    return _written(request, form, act, held.get_absolute_url())


@login_required
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Take a layout away by which nothing was stored."""
    held = _told(request, key)
    form = Removing(request.POST or None)

    def act(told: dict[str, Any]) -> None:
        operations.drop_layout(held, actor=signed_in(request), why=told["why"])

    return _written(request, form, act, held.get_absolute_url(), then=reverse("add-release"))


@login_required
def add_place(request: HttpRequest, key: str) -> HttpResponse:
    """Say which column of a layout is which indicator."""
    _may(request)
    it = found(queries.layout, key)
    indicators = queries.indicators_of(request.user)
    form = AddPlace(request.POST or None, indicators=indicators, titles=it.titles, words=it.words)

    def act(told: dict[str, Any]) -> None:
        name, _, variant = told["definition"].partition(" ")
        operations.set_place(
            key, found(queries.indicator, name), variant, told["value"], numerator=told["numerator"],
            denominator=told["denominator"], where=form.where(), actor=signed_in(request), why="Said on its page",
        )  # fmt: skip

    return _written(request, form, act, it.address)


@login_required
def drop_place(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a column is of no indicator."""
    held = found(queries.place, pk)
    _may(request)
    form = Removing(request.POST or None)

    def act(told: dict[str, Any]) -> None:
        operations.drop_place(held, actor=signed_in(request), why=told["why"])

    return _written(request, form, act, reverse("layout", args=[held.dataset]))


def _told(request: HttpRequest, key: str) -> Layout:
    _may(request)
    held = found(queries.layout, key).layout
    if held is None:
        raise PermissionDenied("It came with the register.")
    return held


def _may(request: HttpRequest) -> None:
    if not request.user.has_perm("indicators.publish"):
        raise PermissionDenied


def _written(request: HttpRequest, form: Writing, act: Act, back: str, *, then: str = "") -> HttpResponse:
    def plainly(told: dict[str, Any]) -> Any:
        try:
            return act(told)
        except NotPublished as trouble:
            raise ValidationError(str(trouble)) from None

    return written(request, form, plainly, back, then=lambda _: then or back)
