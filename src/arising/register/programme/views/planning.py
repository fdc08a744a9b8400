"""The work programme: what is planned, and the forms that change it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.rules import signed_in
from arising.register.bodies import queries as bodies
from arising.register.bodies.written import taken
from arising.register.obligations import queries as obligations
from arising.register.programme import forms, operations, queries
from arising.register.programme.asking import decision_of
from arising.register.programme.models import Ended
from arising.register.programme.tracker.cells import neutralised
from arising.register.record.views.pages import found

Done = Callable[[dict[str, Any]], object]


def programme(request: HttpRequest, body: str) -> HttpResponse:
    """What a body will look at, and when."""
    it = found(queries.programme, request.user, body)
    may = request.user.has_perm("programme.change", it.body)
    return render(request, "programme/programme.html", {"it": it, "may_change": may, "body": it.body})


def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One item, where it came from and every time it was moved."""
    it = found(queries.item_page, request.user, pk)
    may = request.user.has_perm("programme.change", it.item)
    return render(request, "programme/item.html", {"it": it, "item": it.item, "may_change": may, "body": it.item.body})


def agenda(request: HttpRequest, body: str, meeting: str) -> HttpResponse:
    """The agenda of a meeting as it is planned."""
    it = found(queries.planned_meeting, request.user, body, meeting)
    context = {"it": it, "body": it.meeting.body, "may_change": request.user.has_perm("programme.change", it.meeting)}
    return render(request, "programme/agenda.html", context)


_COLUMNS = (
    "Meeting", "Theme", "Item", "What is to be found out", "Led by", "Minutes", "Part of the theme", "Who decides",
    "Decided on", "In time", "What became of it", "From obligation", "Address",
)  # fmt: skip


def programme_file(request: HttpRequest, body: str) -> HttpResponse:
    """The whole programme as CSV for a spreadsheet."""
    it = found(queries.programme, request.user, body)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{body}-programme.csv"'
    # the mark by which spreadsheets know that the text is UTF-8
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(_COLUMNS)
    for theme, one in it.lines:
        row = _cells(theme, one, request.build_absolute_uri(one.item.get_absolute_url()))
        writer.writerow(["" if cell is None else neutralised(str(cell)) for cell in row])
    return response


def _cells(theme: str, one: queries.Planned, address: str) -> tuple[object, ...]:
    item = one.item
    day = item.meeting.date if item.meeting else "outside a meeting" if item.outside else "no slot"
    return (
        day, theme, item.title, item.purpose, item.lead, item.minutes, "yes" if item.on_theme else "no",
        item.decision_by, item.decision_on, one.reach.words if one.reach else "", item.get_ended_display(),
        item.obligation_id, address,
    )  # fmt: skip


