"""The pages of matters, and what a clerk says of links."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from arising.register.accounts.rules import signed_in
from arising.register.bodies import queries as bodies
from arising.register.matters import drawing, operations, queries
from arising.register.matters.models import Suggestion
from arising.register.record.queries.lists import paged
from arising.register.record.views.pages import found

KINDS: dict[str, Any] = {
    "suggestion": queries.suggestions,
    "closure": queries.closures,
    "disagreement": queries.disagreements,
}
"""The kinds of links that a person decides on, and how each is asked for."""


def matters(request: HttpRequest) -> HttpResponse:
    """Matters, and topics that may be one."""
    waiting = queries.suggestions(request.user)
    context = {
        "page": queries.matters(request.user, page=request.GET.get("page", "1")),
        "waiting": paged(waiting, request.GET.get("waiting", "1")),
        "questions": list(queries.disagreements(request.user)[:10]),
        "may_decide": request.user.has_perm("matters.decide"),
    }
    return render(request, "matters/matters.html", context)


def matter(request: HttpRequest, slug: str) -> HttpResponse:
    """A matter: what was said over the years, what was promised and what came of it."""
    if request.method == "POST":
        held = found(queries.matter, request.user, slug).matter
        assert held is not None
        try:
            operations.rename(held, request.POST.get("title", ""), actor=signed_in(request))
        except ValueError as error:
            messages.error(request, str(error))
        return redirect("matter", slug)
    return _timeline(request, found(queries.matter, request.user, slug))


def topic(request: HttpRequest, pk: int) -> HttpResponse:
    """A topic, with those of other meetings that may be the same matter."""
    return _timeline(request, found(queries.topic, request.user, pk))


def _timeline(request: HttpRequest, timeline: queries.Timeline) -> HttpResponse:
    may_decide = request.user.has_perm("matters.decide", timeline.matter)
    return render(request, "matters/timeline.html", {"it": timeline, "may_decide": may_decide})


@require_safe
def matter_chart(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A series of figures of a matter, drawn."""
    return _chart(found(queries.matter, request.user, slug), key)


@require_safe
def topic_chart(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """A series of figures of a topic and those that may be the same matter, drawn."""
    return _chart(found(queries.topic, request.user, pk), key)


def _chart(timeline: queries.Timeline, key: str) -> HttpResponse:
    series = next((one for one in timeline.series if one.key == key), None)
    if series is None:
        raise Http404
    response = HttpResponse(drawing.chart(series), content_type="image/svg+xml")
    # opened by itself an SVG is a page: this one may load and run nothing
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_POST
def decide(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Confirm or reject a link, or take that back."""
    if kind not in KINDS:
        raise Http404
    told = request.POST.get("say", "")
    link = found(_link, request, kind, pk, told)
    why = request.POST.get("why", "")[:500]
    try:
        if told == "confirm" and isinstance(link, Suggestion):
            held = operations.confirm_suggestion(link, actor=signed_in(request), why=why)
            messages.success(request, f"Put into the matter “{held}”.")
        elif told in ("confirm", "reject", "reopen"):
            getattr(operations, told)(link, actor=signed_in(request), why=why)
            messages.success(request, {"confirm": "Confirmed.", "reject": "Rejected.", "reopen": "Taken back."}[told])
        else:
            messages.error(request, "Nothing was changed: choose to confirm or to reject.")
    except operations.InTwoMatters as error:
        messages.error(request, str(error))
    return redirect(_back(request))


def _link(request: HttpRequest, kind: str, pk: int, told: str) -> Any:
    if kind == "suggestion":
        state = {"reopen": ("confirmed", "rejected")}.get(told, ("proposed", "rejected", "confirmed"))
        seen = queries.topics(request.user)
        return Suggestion.objects.visible_to(request.user).filter(a__in=seen, b__in=seen, state__in=state).get(pk=pk)
    return KINDS[kind](request.user).get(pk=pk)


@require_POST
def leave(request: HttpRequest, slug: str, topic: int) -> HttpResponse:
    """Take a topic out of a matter."""
    timeline = found(queries.matter, request.user, slug)
    held = next((moment.topic for moment in timeline.moments if moment.topic.pk == topic), None)
    if held is None or timeline.matter is None:
        raise Http404
    operations.leave(timeline.matter, held, actor=signed_in(request), why=request.POST.get("why", "")[:500])
    messages.success(request, f"“{held.heading}” was taken out.")
    return redirect("matters")


@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    """Follow everything anew."""
    for council in bodies.councils():
        proposed = operations.propose(council, actor=signed_in(request))
        messages.success(
            request,
            f"{council}: {proposed.suggestions} pairs of topics, {proposed.closures} later statements and"
            f" {proposed.disagreements} questions about figures are proposed.",
        )
    return redirect("matters")


def _back(request: HttpRequest) -> str:
    """Where the form stood, where that is a page of this site."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe and wanted.startswith("/") else "/matters/"
