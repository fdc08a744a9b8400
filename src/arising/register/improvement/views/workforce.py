"""The workforce: who was recruited and stayed, and what it cost."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import charts, operations, queries
from arising.register.improvement.forms.workforce import AddCohort, CountCohort, RecordCost
from arising.register.improvement.models import CohortCount, RecruitmentCohort
from arising.register.improvement.views.kept import council_kept, must_keep
from arising.register.improvement.views.pictures import picture
from arising.register.indicators.charts import has_chart
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found


def workforce(request: HttpRequest, council: str) -> HttpResponse:
    """The workforce of a council."""
    it = _page(request, council)
    context = {"it": it, "may_keep": request.user.has_perm("improvement.keep", it.council)}
    context["has_cohorts"] = any(one.counts for one in it.cohorts)
    context["published"] = [(each, has_chart(each.page)) for each in it.published]
    context["stages"] = [str(each.label) for each in CohortCount.Stage]
    return render(request, "improvement/workforce/workforce.html", context)


@require_safe
def workforce_csv(request: HttpRequest, council: str) -> HttpResponse:
    """Every cohort with its counts, and every cost."""
    it = _page(request, council)
    rows: list[tuple[object, ...]] = []
    for one in it.cohorts:
        told = one.cohort
        rows.append((told.title, told.offered_on, "offered", told.offered, told.offered_on, told.source))
        rows += [
            (told.title, told.offered_on, stage, count.count, count.on, "") for stage, count, _ in one.cells if count
        ]
    for each in it.costs:
        cost = each.cost
        rows += [
            (f"Cost of {kind} staff, £", cost.starts_on, "", amount, cost.ends_on, cost.source)
            for kind, amount in (("permanent", cost.permanent), ("agency", cost.agency))
        ]
    return attached_csv(
        ("What", "From", "Stage", "Number", "Counted on, or to", "Source"), rows, f"{council}-workforce.csv"
    )


@require_safe
def cohorts_chart(request: HttpRequest, council: str, form: str) -> HttpResponse:
    """From offer to still in post, as a picture."""
    return picture(request, charts.cohorts_of, _page(request, council), form, f"{council}-recruitment")


@require_safe
def costs_chart(request: HttpRequest, council: str, form: str) -> HttpResponse:
    """What permanent and agency staff cost, as a picture."""
    return picture(request, charts.costs_of, _page(request, council), form, f"{council}-staff-costs")


@login_required
def add_cohort(request: HttpRequest, council: str) -> HttpResponse:
    """Follow people who were offered posts at one time."""
    held = council_kept(request, council)
    form = AddCohort(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.add_cohort(
            held, told["name"], told["offered_on"], told["offered"], source=told["source"],
            seen=form.seen(), actor=signed_in(request), why="Added on the page of the workforce",
        )  # fmt: skip

    return written(request, form, act, reverse("workforce", args=[held.slug]))


@login_required
def count_cohort(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how far a cohort has come."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> object:
        return operations.count_cohort(
            one, told["stage"], told["count"], told["on"], actor=signed_in(request),
            why="Counted on the page of the workforce",
        )  # fmt: skip

    return written(request, CountCohort(request.POST or None), act, one.get_absolute_url())


@login_required
def drop_cohort(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a cohort away."""
    one = _kept(request, pk)
    form = Removing(request.POST or None)
    form.title, form.button = "Take this recruitment away", "Take it away"

    def act(told: dict[str, Any]) -> None:
        operations.drop_cohort(one, actor=signed_in(request), why=told["why"])

    return written(request, form, act, reverse("workforce", args=[one.council.slug]))


@login_required
def record_cost(request: HttpRequest, council: str) -> HttpResponse:
    """Record what staff cost in a period."""
    held = council_kept(request, council)
    form = RecordCost(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.record_cost(
            held, told["starts_on"], told["ends_on"], told["permanent"], told["agency"], source=told["source"],
            seen=form.seen(), actor=signed_in(request), why="Recorded on the workforce’s page",
        )  # fmt: skip

    return written(request, form, act, reverse("workforce", args=[held.slug]))


def _page(request: HttpRequest, council: str) -> queries.Workforce:
    return queries.workforce(request.user, found(queries.council, request.user, council))


def _kept(request: HttpRequest, pk: int) -> RecruitmentCohort:
    one = found(queries.cohort, request.user, pk)
    must_keep(request, one)
    return one
