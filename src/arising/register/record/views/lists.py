"""The lists of commitments, decisions, figures and people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.record import forms, queries


@dataclass(frozen=True)
class Listing:
    """A list: what it asks of the record, the form that narrows it, and the number told beside the whole."""

    name: str
    form: type[forms.Narrow]
    rows: Callable[..., Page[Any]]
    of_note: Callable[..., int] | None = None


COMMITMENTS = Listing("commitments", forms.NarrowCommitments, queries.commitments, queries.undated)
DECISIONS = Listing("decisions", forms.NarrowDecisions, queries.decisions, queries.asking)
FIGURES = Listing("figures", forms.NarrowFigures, queries.figures, queries.national)
PEOPLE = Listing("people", forms.NarrowPeople, queries.people)


def commitments(request: HttpRequest) -> HttpResponse:
    """What was promised and expected."""
    return _listed(request, COMMITMENTS)


def decisions(request: HttpRequest) -> HttpResponse:
    """What was decided."""
    return _listed(request, DECISIONS)


def figures(request: HttpRequest) -> HttpResponse:
    """What was said in numbers."""
    return _listed(request, FIGURES)


def people(request: HttpRequest) -> HttpResponse:
    """Who is named in the minutes."""
    return _listed(request, PEOPLE)


def _listed(request: HttpRequest, listing: Listing) -> HttpResponse:
    form = listing.form(request.GET, user=request.user)
    filters = form.filters()
    page = listing.rows(request.user, filters, page=request.GET.get("page", "1"))
    context = {
        "form": form,
        "page": page,
        "count": page.paginator.count,
        "of_note": listing.of_note(request.user, filters) if listing.of_note else 0,
        "narrowed": filters != queries.Filters(),
        "filters": filters,
    }
    return render(request, f"record/{listing.name}.html", context)
