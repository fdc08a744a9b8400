"""A plan as it stands, in a form that can be kept, and what became of it from one version to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Action, ImprovementPlan, Measure

Told = dict[str, Any]
COMPARED = {
    "reference": "Reference", "priority": "Priority", "phase": "Phase", "title": "What will be done",
    "owner": "Owner", "starts_on": "Starts", "due": "Due", "due_words": "When, as written", "state": "State",
    "milestones": "Milestones", "measures": "Measures",
}  # fmt: skip
"""What two versions of an action are compared by, and what each is called."""
_DAYS = frozenset({"starts_on", "due"})


@dataclass(frozen=True)
class Difference:
    """One thing that another version of an action says otherwise, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Fate:
    """What became of an action from one version to another. ``number`` is its own, which no refresh changes."""

    number: int
    reference: str
    title: str
    changes: tuple[Difference, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two versions of a plan side by side, action by action."""

    kept: tuple[Fate, ...]
    changed: tuple[Fate, ...]
    dropped: tuple[Fate, ...]
    added: tuple[Fate, ...]

    @property
    def words(self) -> str:
        """The answer in a sentence."""
        counts = (
            (len(self.kept), "is as it was", "are as they were"), (len(self.changed), "changed", "changed"),
            (len(self.dropped), "was dropped", "were dropped"), (len(self.added), "was added", "were added"),
        )  # fmt: skip
        parts = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
        return f"Of the actions, {', '.join(parts)}." if parts else "Neither version holds an action."


def snapshot(plan: ImprovementPlan) -> Told:
    """All of a plan as it stands, as JSON can hold it. What was dropped is no part of it."""
    priorities = list(plan.priorities.filter(dropped_in=None).prefetch_related("measures__indicator"))
    actions = plan.actions.filter(dropped_in=None).select_related("priority", "phase", "owner")
    return {
        "title": plan.title,
        "phases": [
            {"title": each.title, "starts_on": _day(each.starts_on), "ends_on": _day(each.ends_on)}
            for each in plan.phases.all()
        ],
        "priorities": [
            {
                "number": each.pk, "reference": each.reference, "title": each.title, "outcome": each.outcome,
                "measures": [_measure(one) for one in each.measures.all() if one.action_id is None],
            }
            for each in priorities
        ],
        "actions": [_action(each) for each in actions.prefetch_related("milestones", "measures__indicator")],
    }  # fmt: skip


def compare(before: Told, after: Told, reasons: Mapping[str, str] | None = None) -> Comparison:
    """What became of each action from one version to another. ``reasons`` say why those were dropped that were, by
    their numbers."""
    reasons = reasons or {}
    old = {each["number"]: each for each in before["actions"]}
    new = {each["number"]: each for each in after["actions"]}
    both = [(old[number], each) for number, each in new.items() if number in old]
    told = [(one, other, differences(one, other)) for one, other in both]
    return Comparison(
        kept=tuple(_fate(other) for _, other, changes in told if not changes),
        changed=tuple(_fate(other, changes) for _, other, changes in told if changes),
        dropped=tuple(
            _fate(each, reason=reasons.get(str(number), "")) for number, each in old.items() if number not in new
        ),
        added=tuple(_fate(each) for number, each in new.items() if number not in old),
    )  # fmt: skip


def differences(one: Told, other: Told) -> tuple[Difference, ...]:
    """What two versions of an action say otherwise."""
    return tuple(
        Difference(title, in_words(name, one.get(name)), in_words(name, other.get(name)))
        for name, title in COMPARED.items()
        if one.get(name) != other.get(name)
    )


def in_words(name: str, value: Any) -> str:
    """A value of a version as a reader sees it."""
    if not value:
        return "nothing"
    if name == "state":
        return str(Action.State(value).label)
    if name in _DAYS:
        return day_in_words(date.fromisoformat(value))
    if isinstance(value, list):
        return "; ".join(str(each["title"]) for each in value)
    return str(value)


def _fate(told: Told, changes: Iterable[Difference] = (), reason: str = "") -> Fate:
    return Fate(told["number"], told["reference"], told["title"], tuple(changes), reason)


def _action(each: Action) -> Told:
    return {
        "number": each.pk, "reference": each.reference, "was": each.was,
        "priority": str(each.priority), "phase": str(each.phase or ""), "title": each.title,
        "owner": str(each.owner or each.owner_words), "starts_on": _day(each.starts_on),
        "first_due": _day(each.first_due), "due": _day(each.due), "due_words": each.due_words, "state": each.state,
        "milestones": [
            {
                "title": one.title, "first_due": _day(one.first_due), "due": _day(one.due),
                "reached": _day(one.reached_on),
            }
            for one in each.milestones.all()
        ],
        "measures": [_measure(one) for one in each.measures.all()],
    }  # fmt: skip


def _measure(one: Measure) -> Told:
    return {
        "title": one.title, "kind": one.kind, "indicator": str(one.indicator or ""), "variant": one.variant,
        "baseline": one.baseline, "goal": one.goal, "goal_by": _day(one.goal_by), "words": one.words,
    }  # fmt: skip


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
