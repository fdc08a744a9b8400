"""The actions of a plan with all that hangs on them, as far as a reader may see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Item
from arising.register.improvement.links import LINKS
from arising.register.improvement.models import (
    Action,
    Attached,
    ImprovementPlan,
    InspectionFinding,
    Measure,
    Milestone,
    Requirement,
    Update,
)
from arising.register.improvement.states import DONE, SHOWN_TO_WORK, State
from arising.register.obligations.due import months_after
from arising.register.obligations.models import Obligation

WAITS = 3
"""After so many months an action that is done should have evidence that it worked."""


@dataclass(frozen=True)
class Line:
    """An action with what it answers, its updates (the latest first), and the evidence attached (the latest first).

    ``measures`` are its own and those of its whole priority.
    """

    action: Action
    updates: tuple[Update, ...]
    milestones: tuple[Milestone, ...]
    measures: tuple[Measure, ...]
    evidence: tuple[Attached, ...]
    findings: tuple[InspectionFinding, ...]
    requirements: tuple[Requirement, ...]
    obligations: tuple[Obligation, ...]
    items: tuple[Item, ...]
    today: date

    @property
    def owner(self) -> str:
        """Who owns it: the post, or the words of the plan; "" where nobody is named."""
        return str(self.action.owner or self.action.owner_words)

    @property
    def is_done(self) -> bool:
        return self.action.state in DONE

    @property
    def is_shown_to_work(self) -> bool:
        return self.action.state in SHOWN_TO_WORK

    @property
    def days_late(self) -> int:
        """How many days it is overdue; 0 where it is not."""
        due = self.action.due
        return max((self.today - due).days, 0) if due and not self.is_done else 0

    @property
    def days_late_first(self) -> int:
        """How many days it is past its first due date, or was when it was done; 0 where it is not."""
        first = self.action.first_due
        return max(((self.action.done_on or self.today) - first).days, 0) if first else 0

    @property
    def is_moved(self) -> bool:
        """Whether its date was moved."""
        return self.action.first_due != self.action.due

    @property
    def when(self) -> str:
        """When it is due, in a few words, with the first date where that was another."""
        action = self.action
        if action.due is None:
            return action.due_words or "no date given"
        told = day_in_words(action.due)
        return f"{told}, first {day_in_words(action.first_due)}" if self.is_moved and action.first_due else told

    @property
    def answers(self) -> tuple[InspectionFinding | Requirement | Obligation, ...]:
        """What it answers."""
        return (*self.findings, *self.requirements, *self.obligations)

    @property
    def impact(self) -> tuple[Attached, ...]:
        """The evidence that shows whether it worked."""
        return tuple(each for each in self.evidence if each.evidence.shows_impact)

    @property
    def words(self) -> str:
        """How it stands, in a sentence or two: what was done, and apart from that what shows that it worked."""
        action = self.action
        since = f" since {day_in_words(action.state_on)}" if action.state_on else ""
        if self.is_shown_to_work:
            return f"{action.get_state_display()}{since}. {self._shown()}"
        if action.state == State.DONE:
            done = f"Done on {day_in_words(action.done_on)}." if action.done_on else "Done."
            if self.impact:
                return f"{done} Evidence is attached. Nobody has said yet that it shows that it worked."
            return f"{done} Nothing shows yet that it worked: no evidence of that is attached."
        late = f" It is {self.days_late} day{'' if self.days_late == 1 else 's'} overdue." if self.days_late else ""
        return f"{action.get_state_display()}{since}.{late}"

    def _shown(self) -> str:
        if not self.impact:
            return "What shows that it worked is not published."
        last = self.impact[0].evidence
        count = len(self.impact)
        pieces = "one piece" if count == 1 else f"{count} pieces"
        return f"It rests on {pieces} of evidence, the latest of {day_in_words(last.on)}."

    @property
    def missing(self) -> list[str]:
        """Which links of the chain from a judgement to evidence are missing, in sentences."""
        told = []
        if not self.answers:
            told.append("It answers no finding, requirement or recommendation.")
        if not self.measures:
            told.append("No measure says what will show that it worked.")
        if not self.impact and self.is_done and not self.is_shown_to_work:
            told.append("It is done, and no evidence shows that it worked.")
        return told

    @property
    def waits_for_evidence(self) -> bool:
        """Whether it was done three months ago or more, and nothing shows that it worked."""
        done = self.action.done_on
        return (
            self.action.state == State.DONE and done is not None and months_after(done, WAITS) <= self.today
            and not self.impact
        )  # fmt: skip


def lines(user: Reader, actions: QuerySet[Action]) -> list[Line]:
    """``actions`` with all that hangs on them. They are those that ``user`` may see."""
    held = list(actions.select_related("plan__council", "plan__body", "priority", "phase", "owner", "dropped_in"))
    if not held:
        return []
    pks = [each.pk for each in held]
    priorities = {each.priority_id for each in held}
    updates = _by_action(Update.objects.visible_to(user).filter(action__in=pks).select_related("said_by"))
    milestones = _by_action(Milestone.objects.visible_to(user).filter(action__in=pks))
    attached = (
        Attached.objects.visible_to(user).filter(action__in=pks).select_related("evidence__indicator", "attached_by")
    )
    evidence = _by_action(attached.order_by("-evidence__on", "-evidence_id"))
    measures: dict[int, list[Measure]] = {}
    for one in Measure.objects.visible_to(user).filter(priority__in=priorities).select_related("indicator"):
        measures.setdefault(one.priority_id, []).append(one)
    linked = {name: _linked(user, model, name, pks) for model, name in LINKS.items()}
    today = timezone.localdate()
    return [
        Line(
            action=each, updates=tuple(updates.get(each.pk, ())), milestones=tuple(milestones.get(each.pk, ())),
            measures=tuple(
                one for one in measures.get(each.priority_id, ()) if one.action_id in (None, each.pk)
            ),
            evidence=tuple(evidence.get(each.pk, ())), today=today,
            **{name: tuple(of.get(each.pk, ())) for name, of in linked.items()},
        )
        for each in held
    ]  # fmt: skip


def actions_of(user: Reader, plan: ImprovementPlan) -> QuerySet[Action]:
    """The actions that are in a plan, in its order, as far as ``user`` may see them."""
    found = Action.objects.visible_to(user).filter(plan=plan, dropped_in=None)
    return found.order_by("priority__order", "priority_id", "order", "pk")


_WITH = {
    "findings": ("inspection",),
    "requirements": ("direction",),
    "obligations": ("body", "owner"),
    "items": ("meeting__body",),
}


def _linked(user: Reader, model: Any, name: str, pks: Sequence[int]) -> dict[int, list[Any]]:
    """What each action is linked to, of one kind."""
    rows = model.objects.visible_to(user).filter(actions__in=pks).select_related(*_WITH[name]).distinct()
    seen = {each.pk: each for each in rows}
    through = getattr(Action, name).through
    column = f"{model._meta.model_name}_id"
    found: dict[int, list[Any]] = {}
    for action, other in through.objects.filter(action__in=pks).order_by("pk").values_list("action_id", column):
        if other in seen:
            found.setdefault(action, []).append(seen[other])
    return found


def _by_action(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.action_id, []).append(row)
    return found
