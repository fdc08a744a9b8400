"""Making and changing a plan: its title, priorities, phases, measures, versions."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.papers import held_initial
from arising.register.improvement.forms.plans.making import (
    AddPlan,
    AgreeVersion,
    ChangePlan,
    WritePhase,
    WritePriority,
)
from arising.register.improvement.forms.plans.measures import WriteMeasure
from arising.register.improvement.models import Measure, Priority
from arising.register.improvement.views.kept import must_keep
from arising.register.record.views.pages import found

WHY = "Said on its page"


@login_required
def add_plan(request: HttpRequest, council: str) -> HttpResponse:
    """Begin an improvement plan."""
    held = found(queries.council, request.user, council)
    must_keep(request, held)
    form = AddPlan(request.POST or None, user=request.user, council=held)

    def act(told: dict[str, Any]) -> Any:
        return operations.add_plan(
            held, told["name"], body=form.body_chosen(), stale_after=told["stale_after"], seen=form.seen(),
            actor=signed_in(request), why=WHY,
        )  # fmt: skip

    return written(
        request,
        form,
        act,
        reverse("plans", args=[held.slug]),
        about=str(held),
        then=lambda plan: plan.get_absolute_url(),
    )


@login_required
def change_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a plan is called, what it answers, and who may see it."""
    plan = found(queries.plan, request.user, pk)
    must_keep(request, plan.council)
    form = ChangePlan(request.POST or None, user=request.user, plan=plan)

    def act(told: dict[str, Any]) -> Any:
        changed = {"title": told["name"], "body": form.body_chosen(), "stale_after": told["stale_after"]}
        return operations.change_plan(
            plan, changed, answers=form.answers(), seen=form.seen(), actor=signed_in(request), why=told["why"]
        )

    return written(request, form, act, plan.get_absolute_url(), about=plan.title)


@login_required
def add_priority(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a priority to a plan."""
    plan = found(queries.plan, request.user, pk)
    must_keep(request, plan.council)

    def act(told: dict[str, Any]) -> Any:
        return operations.add_priority(
            plan, told["name"], reference=told["reference"], outcome=told["outcome"], actor=signed_in(request), why=WHY
        )

    return written(request, WritePriority(request.POST or None), act, plan.get_absolute_url(), about=plan.title)


@login_required
def change_priority(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the words of a priority, or its reference."""
    priority = found(queries.priority, request.user, pk)
    must_keep(request, priority.plan.council)
    form = WritePriority(request.POST or None, initial=WritePriority.starts_with(priority))
    form.title = "Change the priority"

    def act(told: dict[str, Any]) -> Any:
        return operations.change_priority(
            priority, told["name"], reference=told["reference"], outcome=told["outcome"], actor=signed_in(request),
            why=WHY,
        )  # fmt: skip

    return written(request, form, act, priority.plan.get_absolute_url(), about=str(priority))


@login_required
def add_phase(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a phase to a plan."""
    plan = found(queries.plan, request.user, pk)
    must_keep(request, plan.council)

    def act(told: dict[str, Any]) -> Any:
        days = {name: told[name] for name in ("starts_on", "ends_on")}
        return operations.add_phase(plan, told["name"], **days, actor=signed_in(request), why=WHY)

    return written(request, WritePhase(request.POST or None), act, plan.get_absolute_url(), about=plan.title)


@login_required
def change_phase(request: HttpRequest, pk: int) -> HttpResponse:
    """Name a phase anew, or give it other days."""
    phase = found(queries.phase, request.user, pk)
    must_keep(request, phase.plan.council)
    form = WritePhase(request.POST or None, initial=WritePhase.starts_with(phase))
    form.title = "Change the phase"

    def act(told: dict[str, Any]) -> Any:
        days = {name: told[name] for name in ("starts_on", "ends_on")}
        return operations.change_phase(phase, told["name"], **days, actor=signed_in(request), why=WHY)

    return written(request, form, act, phase.plan.get_absolute_url(), about=str(phase))


@login_required
def remove_phase(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a phase away."""
    phase = found(queries.phase, request.user, pk)
    must_keep(request, phase.plan.council)

    def act(told: dict[str, Any]) -> None:
        operations.remove_phase(phase, actor=signed_in(request), why=told["why"])

    return written(request, Removing(request.POST or None), act, phase.plan.get_absolute_url(), about=str(phase))


@login_required
def add_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a measure to a priority, or to the action that the address names."""
    priority = found(queries.priority, request.user, pk)
    must_keep(request, priority.plan.council)
    form = _measure_form(request, priority, {"action": request.GET.get("action", "")})
    chosen = form.actions.get(request.GET.get("action", ""))
    back = (chosen or priority.plan).get_absolute_url()

    def act(told: dict[str, Any]) -> Any:
        return operations.add_measure(priority, form.told(), actor=signed_in(request), why=WHY)

    return written(request, form, act, back, about=str(chosen or priority))


@login_required
def change_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a measure says."""
    measure = found(queries.measure, request.user, pk)
    must_keep(request, measure.priority.plan.council)
    form = _measure_form(request, measure.priority, WriteMeasure.starts_with(measure))
    form.title = "Change the measure"

    def act(told: dict[str, Any]) -> Any:
        return operations.change_measure(measure, form.told(), actor=signed_in(request), why=WHY)

    return written(request, form, act, _home_of(measure), about=measure.title)


@login_required
def remove_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a measure away."""
    measure = found(queries.measure, request.user, pk)
    must_keep(request, measure.priority.plan.council)

    def act(told: dict[str, Any]) -> None:
        operations.remove_measure(measure, actor=signed_in(request), why=told["why"])

    return written(request, Removing(request.POST or None), act, _home_of(measure), about=measure.title)


@login_required
def agree_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the plan as it stands as the version that was agreed."""
    plan = found(queries.plan, request.user, pk)
    must_keep(request, plan.council)
    form = AgreeVersion(request.POST or None, initial=held_initial(plan.seen))

    def act(told: dict[str, Any]) -> Any:
        return operations.agree_version(
            plan,
            told["agreed_on"],
            title=told["name"],
            reason=told["reason"],
            seen=form.seen(),
            actor=signed_in(request),
        )

    back = reverse("plan-versions", args=[plan.pk])
    return written(request, form, act, back, about=plan.title)


def _measure_form(request: HttpRequest, priority: Priority, initial: dict[str, Any]) -> WriteMeasure:
    actions = list(queries.actions_of(request.user, priority.plan).filter(priority=priority))
    return WriteMeasure(request.POST or None, priority=priority, actions=actions, initial=initial)


def _home_of(measure: Measure) -> str:
    return (measure.action or measure.priority.plan).get_absolute_url()
