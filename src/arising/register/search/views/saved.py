"""The searches that somebody keeps, and the link in a mail that stops the next."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from arising.register.accounts.rules import signed_in
from arising.register.search import operations, queries
from arising.register.search.forms import Save, Search
from arising.register.search.links import stoppable
from arising.register.search.models import SavedSearch
from arising.register.search.queries.saved import address_of, in_short, names_to
from arising.register.search.views.finding import coverage_of


@login_required
def searches(request: HttpRequest) -> HttpResponse:
    """The searches that I keep."""
    names = names_to(request.user)
    kept = queries.saved_searches(signed_in(request))
    told = [(saved, in_short(saved.asks, names), address_of(saved.asks)) for saved in kept]
    return render(request, "search/saved.html", {"kept": told})


@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Save the search that stands in the address."""
    asked = Search(request.GET, user=request.user)
    form = Save(request.POST) if request.method == "POST" else Save(initial={"name": asked.words[:100]})
    if request.method == "POST" and form.is_valid():
        try:
            saved = operations.save_search(signed_in(request), asks=asked.asks, **form.cleaned_data)
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, f"The search “{saved}” is saved.")
            return redirect("my-searches")
    context = {
        "form": form,
        "asked": in_short(asked.asks, names_to(request.user)),
        "coverage": coverage_of(request, asked),
    }
    return render(request, "search/save.html", context)


@login_required
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the name of a search, the note on it, or how often there is a mail."""
    saved = _kept(request, pk)
    held = {"name": saved.name, "note": saved.note, "often": saved.often}
    form = Save(request.POST) if request.method == "POST" else Save(initial=held)
    if request.method == "POST" and form.is_valid():
        try:
            operations.amend_search(saved, **form.cleaned_data, actor=signed_in(request))
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, "Saved.")
            return redirect("my-searches")
    asked = Search(saved.asks, user=request.user)
    context = {
        "form": form,
        "saved": saved,
        "asked": in_short(saved.asks, names_to(request.user)),
        "address": address_of(saved.asks),
        "coverage": coverage_of(request, asked),
    }
    return render(request, "search/save.html", context)


@login_required
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a search no longer."""
    saved = _kept(request, pk)
    operations.drop_search(saved, actor=signed_in(request))
    messages.success(request, f"The search “{saved}” is deleted.")
    return redirect("my-searches")


@csrf_exempt
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the mails about a search. The link holds who asks, so that neither a sign-in nor a form's token is needed:
    mail programs send it themselves (RFC 8058)."""
    try:
        if request.method == "POST":
            return _stopped(request, operations.stop_alerts(token), done=True)
        return _stopped(request, stoppable(token), done=False)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


def _stopped(request: HttpRequest, saved: SavedSearch, *, done: bool) -> HttpResponse:
    response = render(request, "search/stop.html", {"saved": saved, "done": done})
    response["Cache-Control"] = "no-store"
    return response


def _kept(request: HttpRequest, pk: int) -> SavedSearch:
    try:
        return queries.saved_search(signed_in(request), pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
