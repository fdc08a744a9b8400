"""The one page for members as a tagged PDF: A4, all type at 12 points or larger."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string

from arising.register.indicators.charts import spark_of
from arising.register.indicators.queries.dashboards import Dashboard
from arising.register.programme.printing.pdf import Printed

STYLE = Path(__file__).with_name("dashboard.css")


def as_pdf(dashboard: Dashboard, *, site: str = "") -> bytes:
    """The page as PDF/UA-1, with as many indicators as fit on it; ``site`` is put before its address.

    Raises ``NoPdf`` where this machine cannot make one.
    """
    fits, most = 0, len(dashboard.lines)
    laid_out = _laid_out(dashboard, site)
    if laid_out.pages == 1:
        return laid_out.as_pdf()
    while most - fits > 1:
        many = (fits + most) // 2
        tried = _laid_out(dashboard.of(many), site)
        if tried.pages == 1:
            fits, laid_out = many, tried
        else:
            most = many
    return (laid_out if fits else _laid_out(dashboard.of(0), site)).as_pdf()


def _laid_out(dashboard: Dashboard, site: str) -> Printed:
    rows = [(line, spark_of(line)) for line in dashboard.lines]
    page = render_to_string("indicators/printed_dashboard.html", {"it": dashboard, "rows": rows, "site": site})
    return Printed(page, STYLE)
