"""What is owed, and what was expected."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.bodies import queries as bodies
from arising.register.obligations import queries
from arising.register.obligations.forms import NarrowObligations


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
