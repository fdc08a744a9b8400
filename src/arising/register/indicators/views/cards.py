"""Indicators of a council's own: adding one, changing one, taking one away as a file and bringing it in again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arising.measures.cards import Card
from arising.measures.writing import toml_of
from arising.register.accounts.rules import signed_in
from arising.register.indicators import operations, queries
from arising.register.indicators.card_forms import (
    AddOwn,
    Breaks,
    ChangeOwn,
    Definition,
    ImportCard,
    Variants,
    breaks_of,
    variants_of,
)
from arising.register.programme.views.files import attached
from arising.register.record.views.pages import found


@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Add an indicator of a council's own."""
    _may(request)
    sent = request.POST if request.method == "POST" else None
    form = AddOwn(sent, councils=queries.councils_served(request.user))
    parts = Variants(sent, prefix="variant"), Breaks(sent, prefix="break")
    if sent is not None and _are_valid(form, parts):
        told = _told(form, parts, None)
        told["key"] = operations.free_key(told["name"])
        try:
            done = operations.add_card(
                form.cleaned_data["council"], told, actor=signed_in(request), why="Added on its page"
            )  # fmt: skip
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, f"“{done}” is added.")
            return redirect(done)
    return _shown(request, form, parts, reverse("indicators"))


@login_required
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Change an indicator of a council's own. Another definition is a new version."""
    held = found(queries.indicator, key)
    _may(request)
    if held.council_id is None:
        raise PermissionDenied("It came with the register.")
    card = held.card
    sent = request.POST if request.method == "POST" else None
    form = ChangeOwn(sent, initial={**ChangeOwn.of(card), "version": held.history.count()})
    parts = (
        Variants(sent, prefix="variant", initial=variants_of(card)),
        Breaks(sent, prefix="break", initial=breaks_of(card)),
    )
    if sent is not None and _are_valid(form, parts):
        try:
            operations.change_card(
                held, _told(form, parts, card), since=form.cleaned_data["since"],
                read=form.cleaned_data["version"], actor=signed_in(request), why=form.cleaned_data["why"],
            )  # fmt: skip
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, "Saved.")
            return redirect(held)
    return _shown(request, form, parts, held.get_absolute_url())


@login_required
def bring_in(request: HttpRequest) -> HttpResponse:
    """Add or change an indicator of a council's own by a file."""
    _may(request)
    sent = request.method == "POST"
    councils = queries.councils_served(request.user)
    form = ImportCard(request.POST, councils=councils, files=request.FILES) if sent else ImportCard(councils=councils)
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            done = operations.import_card(
                form.cleaned_data["council"], file.read(), actor=signed_in(request), why=f"From the file {file.name}"
            )
        except ValidationError as trouble:
            form.add_error("file", trouble.messages)
        else:
            messages.success(request, f"“{done}” is in the register.")
            return redirect(done)
    return render(request, "site/change.html", {"form": form, "back": reverse("indicators")})


def toml(request: HttpRequest, key: str) -> HttpResponse:
    """What an indicator counts, as a file that can be brought in again."""
    held = found(queries.indicator, key)
    return attached(toml_of(held.told).encode(), "application/toml; charset=utf-8", f"{key}.toml")


def _told(form: Definition, parts: tuple[Any, Any], card: Card | None) -> dict[str, Any]:
    variants, breaks = parts
    told = form.told()
    named = [one for each in variants if (one := each.told(card))]
    told["variants"] = named or [{"key": "all", "name": "all"}]
    told["breaks"] = [
        {"year": each.cleaned_data["year"], "why": each.cleaned_data["why"].strip()}
        for each in breaks
        if each.cleaned_data.get("year")
    ]
    return {name: value for name, value in told.items() if value not in ("", [], False) or name == "over"}


def _are_valid(form: Definition, parts: tuple[Any, Any]) -> bool:
    # each is asked, so that all that is wrong is told at once
    return all([form.is_valid(), *(each.is_valid() for each in parts)])


def _shown(request: HttpRequest, form: Definition, parts: tuple[Any, Any], back: str) -> HttpResponse:
    variants, breaks = parts
    wrong = [field for part in parts for each in part for field in each if field.errors]
    context = {"form": form, "variants": variants, "breaks": breaks, "wrong": wrong, "back": back}
    return render(request, "indicators/own_indicator.html", context)


def _may(request: HttpRequest) -> None:
    if not request.user.has_perm("indicators.define"):
        raise PermissionDenied
