"""The annual accounts as pages and as files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from arising.register.accounts.audiences import Reader
from arising.register.improvement import queries
from arising.register.improvement.annual import AnnualAccount, Between
from arising.register.improvement.forms.annual import Time
from arising.register.programme import printing
from arising.register.programme.views.files import attached
from arising.register.record.views.pages import found

ACCOUNTS: dict[str, Callable[[Reader, str, Between], AnnualAccount]] = {
    "lead-member": queries.lead_member_account,
    "scrutiny": queries.scrutiny_report,
}


@require_safe
def annual_account(request: HttpRequest, body: str, kind: str) -> HttpResponse:
    """The lead member's annual account, or scrutiny's annual report."""
    told, form = _asked(request, body, kind)
    address = request.GET.urlencode()
    forms = [
        (
            f"{reverse('annual-account-file', args=[body, kind, each.suffix])}{f'?{address}' if address else ''}",
            each.words,
        )
        for each in printing.forms_here()
    ]
    return render(
        request, "improvement/annual.html", {"told": told, "form": form, "forms": forms, "slug": body, "kind": kind}
    )


@require_safe
def annual_account_file(request: HttpRequest, body: str, kind: str, form: str) -> HttpResponse:
    """The same as a file."""
    told, _ = _asked(request, body, kind)
    try:
        content = printing.make(told, form, site=request.build_absolute_uri("/").rstrip("/"))
    except printing.NoPdf as error:
        context = {"told": told, "slug": body, "kind": kind, "why": error}
        return render(request, "improvement/no_pdf.html", context, status=404)
    return attached(content, printing.FORMS[form].media_type, f"{body}-{kind}-{told.between.since.year}.{form}")


def _asked(request: HttpRequest, body: str, kind: str) -> tuple[AnnualAccount, Time]:
    if kind not in ACCOUNTS:
        raise Http404
    form = Time(request.GET or None, years=found(queries.years, request.user, body))
    days: dict[str, Any] = form.chosen() if form.is_bound else {}
    time = queries.between(request.user, body, **days)
    return ACCOUNTS[kind](request.user, body, time), form
