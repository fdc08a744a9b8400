"""The home page and the pages about the register itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.site import queries


def home(request: HttpRequest) -> HttpResponse:
    """What this is, whose minutes it holds, the latest meetings, and what is owed."""
    return render(request, "site/home.html", {"it": queries.home(request.user)})


def about(request: HttpRequest) -> HttpResponse:
    """What the register is, how it reads minutes, and what it does not know."""
    return render(request, "site/about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "site/accessibility.html")
