"""What people said, and when."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from arising.register.improvement import queries
from arising.register.improvement.queries.surveys import QuestionPage
from arising.register.improvement.surveying.words import METHOD
from arising.register.improvement.views.pictures import picture
from arising.register.indicators import drawing
from arising.register.indicators.drawing import Share, Spec, Words
from arising.register.record.views.pages import found


def surveys(request: HttpRequest, council: str) -> HttpResponse:
    """The surveys of a council."""
    held = found(queries.council, request.user, council)
    context = {
        "council": held, "lines": queries.surveys(request.user, held),
        "words": queries.survey_summary(request.user, held),
        "may_keep": request.user.has_perm("improvement.keep", held),
    }  # fmt: skip
    return render(request, "improvement/surveys/surveys.html", context)


def survey(request: HttpRequest, pk: int) -> HttpResponse:
    """A survey over its rounds."""
    page = found(queries.survey_page, request.user, pk)
    context = {
        "it": page, "survey": page.survey, "council": page.survey.council, "method": METHOD,
        "may_keep": request.user.has_perm("improvement.keep", page.survey.council),
    }  # fmt: skip
    return render(request, "improvement/surveys/survey.html", context)


def survey_round(request: HttpRequest, pk: int) -> HttpResponse:
    """A round: each question, each group."""
    told, before = found(queries.round_page, request.user, pk)
    survey = told.round.survey
    context = {
        "told": told, "round": told.round, "survey": survey, "council": survey.council, "before": before,
        "method": METHOD, "may_keep": request.user.has_perm("improvement.keep", survey.council),
    }  # fmt: skip
    return render(request, "improvement/surveys/round.html", context)


def question_chart(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """A question over its rounds as a picture, for a wide page or, with ``narrow=1``, for a telephone."""
    page = found(queries.question_page, request.user, pk)
    if not page.has_chart:
        raise Http404
    return picture(request, chart_of, page, form, f"question-{pk}")


def chart_of(page: QuestionPage, width: int) -> Spec:
    """The shares of a question, a row for each round."""
    rows = [Share(told.when, one.now.interval if one.now else None) for told, one in page.told]
    title = f"Who {page.last.did} “{page.question}”"
    words = Words(title, page.last.words, f"{page.last.words} The figures stand in the table beneath the chart.")
    return drawing.shares_chart(words, rows, width=width)