@login_required
def plan(request: HttpRequest, body: str) -> HttpResponse:
    """Plan a meeting."""
    of = found(bodies.body, request.user, body)
    _may(request, of)
    form = forms.PlanForm(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        seen = Seen(Audience(told["audience"]))
        return operations.plan(
            of, told["on"], **form.planned(), seen=seen, actor=signed_in(request), why="Planned by a clerk"
        )

    return _written(request, form, act, reverse("programme", args=[of.slug]))


@login_required
def change_plan(request: HttpRequest, body: str, meeting: str) -> HttpResponse:
    """Change what is planned for a meeting."""
    it = found(queries.planned_meeting, request.user, body, meeting)
    _may(request, it.meeting)
    form = forms.ChangePlanForm(request.POST or None, initial=forms.ChangePlanForm.starts_with(it.meeting, it.plan))

    def act(told: dict[str, Any]) -> object:
        return operations.change_plan(
            it.meeting,
            form.planned(),
            on=told["on"],
            actor=signed_in(request),
            why=told["why"],
            version=told["version"],
        )

    return _written(request, form, act, reverse("programme", args=[body]))


@login_required
def cancel(request: HttpRequest, body: str, meeting: str) -> HttpResponse:
    """Cancel a meeting that was planned."""
    it = found(queries.planned_meeting, request.user, body, meeting)
    _may(request, it.meeting)
    form = forms.CancelForm(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.drop_meeting(it.meeting, reason=told["reason"], actor=signed_in(request))

    return _written(request, form, act, reverse("programme", args=[body]))


@login_required
def add(request: HttpRequest, body: str) -> HttpResponse:
    """Put an item on the programme; with ``?obligation=``, one that comes from a request."""
    of = found(bodies.body, request.user, body)
    _may(request, of)
    number = request.GET.get("obligation", "")
    asked = (
        found(obligations.obligation, request.user, int(number)) if number.isdecimal() and len(number) < 10 else None
    )
    start: dict[str, Any] = {"audience": asked.audience if asked else Audience.PUBLIC}
    if asked:
        start |= {"about": asked.title[:500], "lead": asked.owner}
        if decision := decision_of(asked):
            start |= {"decision_by": decision.by, "decision_on": decision.on}
    form = forms.ItemForm(request.POST or None, user=request.user, body=of, initial=start)

    def act(told: dict[str, Any]) -> object:
        return operations.add_item(
            of, **form.told(), **form.slot(), obligation=asked, seen=Seen(Audience(told["audience"])),
            actor=signed_in(request), why="Put on by a clerk",
        )  # fmt: skip

    return _written(request, form, act, reverse("programme", args=[of.slug]))


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what an item says."""
    one = found(queries.programme_item, request.user, pk)
    _may(request, one)
    form = forms.ChangeItemForm(
        request.POST or None, user=request.user, body=one.body, initial=forms.ChangeItemForm.starts_with(one)
    )

    def act(told: dict[str, Any]) -> object:
        return operations.amend_item(
            one, form.told(), actor=signed_in(request), why=told["why"], version=told["version"]
        )

    return _written(request, form, act, one.get_absolute_url())


@login_required
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move an item to another meeting."""
    one = found(queries.programme_item, request.user, pk)
    _may(request, one)
    start = {"version": one.version, "place": "outside" if one.outside else one.meeting.slug if one.meeting else ""}
    form = forms.MoveForm(request.POST or None, user=request.user, body=one.body, initial=start)

    def act(told: dict[str, Any]) -> object:
        return operations.move_item(
            one, **form.slot(), reason=told["reason"], actor=signed_in(request), version=told["version"]
        )

    return _written(request, form, act, one.get_absolute_url())


@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that an item was taken or is withdrawn."""
    one = found(queries.programme_item, request.user, pk)
    _may(request, one)
    form = forms.EndItemForm(request.POST or None, user=request.user, item=one, initial={"version": one.version})

    def act(told: dict[str, Any]) -> object:
        return operations.end_item(
            one, Ended(told["how"]), reason=told["reason"], taken_as=told["taken_as"], actor=signed_in(request),
            version=told["version"],
        )  # fmt: skip

    return _written(request, form, act, one.get_absolute_url())


@login_required
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an item that has ended on the programme again."""
    one = found(queries.programme_item, request.user, pk)
    _may(request, one)
    form = forms.RestoreItemForm(request.POST or None, initial={"version": one.version})

    def act(told: dict[str, Any]) -> object:
        return operations.restore_item(one, reason=told["reason"], actor=signed_in(request), version=told["version"])

    return _written(request, form, act, one.get_absolute_url())


def _may(request: HttpRequest, thing: Any) -> None:
    if not request.user.has_perm("programme.change", thing):
        raise PermissionDenied


def _written(request: HttpRequest, form: Any, act: Done, back: str) -> HttpResponse:
    """The form, or the page that it leads back to once the operation has taken what was written."""
    if request.method == "POST" and taken(form, act):
        return redirect(back)
    return render(request, "site/change.html", {"form": form, "back": back})
