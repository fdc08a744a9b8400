"""Distance travelled at two dates as a tagged PDF: one page of A4, all type at 12 points or larger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from django.template.loader import render_to_string

from arising.register.improvement.charts import two_dates_of
from arising.register.improvement.queries import TwoDates
from arising.register.indicators.drawing import svg
from arising.register.programme.printing.pdf import Printed

STYLE = Path(__file__).with_name("distance.css")


def as_pdf(it: TwoDates) -> bytes:
    """The page as PDF/UA-1, with as many scales as fit on it; those that do not are counted at its foot.

    Raises ``NoPdf`` where this machine cannot make one, ValueError where there is no scale.
    """
    for many in range(len(it.rows), 0, -1):
        laid_out = _laid_out(it, many)
        if laid_out.pages == 1:
            return laid_out.as_pdf()
    raise ValueError("There is no scale that fits on a page.")


def _laid_out(it: TwoDates, many: int) -> Printed:
    shown = replace(it, rows=it.rows[:many])
    context = {"it": it, "chart": svg(two_dates_of(shown, 640)), "others": len(it.rows) - many}
    return Printed(render_to_string("improvement/scales/printed.html", context), STYLE)
