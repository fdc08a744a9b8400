"""Rounds: when a survey was put, how many answered what, and the press that makes evidence of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from arising.register.accounts.rules import signed_in
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.papers import held_initial
from arising.register.improvement.forms.surveys import CountsForm, RoundForm, responses_as_typed
from arising.register.improvement.models import SurveyRound
from arising.register.improvement.queries.surveys.files import asked_in
from arising.register.improvement.queries.surveys.told import responses
from arising.register.improvement.views.kept import must_keep, onward
from arising.register.record.views.pages import found


@login_required
def add_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a round of a survey."""
    held = found(queries.survey, request.user, pk)
    must_keep(request, held)
    form = RoundForm(request.POST or None, initial=held_initial(held.seen))

    def act(told: dict[str, Any]) -> object:
        return operations.add_round(
            held, **form.chosen(), seen=form.seen(), actor=signed_in(request),
            why="Added on the page of the survey",
        )  # fmt: skip

    return written(request, form, act, held.get_absolute_url())


@login_required
def change_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a round right."""
    held = kept(request, pk)
    now = {each: getattr(held, each) for each in ("starts_on", "ends_on", "asked", "answered", "note")}
    now["by_group"] = responses_as_typed(responses(held))
    form = RoundForm(request.POST or None, initial={**now, **held_initial(held.seen)})
    form.title = "Change the round"

    def act(told: dict[str, Any]) -> object:
        seen = form.seen()
        return operations.amend_round(
            held, form.chosen(), seen=seen if seen != held.seen else None, actor=signed_in(request),
            why="Changed on its page",
        )  # fmt: skip

    back = held.survey.get_absolute_url()
    return written(
        request, form, act, held.get_absolute_url(), then=lambda made: onward(request, made, back)
    )  # fmt: skip


@login_required
def remove_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a round away with its counts."""
    held = kept(request, pk)

    def act(told: dict[str, Any]) -> None:
        operations.remove_round(held, actor=signed_in(request), why=told["why"])

    back, then = held.get_absolute_url(), held.survey.get_absolute_url()
    return written(request, Removing(request.POST or None), act, back, then=lambda _: then)


@login_required
def type_counts_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Type in how many of a group gave each answer."""
    held = kept(request, pk)
    form = CountsForm(request.POST or None, questions=asked_in(held), initial={"version": held.version})

    def act(told: dict[str, Any]) -> object:
        return operations.set_counts(
            held, form.counts(), version=told["version"], actor=signed_in(request),
            why="Typed in on the page of the round",
        )  # fmt: skip

    return written(
        request, form, act, held.get_absolute_url(), template="improvement/surveys/counts.html",
        shown={"round": held, "survey": held.survey},
    )  # fmt: skip


@login_required
@require_POST
def make_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a round be evidence, in words that are worked out."""
    held = kept(request, pk)
    try:
        operations.make_evidence(held, actor=signed_in(request), why="Made of a round of a survey")
    except ValidationError as trouble:
        messages.error(request, " ".join(trouble.messages))
    else:
        messages.success(request, "The round is evidence now.")
    return redirect(held)


def kept(request: HttpRequest, pk: int) -> SurveyRound:
    """A round that the reader may change."""
    held = found(queries.survey_round, request.user, pk)
    must_keep(request, held)
    return held
