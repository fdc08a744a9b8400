"""Changing an action: what it says, how it stands, what it answers, its milestones."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from arising.register.accounts.audiences import council_path
from arising.register.accounts.rules import follow_path, signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import may, written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.plans import actions as forms
from arising.register.improvement.links import LINKS, Point
from arising.register.improvement.models import Action, Milestone
from arising.register.improvement.views.kept import must_keep
from arising.register.improvement.views.plans.making import WHY
from arising.register.record.views.pages import found


@login_required
def add_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an action to a priority."""
    priority = found(queries.priority, request.user, pk)
    must_keep(request, priority.plan.council)
    form = forms.AddAction(request.POST or None, user=request.user, plan=priority.plan)

    def act(told: dict[str, Any]) -> Any:
        given = form.told(priority.plan.council, signed_in(request))
        return operations.add_action(
            priority, told["name"], **given, due=told["due"], actor=signed_in(request), why=WHY
        )  # fmt: skip

    back = priority.plan.get_absolute_url()
    return written(request, form, act, back, about=str(priority), then=lambda action: action.get_absolute_url())


@login_required
def change_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right what an action says."""
    action = _kept(request, pk)
    form = forms.ChangeAction(request.POST or None, user=request.user, action=action)

    def act(told: dict[str, Any]) -> Any:
        changed = form.told(action.plan.council, signed_in(request))
        changed |= {"title": told["name"], "priority": form.priorities[told["priority"]]}
        return operations.change_action(
            action, changed, actor=signed_in(request), why=told["why"], version=told["version"]
        )

    return written(request, form, act, action.get_absolute_url(), about=str(action)[:120])


@login_required
def say_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how an action stands."""
    action = found(queries.action, request.user, pk)
    may(request, "improvement.update", action)
    keeps = request.user.has_perm("improvement.keep", action.plan.council)
    form = forms.SayUpdate(request.POST or None, action=action, keeps=keeps)

    def act(told: dict[str, Any]) -> Any:
        return operations.say_update(
            action, told["text"], state=told["state"], due=told["due"], on=told["on"], actor=signed_in(request),
            version=told["version"],
        )  # fmt: skip

    return written(request, form, act, action.get_absolute_url(), about=str(action)[:120])


@login_required
def link_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what an action answers, or where it was scrutinised."""
    action = _kept(request, pk)
    form = forms.LinkAction(request.POST or None, user=request.user, action=action)

    def act(told: dict[str, Any]) -> Any:
        return operations.link(action, form.chosen(), actor=signed_in(request), why=WHY)

    return written(request, form, act, action.get_absolute_url(), about=str(action)[:120])


@login_required
@require_POST
def unlink_action(request: HttpRequest, pk: int, kind: str, point: int) -> HttpResponse:
    """Say that an action does not answer a point, or was not scrutinised there."""
    action = _kept(request, pk)
    operations.unlink(action, _point(request, kind, point), actor=signed_in(request), why=WHY)
    return redirect(action)


@login_required
def answer_point(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Say which action answers a finding, a requirement or a recommendation, or was scrutinised under an item."""
    point = _point(request, kind, pk)
    council = follow_path(point, council_path(type(point)))
    if council is None:
        raise Http404
    must_keep(request, council)
    form = forms.AnswerPoint(request.POST or None, user=request.user, council=council)

    def act(told: dict[str, Any]) -> Any:
        return operations.link(form.chosen(), point, actor=signed_in(request), why=WHY)

    return written(request, form, act, point.get_absolute_url(), about=str(point)[:120])


@login_required
def drop_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop an action from its plan, with the reason."""
    action = _kept(request, pk)
    form = forms.DropAction(request.POST or None, initial={"version": action.version})

    def act(told: dict[str, Any]) -> Any:
        return operations.drop_action(
            action, told["reason"], agreed_on=told["agreed_on"], actor=signed_in(request), version=told["version"]
        )

    return written(request, form, act, action.get_absolute_url(), about=str(action)[:120])


@login_required
def take_up_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an action that was dropped back into its plan."""
    action = _kept(request, pk)
    form = forms.TakeUp(request.POST or None, initial={"version": action.version})

    def act(told: dict[str, Any]) -> Any:
        return operations.take_up_again(action, actor=signed_in(request), why=told["why"], version=told["version"])

    return written(request, form, act, action.get_absolute_url(), about=str(action)[:120])


@login_required
def add_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a step to an action."""
    action = _kept(request, pk)

    def act(told: dict[str, Any]) -> Any:
        return operations.add_milestone(action, told["name"], due=told["due"], actor=signed_in(request), why=WHY)

    form = forms.AddMilestone(request.POST or None)
    return written(request, form, act, action.get_absolute_url(), about=str(action)[:120])


@login_required
def reach_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """Say when a milestone was reached."""
    milestone = _milestone(request, pk)
    may(request, "improvement.update", milestone.action)
    form = forms.ReachMilestone(request.POST or None, initial={"on": milestone.reached_on})

    def act(told: dict[str, Any]) -> Any:
        why = told["why"] or WHY
        return operations.reach_milestone(milestone, told["on"], actor=signed_in(request), why=why[:100])

    return written(request, form, act, milestone.action.get_absolute_url(), about=milestone.title)


@login_required
def move_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a milestone another day."""
    milestone = _milestone(request, pk)
    may(request, "improvement.update", milestone.action)

    def act(told: dict[str, Any]) -> Any:
        return operations.move_milestone(milestone, told["due"], reason=told["reason"], actor=signed_in(request))

    form = forms.MoveMilestone(request.POST or None, initial={"due": milestone.due})
    return written(request, form, act, milestone.action.get_absolute_url(), about=milestone.title)


@login_required
def remove_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a milestone away."""
    milestone = _milestone(request, pk)
    must_keep(request, milestone.action.plan.council)

    def act(told: dict[str, Any]) -> None:
        operations.remove_milestone(milestone, actor=signed_in(request), why=told["why"])

    form = Removing(request.POST or None)
    return written(request, form, act, milestone.action.get_absolute_url(), about=milestone.title)


def _kept(request: HttpRequest, pk: int) -> Action:
    action = found(queries.action, request.user, pk)
    must_keep(request, action.plan.council)
    return action


def _milestone(request: HttpRequest, pk: int) -> Milestone:
    rows = Milestone.objects.visible_to(request.user).select_related("action__plan__council", "action__owner")
    milestone: Milestone = get_object_or_404(rows, pk=pk)
    return milestone


def _point(request: HttpRequest, kind: str, pk: int) -> Point:
    model: Any = forms.POINTS.get(kind)
    if model is None or model not in LINKS:
        raise Http404
    point: Point = get_object_or_404(model.objects.visible_to(request.user), pk=pk)
    return point
