"""The latest grades of every authority."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.national import BringNationalTable, TypeOutcome
from arising.register.improvement.models import NationalTable
from arising.register.record.views.pages import download, found


def national_grades(request: HttpRequest) -> HttpResponse:
    """The latest grades of every authority, from the table that counts."""
    it = queries.national_page(request.user, request.GET.get("kind", ""), request.GET.get("text", ""))
    return render(request, "improvement/national.html", {"it": it, "kinds": NationalTable.Kind.choices})


@login_required
def bring_national_table(request: HttpRequest) -> HttpResponse:
    """Bring a table in, to look at before it is stored."""
    _may_bring(request)
    form = BringNationalTable(request.POST or None, files=request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["table"]
        try:
            return redirect(operations.bring_national_table(file.read(), file.name, actor=signed_in(request)))
        except ValidationError as trouble:
            form.take(trouble)
    return render(request, "site/change.html", {"form": form, "back": reverse("national-grades")})


def national_table(request: HttpRequest, pk: int) -> HttpResponse:
    """What a table holds and what is odd in it; while it waits, also what it would change."""
    table = found(queries.national_table, request.user, pk)
    if table.state == NationalTable.State.STORED:
        return render(request, "improvement/national_table.html", {"table": table})
    if request.method == "POST":
        _may_bring(request)
        operations.store_national_table(table, actor=signed_in(request))
        messages.success(request, "Stored. Its grades count from now on.")
        return redirect("national-grades")
    it = found(queries.looked_at, request.user, pk)
    return render(request, "improvement/national_look.html", {"it": it, "table": table})


@login_required
@require_POST
def drop_national_table(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a table away that waits."""
    table = found(queries.national_table, request.user, pk)
    _may_bring(request)
    try:
        operations.drop_national_table(table, actor=signed_in(request))
    except ValidationError as trouble:
        messages.error(request, " ".join(trouble.messages))
        return redirect(table)
    messages.success(request, "Thrown away.")
    return redirect("national-grades")


def national_table_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A table as it came."""
    return download(found(queries.national_table_file, request.user, pk))


def _may_bring(request: HttpRequest) -> None:
    if not request.user.has_perm("improvement.keep"):
        raise PermissionDenied


@login_required
def type_outcome(request: HttpRequest) -> HttpResponse:
    """Type in the outcome of an area SEND inspection of an authority."""
    _may_bring(request)

    def act(told: dict[str, Any]) -> object:
        return operations.type_outcome(
            told["authority"], told["outcome"], told["ends_on"], told["source"], actor=signed_in(request),
            why="Typed in from its report",
        )  # fmt: skip

    return written(request, TypeOutcome(request.POST or None), act, _outcomes())


@login_required
def drop_outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an outcome away that was typed in wrongly."""
    one = found(queries.area_outcome, request.user, pk)
    _may_bring(request)

    def act(told: dict[str, Any]) -> None:
        operations.drop_outcome(one, actor=signed_in(request), why=told["why"])

    return written(request, Removing(request.POST or None), act, _outcomes(), about=str(one))


def _outcomes() -> str:
    return f"{reverse('national-grades')}?kind={NationalTable.Kind.AREA_SEND.value}"
