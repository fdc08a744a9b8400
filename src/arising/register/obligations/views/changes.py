"""The forms: each page shows one, hands what was written to an operation, and gives it back where it was refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from arising.register.accounts.rules import signed_in
from arising.register.bodies.written import taken
from arising.register.obligations import forms, operations, queries
from arising.register.obligations.models import (
    Answer,
    Judgement,
    Obligation,
    Origin,
    Reply,
    Response,
    ResponsibleOfficer,
)
from arising.register.obligations.views.pages import page_context, seen

Done = Callable[[dict[str, Any]], object]


def _may(request: HttpRequest, permission: str, obligation: Obligation | None = None) -> None:
    if not request.user.has_perm(permission, obligation):
        raise PermissionDenied


def _written(request: HttpRequest, obligation: Obligation, form: Any, act: Done) -> HttpResponse:
    if request.method == "POST" and taken(form, act):
        return redirect(obligation)
    context = {"one": obligation, "form": form, "line": queries.lines(request.user, [obligation])[0]}
    return render(request, "site/change.html", context)


@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer what is owed. The form stands on the page of the obligation."""
    obligation = seen(request, pk)
    _may(request, "obligations.answer", obligation)
    if request.method != "POST":
        return redirect(obligation.get_absolute_url() + "#answer")
    clerk = request.user.has_perm("obligations.change", obligation)
    form = (forms.ClerksAnswerForm if clerk else forms.AnswerForm)(request.POST, files=request.FILES)

    def act(told: dict[str, Any]) -> object:
        return operations.answer(
            obligation, told["text"], told["evidence"], file=form.sent(), on=told.get("on"), actor=signed_in(request),
            version=told["version"],
        )  # fmt: skip

    if taken(form, act):
        return redirect(obligation)
    return render(request, "obligations/obligation.html", page_context(request, pk, form))


@login_required
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how far it has come."""
    obligation = seen(request, pk)
    _may(request, "obligations.answer", obligation)
    form = forms.ProgressForm(request.POST or None, initial={"version": obligation.version})
    return _written(
        request, obligation, form,
        lambda told: operations.say_progress(
            obligation, told["text"], actor=signed_in(request), version=told["version"]
        ),
    )  # fmt: skip


@login_required
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Set an obligation right."""
    obligation = seen(request, pk)
    _may(request, "obligations.change", obligation)
    form = forms.AmendForm(
        request.POST or None, obligation=obligation, user=request.user, initial=forms.AmendForm.starts_with(obligation)
    )
    return _written(
        request, obligation, form,
        lambda told: operations.amend(
            obligation, form.changed(), actor=signed_in(request), why=told["why"], version=told["version"]
        ),
    )  # fmt: skip


@login_required
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Give more time, with a reason."""
    obligation = seen(request, pk)
    _may(request, "obligations.change", obligation)
    form = forms.ExtendForm(request.POST or None, initial={"version": obligation.version})
    return _written(
        request, obligation, form,
        lambda told: operations.extend(
            obligation, told["until"], reason=told["reason"], actor=signed_in(request), version=told["version"]
        ),
    )  # fmt: skip


@login_required
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the executive's reply to a recommendation."""
    obligation = seen(request, pk)
    _may(request, "obligations.answer", obligation)
    if obligation.origin not in (Origin.RECOMMENDATION, Origin.BETWEEN_BODIES):
        raise Http404
    form = forms.ReplyForm(request.POST or None, initial={"version": obligation.version})

    def act(told: dict[str, Any]) -> object:
        given = {name: value for name, value in told.items() if name != "response"}
        return operations.reply(obligation, Response(told["response"]), actor=signed_in(request), **given)

    return _written(request, obligation, form, act)


@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an obligation, or say which other one takes its place."""
    obligation = seen(request, pk)
    _may(request, "obligations.change", obligation)
    form = forms.EndForm(request.POST or None, initial={"version": obligation.version})

    def act(told: dict[str, Any]) -> object:
        given = {"reason": told["reason"], "actor": signed_in(request), "version": told["version"]}
        if told["by"] is None:
            return operations.withdraw(obligation, **given)
        other = Obligation.objects.visible_to(request.user).filter(pk=told["by"]).first()
        if other is None:
            raise ValidationError({"by": f"There is no obligation number {told['by']} here. Give another number."})
        return operations.supersede(obligation, other, **given)

    return _written(request, obligation, form, act)


@login_required
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a withdrawal or a supersession back."""
    obligation = seen(request, pk)
    _may(request, "obligations.change", obligation)
    form = forms.RestoreForm(request.POST or None, initial={"version": obligation.version})
    return _written(
        request, obligation, form,
        lambda told: operations.restore(
            obligation, reason=told["reason"], actor=signed_in(request), version=told["version"]
        ),
    )  # fmt: skip


@login_required
def judge(request: HttpRequest, pk: int, answer: int) -> HttpResponse:
    """Say whether an answer discharges what is owed."""
    obligation = seen(request, pk)
    _may(request, "obligations.change", obligation)
    given = get_object_or_404(Answer, pk=answer, obligation=obligation)
    form = forms.JudgeForm(request.POST or None, initial={"version": obligation.version})
    form.title, form.button = "Judge the answer", "Save"
    return _written(
        request, obligation, form,
        lambda told: operations.judge(
            given, Judgement(told["judgement"]), actor=signed_in(request), why=told["why"], version=told["version"]
        ),
    )  # fmt: skip


@login_required
def impact(request: HttpRequest, pk: int, reply: int) -> HttpResponse:
    """Say what came of a recommendation that was accepted."""
    obligation = seen(request, pk)
    _may(request, "obligations.change", obligation)
    given = get_object_or_404(Reply, pk=reply, obligation=obligation)
    form = forms.ImpactForm(request.POST or None, initial={"version": obligation.version, "impact": given.impact})
    return _written(
        request, obligation, form,
        lambda told: operations.record_impact(given, told["impact"], actor=signed_in(request), version=told["version"]),
    )  # fmt: skip


@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Add by hand what no minutes give: a duty, a gate, a document request, an issue for another body."""
    _may(request, "obligations.change")
    form = forms.AddForm(request.POST or None, user=request.user)
    made: list[Obligation] = []

    def act(told: dict[str, Any]) -> object:
        given = {name: value for name, value in told.items() if name not in ("origin", "owed")}
        made.append(operations.add(Origin(told["origin"]), told["owed"], actor=signed_in(request), **given))
        return made

    if request.method == "POST" and taken(form, act):
        return redirect(made[0])
    context = {"form": form, "back": reverse("obligations")}
    return render(request, "site/change.html", context)


@login_required
def officers(request: HttpRequest) -> HttpResponse:
    """Who answers for which post; a form to add one."""
    _may(request, "obligations.change")
    form = forms.AppointForm(request.POST or None, user=request.user)

    def act(told: dict[str, Any]) -> object:
        why = told["why"] or "Said by a clerk"
        return operations.appoint(told["user"], told["post"], actor=signed_in(request), why=why)

    if request.method == "POST" and taken(form, act):
        return redirect("responsible-officers")
    context = {"form": form, "officers": queries.responsible_officers(request.user)}
    return render(request, "obligations/officers.html", context)


@login_required
@require_POST
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a user answer for a post no longer."""
    _may(request, "obligations.change")
    responsible = get_object_or_404(ResponsibleOfficer, pk=pk)
    operations.dismiss(responsible, actor=signed_in(request), why="Said by a clerk")
    return redirect("responsible-officers")
