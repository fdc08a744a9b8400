"""What is due after a report, to the day."""

from __future__ import annotations

from datetime import date

import pytest

from arising.reading.inspections.deadlines import due_after
from arising.reading.inspections.inspection import FrameworkKey
from arising.register.obligations.working_days import working_days_after


def due(framework: FrameworkKey, *, statement: bool = True, **days: date) -> dict[str, date]:
    found = due_after(framework, working_days_after, statement_wanted=statement, **days)
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


@pytest.mark.parametrize("framework", ["monitoring_visit", "area_send", "area_send_monitoring"])
def test_no_day_is_worked_out_where_the_law_sets_none(framework: FrameworkKey) -> None:
    assert due(framework, received=date(2024, 3, 7)) == {}


def test_the_law_that_a_day_rests_on_is_named() -> None:
    found = due_after("jtai", working_days_after, received=date(2022, 3, 14))

    assert [deadline.law for deadline in found] == ["Children Act 2004 s20 and the Joint Area Reviews Regulations 2015"]
