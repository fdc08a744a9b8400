"""What is shown of inspections, visits, directions and the national table, as CSV and Excel."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement import queries
from arising.register.improvement.workbooks.tables import Table, workbook_of
from arising.register.programme.printing import FORMS
from arising.register.programme.views.files import attached, attached_csv
from arising.register.record.views.pages import found


@require_safe
def inspections_file(request: HttpRequest, council: str, form: str) -> HttpResponse:
    """The inspections of a council: their judgements as CSV, with visits and similar councils as Excel."""
    tables = found(queries.inspection_tables, request.user, council, _site(request))
    return _given(tables, form, f"{council}-inspections", f"Inspections of {_named(request, council)}")


@require_safe
def visits_csv(request: HttpRequest, council: str) -> HttpResponse:
    """The visits to a council: held, planned and cancelled."""
    return _csv(found(queries.visits_table, request.user, council, _site(request)), f"{council}-visits")


@require_safe
def neighbours_csv(request: HttpRequest, council: str) -> HttpResponse:
    """The latest grades of a council and of similar ones."""
    return _csv(found(queries.neighbour_table, request.user, council), f"{council}-similar-councils")


@require_safe
def send_csv(request: HttpRequest, council: str) -> HttpResponse:
    """The outcomes of area SEND inspections of a council and of similar ones."""
    return _csv(found(queries.send_table, request.user, council, _site(request)), f"{council}-send-outcomes")


@require_safe
def inspection_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """One inspection: what is known of it, its judgements, points and findings, and what is due."""
    table = found(queries.inspection_table, request.user, pk)
    return _given([table], form, f"inspection-{pk}", str(found(queries.inspection, request.user, pk)))


@require_safe
def directions_csv(request: HttpRequest, council: str) -> HttpResponse:
    """What a council was directed to do, and when that is reviewed."""
    return _csv(found(queries.directions_table, request.user, _site(request), slug=council), f"{council}-directions")


@require_safe
def direction_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """What one direction requires, and when it is reviewed."""
    return _csv(found(queries.directions_table, request.user, _site(request), pk=pk), f"direction-{pk}")


@require_safe
def national_csv(request: HttpRequest) -> HttpResponse:
    """The authorities of the national table that its page shows."""
    table = queries.authorities_table(request.user, request.GET.get("kind", ""), request.GET.get("text", ""))
    return _csv(table, "authorities")


@require_safe
def odd_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """What of a national table could not be taken."""
    return _csv(found(queries.odd_table, request.user, pk), f"national-table-{pk}-odd")


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _named(request: HttpRequest, council: str) -> str:
    return str(found(queries.council, request.user, council))


def _csv(table: Table, name: str) -> HttpResponse:
    return attached_csv(table.titles, table.rows, f"{name}.csv")


def _given(tables: Sequence[Table], form: str, name: str, title: str) -> HttpResponse:
    """The first table as CSV, or all of them as Excel."""
    if form == "csv":
        return _csv(tables[0], name)
    made = f"As the register had it on {day_in_words(timezone.localdate())}."
    return attached(workbook_of(tables, title, made), FORMS["xlsx"].media_type, f"{name}.xlsx")
