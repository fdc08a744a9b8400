"""A direction to Kelderdale, a plan that answers part of it, and evidence."""

from __future__ import annotations

from datetime import date
from typing import Any

from arising.register.bodies.models import Council
from arising.register.improvement.models import (
    Action,
    Attached,
    Direction,
    Evidence,
    ImprovementPlan,
    Inspection,
    Judgement,
    Priority,
    Requirement,
    ReviewPoint,
)

FRONT_DOOR = "Secure that every contact is decided within one working day."
AUDIT = "Establish a programme of audit."


def a_direction(council: Council, **told: Any) -> Direction:
    """A direction of September 2023 with two required actions and two reviews."""
    direction = Direction.objects.create(
        council=council, **{"title": "Direction to Kelderdale", "given_on": date(2023, 9, 18), **told}
    )
    for number, words in enumerate((FRONT_DOOR, AUDIT), start=1):
        Requirement.objects.create(direction=direction, number=str(number), words=words, order=number)
    for months, due in ((6, date(2024, 3, 18)), (12, date(2024, 9, 18))):
        ReviewPoint.objects.create(direction=direction, months=months, due=due, title=f"Review at {months} months")
    return direction


def a_plan(council: Council, **told: Any) -> ImprovementPlan:
    """A plan with one priority."""
    plan = ImprovementPlan.objects.create(council=council, **{"title": "The plan", **told})
    Priority.objects.create(plan=plan, reference="1", title="Front door")
    return plan


def an_action(plan: ImprovementPlan, reference: str = "1.1", **told: Any) -> Action:
    """An action under the first priority."""
    return Action.objects.create(
        plan=plan, priority=plan.priorities.get(), reference=reference, **{"title": "Fill five posts", **told}
    )


def evidence_for(action: Action, on: date, title: str = "Decided in a day: 97%", **told: Any) -> Evidence:
    """A piece of evidence of ``on``, attached to an action."""
    council = action.plan.council
    given = {"kind": "audit", "source": "The audit team", **told}
    evidence = Evidence.objects.create(council=council, on=on, title=title, **given)
    Attached.objects.create(evidence=evidence, action=action, why="It shows that contacts are decided.")
    return evidence


def an_inspection(council: Council, ends_on: date, overall: str, **told: Any) -> Inspection:
    """An inspection with one judgement."""
    inspection = Inspection.objects.create(council=council, kind="ilacs", ends_on=ends_on, **told)
    Judgement.objects.create(inspection=inspection, area="overall", grade=overall)
    return inspection
