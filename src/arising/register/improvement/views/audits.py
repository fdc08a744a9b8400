"""Audits of practice: planned, brought in, and what they found."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from arising.measures.published import NotPublished
from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import charts, operations, queries
from arising.register.improvement.forms.audits import AddAudits, BringAudits, StoreAudits
from arising.register.improvement.forms.papers import sealed, unsealed
from arising.register.improvement.models import AuditRound
from arising.register.improvement.tables import AuditTable, read_audits
from arising.register.improvement.views.kept import council_kept, must_keep
from arising.register.improvement.views.pictures import picture
from arising.register.programme.views.files import attached_csv
from arising.register.record.views.pages import found


def audits_page(request: HttpRequest, council: str) -> HttpResponse:
    """The audits of a council: planned, done, and what share was good."""
    it = _page(request, council)
    context = {"it": it, "may_keep": request.user.has_perm("improvement.keep", it.council)}
    return render(request, "improvement/audits/audits.html", context)


@require_safe
def audits_chart(request: HttpRequest, council: str, form: str) -> HttpResponse:
    """What share was good, period by period, as a picture."""
    return picture(request, charts.audits_of, _page(request, council), form, f"{council}-audits")


@require_safe
def audits_csv(request: HttpRequest, council: str) -> HttpResponse:
    """Every count that may be shown: a row for each team and grade, and for how many were planned and done."""
    rows: list[tuple[object, ...]] = []
    for one in _page(request, council).rounds:
        told = (one.round.title, one.round.starts_on, one.round.ends_on)
        for each in one.planned:
            rows += [(*told, each.team, "planned", each.planned if each.planned is not None else "")]
            rows += [(*told, each.team, "done", each.done)]
        if one.is_enough:
            rows += [
                (*told, each.team, grade, count)
                for each in one.teams
                for grade, count in zip(one.grades, each.counts, strict=True)
            ]
    return attached_csv(("Audits", "From", "To", "Team", "Grade", "Audits"), rows, f"{council}-audits.csv")


def audits(request: HttpRequest, pk: int) -> HttpResponse:
    """The audits of a period."""
    it = found(queries.audits, request.user, pk)
    may_keep = request.user.has_perm("improvement.keep", it.round)
    context = {
        "it": it,
        "round": it.round,
        "may_keep": may_keep,
        "pairs": list(zip(it.grades, it.moderated, strict=False)),
    }
    return render(request, "improvement/audits/audit.html", context)


@require_safe
def funnel_chart(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Whether teams differ by more than their size explains, as a picture."""
    return picture(request, charts.funnel_of, found(queries.audits, request.user, pk), form, f"audits-{pk}")


@login_required
def add_audits(request: HttpRequest, council: str) -> HttpResponse:
    """Plan the audits of a period."""
    held = council_kept(request, council)
    form = AddAudits(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.add_audits(
            held, told["name"], told["starts_on"], told["ends_on"], planned=told["planned"],
            seen=form.seen(), actor=signed_in(request), why="Planned on the council’s page",
        )  # fmt: skip

    return written(request, form, act, reverse("audits", args=[held.slug]))


@login_required
def bring_audits(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring in what was graded. Nothing is stored before somebody has looked at it."""
    one = _kept(request, pk)
    if request.method == "POST" and "held" in request.POST:
        return _store(request, one)
    form = BringAudits(request.POST, files=request.FILES) if request.method == "POST" else BringAudits()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        name = file.name or "the file"
        try:
            return _look(request, one, read_audits(file.read(), name), name)
        except NotPublished as trouble:
            form.add_error("file", str(trouble))
        except ValidationError as trouble:
            form.add_error("file", trouble)
    context = {"form": form, "back": one.get_absolute_url(), "about": str(one)}
    return render(request, "improvement/audits/bring.html", context)


@login_required
@require_POST
def audits_as_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Make what audits found a piece of evidence, with one press."""
    one = _kept(request, pk)
    try:
        operations.audits_as_evidence(one, actor=signed_in(request), why="Made evidence on the page of the audits")
    except ValidationError as trouble:
        messages.error(request, trouble.messages[0])
    else:
        messages.success(request, "It is evidence now.")
    return redirect(one)


@login_required
def drop_audits(request: HttpRequest, pk: int) -> HttpResponse:
    """Take audits away."""
    one = _kept(request, pk)
    form = Removing(request.POST or None)
    form.title, form.button = "Take these audits away", "Take them away"

    def act(told: dict[str, Any]) -> None:
        operations.drop_audits(one, actor=signed_in(request), why=told["why"])

    return written(request, form, act, reverse("audits", args=[one.council.slug]))


def _look(
    request: HttpRequest, one: AuditRound, table: AuditTable, name: str, form: StoreAudits | None = None
) -> HttpResponse:
    held = sealed(one, signed_in(request), [name, table.told()])
    form = form or StoreAudits(grades=table.grades, initial={"held": held, "good": min(2, len(table.grades) - 1)})
    context = {"form": form, "one": one, "table": table, "name": name}
    context["pairs"] = list(zip(table.grades, table.moderated, strict=False))
    return render(request, "improvement/audits/look.html", context)


def _store(request: HttpRequest, one: AuditRound) -> HttpResponse:
    try:
        name, told = unsealed(one, signed_in(request), request.POST["held"])
    except ValidationError as trouble:
        messages.error(request, trouble.messages[0])
        return redirect("bring-audits", one.pk)
    table = AuditTable.of(told)
    form = StoreAudits(request.POST, grades=table.grades)
    if form.is_valid():
        try:
            operations.record_audits(
                one, table, good=form.cleaned_data["good"], file=name, actor=signed_in(request), why=f"From {name}"
            )
        except ValidationError as trouble:
            form.take(trouble)
        else:
            messages.success(request, f"{name} is stored.")
            return redirect(one)
    return _look(request, one, table, name, form)


def _page(request: HttpRequest, council: str) -> queries.AuditsPage:
    return queries.audits_page(request.user, found(queries.council, request.user, council))


def _kept(request: HttpRequest, pk: int) -> AuditRound:
    one = found(queries.audits, request.user, pk).round
    must_keep(request, one)
    return one
