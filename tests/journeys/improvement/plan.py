"""An improvement plan of the invented council, with something of everything that its pages show."""

from __future__ import annotations

from datetime import date
from typing import Any

from arising.register.bodies.models import Council, Item
from arising.register.improvement import operations
from arising.register.obligations.models import Obligation

TOLD: dict[str, Any] = {"actor": None, "why": "Agreed by the Board"}


def planned() -> None:
    """Put the plan into the register: one action shown to work, one moved, one dropped, and a loose piece of
    evidence."""
    council = Council.objects.get()
    plan = operations.add_plan(council, "Better for every child", **TOLD)
    phase = operations.add_phase(plan, "The first hundred days", starts_on=date(2024, 5, 1), **TOLD)
    priority = operations.add_priority(plan, "A front door that works", outcome="Nobody waits for an answer", **TOLD)
    shown, moved, gone = (
        operations.add_action(priority, title, phase=phase, owner_words="Head of Access", due=date(2024, 9, 30), **TOLD)
        for title in ("Bring the front door into one team", "Agree thresholds with schools", "Write a newsletter")
    )
    operations.add_milestone(shown, "The team moves", due=date(2024, 8, 1), **TOLD)
    measure = {"kind": "audit", "title": "Decisions made in a day", "baseline": 41.0, "goal": 90.0, "action": shown}
    operations.add_measure(priority, measure, **TOLD)
    operations.link(shown, Obligation.objects.order_by("pk")[0], **TOLD)
    operations.link(shown, Item.objects.order_by("pk")[0], **TOLD)
    for title in ("Nine of ten decisions were made in a day", "Parents say that they are heard"):
        told = {"on": date(2024, 10, 1), "title": title, "source": "Practice audit", "text": "Of ten cases."}
        piece = operations.add_evidence(council, "audit", told, **TOLD)
        if title.startswith("Nine"):
            operations.attach(piece, shown, "Decisions are quicker.", actor=None)
    operations.say_update(shown, "Decisions are made in a day.", state="evidenced", actor=None)
    operations.say_update(moved, "Schools asked for more time.", due=date(2024, 12, 31), actor=None)
    operations.agree_version(plan, date(2024, 5, 1), actor=None)
    operations.drop_action(gone, "It shows nothing.", actor=None)
