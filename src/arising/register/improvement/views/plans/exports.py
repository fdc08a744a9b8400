"""A plan as a file: Excel that comes in again, Word, PDF, and the actions that were asked for as CSV."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from arising.register.improvement import queries
from arising.register.improvement.forms.plans.narrowing import NarrowPlan
from arising.register.improvement.printing import plans as printing
from arising.register.improvement.workbooks.writing import workbook
from arising.register.programme.printing import FORMS, NoPdf
from arising.register.programme.views.files import attached, attached_csv, no_pdf
from arising.register.record.views.pages import found

NAME = "improvement-plan"


def export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """A plan as a file of that form: ``xlsx``, ``docx``, ``pdf`` or ``csv``. Only the last heeds the filters."""
    site = request.build_absolute_uri("/").rstrip("/")
    if form == "xlsx":
        return attached(
            workbook(found(queries.sheets, request.user, pk, site)), FORMS["xlsx"].media_type, f"{NAME}.xlsx"
        )
    page = found(queries.plan_page, request.user, pk)
    if form == "csv":
        narrowed = NarrowPlan(request.GET, page=page).narrowed()
        shown = [line for line in page.tally.lines if narrowed.takes(line)]
        return attached_csv(queries.CSV_TITLES, queries.csv_rows(shown, site), f"{NAME}.csv")
    if form == "docx":
        return attached(printing.as_word(page), FORMS["docx"].media_type, f"{NAME}.docx")
    if form != "pdf":
        raise Http404
    try:
        return attached(printing.as_pdf(page), FORMS["pdf"].media_type, f"{NAME}.pdf")
    except NoPdf as trouble:
        return no_pdf(request, trouble, page=page.plan.get_absolute_url(), title=page.plan.title)
