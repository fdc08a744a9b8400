"""The engagement log: you said, we did."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.engagement import EngagementForm, LogFilter, themes_as_typed
from arising.register.improvement.forms.papers import held_initial
from arising.register.improvement.queries.engagement import Log
from arising.register.improvement.views.kept import must_keep, onward
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found

TITLES = (
    "date", "how it was heard", "who was heard", "source", "how many", "themes", "what was heard", "to be done", "by",
    "done", "done on",
)  # fmt: skip


def engagement(request: HttpRequest, council: str) -> HttpResponse:
    """What was heard in a council, and what came of it."""
    log, form = _asked(request, council)
    asked = urlencode({name: value for name, value in form.chosen().items() if value})
    context = {
        "it": log, "council": log.council, "form": form, "asked": asked,
        "may_keep": request.user.has_perm("improvement.keep", log.council),
    }  # fmt: skip
    return render(request, "improvement/engagement/log.html", context)


def engagement_csv(request: HttpRequest, council: str) -> HttpResponse:
    """The same as CSV."""
    log, _ = _asked(request, council)
    rows = [
        (
            row.on.isoformat(), row.get_kind_display(), row.get_of_display(), row.source, each.count,
            "; ".join(f"{theme} ({count})" if count else theme for theme, count in each.themes), row.heard, row.will_do,
            row.will_do_by.isoformat() if row.will_do_by else "", row.done,
            row.done_on.isoformat() if row.done_on else "",
        )
        for each in log.entries
        for row in (each.row,)
    ]  # fmt: skip
    return attached_csv(TITLES, rows, f"{council}-engagement.csv")


def heard(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry of the log."""
    it = found(queries.heard, request.user, pk)
    may = request.user.has_perm("improvement.keep", it.row.council)
    context = {"it": it, "row": it.row, "council": it.row.council, "may_keep": may}
    return render(request, "improvement/engagement/heard.html", context)


@login_required
def log_engagement(request: HttpRequest, council: str) -> HttpResponse:
    """Log what was heard."""
    held = found(queries.council, request.user, council)
    must_keep(request, held)
    form = EngagementForm(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.log_engagement(
            held, form.chosen(), seen=form.seen(), actor=signed_in(request),
            why="Logged on the page of engagement",
        )  # fmt: skip

    return written(request, form, act, reverse("engagement", args=[held.slug]))


@login_required
def change_engagement(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an entry right, or say what was done."""
    row = found(queries.heard, request.user, pk).row
    must_keep(request, row.council)
    now = {name: getattr(row, name) for name in EngagementForm.columns}
    now |= {"themes": themes_as_typed(row.themes), **held_initial(row.seen)}
    form = EngagementForm(request.POST or None, initial=now)
    form.title = "Say what was done, or put it right"

    def act(told: dict[str, Any]) -> object:
        seen = form.seen()
        return operations.amend_engagement(
            row, form.chosen(), seen=seen if seen != row.seen else None, actor=signed_in(request),
            why="Changed on its page",
        )  # fmt: skip

    back = reverse("engagement", args=[row.council.slug])
    return written(
        request, form, act, row.get_absolute_url(), then=lambda made: onward(request, made, back)
    )  # fmt: skip


@login_required
def remove_engagement(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an entry away."""
    row = found(queries.heard, request.user, pk).row
    must_keep(request, row.council)

    def act(told: dict[str, Any]) -> None:
        operations.remove_engagement(row, actor=signed_in(request), why=told["why"])

    back, then = row.get_absolute_url(), reverse("engagement", args=[row.council.slug])
    return written(request, Removing(request.POST or None), act, back, then=lambda _: then)


def _asked(request: HttpRequest, council: str) -> tuple[Log, LogFilter]:
    held = found(queries.council, request.user, council)
    form = LogFilter(request.GET, themes=queries.engagement_log(request.user, held).themes)
    return queries.engagement_log(request.user, held, **form.chosen()), form
