"""Area SEND: what is due after an inspection, when inspectors come again, and how similar councils fared."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import AreaOutcome, Inspection, InspectionDeadline
from arising.register.indicators.models import StatisticalArea
from arising.register.indicators.operations.areas import set_area
from arising.register.obligations.models import Obligation
from reading.inspections import reports
from reading.inspections.writing import written
from register.planted.inspected import WHY

HEADER = (
    "la_code,local_authority,outcome_grade,inspection_start_date,inspection_end_date,publication_date,inspection_link"
)
KENT = "886,kent,1,05/03/2024,09/03/2024,04/05/24,https://ofsted.example/kent"
SWINDON = "866,swindon,3,05/03/2024,09/03/2024,04/05/24,https://ofsted.example/swindon"


@pytest.fixture
def report(council: Council) -> Inspection:
    """The report of February 2024 that found widespread failings, received on 2 April 2024."""
    content = written(reports.SEND_2024, "html")
    return operations.add_report(council, content, "send.html", received=date(2024, 4, 2), actor=None, why=WHY)


@pytest.fixture
def medway(council: Council) -> Council:
    """Kelderdale, as if it were the authority E06000035."""
    set_area(council, StatisticalArea.objects.get(code="E06000035"), actor=None, why=WHY)
    return Council.objects.get(pk=council.pk)


def stored(*rows: str) -> None:
    content = "\n".join((HEADER, *rows)).encode()
    operations.store_national_table(operations.bring_national_table(content, "send.csv", actor=None), actor=None)


def typed(code: str = "E10000016", outcome: str = "inconsistent", on: date = date(2024, 6, 7)) -> AreaOutcome:
    return operations.type_outcome(code, outcome, on, "https://ofsted.example/typed", actor=None, why=WHY)


# What is due, and what is expected


def test_the_page_says_what_is_due_and_when_inspectors_come_again(client: Client, report: Inspection) -> None:
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Submit the priority action plan: 11 July 2024" in page
    assert "Monitoring inspection expected: about October 2025" in page
    assert "Next full inspection expected: about April 2027" in page


def test_the_words_of_the_report_stand_with_how_the_day_was_worked_out(report: Inspection) -> None:
    told = {each.deadline.key: each.how for each in queries.inspection_page(None, report.pk).due}
    assert (
        "A monitoring inspection will be carried out within approximately 18 months”." in told["monitoring_inspection"]
    )


def test_the_plan_is_owed_and_the_inspections_to_come_are_not(report: Inspection) -> None:
    (made,) = operations.owe_deadlines(report, Body.objects.get(), actor=None, why=WHY)
    assert (made.due, made.title[:31]) == (date(2024, 7, 11), "Submit the priority action plan")
    assert InspectionDeadline.objects.get().key == "priority_action_plan"


def test_the_day_that_the_letter_gives_moves_what_is_owed(report: Inspection) -> None:
    operations.owe_deadlines(report, Body.objects.get(), actor=None, why=WHY)
    changed = {"plan_due_on": date(2024, 5, 23)}
    operations.change_inspection(report, changed, actor=None, why="The letter of 2 April gives the day")
    moved = Obligation.objects.get(inspection_deadline__key="priority_action_plan")
    assert (moved.due, moved.due_how) == (date(2024, 5, 23), "The day that the inspectors gave.")


def test_an_outcome_that_was_typed_in_is_followed_as_reports_of_it_are(council: Council) -> None:
    one = Inspection.objects.create(
        council=council, kind="send", framework="area_send", ends_on=date(2024, 2, 9), published_on=date(2024, 4, 2)
    )
    operations.type_judgement(one, "outcome", "inconsistent", actor=None, why=WHY)
    (due,) = queries.inspection_page(None, one.pk).due
    assert (due.deadline.when, due.deadline.owed) == ("about April 2027", False)
    assert "reports with this outcome have said so since 2023" in due.how


def test_only_an_area_send_inspection_is_asked_for_the_day_of_its_plan(
    client: Client, clerk: User, report: Inspection
) -> None:
    client.force_login(clerk)
    other = Inspection.objects.create(council=report.council, kind="ilacs", framework="ilacs")
    asked = [client.get(f"{one.get_absolute_url()}change/").content.decode() for one in (report, other)]
    assert ["priority action plan" in page for page in asked] == [True, False]


# Similar councils


def test_without_a_table_and_without_typed_outcomes_the_page_says_so(client: Client, medway: Council) -> None:
    page = client.get(f"/improvement/{medway.slug}/inspections/").content.decode()
    assert "No outcome of an area SEND inspection of Kelderdale or of its statistical neighbours" in page
    assert "No table of the outcomes of every authority is in the register" in page


def test_the_neighbours_stand_in_their_order_beside_the_own_outcome(medway: Council, report: Inspection) -> None:
    stored(KENT, SWINDON)
    told = queries.send_standing(None, medway)
    assert told is not None
    known = [(each.authority, each.outcome) for each in told.neighbours if each.outcome]
    assert (told.own.outcome, known) == (
        "widespread_failings", [("Swindon", "widespread_failings"), ("Kent", "positive")],
    )  # fmt: skip
    assert "with a better outcome: 1; with the same: 1; with a worse one: 0." in told.words
    assert told.words.endswith("Of 8 of 10 the outcome is not known here.")


def test_an_outcome_that_was_typed_in_counts_where_it_is_later_than_the_table(medway: Council) -> None:
    stored(KENT)
    typed()
    told = queries.send_standing(None, medway)
    assert told is not None
    (kent,) = (each for each in told.neighbours if each.outcome)
    assert (kent.outcome, kent.source, kent.address) == ("inconsistent", "typed in", "https://ofsted.example/typed")


def test_an_outcome_that_was_typed_in_does_not_hide_a_later_one_of_the_table(medway: Council) -> None:
    typed(on=date(2023, 6, 7))
    stored(KENT)
    told = queries.send_standing(None, medway)
    assert told is not None
    assert [each.outcome for each in told.neighbours if each.outcome] == ["positive"]


def test_an_outcome_under_embargo_is_not_the_own_one_of_other_readers(medway: Council, report: Inspection) -> None:
    Inspection.objects.filter(pk=report.pk).update(audience="clerks")
    told = queries.send_standing(None, medway)
    assert told is not None
    assert told.own.outcome == ""


def test_the_outcomes_are_given_as_csv(client: Client, medway: Council, report: Inspection) -> None:
    stored(KENT)
    lines = client.get(f"/improvement/{medway.slug}/inspections/send.csv").content.decode().splitlines()
    assert lines[1].startswith("Kelderdale,Widespread and/or systemic failings,2024-02-09,its report,http")
    assert "Kent,Arrangements typically lead to positive experiences and outcomes,2024-03-09,send.csv" in "\n".join(
        lines
    )


def test_a_council_whose_neighbours_are_not_known_is_told_its_own_outcome(council: Council, report: Inspection) -> None:
    area = StatisticalArea.objects.create(code="E06999001", name="Kelderdale", level="authority")
    set_area(council, area, actor=None, why=WHY)
    told = queries.send_standing(None, Council.objects.get(pk=council.pk))
    assert told is not None
    assert (
        told.words == "Kelderdale: widespread and/or systemic failings. Its statistical neighbours are not known here."
    )


# Typing an outcome in


def test_a_keeper_types_an_outcome_in_with_its_day_and_its_source(client: Client, keeper: User) -> None:
    client.force_login(keeper)
    sent = {
        "authority": "E10000016", "outcome": "positive", "ends_on_day": "7", "ends_on_month": "6",
        "ends_on_year": "2024", "source": "https://ofsted.example/kent",
    }  # fmt: skip
    client.post("/improvement/national/outcomes/add/", sent)
    page = client.get("/improvement/national/?kind=area_send").content.decode()
    assert "Which outcomes were typed in?" in page
    assert "Kent" in page


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"code": "E12000008"}, "Choose an authority from the list"),
        ({"outcome": "good"}, "one of the three outcomes"),
        ({"on": date(2090, 1, 1)}, "It has not ended yet"),
    ],
)
def test_what_cannot_be_typed_in_is_one_clear_line(db: None, told: dict[str, str], says: str) -> None:
    with pytest.raises(ValidationError, match=says) as refused:
        typed(**told)  # type: ignore[arg-type]
    assert (len(refused.value.messages), AreaOutcome.objects.count()) == (1, 0)


def test_the_same_inspection_is_typed_in_once(db: None) -> None:
    typed()
    with pytest.raises(ValidationError, match="typed in already"):
        typed()


def test_what_was_typed_in_stands_in_the_file_of_every_authority(client: Client, db: None) -> None:
    typed()
    told = client.get("/improvement/national/authorities.csv?kind=area_send").content.decode().splitlines()
    assert told[1].startswith("Kent,E10000016,,2024-06-07,,,Arrangements lead to inconsistent")


def test_an_outcome_is_taken_away_with_a_reason_that_its_history_keeps(db: None) -> None:
    one = typed()
    operations.drop_outcome(one, actor=None, why="It was another county")
    assert not queries.area_outcomes(None).exists()
    assert AreaOutcome.history.first().history_change_reason == "It was another county"


def test_somebody_who_keeps_no_journey_types_nothing_in(member: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.type_outcome("E10000016", "positive", date(2024, 6, 7), "https://x.example", actor=member, why=WHY)
