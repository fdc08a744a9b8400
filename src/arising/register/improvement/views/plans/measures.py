"""A measure of a plan: whether it is on its way, and what it is to reach by when."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.accounts.rules import signed_in
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.papers import held_initial
from arising.register.improvement.forms.plans.measures import TypeSteps, steps_as_typed
from arising.register.improvement.views.kept import must_keep
from arising.register.indicators.charts import has_chart
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found

TITLES = ("By", "To be reached", "Set by", "Figure by then", "Period", "Short by")


def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether a measure is on its way."""
    it = found(queries.trajectory, request.user, pk)
    plan = it.measure.priority.plan
    context = {
        "it": it, "measure": it.measure, "plan": plan, "indicator": it.measure.indicator,
        "has_chart": it.page is not None and has_chart(it.page),
        "may_keep": request.user.has_perm("improvement.keep", plan.council),
    }  # fmt: skip
    return render(request, "improvement/plans/measure.html", context)


def measure_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as CSV: a row for each day."""
    it = found(queries.trajectory, request.user, pk)
    rows = (
        (
            step.by.isoformat(), step.target.value, step.target.set_by, step.figure.number if step.figure else "",
            step.figure.period.label if step.figure else "", step.short,
        )
        for step in it.steps
    )  # fmt: skip
    return attached_csv(TITLES, rows, f"measure-{pk}.csv")


@login_required
def type_steps(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what a measure is to reach by which day."""
    one = found(queries.measure, request.user, pk)
    plan = one.priority.plan
    must_keep(request, plan.council)
    now = found(queries.trajectory, request.user, pk).moved.trajectory
    form = TypeSteps(request.POST or None, initial={"steps": steps_as_typed(now), **held_initial(plan.seen)})

    def act(told: dict[str, Any]) -> Any:
        return operations.set_steps(
            one, told["steps"], set_by=told["set_by"], seen=form.seen(), actor=signed_in(request),
            why="Typed in on the page of the measure",
        )  # fmt: skip

    return written(request, form, act, one.get_absolute_url(), about=one.title)
