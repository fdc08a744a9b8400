"""One action: its chain from the judgement to the evidence, and who answers what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader, council_path
from arising.register.accounts.queries import Change
from arising.register.accounts.rules import follow_path
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Item, Meeting
from arising.register.improvement.links import LINKS, Point
from arising.register.improvement.models import (
    Action,
    ImprovementPlan,
    InspectionFinding,
    Judgement,
    Measure,
    PlanVersion,
    Requirement,
    Update,
)
from arising.register.improvement.queries.plans.lines import Line, lines
from arising.register.improvement.queries.plans.measured import Figures, Moved
from arising.register.obligations.models import Obligation, Origin


@dataclass(frozen=True)
class DateMoved:
    """A due date that was moved: on which day, from when to when, and why."""

    on: date
    before: date
    after: date | None
    why: str


@dataclass(frozen=True)
class ActionPage:
    """An action with its chain: the judgements behind what it answers, its measures with their figures, evidence."""

    line: Line
    judgements: tuple[Judgement, ...]
    measures: tuple[Moved, ...]
    history: tuple[Change, ...]
    dropped_in: PlanVersion | None = None

    @property
    def action(self) -> Action:
        return self.line.action

    @property
    def moved(self) -> list[DateMoved]:
        """Each time that its date was moved, the first time first."""
        return list(_moved(list(reversed(self.line.updates)), self.action.first_due))

    @property
    def missing(self) -> list[str]:
        """Which links of the chain are missing, those of its measures among them."""
        lacking = (each for each in self.measures if each.missing)
        told = [f"The measure “{each.measure.title}” has no {_listed(each.missing)}." for each in lacking]
        return [*self.line.missing, *told]


def action(user: Reader, pk: int) -> Action:
    """An action that ``user`` may see. Raises Action.DoesNotExist."""
    return Action.objects.visible_to(user).select_related("plan__council", "priority", "phase", "owner").get(pk=pk)


def action_page(user: Reader, pk: int) -> ActionPage:
    """An action with all that hangs on it. Raises Action.DoesNotExist."""
    found = lines(user, Action.objects.visible_to(user).filter(pk=pk))
    if not found:
        raise Action.DoesNotExist
    line = found[0]
    inspections = {each.inspection_id for each in line.findings}
    judged = Judgement.objects.visible_to(user).filter(inspection__in=inspections).select_related("inspection")
    figures = Figures(user, line.action.plan.council, timezone.localdate())
    return ActionPage(
        line, tuple(judged), tuple(figures.moved(each, line.evidence) for each in line.measures),
        _history(user, line.action),
        PlanVersion.objects.visible_to(user).filter(pk=line.action.dropped_in_id or 0).first(),
    )  # fmt: skip


def actions_answering(user: Reader, thing: Point) -> list[Line]:
    """The actions that answer a finding, a requirement or an obligation, or that were scrutinised under an item, with
    how they stand; those that were dropped from their plan are left out."""
    return lines(user, answering(user, thing))


_HEADINGS: dict[type[Point], tuple[str, str]] = {
    Item: ("Which actions of an improvement plan were scrutinised here?", "Say which action was scrutinised here"),
}
_ANSWERS = ("Which actions of an improvement plan answer this?", "Say which action answers it")


def answering_panel(user: Reader, thing: Point) -> dict[str, Any]:
    """What the page of a thing shows of the actions that answer it, for ``improvement/parts/answering.html``.

    Of what nobody means to do anything about, and under items of councils without a plan, it shows nothing.
    """
    council = follow_path(thing, council_path(type(thing)))
    keeps = user is not None and council is not None and user.has_perm("improvement.keep", council)
    heading, asks = _HEADINGS.get(type(thing), _ANSWERS)
    return {
        "thing": thing, "kind": thing._meta.model_name, "heading": heading, "asks": asks,
        "answering": actions_answering(user, thing),
        "may_link": keeps and ImprovementPlan.objects.visible_to(user).filter(council=council).exists(),
    }  # fmt: skip


def answering(user: Reader, thing: Point) -> QuerySet[Action]:
    """The actions that are linked to a thing, as far as ``user`` may see them."""
    return Action.objects.visible_to(user).filter(dropped_in=None, **{LINKS[type(thing)]: thing})


def may_be_answered(user: Reader, action: Action) -> dict[str, list[Point]]:
    """What an action may be linked to, by the name of the link: everything of its council that asks for something, and
    the items of its latest meetings."""
    council = action.plan.council_id
    findings = InspectionFinding.objects.visible_to(user).filter(inspection__council=council).exclude(kind="found")
    requirements = Requirement.objects.visible_to(user).filter(direction__council=council)
    owed = Obligation.objects.visible_to(user).filter(body__council=council, gone=False, ended="")
    owed = owed.exclude(origin=Origin.EXPECTATION)
    return {
        "findings": list(findings.select_related("inspection")),
        "requirements": list(requirements.select_related("direction").filter(direction__superseded_by=None)),
        "obligations": list(owed.select_related("body").order_by("-said_on", "-pk")[:300]),
        "items": [*recent_items(user, council)],
    }  # fmt: skip


def recent_items(user: Reader, council: int) -> list[Item]:
    """The agenda items of the last two dozen meetings of a council's bodies, the latest meeting first."""
    meetings = Meeting.objects.visible_to(user).filter(body__council=council)[:24]
    items = Item.objects.visible_to(user).filter(meeting__in=[each.pk for each in meetings], gone=False)
    return list(items.select_related("meeting__body").order_by("-meeting__latest", "order")[:400])


def measure(user: Reader, pk: int) -> Measure:
    """A measure that ``user`` may see. Raises Measure.DoesNotExist."""
    return Measure.objects.visible_to(user).select_related("priority__plan__council", "action", "indicator").get(pk=pk)


_UNTOLD = frozenset({"version", "order"})
_BY_NUMBER = frozenset({"plan", "priority", "phase", "owner", "dropped in"})
"""Columns of an action that history holds the number of a row of."""


def _history(user: Reader, action: Action) -> tuple[Change, ...]:
    """Every change to an action. What a column held before, and what it was linked to, is for those who keep the plan:
    the plan may have been for fewer then."""
    keeps = user is not None and user.has_perm("improvement.keep", action.plan.council)
    told = []
    for change in bodies.history(user, action):
        columns = [
            (name, *((old, new) if keeps and name not in (*_BY_NUMBER, *LINKS.values()) else ("", "")))
            for name, old, new in change.columns
            if name not in _UNTOLD and (keeps or name not in LINKS.values())
        ]
        if columns or not change.columns:
            told.append(replace(change, columns=columns))
    return tuple(told)


def _moved(updates: list[Update], first: date | None) -> Iterator[DateMoved]:
    days = [(None, first, ""), *((each.on, each.due, each.text) for each in updates)]
    for (_, before, _), (on, after, why) in pairwise(days):
        if before is not None and before != after and on is not None:
            yield DateMoved(on, before, after, why)


def _listed(parts: list[str]) -> str:
    bare = [part.split(" ", 1)[1] for part in parts]
    return bare[0] if len(bare) == 1 else f"{', no '.join(bare[:-1])} and no {bare[-1]}"
