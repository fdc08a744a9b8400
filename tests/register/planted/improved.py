"""A register with an improvement plan and evidence of every audience, with a mark in whatever is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from arising.register.accounts.audiences import Audience, Seen
from arising.register.bodies.models import Council, Item
from arising.register.improvement import operations
from arising.register.improvement.models import Action, ImprovementPlan
from arising.register.obligations.models import Obligation
from register.improvement.plans.workbooks import excel

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


def plan_for_audiences(council: Council, marks: Mapping[str, Audience], *, held: tuple[str, datetime]) -> None:
    """Make a plan of each audience that holds its mark wherever something can be written, a plan for everybody to
    which evidence of each audience is attached, and let the first answer everything that is owed."""
    seen = {mark: Seen(audience) for mark, audience in marks.items()}
    seen[held[0]] = Seen(visible_from=held[1])
    for mark, each in seen.items():
        _plan(council, mark, each)
    opened = Action.objects.filter(plan__audience=Audience.PUBLIC, plan__visible_from=None).order_by("pk")[0]
    for mark, each in seen.items():
        columns = {
            "on": date(2024, 5, 1),
            "title": mark,
            "text": mark,
            "source": mark,
            "link": f"https://x.example/{mark}",
        }
        piece = operations.add_evidence(council, "audit", columns, seen=each, **TOLD)
        operations.attach(piece, opened, mark, actor=None)
    operations.say_update(opened, "It works.", state="evidenced", actor=None)
    for owed in Obligation.objects.filter(body__council=council):
        operations.link(opened, owed, **TOLD)
    for item in Item.objects.filter(meeting__body__council=council):
        operations.link(opened, item, **TOLD)


def _plan(council: Council, mark: str, seen: Seen) -> None:
    plan = operations.add_plan(council, mark, seen=seen, **TOLD)
    phase = operations.add_phase(plan, mark, **TOLD)
    priority = operations.add_priority(plan, mark, outcome=mark, **TOLD)
    # posts are for everybody, so the owner of a plan for fewer stands in its words
    action = operations.add_action(
        priority, mark, phase=phase, owner_words=mark, due=date(2024, 9, 1), due_words=mark, **TOLD
    )
    operations.add_milestone(action, mark, due=date(2024, 9, 1), **TOLD)
    operations.add_measure(priority, {"kind": "audit", "title": mark, "words": mark}, **TOLD)
    operations.say_update(action, mark, state="under_way", due=date(2024, 10, 1), actor=None)
    operations.agree_version(plan, date(2024, 5, 1), title=mark, actor=None)
    gone = operations.add_action(priority, f"{mark} too", **TOLD)
    operations.drop_action(gone, mark, actor=None)
    _file(plan, mark)


def _file(plan: ImprovementPlan, mark: str) -> None:
    content = excel({mark: (("Ref", "Action", "Lead"), ("9.1", mark, mark))})
    operations.bring_plan(plan, f"{mark}.xlsx", content, actor=None)
