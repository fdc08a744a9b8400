"""Visits planned, held and cancelled, their letters, and what a person types in from them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Inspection, InspectionFinding
from reading.inspections import reports
from reading.inspections.writing import written
from register.planted.inspected import WHY, inspected

Kind = Inspection.Kind


@pytest.fixture
def report(council: Council) -> Inspection:
    """The inspection of Kelderdale of November 2023, received on 8 January 2024."""
    return inspected(council)


@pytest.fixture
def planned(council: Council, report: Inspection) -> Inspection:
    return operations.plan_visit(
        council,
        Kind.MONITORING,
        starts_on=date(2024, 9, 2),
        about="The front door",
        follows=report,
        actor=None,
        why=WHY,
    )


def test_a_planned_visit_is_to_come(planned: Inspection) -> None:
    assert queries.inspections_page(None, planned.council.slug).planned == [planned]


def test_a_visit_that_was_held_takes_its_letter(planned: Inspection) -> None:
    operations.hold_visit(planned, date(2024, 9, 3), date(2024, 9, 4), actor=None, why=WHY)
    letter = written(reports.MONITORING_2021, "docx")
    row = operations.add_letter(Inspection.objects.get(pk=planned.pk), letter, "letter.docx", actor=None, why=WHY)
    assert (row.starts_on, row.visit, row.findings.count()) == (date(2024, 9, 3), 3, 4)


def test_a_letter_that_cannot_be_read_is_kept_and_says_so(planned: Inspection) -> None:
    operations.hold_visit(planned, date(2024, 9, 3), actor=None, why=WHY)
    row = operations.add_letter(planned, b"A note of the visit.", "note.txt", actor=None, why=WHY)
    assert row.report is not None
    assert "no report of an Ofsted inspection" in row.gaps[0]["says"]


def test_a_letter_finds_the_visit_that_waits_for_it(council: Council) -> None:
    waiting = operations.plan_visit(council, Kind.MONITORING, starts_on=date(2021, 11, 2), actor=None, why=WHY)
    letter = written(reports.MONITORING_2021, "docx")
    made = operations.add_report(council, letter, "letter.docx", actor=None, why=WHY)
    assert (made, made.status, Inspection.objects.count()) == (waiting, "held", 1)


def test_what_a_person_said_of_a_visit_stays_when_its_letter_comes(council: Council) -> None:
    said = operations.plan_visit(council, Kind.FOCUSED, starts_on=date(2021, 11, 1), visit=4, actor=None, why=WHY)
    row = operations.add_letter(said, written(reports.MONITORING_2021, "docx"), "letter.docx", actor=None, why=WHY)
    assert (row.kind, row.visit, row.starts_on) == (Kind.FOCUSED, 4, date(2021, 11, 1))


def test_a_second_letter_is_refused(planned: Inspection) -> None:
    operations.add_letter(planned, b"A note.", "note.txt", actor=None, why=WHY)
    with pytest.raises(ValidationError, match="has a letter already"):
        operations.add_letter(planned, b"Another.", "note.txt", actor=None, why=WHY)


def test_a_cancelled_visit_stays_in_sight_with_its_reason(client: Client, planned: Inspection) -> None:
    operations.cancel_visit(planned, actor=None, why="The schools are closed.")
    page = client.get(f"/improvement/{planned.council.slug}/inspections/").content.decode()
    assert "Which visits were cancelled?" in page
    assert "The schools are closed." in page


def test_a_visit_that_was_cancelled_cannot_be_held(planned: Inspection) -> None:
    operations.cancel_visit(planned, actor=None, why="The schools are closed.")
    with pytest.raises(ValidationError, match="It is cancelled already"):
        operations.hold_visit(planned, date(2024, 9, 3), actor=None, why=WHY)


def test_a_clerk_plans_holds_and_writes_down_a_visit(client: Client, clerk: User, report: Inspection) -> None:
    client.force_login(clerk)
    day = {"starts_on_day": "3", "starts_on_month": "9", "starts_on_year": "2024"}
    sent = {"kind": "monitoring", "audience": "public", "follows": report.pk, **day}
    client.post(f"/improvement/{report.council.slug}/visits/plan/", sent)
    visit = Inspection.objects.get(kind="monitoring")
    assert (visit.status, visit.follows) == ("planned", report)
    client.post(f"/improvement/inspections/{visit.pk}/held/", day)
    visit.refresh_from_db()
    assert visit.status == "held"


def test_a_visit_with_a_letter_that_is_of_another_is_not_half_held(
    client: Client, clerk: User, planned: Inspection, council: Council
) -> None:
    client.force_login(clerk)
    letter = written(reports.MONITORING_2021, "docx")
    operations.add_report(council, letter, "letter.docx", actor=None, why=WHY)
    day = {"starts_on_day": "3", "starts_on_month": "9", "starts_on_year": "2024"}
    sent = {**day, "report": SimpleUploadedFile("letter.docx", letter)}
    answer = client.post(f"/improvement/inspections/{planned.pk}/held/", sent)
    planned.refresh_from_db()
    assert (answer.status_code, planned.status) == (200, "planned")


# What a person types in


@pytest.fixture
def scanned(planned: Inspection) -> Inspection:
    """A visit whose letter holds no text."""
    operations.hold_visit(planned, date(2024, 9, 3), actor=None, why=WHY)
    return operations.add_letter(planned, b"A note of the visit.", "note.txt", actor=None, why=WHY)


def test_a_judgement_and_a_finding_are_typed_in_from_a_letter_without_text(
    client: Client, clerk: User, scanned: Inspection
) -> None:
    client.force_login(clerk)
    address = scanned.get_absolute_url()
    client.post(f"{address}judgements/add/", {"area": "overall", "grade": "good"})
    client.post(f"{address}findings/add/", {"kind": "to_improve", "words": "The recording of visits.", "page": "2"})
    judged, found = scanned.judgements.get(), scanned.findings.get()
    assert (judged.area, judged.grade, judged.start) == ("overall", "good", None)
    assert (found.words, found.page, found.start) == ("The recording of visits.", 2, None)


def test_what_was_read_is_not_typed_over(report: Inspection) -> None:
    with pytest.raises(ValidationError, match="judged already"):
        operations.type_judgement(report, "overall", "good", actor=None, why=WHY)
    assert report.judgements.get(area="overall").grade == "inadequate"


def test_an_area_takes_no_outcome_for_a_grade(scanned: Inspection) -> None:
    with pytest.raises(ValidationError, match="Choose a grade for an area"):
        operations.type_judgement(scanned, "overall", "inconsistent", actor=None, why=WHY)


def test_the_same_words_are_typed_in_once(scanned: Inspection) -> None:
    kind = InspectionFinding.Kind.FOUND
    operations.type_finding(scanned, kind, "Visits are late.", actor=None, why=WHY)
    with pytest.raises(ValidationError, match="there already"):
        operations.type_finding(scanned, kind, " Visits are late. ", actor=None, why=WHY)
