"""Claims: what committees were told, held against what was published."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from arising.register.accounts.rules import signed_in
from arising.register.bodies.dates_in_words import in_words
from arising.register.indicators import operations, queries
from arising.register.indicators.forms import SetMatch
from arising.register.indicators.models import Indicator, StatisticalArea
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found


def claims(request: HttpRequest, body: str) -> HttpResponse:
    """What a body was told, with the verdict on each figure."""
    it = found(queries.claims, request.user, body)
    asked = request.GET.get("outcome", "")
    listed = [one for one in it.claims if not asked or one.outcome == asked.replace("-", " ")]
    return render(request, "indicators/claims.html", {"it": it, "claims": listed, "asked": asked})


def claims_csv(request: HttpRequest, body: str) -> HttpResponse:
    """The same as CSV."""
    it = found(queries.claims, request.user, body)
    titles = (
        "told on", "quote", "held against", "outcome", "verdict", "beside the council's own", "notes", "file", "row",
        "column", "release",
    )  # fmt: skip
    return attached_csv(titles, map(_told, it.claims), f"{body}-claims.csv")


def _told(one: queries.Claim) -> tuple[str, ...]:
    origins = [each.origin for each in one.evidence]
    return (
        in_words(one.figure.source.meeting.date), one.figure.quote, one.verdict.held_against, one.outcome,
        one.verdict.sentence, one.beside_reported, one.notes, "; ".join(each.file for each in origins),
        "; ".join(str(each.row) for each in origins), "; ".join(each.column for each in origins),
        "; ".join(each.release for each in origins),
    )  # fmt: skip


@login_required
def set_match(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what a quoted figure is about."""
    one = found(queries.claim, request.user, pk)
    figure = one.figure
    if not request.user.has_perm("indicators.match", figure):
        raise PermissionDenied
    body = figure.source.meeting.body
    if request.method == "POST" and "clear" in request.POST:
        operations.clear_match(figure, actor=signed_in(request), why="The correction was taken back")
        messages.success(request, "The correction is taken back. The words of the minutes tell again what it is about.")
        return redirect("claims", body.slug)
    form = SetMatch(request.POST or None, user=request.user, council=body.council_id, initial=_held(one))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        key, _, variant = told["indicator"].partition(" ")
        try:
            operations.set_match(
                figure, Indicator.objects.filter(key=key).first(), variant=variant, year=told["year"],
                area=_area(told["area"], body.council_id), why=told["why"], actor=signed_in(request),
            )  # fmt: skip
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, "Saved. The verdict follows.")
            return redirect("claims", body.slug)
    context = {"form": form, "claim": one, "back": reverse("claims", args=[body.slug])}
    return render(request, "indicators/set_match.html", context)


def _area(code: str, council: int) -> StatisticalArea | None:
    if code:
        return StatisticalArea.objects.filter(code=code).first()
    return StatisticalArea.objects.filter(council=council).first()


def _held(one: queries.Claim) -> dict[str, object]:
    decided = one.decided
    if decided is not None:
        key = f"{decided.indicator.key} {decided.variant}" if decided.indicator else ""
        return {"indicator": key, "year": decided.year, "area": decided.area.code if decided.area else ""}
    match = one.verdict.match
    if match is None:
        return {}
    variant = match.variants[0] if len(match.variants) == 1 else ""
    return {"indicator": f"{match.card.key} {variant}", "area": match.area.code if match.area else ""}
