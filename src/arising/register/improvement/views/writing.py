"""What every form of the improvement journey does: it is shown, and what it says is handed to an operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from arising.register.bodies.writing import Writing
from arising.register.improvement import operations

Act = Callable[[dict[str, Any]], Any]


def may(request: HttpRequest, permission: str, thing: Model | None) -> None:
    """Raise PermissionDenied where whoever asks may not do that with a thing."""
    if not request.user.has_perm(permission, thing):
        raise PermissionDenied


def written(
    request: HttpRequest, form: Writing, act: Act, back: str, *,
    about: str = "", then: Callable[[Any], str] | None = None, template: str = "site/change.html",
    shown: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """Let ``act`` do what a form asks, and go ``back``, or where ``then`` says of what it made.

    Where it refuses, the form says why. Where somebody else was faster, what was written stays in the form, which then
    stands on what they left.
    """
    if request.method == "POST" and form.is_valid():
        try:
            made = act(dict(form.cleaned_data))
        except ValidationError as trouble:
            form.take(trouble)
        except operations.Changed as changed:
            form.add_error(None, f"{changed} Nothing of yours is lost: look at the page, then send it again.")
            sent = request.POST.copy()
            sent[form.add_prefix("version")] = str(changed.action.version)
            form.data = sent
        else:
            messages.success(request, "Saved.")
            return redirect(then(made) if then else back)
    return render(request, template, {"form": form, "back": back, "about": about, **(shown or {})})
