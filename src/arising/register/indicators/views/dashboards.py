"""The figures of an area on one page, as a page and as a PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from arising.register.indicators import printing, queries
from arising.register.indicators.charts import spark_of
from arising.register.programme.printing import NoPdf, pango
from arising.register.programme.views.files import attached
from arising.register.record.views.pages import found


def dashboard(request: HttpRequest, code: str) -> HttpResponse:
    """The indicators that are asked for by ``of``, or those that stand out."""
    it = _dashboard(request, code)
    shown = [line.card.key for line in it.lines]
    by_name = sorted([*it.lines, *it.others], key=lambda line: line.card.name)
    context = {
        "it": it,
        "rows": [(line, spark_of(line)) for line in it.lines],
        "choices": [(line.card.key, line.card.name, line.card.key in shown) for line in by_name],
        "most": queries.MOST,
        "address": request.GET.urlencode(),
        "can_print": pango.is_here(),
    }
    return render(request, "indicators/dashboard.html", context)


@require_safe
def dashboard_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The same as one page of paper."""
    it = _dashboard(request, code)
    try:
        content = printing.as_pdf(it, site=request.build_absolute_uri("/").rstrip("/"))
    except NoPdf as error:
        return render(request, "indicators/no_dashboard.html", {"it": it, "why": error}, status=404)
    return attached(content, "application/pdf", f"{it.area.code}-dashboard.pdf")


def _dashboard(request: HttpRequest, code: str) -> queries.Dashboard:
    area = found(queries.area, request.user, code)
    return queries.dashboard(request.user, area, request.GET.getlist("of"))
