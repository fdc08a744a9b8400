"""The board's view."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from arising.register.bodies.models import Council
from arising.register.improvement import queries
from arising.register.improvement.models import ImprovementPlan, InspectionFinding, Update
from arising.register.improvement.operations.plans import say_update
from arising.register.improvement.telling import Told
from arising.register.programme.pack import Section
from register.improvement.invented import a_direction, a_plan, an_action, an_inspection, evidence_for


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01T12:00+00:00")


@pytest.fixture
def plan(council: Council) -> ImprovementPlan:
    return a_plan(council)


def told(council: Council, months: int = 1) -> Told:
    return queries.board_view(None, council, months)


def section(view: Told, title: str) -> Section:
    return next(one for one in view.sections if one.title == title)


def words(view: Told, title: str) -> list[str]:
    return [entry.words for entry in section(view, title).entries]


def test_exceptions_stand_first(council: Council, plan: ImprovementPlan) -> None:
    assert told(council).sections[0].title == "What is out of the ordinary?"


def test_without_a_plan_it_says_so(council: Council) -> None:
    assert told(council).sections[0].answer == f"No improvement plan of {council} is on record."


def test_where_nothing_is_out_of_the_ordinary_it_says_so(council: Council, plan: ImprovementPlan) -> None:
    an_action(plan, due=date(2024, 9, 1), first_due=date(2024, 9, 1))
    assert section(told(council), "What is out of the ordinary?").answer.startswith("Nothing is out of the ordinary")


def test_an_action_that_is_overdue_stands_out_and_is_to_be_decided(council: Council, plan: ImprovementPlan) -> None:
    an_action(plan, due=date(2024, 5, 22), first_due=date(2024, 5, 22), owner_words="The Director")
    view = told(council)
    assert words(view, "What is out of the ordinary?") == [
        "1.1 Fill five posts: 10 days overdue, due 22 May 2024. The Director."
    ]
    assert words(view, "What must be decided?") == [
        "1.1 Fill five posts: is it given a new date, or dropped with a reason?"
    ]


def test_a_date_that_was_moved_does_not_hide_how_late_it_is(council: Council, plan: ImprovementPlan) -> None:
    an_action(plan, first_due=date(2024, 1, 1), due=date(2024, 9, 1))
    (said,) = words(told(council), "What is out of the ordinary?")
    assert said == (
        "1.1 Fill five posts: 152 days past its first due date, now due 1 September 2024, first 1 January 2024."
    )


def test_what_moved_stands_with_its_day(council: Council, plan: ImprovementPlan) -> None:
    action = an_action(plan)
    say_update(action, "Three posts are filled.", state="under_way", on=date(2024, 5, 20), actor=None)
    assert words(told(council), "What moved?") == ["1.1 Fill five posts: is now under way, since 20 May 2024."]


def test_an_update_that_changes_no_state_is_no_move(council: Council, plan: ImprovementPlan) -> None:
    action = an_action(plan, state="under_way")
    for day in (1, 20):
        Update.objects.create(action=action, on=date(2024, day // 20 + 4, day), text="Going on.", state="under_way")
    assert words(told(council), "What moved?") == []


def test_what_moved_before_the_months_asked_for_is_not_told(council: Council, plan: ImprovementPlan) -> None:
    say_update(an_action(plan), "Begun.", state="under_way", on=date(2024, 3, 1), actor=None)
    assert (words(told(council, 1), "What moved?"), len(words(told(council, 6), "What moved?"))) == ([], 1)


def test_an_action_done_three_months_ago_without_evidence_is_to_be_decided(
    council: Council, plan: ImprovementPlan
) -> None:
    an_action(plan, state="done", done_on=date(2024, 2, 1))
    assert "What will show that it worked?" in words(told(council), "What must be decided?")[0]


def test_whether_attached_evidence_shows_that_it_worked_is_for_the_board(
    council: Council, plan: ImprovementPlan
) -> None:
    evidence_for(an_action(plan, state="done", done_on=date(2024, 5, 1)), date(2024, 5, 28))
    assert words(told(council), "What must be decided?") == [
        "1.1 Fill five posts: evidence is attached. Does it show that it worked?"
    ]


def test_a_point_that_no_action_answers_is_to_be_decided(council: Council, plan: ImprovementPlan) -> None:
    inspection = an_inspection(council, date(2024, 3, 1), "inadequate")
    InspectionFinding.objects.create(inspection=inspection, kind="to_improve", words="The quality of plans.")
    assert words(told(council), "What must be decided?") == [
        "The quality of plans: no action answers it. Is one taken up?"
    ]


def test_what_is_done_and_what_worked_are_two_statements(council: Council, plan: ImprovementPlan) -> None:
    an_action(plan, state="done")
    answer = section(told(council), "How far is the plan?").answer
    assert answer.count("action") == 2


def test_the_next_review_comes_up_in_time(council: Council, plan: ImprovementPlan) -> None:
    direction = a_direction(council, given_on=date(2024, 1, 1))
    direction.review_points.filter(months=6).update(due=date(2024, 7, 1))
    assert words(told(council), "What comes in the next sixty days?") == ["Review at 6 months, 1 July 2024."]


def test_what_is_for_officers_is_not_told_to_the_public(council: Council, plan: ImprovementPlan) -> None:
    action = an_action(plan)
    evidence_for(action, date(2024, 5, 20), title="SECRET", audience="officers")
    assert "SECRET" not in str(told(council))
