"""The annual accounts as pages and as files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from arising.register.accounts.audiences import Reader
from arising.register.improvement import queries
from arising.register.improvement.annual import AnnualAccount, Between
from arising.register.improvement.forms.told import Time
from arising.register.improvement.views.told.telling import Above, as_file, as_page
from arising.register.record.views.pages import found

ACCOUNTS: dict[str, Callable[[Reader, str, Between], AnnualAccount]] = {
    "lead-member": queries.lead_member_account,
    "scrutiny": queries.scrutiny_report,
}


@require_safe
def annual_account(request: HttpRequest, body: str, kind: str) -> HttpResponse:
    """The lead member's annual account, or scrutiny's annual report."""
    told, form = _asked(request, body, kind)
    above = Above(told.body, reverse("body", args=[body]), told.name)
    return as_page(request, told, _page(body, kind), above, form)


@require_safe
def annual_account_file(request: HttpRequest, body: str, kind: str, form: str) -> HttpResponse:
    """The same as a file."""
    told, _ = _asked(request, body, kind)
    return as_file(request, told, form, f"{body}-{kind}-{told.between.since.year}", _page(body, kind))


def _page(body: str, kind: str) -> str:
    return reverse("annual-account", args=[body, kind])


def _asked(request: HttpRequest, body: str, kind: str) -> tuple[AnnualAccount, Time]:
    if kind not in ACCOUNTS:
        raise Http404
    form = Time(request.GET or None, years=found(queries.years, request.user, body))
    days: dict[str, Any] = form.chosen() if form.is_bound else {}
    time = queries.between(request.user, body, **days)
    return ACCOUNTS[kind](request.user, body, time), form
