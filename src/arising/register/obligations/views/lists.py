"""What is owed, what was expected, and the list as a file."""

from __future__ import annotations

import csv
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.bodies import queries as bodies
from arising.register.obligations import queries
from arising.register.obligations.forms import NarrowObligations

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (
    "Number", "What is owed", "Owed by", "Held by", "Owed to", "What it comes from", "Said on", "First due date",
    "How the date was worked out", "Extended to", "State", "Days", "Answered on", "Confirmed by a clerk", "Words",
)  # fmt: skip


def obligations(request: HttpRequest) -> HttpResponse:
    """What is owed, the most urgent first."""
    return _listed(request, expectations=False)


def expectations(request: HttpRequest) -> HttpResponse:
    """What the committee was told would happen, which nobody owes."""
    return _listed(request, expectations=True)


def _listed(request: HttpRequest, *, expectations: bool) -> HttpResponse:
    form = NarrowObligations(request.GET, user=request.user, expectations=expectations)
    filters = form.filters()
    it = queries.listed(request.user, filters, page=request.GET.get("page", "1"))
    context = {
        "it": it,
        "page": it.page,
        "form": form,
        "filters": filters,
        "narrowed": filters != queries.Filters(expectations=expectations),
        "body": bodies.bodies(request.user).filter(slug=filters.body).first() if filters.body else None,
        "impact_to_check": [] if filters != queries.Filters() else queries.impact_to_check(request.user),
        "may_add": request.user.has_perm("obligations.change"),
    }
    return render(request, "obligations/expectations.html" if expectations else "obligations/obligations.html", context)


def export(request: HttpRequest) -> HttpResponse:
    """The whole list, as narrowed, as CSV for a spreadsheet."""
    expectations = request.GET.get("expectations") == "1"
    filters = NarrowObligations(request.GET, user=request.user, expectations=expectations).filters()
    lines = queries.every_line(request.user, replace(filters, expectations=expectations))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = "expectations.csv" if expectations else "obligations.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    # the mark by which spreadsheets know that the text is UTF-8
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(_COLUMNS)
    writer.writerows([harmless(cell) for cell in _cells(line)] for line in lines)
    return response


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _cells(line: queries.Line) -> tuple[object, ...]:
    one = line.obligation
    finding = one.finding
    return (
        one.pk, one.title, one.owed_by, "; ".join(line.held_by), one.body, one.get_origin_display(), one.said_on,
        one.due, one.due_how, one.extended_to, line.state.standing.label, line.state.days, one.answered_on,
        "yes" if one.is_confirmed else "no", finding.quote if finding else "",
    )  # fmt: skip
