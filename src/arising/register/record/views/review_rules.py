"""The rules of the reader as people found them, and many findings of one rule confirmed together."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from arising.register.record import forms, operations, queries
from arising.register.record.queries import Desk
from arising.register.record.views.pages import found
from arising.register.record.views.review import desk_of, narrowing


def rules(request: HttpRequest) -> HttpResponse:
    """How often each rule was right, and how many of its findings wait."""
    form, desk = desk_of(request)
    context = {
        "form": form,
        "lines": [
            (line, narrowing(Desk(desk.body, desk.meeting, line.kind, line.rule)))
            for line in queries.review_rules(request.user, desk)
        ],
        "narrowed": desk != Desk(),
        "narrowing": narrowing(desk),
        "steps": queries.last_steps(request.user, limit=1),
        "left": request.GET.get("left", "") if request.GET.get("left", "").isdecimal() else "",
    }
    return render(request, "record/review/rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def together(request: HttpRequest) -> HttpResponse:
    """The findings of one rule that wait, to be looked over and confirmed in one go."""
    _, desk = desk_of(request)
    form = forms.TogetherFrom(request.GET, auto_id="together-%s", label_suffix="")
    batch = found(queries.review_batch, request.user, desk.kind, desk.rule, desk, at_least=form.least)
    nothing = False
    if request.method == "POST":
        shown = dict(_shown(each) for each in request.POST.getlist("finding"))
        shown.pop(0, None)
        if shown:
            done = operations.confirm_many(batch.line.model, shown, actor=request.user)  # type: ignore[arg-type]
            page = reverse("review-rules") + narrowing(Desk(desk.body, desk.meeting))
            return redirect(f"{page}{'&' if '?' in page else '?'}left={done.left}" if done.left else page)
        nothing = True
    context = {
        "it": batch,
        "form": form,
        "desk": desk,
        "narrowing": narrowing(desk),
        "back": narrowing(Desk(desk.body, desk.meeting)),
        "nothing": nothing,
    }
    return render(request, "record/review/together.html", context)


def _shown(told: str) -> tuple[int, str]:
    """The key of a finding and the version that was shown; key 0 for what is neither."""
    key, _, version = told.partition(":")
    return (int(key), version) if key.isdecimal() and len(key) < 19 else (0, "")
