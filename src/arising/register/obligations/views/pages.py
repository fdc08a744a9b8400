"""The page of one obligation, and what I owe."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from arising.register.accounts.models import User
from arising.register.obligations import queries
from arising.register.obligations.forms import AnswerForm, ClerksAnswerForm
from arising.register.obligations.models import Obligation, Origin
from arising.register.record.views.pages import download, found


def obligation(request: HttpRequest, pk: int) -> HttpResponse:
    """What is owed, in whose words, by when and how that was worked out, and what became of it."""
    return render(request, "obligations/obligation.html", page_context(request, pk))


def page_context(request: HttpRequest, pk: int, answer_form: Any = None) -> dict[str, Any]:
    """What the page of an obligation shows. A form that was refused comes back as it was written."""
    try:
        it = queries.obligation_page(request.user, pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    one = it.obligation
    may_change = request.user.has_perm("obligations.change", one)
    may_answer = request.user.has_perm("obligations.answer", one) and not one.ended
    form_of = ClerksAnswerForm if may_change else AnswerForm
    return {
        "it": it,
        "one": one,
        "state": it.line.state,
        "may_change": may_change,
        "may_answer": may_answer,
        "may_open_files": queries.may_open_files(request.user, one),
        "is_recommendation": one.origin in (Origin.RECOMMENDATION, Origin.BETWEEN_BODIES),
        "answer_form": answer_form or (form_of(initial={"version": one.version}) if may_answer else None),
    }


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """What I owe, the most urgent first. Reached from the link in a reminder, after sign-in."""
    assert isinstance(request.user, User)
    return render(request, "obligations/mine.html", {"it": queries.mine(request.user)})


def answer_file(request: HttpRequest, pk: int, answer: int) -> HttpResponseBase:
    """The file that was sent with an answer, as a download: never shown as a page of this site."""
    return download(found(queries.answer_file, request.user, pk, answer))


def seen(request: HttpRequest, pk: int) -> Obligation:
    """An obligation that the reader may see, or a page that was not found."""
    try:
        return queries.obligation(request.user, pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
