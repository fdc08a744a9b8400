"""The pages of inspections and visits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from arising.register.accounts.rules import is_clerk, signed_in
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Writing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.inspections import (
    AddLetter,
    AddReport,
    BringInspection,
    CancelVisit,
    ChangeInspection,
    HoldVisit,
    OweDeadlines,
    PlanVisit,
    TypeFinding,
    TypeJudgement,
)
from arising.register.improvement.models import Inspection, InspectionFinding
from arising.register.improvement.views.kept import council_kept, must_keep, onward
from arising.register.record.views.pages import found


def inspections(request: HttpRequest, council: str) -> HttpResponse:
    """What inspections judged of a council, the latest first."""
    it = found(queries.inspections_page, request.user, council)
    return render(request, "improvement/inspections.html", {"it": it, "council": it.council})


def inspection(request: HttpRequest, pk: int) -> HttpResponse:
    """What one inspection judged, found and asked for."""
    it = found(queries.inspection_page, request.user, pk)
    return render(
        request, "improvement/inspection.html", {"it": it, "one": it.inspection, "council": it.inspection.council}
    )


@login_required
def add_inspection(request: HttpRequest, council: str) -> HttpResponse:
    """Add the report of an inspection: it is read, and every judgement, finding and point stored."""
    held = council_kept(request, council)
    form = AddReport(request.POST or None, files=request.FILES or None)

    def act(told: dict[str, Any]) -> Inspection:
        return operations.add_report(
            held, told["report"].read(), told["report"].name, published=told["published"],
            received=told["received"], origin=told["origin"], despite=told["despite"], seen=form.seen(),
            actor=signed_in(request), why="Added on the page of inspections",
        )  # fmt: skip

    back = reverse("inspections", args=[held.slug])
    return written(
        request, form, act, back, about=str(held), said="Read and added.", then=lambda made: onward(request, made, back)
    )


@login_required
def bring_inspection(request: HttpRequest, council: str) -> HttpResponse:
    """Bring in an inspection that was typed in elsewhere, from its file."""
    held = council_kept(request, council)
    form = BringInspection(request.POST or None, files=request.FILES or None)

    def act(told: dict[str, Any]) -> Inspection:
        return operations.bring_inspection(
            held, told["file"].read(), told["file"].name, seen=form.seen(), actor=signed_in(request),
            why="Brought in on the page of inspections",
        )  # fmt: skip

    back = reverse("inspections", args=[held.slug])
    return written(
        request, form, act, back, about=str(held), said="Brought in.", then=lambda made: onward(request, made, back)
    )


@login_required
def plan_visit(request: HttpRequest, council: str) -> HttpResponse:
    """Plan a visit."""
    held = council_kept(request, council)
    form = PlanVisit(request.POST or None, user=signed_in(request), council=held)

    def act(told: dict[str, Any]) -> object:
        columns = ("starts_on", "ends_on", "about", "visit", "follows", "note")
        return operations.plan_visit(
            held, Inspection.Kind(told["kind"]), **{name: told[name] for name in columns}, seen=form.seen(),
            actor=signed_in(request), why="Planned on the page of inspections",
        )  # fmt: skip

    return _written(request, form, act, held)


@login_required
def hold_visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a planned visit was held, with its letter where it is there already."""
    one = _kept(request, pk)
    form = HoldVisit(request.POST or None, files=request.FILES or None)

    def act(told: dict[str, Any]) -> None:
        actor, why = signed_in(request), "Said on its page"
        with transaction.atomic():
            operations.hold_visit(one, told["starts_on"], told["ends_on"], lead=told["lead"], actor=actor, why=why)
            if told["report"]:
                operations.add_letter(one, told["report"].read(), told["report"].name, actor=actor, why=why)

    return _written(request, form, act, one)


@login_required
def add_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Add the letter of a visit that was held."""
    one = _kept(request, pk)
    form = AddLetter(request.POST or None, files=request.FILES or None)

    def act(told: dict[str, Any]) -> object:
        file, why = told["report"], "Added on its page"
        return operations.add_letter(
            one, file.read(), file.name, published=told["published"], actor=signed_in(request), why=why
        )

    return _written(request, form, act, one)


@login_required
def cancel_visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a planned visit will not be held."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> object:
        return operations.cancel_visit(one, actor=signed_in(request), why=told["why"])

    return _written(request, CancelVisit(request.POST or None), act, one)


@login_required
def change_inspection(request: HttpRequest, pk: int) -> HttpResponse:
    """Change when a report was received, and who may see it."""
    one = _kept(request, pk)
    form = ChangeInspection(request.POST or None, inspection=one)

    def act(told: dict[str, Any]) -> object:
        changed = {name: told[name] for name in form.columns}
        return operations.change_inspection(one, changed, seen=form.seen(), actor=signed_in(request), why=told["why"])

    return _written(request, form, act, one)


@login_required
def type_judgement(request: HttpRequest, pk: int) -> HttpResponse:
    """Type in a judgement that was not read."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> object:
        told.pop("version")
        return operations.type_judgement(one, **told, actor=signed_in(request), why="Typed in from the report")

    return _written(request, TypeJudgement(request.POST or None), act, one)


@login_required
def type_finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Type in a point or a finding that was not read."""
    one = _kept(request, pk)

    def act(told: dict[str, Any]) -> object:
        told.pop("version")
        kind = InspectionFinding.Kind(told.pop("kind"))
        return operations.type_finding(one, kind, **told, actor=signed_in(request), why="Typed in from the report")

    return _written(request, TypeFinding(request.POST or None), act, one)


@login_required
def owe_deadlines(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a body wait for what is due after an inspection."""
    one = _kept(request, pk)
    if not is_clerk(request.user, one):
        raise PermissionDenied
    form = OweDeadlines(request.POST or None, user=signed_in(request), council=one.council)

    def act(told: dict[str, Any]) -> object:
        why = "What is due after an inspection"
        return operations.owe_deadlines(one, told["body"], owner=told["owner"], actor=signed_in(request), why=why)

    return _written(request, form, act, one)


def _kept(request: HttpRequest, pk: int) -> Inspection:
    """An inspection whose journey the reader keeps."""
    one = found(queries.inspection, request.user, pk)
    must_keep(request, one)
    return one


def _written(
    request: HttpRequest, form: Writing, act: Callable[[dict[str, Any]], object], about: Inspection | Council
) -> HttpResponse:
    back = reverse("inspections", args=[about.slug]) if isinstance(about, Council) else about.get_absolute_url()
    return written(request, form, act, back)
