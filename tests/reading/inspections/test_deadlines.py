"""What is due after a report, to the day."""

from __future__ import annotations

from datetime import date

import pytest

from arising.reading.inspections.deadlines import due_after
from arising.reading.inspections.expected import expected, plan_days, statement_day
from arising.reading.inspections.inspection import FrameworkKey
from arising.register.obligations.working_days import working_days_after


def due(framework: FrameworkKey, *, statement: bool = True, received: date | None = None) -> dict[str, date]:
    found = due_after(framework, working_days_after, statement_wanted=statement, received=received)
    return {deadline.key: deadline.due for deadline in found}


def test_the_report_is_due_30_and_the_statement_70_working_days_after_receipt() -> None:
    # Medway's of 2019: the statement of action was due on 28 November
    assert due("ilacs", received=date(2019, 8, 21)) == {
        "report": date(2019, 10, 3),
        "action_statement": date(2019, 11, 28),
    }


def test_bank_holidays_are_no_working_days() -> None:
    assert due("ilacs", received=date(2023, 12, 21))["report"] == date(2024, 2, 6)


def test_without_the_day_of_receipt_publication_gives_the_latest_day() -> None:
    found = due_after("ilacs", working_days_after, published=date(2019, 8, 27))

    assert {deadline.counted_from for deadline in found} == {"published"}
    assert all("no later than this" in deadline.how for deadline in found)


def test_without_either_day_nothing_is_worked_out() -> None:
    assert due("ilacs") == {}


@pytest.mark.parametrize(("statement", "wanted"), [(True, ["action_statement"]), (False, [])])
def test_a_focused_visit_calls_for_a_statement_only_with_a_priority_action(statement: bool, wanted: list[str]) -> None:
    assert list(due("focused_visit", statement=statement, received=date(2019, 3, 7))) == wanted


@pytest.mark.parametrize("framework", ["monitoring_visit", "area_send_monitoring"])
def test_no_day_is_worked_out_where_the_law_sets_none(framework: FrameworkKey) -> None:
    assert due(framework, received=date(2024, 3, 7)) == {}


def test_the_law_that_a_day_rests_on_is_named() -> None:
    found = due_after("jtai", working_days_after, received=date(2022, 3, 14))

    assert [deadline.law for deadline in found] == ["Children Act 2004 s20 and the Joint Area Reviews Regulations 2015"]


FAILINGS = (
    "There are widespread failings. A monitoring inspection will be carried out within approximately 18 months. The"
    " next full reinspection will be within approximately three years. As a result of this inspection, HMCI requires"
    " the local area partnership to submit a priority action plan (area SEND)."
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FAILINGS, [("monitoring_inspection", 18), ("next_inspection", 36)]),
        ("The next full area SEND inspection will be within approximately 5 years.", [("next_inspection", 60)]),
        ("The next full Area SEND inspection will be within approximately five years.", [("next_inspection", 60)]),
        ("The next full area SEND inspection will take place within about 3 years.", [("next_inspection", 36)]),
        ("The next full area SEND inspection will be\nwithin five years.", [("next_inspection", 60)]),
        ("A full re-inspection will be carried out within 24 months.", [("next_inspection", 24)]),
        ("Waits have grown within three years. A full inspection is long past.", []),
        ("Leaders monitor inspection reports within two months.", []),
    ],
)
def test_when_inspectors_come_again_is_read_in_the_words_of_the_report(
    text: str, wanted: list[tuple[str, int]]
) -> None:
    assert [(each.key, each.months) for each in expected(text)] == wanted


def test_a_report_that_does_not_say_it_is_taken_as_others_of_its_outcome() -> None:
    found = expected("", "widespread_failings")
    assert [(each.key, each.months, each.said) for each in found] == [
        ("monitoring_inspection", 18, ""), ("next_inspection", 36, ""),
    ]  # fmt: skip


def test_the_next_inspections_are_about_a_month_and_nobody_owes_them() -> None:
    found = due_after(
        "area_send", working_days_after, received=date(2024, 8, 31), statement_wanted=False, to_come=expected(FAILINGS)
    )
    assert [(each.when, each.owed) for each in found] == [("about February 2026", False), ("about August 2027", False)]
    assert "within approximately 18 months" in found[0].how


def test_a_priority_action_plan_is_due_no_later_than_the_law_allows() -> None:
    (plan,) = due_after("area_send", working_days_after, received=date(2024, 3, 7))
    assert (plan.due, plan.owed) == (date(2024, 6, 19), True)
    assert "the inspectors may ask for it sooner" in plan.how


def test_a_time_that_the_report_gives_for_the_plan_goes_before_the_law() -> None:
    days = plan_days("The partnership must submit a priority action plan to address this within 35 working days.")
    (plan,) = due_after("area_send", working_days_after, received=date(2024, 3, 7), plan_within=days)
    assert (plan.due, plan.days) == (date(2024, 4, 29), 35)


def test_the_day_of_the_inspectors_letter_goes_before_both() -> None:
    (plan,) = due_after("area_send", working_days_after, plan_within=35, plan_due=date(2024, 5, 1))
    assert (plan.due, plan.how) == (date(2024, 5, 1), "the day that the inspectors gave")


def test_an_area_without_failings_owes_no_plan() -> None:
    assert due("area_send", statement=False, received=date(2024, 3, 7)) == {}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The director should send the written statement of action to Protection@ofsted.gov.uk by 16 June 2017.",
            date(2017, 6, 16),
        ),
        ("They should prepare a written statement of proposed action by 12 May 2023 at the latest.", date(2023, 5, 12)),
        ("A written statement of action is required. Leaders met by 9 May 2023.", None),
        ("The written statement of action was written by partners.", None),
    ],
)
def test_the_day_that_a_joint_report_gives_for_the_statement_is_read(text: str, day: date | None) -> None:
    assert statement_day(text) == day


def test_the_day_that_the_report_gives_goes_before_the_one_worked_out() -> None:
    given = date(2017, 6, 16)
    (statement,) = due_after("jtai", working_days_after, published=date(2017, 3, 7), statement_due=given)
    assert (statement.key, statement.due, statement.how) == (
        "action_statement",
        given,
        "the day that the inspectors gave",
    )
