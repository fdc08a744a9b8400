"""Scorings, for those who keep them: opened, sent out, typed in, closed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from arising.register.accounts.audiences import Audience
from arising.register.accounts.rules import signed_in
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms import scales as forms
from arising.register.improvement.models import ScoringGroup, ScoringRound
from arising.register.improvement.views.kept import council_kept
from arising.register.improvement.views.scales.answering import Sheet
from arising.register.obligations.operations import MailGoesNowhere
from arising.register.record.views.pages import found


@login_required
def add_round(request: HttpRequest, council: str) -> HttpResponse:
    """Open a scoring."""
    held = council_kept(request, council)
    scales = [line.scale for line in queries.distance_page(request.user, held).lines]
    form = forms.AddRound(request.POST or None, scales=scales)

    def act(told: dict[str, Any]) -> object:
        return operations.add_scoring_round(
            held, form.chosen, opens_on=told["opens_on"], closes_on=told["closes_on"], title=told["name"],
            seen=form.seen(), actor=signed_in(request), why="Opened on the council’s page",
        )  # fmt: skip

    return written(request, form, act, reverse("distance", args=[held.slug]))


@login_required
def scoring_round(request: HttpRequest, pk: int) -> HttpResponse:
    """How a scoring stands."""
    it = found(queries.scoring_round, request.user, pk)
    return render(request, "improvement/scales/round.html", {"it": it, "round": it.round})


@login_required
def extend_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Let answers come in until another day."""
    one = found(queries.scoring_round, request.user, pk).round
    form = forms.ExtendRound(request.POST or None, initial={"closes_on": one.closes_on})

    def act(told: dict[str, Any]) -> object:
        return operations.extend_scoring_round(one, told["closes_on"], actor=signed_in(request), why=told["why"])

    return written(request, form, act, one.get_absolute_url())


@login_required
def close_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a scoring before its last day."""
    one = found(queries.scoring_round, request.user, pk).round

    def act(told: dict[str, Any]) -> object:
        return operations.close_scoring_round(one, actor=signed_in(request), why=told["why"])

    return written(request, forms.CloseRound(request.POST or None), act, one.get_absolute_url())


@login_required
@never_cache
def make_links(request: HttpRequest, pk: int, group: int) -> HttpResponse:
    """Make links to hand out. They are shown this once, for only their digests are kept."""
    one, to = _round_and_group(request, pk, group)
    form = forms.MakeLinks(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            paths = operations.make_links(
                one, to, form.cleaned_data["many"], for_group=form.cleaned_data["for_group"],
                actor=signed_in(request), why="Links made on its page",
            )  # fmt: skip
        except ValidationError as trouble:
            form.take(trouble)
        else:
            links = [f"{settings.SITE_URL.rstrip('/')}{path}" for path in paths]
            context = {"round": one, "group": to, "links": links}
            return render(request, "improvement/scales/links.html", context)
    context = {"form": form, "back": one.get_absolute_url(), "about": f"{one}: {to}"}
    return render(request, "site/change.html", context)


@login_required
def send_links(request: HttpRequest, pk: int, group: int) -> HttpResponse:
    """Send links by mail."""
    one, to = _round_and_group(request, pk, group)
    form = forms.SendLinks(request.POST or None)
    if request.method == "POST" and form.is_valid():
        addresses = form.cleaned_data["addresses"].splitlines()
        try:
            many = operations.send_links(one, to, addresses, actor=signed_in(request), why="Links sent from its page")
        except ValidationError as trouble:
            form.take(trouble)
        except MailGoesNowhere as trouble:
            form.add_error(None, str(trouble))
        else:
            messages.success(request, f"{many} {'link was' if many == 1 else 'links were'} sent.")
            return redirect(one)
    context = {"form": form, "back": one.get_absolute_url(), "about": f"{one}: {to}"}
    return render(request, "site/change.html", context)


@login_required
def type_scores_in(request: HttpRequest, pk: int, group: int) -> HttpResponse:
    """Type in what a group that met agreed on."""
    one, to = _round_and_group(request, pk, group)
    sheet = Sheet(
        request, queries.asked_of(one, to), queries.evidence_to_choose(request.user, one.council),
        forms.MetAndScored(request.POST or None),
    )  # fmt: skip
    if sheet.is_whole():
        about = sheet.about.cleaned_data
        try:
            operations.type_scores_in(
                one, to, sheet.given, people=about["people"], met_on=about["met_on"], actor=signed_in(request)
            )
        except ValidationError as trouble:
            sheet.take(trouble)
        else:
            messages.success(request, "Saved.")
            return redirect(one)
    context = {"sheet": sheet, "round": one, "group": to, "typing": True}
    return render(request, "improvement/scales/score.html", context)


@login_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Let scores that were typed in count no more."""
    sheet = found(queries.score_sheet, request.user, pk)

    def act(told: dict[str, Any]) -> object:
        return operations.take_back_sheet(sheet, actor=signed_in(request), why=told["why"])

    return written(request, forms.TakeBack(request.POST or None), act, sheet.round.get_absolute_url())


@login_required
def show_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Make what was written with a score a piece of evidence."""
    score = found(queries.score_with_evidence, request.user, pk)
    form = forms.ShowEvidence(request.POST or None, initial={"audience": Audience.OFFICERS})

    def act(told: dict[str, Any]) -> object:
        return operations.show_evidence(
            score, told["kind"], seen=form.seen(), actor=signed_in(request),
            why="Added from a score",
        )  # fmt: skip

    return written(request, form, act, score.scale.get_absolute_url())


def _round_and_group(request: HttpRequest, pk: int, group: int) -> tuple[ScoringRound, ScoringGroup]:
    return found(queries.scoring_round, request.user, pk).round, found(queries.scoring_group, request.user, group)
