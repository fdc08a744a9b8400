"""Trackers as files, and their page."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.bodies import queries as bodies
from arising.register.obligations.forms import NarrowObligations
from arising.register.programme import queries
from arising.register.programme.tracker import Tracker, sheets
from arising.register.record.views.pages import found

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def tracker(request: HttpRequest, body: str) -> HttpResponse:
    """The page of a tracker: take it, fill it in, bring it back."""
    context = {
        "body": found(bodies.body, request.user, body),
        "owes": bool(queries.owed_by(request.user)),
    }
    return render(request, "programme/tracker.html", context)


def tracker_excel(request: HttpRequest, body: str = "") -> HttpResponse:
    """What is owed to a body, or to every body, as an Excel workbook."""
    made = _asked_for(request, body)
    return _file(sheets.workbook(made), EXCEL, f"{body or 'obligations'}-tracker.xlsx")


def tracker_csv(request: HttpRequest, body: str = "") -> HttpResponse:
    """What is owed to a body, or to every body, as CSV."""
    made = _asked_for(request, body)
    name = "expectations" if request.GET.get("expectations") == "1" else f"{body or 'obligations'}"
    return _file(sheets.comma_separated(made), "text/csv; charset=utf-8", f"{name}-tracker.csv")


def _asked_for(request: HttpRequest, body: str) -> Tracker:
    """The tracker with the filters of the list. The body in the address comes before one among the filters."""
    expectations = request.GET.get("expectations") == "1"
    filters = NarrowObligations(request.GET, user=request.user, expectations=expectations).filters()
    if body:
        filters = replace(filters, body=body)
    mine = request.GET.get("mine") == "1"
    return found(queries.tracker, request.user, body, filters, mine=mine)


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
