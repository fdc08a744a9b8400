"""Agreeing a plan, and refreshing it: what is dropped gets a reason, and all that was said before stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Action, ImprovementPlan, Paper, PlanVersion, Priority
from arising.register.improvement.operations.plans.actions import keep, locked
from arising.register.improvement.operations.plans.making import needed
from arising.register.improvement.versions import snapshot
from arising.register.record.texts import storable, storable_json


def agree_version(
    plan: ImprovementPlan, agreed_on: date, *,
    title: str = "", reason: str = "", drop: Mapping[int, str] | None = None, paper: Paper | None = None,
    seen: Seen | None = None, actor: Actor,
) -> PlanVersion:  # fmt: skip
    """Keep the plan as it stands as the version that was agreed on a day.

    ``drop`` gives the reason for each action that is in it no more, by its number. Without ``seen`` it is for those who
    may see the plan now, also where the plan is opened to more people later. Raises ValidationError for an action
    without a reason, a day to come, a day before the last version's, and a refresh without a reason.
    """
    require(actor, "improvement.keep", plan.council)
    reason = storable(reason).strip()[:1000]
    if agreed_on > timezone.localdate():
        raise ValidationError({"agreed_on": f"{day_in_words(agreed_on)} is still to come."})
    with transaction.atomic():
        row = ImprovementPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
        last = plan.versions.first()
        if last is not None and agreed_on < last.agreed_on:
            line = f"Version {last.number} was agreed on {day_in_words(last.agreed_on)}. Give that day or a later one."
            raise ValidationError({"agreed_on": line})
        if last is not None and not reason:
            raise ValidationError({"reason": "Say why the plan is refreshed."})
        if last is None and drop:
            last = _keep(row, agreed_on, "As it was before", "", {}, None, row.seen, actor)
        reasons = _reasons(plan, drop or {})
        told = {str(one.pk): why for one, why in reasons}
        version = _keep(row, agreed_on, title, reason, told, paper, seen or row.seen, actor)
        for one, why in reasons:
            gone = locked(one, None)
            gone.dropped_in = version
            keep(gone, actor=actor, why=f"Dropped from the plan: {why}")
        _drop_empty(plan, version, actor)
        version.told = storable_json(snapshot(plan))
        version.save(update_fields=["told"])
    return version


def drop_action(
    action: Action, reason: str, *, agreed_on: date | None = None, actor: Actor, version: int | None = None
) -> PlanVersion:
    """Drop an action from its plan, with the reason; that makes a new version. What was said of it stays in sight.

    Raises ValidationError without a reason and for one that was dropped before, ``Changed``.
    """
    require(actor, "improvement.keep", action.plan.council)
    reason = needed("reason", reason, "Say why the action is dropped.", 1000)
    with transaction.atomic():
        row = locked(action, version)
        why = f"{row.reference} is dropped: {reason}"
        day = agreed_on or timezone.localdate()
        return agree_version(row.plan, day, reason=why[:1000], drop={row.pk: reason}, actor=actor)


def take_up_again(action: Action, *, actor: Actor, why: str, version: int | None = None) -> Action:
    """Put an action that was dropped back into its plan, with all that was said of it. Raises ``Changed``."""
    require(actor, "improvement.keep", action.plan.council)
    with transaction.atomic():
        row = locked(action, version)
        if row.dropped_in_id is None:
            raise ValidationError("The action is in the plan.")
        row.dropped_in = None
        if row.priority.dropped_in_id is not None:
            row.priority.dropped_in = None
            save(row.priority, actor=actor, why=why)
        return keep(row, actor=actor, why=why)


def _reasons(plan: ImprovementPlan, drop: Mapping[int, str]) -> list[tuple[Action, str]]:
    held = {one.pk: one for one in plan.actions.filter(dropped_in=None)}
    told = []
    for pk, reason in drop.items():
        if pk not in held:
            raise ValidationError("An action that is to be dropped is not in the plan.")
        what = f"Say why {held[pk].reference} is dropped."
        told.append((held[pk], needed("reason", reason, what, 1000)))
    return told


def _keep(
    plan: ImprovementPlan, agreed_on: date, title: str, reason: str, dropped: Mapping[str, str], paper: Paper | None,
    seen: Seen, actor: Actor,
) -> PlanVersion:  # fmt: skip
    last = plan.versions.first()
    return PlanVersion.objects.create(
        plan=plan, number=last.number + 1 if last else 1, title=storable(title).strip()[:300], agreed_on=agreed_on,
        reason=reason, told=storable_json(snapshot(plan)), dropped=dict(dropped), paper=paper, audience=seen.audience,
        visible_from=seen.visible_from, made_by=actor,
    )  # fmt: skip


def _drop_empty(plan: ImprovementPlan, version: PlanVersion, actor: Actor) -> None:
    """A priority of which every action was dropped goes with them."""
    for priority in Priority.objects.filter(plan=plan, dropped_in=None):
        if priority.actions.exists() and not priority.actions.filter(dropped_in=None).exists():
            priority.dropped_in = version
            save(priority, actor=actor, why="Every action of it was dropped")
