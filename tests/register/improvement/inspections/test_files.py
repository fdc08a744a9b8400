"""What is shown of inspections, visits and directions, taken away as CSV and Excel."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Council
from arising.register.improvement import operations
from arising.register.improvement.models import Inspection, InspectionFinding
from register.improvement.invented import FRONT_DOOR, a_direction
from register.planted.inspected import WHY, inspected

HIDDEN = Seen(Audience.PUBLIC, timezone.now() + timedelta(days=9000))


@pytest.fixture
def report(council: Council) -> Inspection:
    """The inspection of Kelderdale of November 2023."""
    return inspected(council)


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def sheets(client: Client, address: str) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(client.get(address).content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def of_council(report: Inspection, name: str) -> str:
    return f"/improvement/{report.council.slug}/{name}"


def test_every_judgement_of_a_council_stands_in_a_row_with_its_place(client: Client, report: Inspection) -> None:
    told = rows(client, of_council(report, "inspections/inspections.csv"))
    assert [(each["What was judged"], each["Grade"]) for each in told[:2]] == [
        ("Overall effectiveness", "Inadequate"),
        ("The impact of leaders on social work practice with children and families", "Good"),
    ]
    assert report.report is not None
    first = told[0]
    assert "Inadequate" in report.report.text[int(first["From"]) : int(first["To"])]


def test_the_workbook_has_a_sheet_for_judgements_and_one_for_visits(client: Client, report: Inspection) -> None:
    operations.plan_visit(
        report.council, Inspection.Kind.MONITORING, starts_on=date(2024, 9, 2), follows=report, actor=None, why=WHY
    )
    told = sheets(client, of_council(report, "inspections/inspections.xlsx"))
    assert list(told) == ["Judgements", "Visits", "About this file"]
    assert (len(told["Judgements"]), told["Visits"][1][3]) == (6, "Planned")


def test_a_visit_names_the_inspection_that_it_follows(client: Client, report: Inspection) -> None:
    operations.plan_visit(report.council, Inspection.Kind.MONITORING, follows=report, actor=None, why=WHY)
    (visit,) = rows(client, of_council(report, "inspections/visits.csv"))
    assert visit["Follows"] == "Inspection of children’s services, November 2023"


def test_the_file_of_visits_does_not_name_an_inspection_under_embargo(client: Client, council: Council) -> None:
    hidden = inspected(council, "Sealed", seen=HIDDEN)
    operations.plan_visit(council, Inspection.Kind.MONITORING, follows=hidden, actor=None, why=WHY)
    (visit,) = rows(client, of_council(hidden, "inspections/visits.csv"))
    assert visit["Follows"] == ""


def test_one_inspection_is_given_with_its_points_and_where_they_stand(client: Client, report: Inspection) -> None:
    told = rows(client, f"/improvement/inspections/{report.pk}/inspection.csv")
    (point,) = (each for each in told if each["What"] == "What needs to improve")
    assert report.report is not None
    assert report.report.text[int(point["From"]) : int(point["To"])] == point["Words"]


def test_one_inspection_is_given_with_what_is_due_after_it(client: Client, report: Inspection) -> None:
    told = rows(client, f"/improvement/inspections/{report.pk}/inspection.csv")
    due = [each["Words"] for each in told if each["What"] == "Due"]
    assert [words[:10] for words in due] == ["2024-02-19", "2024-04-17"]


def test_one_inspection_is_given_as_excel_with_the_same_rows(client: Client, report: Inspection) -> None:
    address = f"/improvement/inspections/{report.pk}/inspection"
    sheet = sheets(client, f"{address}.xlsx")["Inspection"]
    assert [row[0] for row in sheet[1:]] == [each["What"] for each in rows(client, f"{address}.csv")]


def test_an_inspection_under_embargo_has_no_file(client: Client, council: Council) -> None:
    hidden = inspected(council, "Sealed", seen=HIDDEN)
    assert client.get(f"/improvement/inspections/{hidden.pk}/inspection.csv").status_code == 404


def test_what_a_spreadsheet_takes_for_a_formula_is_text(client: Client, report: Inspection) -> None:
    operations.type_finding(report, InspectionFinding.Kind.FOUND, "=1+1", actor=None, why=WHY)
    told = rows(client, f"/improvement/inspections/{report.pk}/inspection.csv")
    assert "'=1+1" in [each["Words"] for each in told]


def test_a_direction_is_given_with_its_requirements_and_reviews(client: Client, council: Council) -> None:
    one = a_direction(council)
    told = rows(client, f"/improvement/directions/{one.pk}/direction.csv")
    assert [each["What"] for each in told] == ["Required action", "Required action", "Review", "Review"]
    assert (told[0]["Words"], told[2]["Due"]) == (FRONT_DOOR, "2024-03-18")


def test_the_directions_of_a_council_say_which_stands(client: Client, council: Council) -> None:
    first = a_direction(council)
    a_direction(council, title="Revised", given_on=date(2024, 5, 1), supersedes=first)
    told = rows(client, f"/improvement/{council.slug}/directions/directions.csv")
    assert {each["Direction"]: each["State"] for each in told} == {
        "Revised": "stands", "Direction to Kelderdale": "revised since",
    }  # fmt: skip
