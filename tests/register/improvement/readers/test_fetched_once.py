"""What a view asks of the database: the plan is fetched once, whatever is told of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from arising.register.bodies.models import Council
from arising.register.improvement import queries
from arising.register.improvement.models import ImprovementPlan
from arising.register.improvement.telling import Told
from arising.register.programme.printing import pango
from register.improvement.invented import a_direction, a_plan, an_action, an_inspection, evidence_for

TOLD_BY: dict[str, Any] = {"board": queries.board_view, "member": queries.member_view}


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01T12:00+00:00")


@pytest.fixture
def plan(council: Council) -> ImprovementPlan:
    an_inspection(council, date(2023, 3, 24), "inadequate")
    a_direction(council)
    plan = a_plan(council)
    more_actions(plan, 1, 13)
    return plan


def more_actions(plan: ImprovementPlan, first: int, last: int) -> None:
    for at in range(first, last):
        action = an_action(
            plan, f"1.{at}", title="A long title of an action that goes on " * 5, due=date(2024, 5, 1),
            first_due=date(2024, 1, 5), state="done" if at % 2 else "under_way",
        )  # fmt: skip
        evidence_for(action, date(2024, 5, 2), title="What was seen by those who looked at it closely " * 4)


@pytest.mark.parametrize(("view", "most"), [("board", 67), ("member", 71)])
def test_a_view_fetches_the_plan_once(
    council: Council, plan: ImprovementPlan, view: str, most: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    with django_assert_max_num_queries(most):
        told: Told = TOLD_BY[view](None, council, 6)
    assert sum(len(section.entries) for section in told.sections) > 5


@pytest.mark.parametrize("view", ["board", "member"])
def test_a_longer_plan_asks_no_more(council: Council, plan: ImprovementPlan, view: str) -> None:
    with CaptureQueriesContext(connection) as short:
        TOLD_BY[view](None, council, 6)
    more_actions(plan, 13, 40)
    with CaptureQueriesContext(connection) as long:
        TOLD_BY[view](None, council, 6)
    assert len(long) <= len(short)


@pytest.mark.skipif(not pango.is_here(), reason="This machine has no Pango to make a PDF with")
def test_the_members_pdf_is_worked_out_once_however_often_it_is_laid_out(
    client: Client, council: Council, plan: ImprovementPlan
) -> None:
    with CaptureQueriesContext(connection) as page:
        assert client.get(f"/improvement/{council.slug}/for/member/").status_code == 200
    with CaptureQueriesContext(connection) as file:
        assert client.get(f"/improvement/{council.slug}/for/member.pdf").status_code == 200
    assert len(file) <= len(page)
