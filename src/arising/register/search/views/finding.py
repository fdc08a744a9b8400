"""The search page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.search import queries
from arising.register.search.forms import Search
from arising.register.search.queries import Narrowing
from arising.register.search.queries.saved import KINDS


def search(request: HttpRequest) -> HttpResponse:
    """What holds the words that were typed, best first."""
    form = Search(request.GET, user=request.user)
    narrowing = form.narrowing()
    kinds = queries.kinds_counted(request.user, form.words, narrowing)
    page = queries.search(request.user, form.words, narrowing, page=request.GET.get("page", "1"), counted=kinds)
    context: dict[str, Any] = {
        "form": form,
        "page": page,
        "count": page.paginator.count,
        "hits": [(KINDS.get(hit.kind, hit.kind.capitalize()), hit) for hit in page],
        "words": form.words,
        "asked": bool(form.words) or narrowing != Narrowing(),
        "narrowed": narrowing != Narrowing(),
        "kind": form.cleaned_data.get("kind", ""),
        "kinds": kinds,
        "coverage": coverage_of(request, form),
        "address": urlencode(form.asks),
    }
    return render(request, "search/search.html", context)


def coverage_of(request: HttpRequest, form: Search) -> queries.Coverage | queries.CoverageOfAll:
    """Which minutes the search can know of."""
    if form.chosen_body:
        return queries.coverage(request.user, form.chosen_body)
    return queries.coverage_of_all(request.user, form.cleaned_data.get("council", ""))
