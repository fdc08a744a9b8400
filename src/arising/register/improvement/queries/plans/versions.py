"""The versions of a plan, and any two of them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from arising.register.accounts.audiences import Reader
from arising.register.bodies.withheld import mask_for
from arising.register.improvement.models import Action, ImprovementPlan, PlanVersion
from arising.register.improvement.queries.plans.pages import plan
from arising.register.improvement.versions import Comparison, compare, snapshot

NOW = "now"


@dataclass(frozen=True)
class Compared:
    """Two versions of a plan side by side. Without ``after`` the plan is compared as it stands now."""

    plan: ImprovementPlan
    versions: tuple[PlanVersion, ...]
    before: PlanVersion
    after: PlanVersion | None
    result: Comparison


def versions(user: Reader, of: ImprovementPlan) -> QuerySet[PlanVersion]:
    """The versions of a plan, the newest first."""
    return PlanVersion.objects.visible_to(user).filter(plan=of).select_related("plan__council", "paper", "made_by")


def dropped(user: Reader, of: ImprovementPlan) -> list[tuple[Action, str]]:
    """The actions that were dropped from a plan, each with the reason, the last one first. Those of a version that
    ``user`` may not see are left out."""
    reasons = {each.pk: each.dropped for each in versions(user, of)}
    found = Action.objects.visible_to(user).filter(plan=of).filter(dropped_in__in=list(reasons))
    found = found.select_related("dropped_in", "plan__council").order_by("-dropped_in__number", "order")
    return [(each, reasons.get(each.dropped_in_id or 0, {}).get(str(each.pk), "")) for each in found]


def compared(user: Reader, pk: int, before: str, after: str = NOW) -> Compared:
    """Two versions of a plan, by their numbers; ``after`` may be "now".

    Raises ImprovementPlan.DoesNotExist and PlanVersion.DoesNotExist.
    """
    of = plan(user, pk)
    every = tuple(versions(user, of))
    one, other = _numbered(every, before), None if after == NOW else _numbered(every, after)
    now = _as_read(user, of, snapshot(of)) if other is None else other.told
    reasons: dict[str, str] = {}
    for each in every:
        if each.number > one.number and (other is None or each.number <= other.number):
            reasons |= each.dropped
    return Compared(of, every, one, other, compare(one.told, now, reasons))


def _numbered(every: tuple[PlanVersion, ...], number: str) -> PlanVersion:
    for each in every:
        if str(each.number) == number:
            return each
    raise PlanVersion.DoesNotExist(number)


def _as_read(user: Reader, of: ImprovementPlan, told: dict[str, Any]) -> dict[str, Any]:
    """A plan as it stands without the names that are withheld from its reader."""
    mask = mask_for(user, of.council_id)
    covered: dict[str, Any] = mask.value(told) if mask else told
    return covered
