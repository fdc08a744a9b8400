"""What those who keep a journey do with scales and groups."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from arising.register.accounts.audiences import Audience
from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms import scales as forms
from arising.register.improvement.models import ImprovementPlan
from arising.register.improvement.views.kept import council_kept, must_keep
from arising.register.indicators import queries as indicators
from arising.register.record.views.pages import found


@login_required
def add_scale(request: HttpRequest, council: str) -> HttpResponse:
    """Word a new scale."""
    held = council_kept(request, council)
    plans = ImprovementPlan.objects.visible_to(request.user).filter(council=held).prefetch_related("priorities")
    form = forms.AddScale(request.POST or None, plans=plans)

    def act(told: dict[str, Any]) -> object:
        return operations.add_scale(
            held, told["about"], form.wording, **form.held_by, baseline_on=told["baseline_on"],
            seen=form.seen(), actor=signed_in(request), why="Added on the page of its council",
        )  # fmt: skip

    return written(request, form, act, reverse("distance", args=[held.slug]))


@login_required
def change_scale(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a scale; its wording only before anybody was asked."""
    scale = _scale(request, pk)
    form = forms.ChangeScale(request.POST or None, initial=_told(scale))

    def act(told: dict[str, Any]) -> object:
        return operations.change_scale(
            scale, title=told["about"], wording=form.wording, baseline_on=told["baseline_on"],
            audience=Audience(told["audience"]), actor=signed_in(request), why="Changed on its page",
        )  # fmt: skip

    return written(request, form, act, scale.get_absolute_url())


@login_required
def follow_scale(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a scale with another wording."""
    scale = _scale(request, pk)
    form = forms.FollowScale(request.POST or None, initial=_told(scale))

    def act(told: dict[str, Any]) -> object:
        return operations.follow_scale(
            scale, told["about"], form.wording, actor=signed_in(request), why="Started on the page of the one before"
        )

    return written(request, form, act, scale.get_absolute_url())


@login_required
def put_beside(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an indicator beside a scale."""
    scale = _scale(request, pk)
    form = forms.PutBeside(request.POST or None, indicators=indicators.indicators(scale.council))

    def act(told: dict[str, Any]) -> object:
        indicator, variant = form.chosen
        return operations.put_beside(scale, indicator, variant, actor=signed_in(request), why="Put on its page")

    return written(request, form, act, scale.get_absolute_url())


@login_required
def take_from_beside(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an indicator from beside a scale."""
    one = found(queries.scale_beside, request.user, pk)
    must_keep(request, one.scale)
    form = Removing(request.POST or None)
    form.title, form.button = f"Take {one.indicator} from beside this scale", "Take it away"

    def act(told: dict[str, Any]) -> None:
        operations.take_from_beside(one, actor=signed_in(request), why=told["why"])

    return written(request, form, act, one.scale.get_absolute_url())


@login_required
def scoring_groups(request: HttpRequest, council: str) -> HttpResponse:
    """The groups that score apart."""
    held = council_kept(request, council)
    groups = queries.scoring_groups(request.user, held)
    return render(request, "improvement/scales/groups.html", {"council": held, "groups": groups})


@login_required
def add_group(request: HttpRequest, council: str) -> HttpResponse:
    """Add a group that scores apart."""
    held = council_kept(request, council)

    def act(told: dict[str, Any]) -> object:
        return operations.add_scoring_group(
            held, told["kind"], told["size"], name=told["name"], actor=signed_in(request), why="Added to the groups"
        )

    return written(request, forms.AddGroup(request.POST or None), act, reverse("scoring-groups", args=[held.slug]))


@login_required
def resize_group(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how many belong to a group now."""
    group = found(queries.scoring_group, request.user, pk)
    form = forms.ResizeGroup(request.POST or None, initial={"size": group.size})

    def act(told: dict[str, Any]) -> object:
        return operations.resize_scoring_group(
            group, told["size"], actor=signed_in(request), why="Changed on the page of the groups"
        )

    return written(request, form, act, reverse("scoring-groups", args=[group.council.slug]))


def _scale(request: HttpRequest, pk: int) -> Any:
    scale = found(queries.scale_page, request.user, pk).scale
    must_keep(request, scale)
    return scale


def _told(scale: Any) -> dict[str, Any]:
    names = ("zero", "five", "ten", "baseline", "baseline_on", "goal", "audience")
    return {"about": scale.title, **{name: getattr(scale, name) for name in names}}
