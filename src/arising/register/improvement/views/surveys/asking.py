"""Adding surveys and their questions, and putting them right."""

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
from arising.register.improvement.forms.surveys import QuestionForm, RewordForm, SurveyForm
from arising.register.improvement.views.kept import must_keep, onward
from arising.register.record.views.pages import found


@login_required
def add_survey(request: HttpRequest, council: str) -> HttpResponse:
    """Add a survey to a council."""
    held = found(queries.council, request.user, council)
    must_keep(request, held)
    form = SurveyForm(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.add_survey(
            held, **form.chosen(), seen=form.seen(), actor=signed_in(request),
            why="Added on the page of surveys",
        )  # fmt: skip

    return written(request, form, act, reverse("surveys", args=[held.slug]))


@login_required
def change_survey(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a survey right."""
    held = found(queries.survey, request.user, pk)
    must_keep(request, held)
    told_now = {"name": held.title, **{each: getattr(held, each) for each in ("of", "of_words", "asked_by", "note")}}
    form = SurveyForm(request.POST or None, initial={**told_now, **held_initial(held.seen)})
    form.title = "Change the survey"

    def act(told: dict[str, Any]) -> object:
        seen = form.seen()
        return operations.amend_survey(
            held, form.chosen(), seen=seen if seen != held.seen else None, actor=signed_in(request),
            why="Changed on its page",
        )  # fmt: skip

    back = reverse("surveys", args=[held.council.slug])
    return written(
        request, form, act, held.get_absolute_url(), then=lambda made: onward(request, made, back)
    )  # fmt: skip


@login_required
def remove_survey(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a survey without rounds away."""
    held = found(queries.survey, request.user, pk)
    must_keep(request, held)

    def act(told: dict[str, Any]) -> None:
        operations.remove_survey(held, actor=signed_in(request), why=told["why"])

    back, then = held.get_absolute_url(), reverse("surveys", args=[held.council.slug])
    return written(request, Removing(request.POST or None), act, back, then=lambda _: then)


@login_required
def add_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a question to a survey."""
    held = found(queries.survey, request.user, pk)
    must_keep(request, held)
    form = QuestionForm(request.POST or None)

    def act(told: dict[str, Any]) -> object:
        return operations.add_question(
            held, **form.chosen(), actor=signed_in(request), why="Added on the page of the survey"
        )

    return written(request, form, act, held.get_absolute_url())


@login_required
def reword_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a question in other words."""
    held = found(queries.question, request.user, pk)
    must_keep(request, held)
    told_now = {
        "words": held.words, "scale": held.scale, "choices": "\n".join(held.choices),
        "together": "\n".join(held.together),
    }  # fmt: skip
    form = RewordForm(request.POST or None, initial=told_now)

    def act(told: dict[str, Any]) -> object:
        return operations.reword_question(held, **form.chosen(), actor=signed_in(request), why="Asked in other words")

    return written(request, form, act, held.survey.get_absolute_url())


@login_required
def remove_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question away that nobody answered."""
    held = found(queries.question, request.user, pk)
    must_keep(request, held)

    def act(told: dict[str, Any]) -> None:
        operations.remove_question(held, actor=signed_in(request), why=told["why"])

    return written(request, Removing(request.POST or None), act, held.survey.get_absolute_url())
