"""Trackers: their page, their files, and those that are brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from arising.register.accounts.rules import signed_in
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body
from arising.register.obligations import queries as obligations
from arising.register.obligations.forms import NarrowObligations
from arising.register.programme import operations, queries
from arising.register.programme.models import TrackerImport
from arising.register.programme.tracker import BY_NAME, Tracker, sheets
from arising.register.programme.tracker.comparing import Trouble
from arising.register.programme.tracker.uploaded import LARGEST, NotATracker
from arising.register.programme.views.files import attached
from arising.register.record.views.pages import found

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def tracker(request: HttpRequest, body: str) -> HttpResponse:
    """The page of a tracker: take it, fill it in, bring it back."""
    of = found(bodies.body, request.user, body)
    context = {
        "body": of,
        "owes": obligations.owed_by(request.user).exists(),
        "may_bring_back": queries.may_bring_back(request.user, of),
        "imports": queries.imports(request.user, of)[:20],
    }
    return render(request, "programme/tracker.html", context)


def tracker_excel(request: HttpRequest, body: str = "") -> HttpResponse:
    """What is owed to a body, or to every body, as an Excel workbook."""
    return attached(sheets.workbook(_asked_for(request, body)), EXCEL, f"{body or 'obligations'}-tracker.xlsx")


def tracker_csv(request: HttpRequest, body: str = "") -> HttpResponse:
    """What is owed to a body, or to every body, as CSV."""
    return attached(sheets.comma_separated(_asked_for(request, body)), CSV, f"{body or 'obligations'}-tracker.csv")


def _asked_for(request: HttpRequest, body: str) -> Tracker:
    """The tracker with the filters of the list. The body in the address comes before one among the filters."""
    expectations = request.GET.get("expectations") == "1"
    filters = NarrowObligations(request.GET, user=request.user, expectations=expectations).filters()
    if body:
        filters = replace(filters, body=body)
    return found(queries.tracker, request.user, body, filters, mine=request.GET.get("mine") == "1")


@login_required
def bring_back(request: HttpRequest, body: str) -> HttpResponse:
    """Choose a filled-in tracker. Nothing is stored before its page has shown what it would change."""
    of = _may_bring_back(request, body)
    trouble = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            trouble = "Choose the tracker that was filled in."
        else:
            content = file.read(LARGEST + 1)
            try:
                return redirect(operations.bring_back(of, file.name or "file", content, actor=signed_in(request)))
            except NotATracker as error:
                trouble = str(error)
    return render(request, "programme/bring_back.html", {"body": of, "trouble": trouble})


@login_required
def tracker_import(request: HttpRequest, body: str, pk: int) -> HttpResponse:
    """What a tracker would change, row by row, and the word to store that; once stored, what it changed."""
    _may_bring_back(request, body)
    brought = found(queries.tracker_import, request.user, body, pk)
    trouble = ""
    if request.method == "POST":
        try:
            operations.store(brought, request.POST.get("seen", ""), actor=signed_in(request))
            return redirect(brought)
        except (operations.AlreadyStored, operations.PreviewChanged) as error:
            trouble = str(error)
    brought.refresh_from_db()
    context: dict[str, Any] = {"body": brought.body, "it": brought, "trouble": trouble}
    if brought.state == TrackerImport.State.STORED:
        told = brought.told
        context |= {
            "rows": [_as_shown(row) for row in queries.outcome(request.user, brought)],
            "troubles": _troubles(brought),
            "unchanged": told["unchanged"],
            "elsewhere": told["elsewhere"],
        }
        return render(request, "programme/brought_back.html", context)
    try:
        preview = queries.preview(request.user, brought)
    except NotATracker as error:
        # what was taken before may be refused by a later version of the register
        return render(request, "programme/bring_back.html", {"body": brought.body, "trouble": str(error)})
    return render(request, "programme/preview.html", {**context, "preview": preview})


@login_required
def left_out(request: HttpRequest, body: str, pk: int) -> HttpResponse:
    """The rows that stay out, as CSV, each with what is wrong, to be put right and brought back."""
    _may_bring_back(request, body)
    brought = found(queries.tracker_import, request.user, body, pk)
    stored = brought.state == TrackerImport.State.STORED
    troubles = _troubles(brought) if stored else queries.preview(request.user, brought).troubles
    words = {one.number: one.words for one in troubles}
    rows = [(row.cells, words[row.number]) for row in queries.rows_left_out(brought, words)]
    return attached(sheets.left_out(rows), CSV, f"{body}-left-out.csv")


def _may_bring_back(request: HttpRequest, slug: str) -> Body:
    body = found(bodies.body, request.user, slug)
    if not queries.may_bring_back(request.user, body):
        raise PermissionDenied
    return body


def _troubles(brought: TrackerImport) -> tuple[Trouble, ...]:
    return tuple(Trouble(*told) for told in brought.told.get("troubles", ()))


def _as_shown(row: dict[str, Any]) -> dict[str, Any]:
    changes = [{"title": BY_NAME[name].title, "before": old, "after": new} for name, old, new in row["changes"]]
    return {**row, "changes": changes}
