"""How far a council has come, as groups score it: all scales, one through time, and both as files."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from arising.measures.distance.travelled import plain
from arising.register.improvement import charts, printing, queries
from arising.register.improvement.views.pictures import picture
from arising.register.programme.printing import NoPdf, pango
from arising.register.programme.views.files import attached, attached_csv, no_pdf
from arising.register.record.views.pages import found


def distance(request: HttpRequest, council: str) -> HttpResponse:
    """How far a council has come, or one plan of it."""
    it = _page(request, council)
    context: dict[str, Any] = {
        "it": it,
        "may_keep": request.user.has_perm("improvement.keep", it.council),
        "rounds": queries.scoring_rounds(request.user, it.council)[:5],
        "asked": request.GET.urlencode(),
        "can_print": pango.is_here() and bool(it.days),
    }
    return render(request, "improvement/scales/distance.html", context)


@require_safe
def distance_chart(request: HttpRequest, council: str, form: str) -> HttpResponse:
    """The chart of that page as a picture."""
    return picture(request, charts.distance_of, _page(request, council), form, f"{council}-distance")


@require_safe
def distance_csv(request: HttpRequest, council: str) -> HttpResponse:
    """Every score that may be shown, a row for each group and scale."""
    it = _page(request, council)
    titles = ("Scale", "Baseline", "Goal", "Group", "Scored on", "Score", "People", "Last score", "Last scored on",
              "Change", "Distance", "Sustained")  # fmt: skip
    rows = [
        (
            line.scale.title, line.scale.baseline, line.scale.goal, one.group, one.now.on, one.now.value,
            one.now.people, one.last.value if one.last else "", one.last.on if one.last else "",
            "" if one.change is None else one.change, round(one.distance, 3), one.sustained,
        )
        for line in it.lines
        for one in line.travelled.groups
    ]  # fmt: skip
    return attached_csv(titles, rows, f"{council}-distance.csv")


@require_safe
def distance_pdf(request: HttpRequest, council: str) -> HttpResponse:
    """The chart at two dates, on one page of paper."""
    held = found(queries.council, request.user, council)
    first, second = (_day(request.GET.get(name, "")) for name in ("from", "to"))
    try:
        it = found(queries.distance_at_two_dates, request.user, held, _plan(request), first=first, second=second)
        content = printing.as_pdf(it)
    except ValueError:
        raise Http404 from None
    except NoPdf as error:
        return no_pdf(request, error, page=reverse("distance", args=[held.slug]), title="Distance travelled")
    return attached(content, "application/pdf", f"{council}-distance.pdf")


def scale(request: HttpRequest, pk: int) -> HttpResponse:
    """A scale through time: its wording, what was scored, and what that rests on."""
    it = found(queries.scale_page, request.user, pk)
    rows = [(one, plain(one.value)) for one in reversed(it.scores)]
    may_keep = request.user.has_perm("improvement.keep", it.scale)
    context = {"it": it, "scale": it.scale, "rows": rows, "may_keep": may_keep}
    return render(request, "improvement/scales/scale.html", context)


@require_safe
def scale_chart(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """A scale through time as a picture."""
    return picture(request, charts.scale_of, found(queries.scale_page, request.user, pk), form, f"scale-{pk}")


def _page(request: HttpRequest, council: str) -> queries.DistancePage:
    held = found(queries.council, request.user, council)
    return found(queries.distance_page, request.user, held, _plan(request))


def _plan(request: HttpRequest) -> int | None:
    asked = request.GET.get("plan", "")
    if asked and not (asked.isascii() and asked.isdecimal() and len(asked) < 10):
        raise Http404
    return int(asked) if asked else None


def _day(text: str) -> date | None:
    """The day that is asked for; None without one. Raises Http404 for what is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Http404 from None
