"""An improvement plan with two priorities, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council, Post
from arising.register.bodies.operations import posts_named
from arising.register.improvement import operations
from arising.register.improvement.models import (
    Action,
    Direction,
    Evidence,
    ImprovementPlan,
    Inspection,
    InspectionFinding,
    Priority,
    Requirement,
)
from arising.register.obligations.operations import appoint

WHY = "For a test"


@pytest.fixture(autouse=True)
def today(on_day: Callable[[str], None]) -> Callable[[str], None]:
    """Stop the clock; it stands at noon on 1 June 2024 until a test moves it."""
    on_day("2024-06-01T12:00+00:00")
    return lambda day: on_day(f"{day}T12:00+00:00")


@pytest.fixture
def plan(council: Council) -> ImprovementPlan:
    return operations.add_plan(council, "Getting to good", actor=None, why=WHY)


@pytest.fixture
def priority(plan: ImprovementPlan) -> Priority:
    return operations.add_priority(plan, "A front door that works", outcome="Nobody waits", actor=None, why=WHY)


@pytest.fixture
def post(council: Council) -> Post:
    return posts_named(council, ["Director of People"], actor=None, why=WHY)["Director of People"]


@pytest.fixture
def action(priority: Priority, post: Post) -> Action:
    return operations.add_action(
        priority, "Bring the front door into one team", owner=post, due=date(2024, 9, 30), actor=None, why=WHY
    )


@pytest.fixture
def director(action: Action, post: Post) -> User:
    """An officer who answers for the post that owns the action, and keeps nothing."""
    user = add_user("director@kelderdale.example", Role.OFFICER, name="Dee Rector", actor=None, why=WHY)
    appoint(user, post, actor=None, why=WHY)
    return user


@pytest.fixture
def finding(council: Council) -> InspectionFinding:
    """What an inspection said needs to improve."""
    inspection = Inspection.objects.create(council=council, kind="ilacs", ends_on=date(2023, 7, 26))
    return InspectionFinding.objects.create(
        inspection=inspection, kind="to_improve", words="The timeliness of decisions at the front door."
    )


@pytest.fixture
def requirement(council: Council) -> Requirement:
    """What a direction requires."""
    direction = Direction.objects.create(council=council, title="Direction", given_on=date(2023, 10, 1))
    return Requirement.objects.create(direction=direction, number="3", words="Appoint an independent chair.")


Audit = Callable[..., Evidence]


@pytest.fixture
def audit(council: Council) -> Audit:
    """Record an audit of a day: ``audit(date(2024, 5, 1))``."""

    def recorded(on: date = date(2024, 5, 1), kind: str = "audit", **told: object) -> Evidence:
        columns = {"on": on, "title": f"Audit of {on}", "source": "Practice audit", **told}
        return operations.add_evidence(council, kind, columns, actor=None, why=WHY)

    return recorded
