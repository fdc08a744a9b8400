"""Inspections in the register: reports read and stored, visits planned, held and cancelled, what is due after them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council, Person
from arising.register.bodies.operations import withhold
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Inspection, InspectionDeadline, InspectionFinding, Paper
from arising.register.obligations.models import Obligation, Origin
from reading.inspections import reports
from reading.inspections.writing import written
from register.planted.inspected import WHY, inspected

Kind = Inspection.Kind


@pytest.fixture
def report(council: Council) -> Inspection:
    """The inspection of Kelderdale of November 2023, received on 8 January 2024."""
    return inspected(council)


@pytest.fixture
def earlier(council: Council) -> Inspection:
    """An inspection of 2018, in which care leavers were judged together with children in care."""
    return operations.add_report(council, written(reports.ILACS_2018, "docx"), "2018.docx", actor=None, why=WHY)


# What a report says


def test_a_report_is_stored_with_its_judgements(report: Inspection) -> None:
    assert {each.area: each.grade for each in report.judgements.all()} == {
        "leaders": "good", "help_and_protection": "inadequate", "in_care": "good", "care_leavers": "good",
        "overall": "inadequate",
    }  # fmt: skip


def test_a_report_is_stored_with_its_days_and_its_inspector(report: Inspection) -> None:
    told = (report.kind, report.status, report.starts_on, report.ends_on, report.lead)
    assert told == (Kind.ILACS, "held", date(2023, 11, 13), date(2023, 11, 24), "Kelderdale Lindqvist")


def test_every_finding_is_a_stretch_of_the_text_that_is_kept(report: Inspection) -> None:
    assert report.report is not None
    findings = list(report.findings.all())
    assert [each.kind for each in findings] == ["to_improve", "found"]
    assert all(report.report.text[each.start : each.end] == each.words for each in findings)


def test_the_same_report_again_changes_nothing(report: Inspection, council: Council) -> None:
    again = inspected(council)
    assert (again, Inspection.objects.count(), InspectionFinding.objects.count()) == (report, 1, 2)


def test_a_file_that_is_no_report_is_one_clear_line_and_nothing_is_kept(council: Council) -> None:
    with pytest.raises(ValidationError, match="no report of an Ofsted inspection") as refused:
        operations.add_report(council, b"Roads Committee\n\nMinutes\n", "minutes.txt", actor=None, why=WHY)
    assert len(refused.value.messages) == 1
    assert not Paper.objects.exists()


def about(authority: str) -> bytes:
    return written(tuple(reports.ILACS_2025), "html").replace(b"Kesterby", authority.encode())


def test_a_report_on_another_authority_is_refused(council: Council) -> None:
    with pytest.raises(ValidationError, match="This report is about York, not Kelderdale"):
        operations.add_report(council, about("City of York"), "york.html", actor=None, why=WHY)


def test_a_report_on_an_authority_that_was_merged_is_taken_where_that_is_said(council: Council) -> None:
    made = operations.add_report(council, about("City of York"), "york.html", despite=True, actor=None, why=WHY)
    assert made.council == council


def test_what_the_report_does_not_say_is_kept_as_a_gap(report: Inspection) -> None:
    assert {gap["about"] for gap in report.gaps} == {"authority", "publication"}


def test_the_outcome_of_an_area_is_kept_in_its_words(council: Council) -> None:
    made = operations.add_report(council, written(reports.SEND_2024, "html"), "send.html", actor=None, why=WHY)
    outcome = made.judgements.get()
    assert (outcome.area, outcome.grade) == ("outcome", "widespread_failings")
    assert [each.responsible for each in made.findings.filter(kind="priority_action")] == [
        "Kesterby Council and NHS Kesterby ICB", "Kesterby Council",
    ]  # fmt: skip


def test_a_monitoring_letter_follows_the_last_inspection_before_it(council: Council, earlier: Inspection) -> None:
    letter = written(reports.MONITORING_2021, "docx")
    made = operations.add_report(council, letter, "letter.docx", actor=None, why=WHY)
    assert (made.kind, made.visit, made.follows) == (Kind.MONITORING, 3, earlier)


def test_somebody_who_does_not_keep_the_journey_adds_no_report(council: Council, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.add_report(council, b"x", "x.txt", actor=officer, why=WHY)


# Who sees it


def held(minutes: int) -> Seen:
    return Seen(Audience.PUBLIC, timezone.now() + timedelta(minutes=minutes))


def test_a_report_under_embargo_is_nowhere_until_its_minute(client: Client, council: Council) -> None:
    one = inspected(council, "Sealed", seen=held(1))
    pages = (one.get_absolute_url(), f"/improvement/papers/{one.report_id}/")
    assert [client.get(page).status_code for page in pages] == [404, 404]
    assert "Inspection of children" not in client.get(f"/improvement/{council.slug}/inspections/").content.decode()


def test_a_report_is_there_from_the_minute_of_its_embargo(client: Client, council: Council) -> None:
    one = inspected(council, "Sealed", seen=held(-1))
    assert client.get(one.get_absolute_url()).status_code == 200


def test_a_clerk_sees_a_report_under_embargo(client: Client, council: Council, clerk: User) -> None:
    one = inspected(council, "Sealed", seen=held(1))
    client.force_login(clerk)
    assert "Embargo" in client.get(one.get_absolute_url()).content.decode()


def test_what_is_owed_after_a_report_under_embargo_is_under_it_too(council: Council) -> None:
    one = inspected(council, "Sealed", seen=held(1))
    operations.owe_deadlines(one, Body.objects.get(), actor=None, why=WHY)
    assert not Obligation.objects.visible_to(None).filter(origin=Origin.DUTY).exists()


def test_lifting_an_embargo_opens_the_report_and_what_is_owed(council: Council, clerk: User) -> None:
    one = inspected(council, "Sealed", seen=held(60))
    operations.owe_deadlines(one, Body.objects.get(), actor=None, why=WHY)
    operations.change_inspection(one, {}, seen=Seen(), actor=clerk, why="Published early")
    assert queries.inspection_page(None, one.pk).points
    assert Paper.objects.visible_to(None).exists()
    assert Obligation.objects.visible_to(None).filter(origin=Origin.DUTY).count() == 2


def test_a_name_that_is_withheld_is_in_no_finding_and_the_file_is_not_given_out(
    client: Client, council: Council
) -> None:
    one = inspected(council, "Gwenda Hollin")
    person = Person.objects.create(council=council, name="Gwenda Hollin", key="gwenda hollin", slug="gwenda")
    withhold(person, "She is a witness.", also=[], actor=None)
    page = client.get(one.get_absolute_url()).content.decode()
    assert "Name withheld" in page
    assert "Hollin" not in page
    assert client.get(f"/improvement/papers/{one.report_id}/").status_code == 404


def test_a_visit_that_all_may_see_does_not_tell_of_a_report_that_few_may(client: Client, council: Council) -> None:
    closed = inspected(council, "Sealed", seen=Seen(Audience.OFFICERS))
    visit = operations.plan_visit(council, Kind.MONITORING, follows=closed, actor=None, why=WHY)
    assert closed.get_absolute_url() not in client.get(visit.get_absolute_url()).content.decode()


# What it comes to, in words


def test_the_page_says_the_overall_judgement_first(client: Client, report: Inspection) -> None:
    page = client.get(report.get_absolute_url()).content.decode()
    assert page.index("was judged inadequate overall") < page.index("What was judged?") < page.index("What was found?")


def test_a_grade_stands_beside_the_one_before(earlier: Inspection, report: Inspection) -> None:
    graded = {each.judgement.area: each for each in queries.inspection_page(None, report.pk).graded}
    assert (graded["leaders"].before, graded["leaders"].change) == ("Requires improvement to be good", "better")
    assert (graded["overall"].change, graded["help_and_protection"].change) == ("same", "same")


def test_care_leavers_are_held_against_the_grade_that_they_shared_before(
    earlier: Inspection, report: Inspection
) -> None:
    graded = {each.judgement.area: each for each in queries.inspection_page(None, report.pk).graded}
    assert graded["care_leavers"].before.endswith("children in care and care leavers together")


def test_the_sentence_counts_what_is_better_and_what_is_the_same(earlier: Inspection, report: Inspection) -> None:
    lead = queries.inspection_page(None, report.pk).lead
    assert lead.endswith("Of the grades, 3 are better and 2 are the same as in November 2018.")


def test_the_history_of_a_council_is_told_from_the_first_to_the_last(earlier: Inspection, report: Inspection) -> None:
    lead = queries.inspections_page(None, report.council.slug).lead
    assert lead == "Kelderdale was judged overall: inadequate in November 2018, inadequate in November 2023."


def test_a_judgement_that_may_not_be_seen_is_not_compared_with(council: Council, report: Inspection) -> None:
    report_before = written(reports.ILACS_2018, "docx")
    operations.add_report(council, report_before, "2018.docx", seen=Seen(Audience.CLERKS), actor=None, why=WHY)
    page = queries.inspection_page(None, report.pk)
    assert (page.before, {each.before for each in page.graded}) == (None, {""})


# What is due


def test_what_is_due_is_shown_with_how_it_was_worked_out(client: Client, report: Inspection) -> None:
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Publish the inspection report: 19 February 2024" in page
    assert "30 working days after the report was received on 8 January 2024" in page


def test_what_is_due_becomes_owed_to_a_body_as_a_statutory_duty(report: Inspection) -> None:
    made = operations.owe_deadlines(report, Body.objects.get(), actor=None, why=WHY)
    told = {(one.origin, one.due, one.due_basis, one.said_on) for one in made}
    assert told == {
        ("duty", date(2024, 2, 19), "statute", date(2024, 1, 8)),
        ("duty", date(2024, 4, 17), "statute", date(2024, 1, 8)),
    }  # fmt: skip


def test_a_body_waits_for_nothing_twice(report: Inspection) -> None:
    for _ in range(2):
        operations.owe_deadlines(report, Body.objects.get(), actor=None, why=WHY)
    assert InspectionDeadline.objects.count() == 2


def test_what_is_owed_moves_with_the_day_of_receipt(report: Inspection, clerk: User) -> None:
    operations.owe_deadlines(report, Body.objects.get(), actor=None, why=WHY)
    operations.change_inspection(report, {"received_on": date(2024, 1, 9)}, actor=clerk, why="It came a day later")
    moved = Obligation.objects.get(inspection_deadline__key="report")
    assert (moved.due, moved.due_basis) == (date(2024, 2, 20), "statute")
    assert "received on 9 January 2024" in moved.due_how


def test_a_report_that_was_never_received_or_published_leaves_nothing_due(council: Council) -> None:
    one = inspected(council, received=None)
    with pytest.raises(ValidationError, match="Say first when the report was received"):
        operations.owe_deadlines(one, Body.objects.get(), actor=None, why=WHY)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"received_on": date(2023, 11, 20)}, "received after the inspection has ended"),
        ({"published_on": date(2024, 1, 5)}, "cannot be published before it is received"),
        ({"ends_on": date(2023, 11, 1)}, "ends before it begins"),
    ],
)
def test_days_that_cannot_be_are_one_clear_line(report: Inspection, changed: dict[str, date], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        operations.change_inspection(report, changed, actor=None, why=WHY)


# The pages of a clerk


def test_a_clerk_adds_a_report_in_the_browser(client: Client, clerk: User, council: Council) -> None:
    client.force_login(clerk)
    file = SimpleUploadedFile("report-2023-12-20.docx", written(reports.ILACS_2018, "docx"))
    sent = {"report": file, "audience": "public", "received_day": "3", "received_month": "12", "received_year": "2023"}
    answer = client.post(f"/improvement/{council.slug}/inspections/add/", sent)
    one = Inspection.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, one.get_absolute_url())
    assert (one.received_on, one.published_on) == (date(2023, 12, 3), date(2023, 12, 20))


def test_the_minute_of_an_embargo_is_given_in_the_form(client: Client, clerk: User, council: Council) -> None:
    client.force_login(clerk)
    file = SimpleUploadedFile("report.docx", written(reports.ILACS_2018, "docx"))
    sent = {
        "report": file, "audience": "public", "held_until_day": "10", "held_until_month": "1",
        "held_until_year": "2030", "held_at": "12 noon",
    }  # fmt: skip
    client.post(f"/improvement/{council.slug}/inspections/add/", sent)
    one = Inspection.objects.get()
    assert one.visible_from == timezone.make_aware(datetime(2030, 1, 10, 12))
    assert one.report is not None
    assert one.report.visible_from == one.visible_from


def test_a_file_that_is_no_report_stays_in_the_form(client: Client, clerk: User, council: Council) -> None:
    client.force_login(clerk)
    file = SimpleUploadedFile("minutes.txt", b"Roads Committee\n\nMinutes of the meeting\n")
    answer = client.post(f"/improvement/{council.slug}/inspections/add/", {"report": file, "audience": "public"})
    assert "no report of an Ofsted inspection" in answer.content.decode()
    assert not Paper.objects.exists()


@pytest.mark.parametrize("page", ["inspections/add/", "visits/plan/", "directions/add/"])
def test_a_member_may_change_nothing(client: Client, member: User, council: Council, page: str) -> None:
    client.force_login(member)
    assert client.get(f"/improvement/{council.slug}/{page}").status_code == 403


def test_a_clerk_lets_a_body_wait_for_what_is_due(client: Client, clerk: User, report: Inspection) -> None:
    client.force_login(clerk)
    client.post(f"/improvement/inspections/{report.pk}/owe/", {"body": Body.objects.get().pk})
    page = client.get(report.get_absolute_url()).content.decode()
    assert page.count("Where it is owed") == 2
