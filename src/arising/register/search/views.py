"""The search page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.search import queries
from arising.register.search.forms import KINDS, Search

TITLES = {kind: title for kind, title in KINDS.items() if kind}


def search(request: HttpRequest) -> HttpResponse:
    """What holds the words that were typed, best first."""
    form = Search(request.GET, user=request.user)
    page = queries.search(request.user, form.words, form.narrowing(), page=request.GET.get("page", "1"))
    hits = [(TITLES.get(hit.kind, hit.kind.capitalize()), hit) for hit in page]
    context = {"form": form, "page": page, "count": page.paginator.count, "hits": hits, "words": form.words}
    return render(request, "search/search.html", context)
