"""What pages with a form do in every room: what it says is handed to an operation, and where that refuses the form says
why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from arising.register.accounts.history import Overtaken
from arising.register.bodies.writing import Writing

P = ParamSpec("P")
T = TypeVar("T")
Act = Callable[[dict[str, Any]], Any]
"""Hands what a form says to an operation, and gives back what it made."""


def found(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The answer of a query; what is not there, or may not be seen, is a page that was not found."""
    try:
        return ask(*args, **kwargs)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


def may(request: HttpRequest, permission: str, thing: Model | None) -> None:
    """Raises PermissionDenied where whoever asks may not do that with a thing."""
    if not request.user.has_perm(permission, thing):
        raise PermissionDenied


def taken(form: Writing, act: Act) -> bool:
    """Whether a form was right and the operation took it; otherwise the form says what is wrong.

    Where somebody else was faster, what was written stays in the form, which then stands on what they left.
    """
    if not form.is_valid():
        return False
    try:
        act(dict(form.cleaned_data))
    except ValidationError as trouble:
        form.take(trouble)
        return False
    except Overtaken as faster:
        form.add_error(None, f"{faster} Nothing of yours is lost: look at the page, then send it again.")
        sent = form.data.copy()  # type: ignore[attr-defined]
        sent[form.add_prefix("version")] = str(faster.version)
        form.data = sent
        return False
    return True


def written(
    request: HttpRequest, form: Writing, act: Act, back: str, *,
    about: str = "", said: str = "Saved.", then: Callable[[Any], str] | None = None,
    template: str = "site/change.html", shown: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """The page of a form. Once ``act`` has taken what it says, go ``back``, or where ``then`` says of what was made."""
    made: list[Any] = []
    if request.method == "POST" and taken(form, lambda told: made.append(act(told))):
        messages.success(request, said)
        return redirect(then(made[0]) if then else back)
    return render(request, template, {"form": form, "back": back, "about": about, **(shown or {})})
