"""Where the improvement journey begins: the councils, and the front page of each."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from arising.register.accounts.rules import signed_in
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.keepers import AppointImprovementOfficer
from arising.register.improvement.views.told.readers import VIEWS
from arising.register.record.views.pages import download, found


def improvement(request: HttpRequest) -> HttpResponse:
    """The councils of the register; where there is one, its journey."""
    councils = list(queries.councils(request.user))
    if len(councils) == 1:
        return journey(request, councils[0].slug)
    return render(request, "improvement/councils.html", {"councils": councils})


def journey(request: HttpRequest, council: str) -> HttpResponse:
    """How far a council has come, and how that is known."""
    held = found(queries.council, request.user, council)
    context = {
        "council": held,
        "parts": queries.journey(request.user, held),
        "views": VIEWS,
        "may_keep": request.user.has_perm("improvement.keep", held),
    }
    context["may_appoint"] = request.user.has_perm("improvement.appoint", held)
    return render(request, "improvement/journey.html", context)


@login_required
def appoint(request: HttpRequest, council: str) -> HttpResponse:
    """Let somebody keep the journey of a council."""
    held = found(queries.council, request.user, council)
    if not request.user.has_perm("improvement.appoint", held):
        raise PermissionDenied
    form = AppointImprovementOfficer(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.appoint_improvement_officer(
            form.user, held, actor=signed_in(request), why="Appointed on the council’s page"
        )

    return written(request, form, act, reverse("journey", args=[held.slug]))


def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A file of the journey, as a download."""
    return download(found(queries.paper_file, request.user, pk))
