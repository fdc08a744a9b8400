"""What will show that a priority, or one action of it, worked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.improvement.models import Measure, Priority
from arising.register.improvement.operations.plans.making import needed, next_in
from arising.register.indicators import operations as indicators
from arising.register.indicators.models import Target
from arising.register.record.texts import storable

TOLD = (
    "action", "kind", "title", "indicator", "variant", "baseline", "baseline_on", "goal", "goal_by", "words",
)  # fmt: skip
"""The columns of a measure that a person fills in."""


def add_measure(priority: Priority, told: Mapping[str, Any], *, actor: Actor, why: str) -> Measure:
    """Add a measure to a priority, or to one ``action`` of it. ``told`` holds its columns (``TOLD``).

    Raises ValidationError for a measure by an indicator that names none, and what else cannot be.
    """
    require(actor, "improvement.keep", priority.plan.council)
    row = Measure(priority=priority, order=next_in(priority.measures))
    _fill(row, told)
    return save(row, actor=actor, why=why)


def change_measure(measure: Measure, told: Mapping[str, Any], *, actor: Actor, why: str) -> Measure:
    """Change what a measure says. What it said before stays in its history. Raises ValidationError."""
    require(actor, "improvement.keep", measure.priority.plan.council)
    with transaction.atomic():
        row = Measure.objects.select_for_update(of=("self",)).select_related("priority__plan").get(pk=measure.pk)
        _fill(row, {name: getattr(row, name) for name in TOLD} | dict(told))
        return save(row, actor=actor, why=why)


def remove_measure(measure: Measure, *, actor: Actor, why: str) -> None:
    """Take a measure away. Its history stays."""
    require(actor, "improvement.keep", measure.priority.plan.council)
    remove(measure, actor=actor, why=why)


def set_steps(
    measure: Measure, steps: Mapping[date, float], *, set_by: str = "", seen: Seen | None = None, actor: Actor, why: str
) -> list[Target]:
    """Say what a measure is to reach by each day on the way. They are targets of its indicator, set by the plan unless
    ``set_by`` says otherwise, and drawn on its charts.

    Raises ValidationError for a measure that no indicator counts, and as ``indicators.operations.set_trajectory``.
    """
    plan = measure.priority.plan
    require(actor, "improvement.keep", plan.council)
    if measure.indicator is None:
        raise ValidationError("No indicator counts this measure, so no chart could show the steps. Choose one first.")
    return indicators.set_trajectory(
        plan.council, measure.indicator, measure.variant, steps, set_by=set_by.strip() or plan.title,
        seen=seen or plan.seen, actor=actor, why=why,
    )  # fmt: skip


def _fill(row: Measure, told: Mapping[str, Any]) -> None:
    for name in TOLD:
        if name in told:
            setattr(row, name, told[name])
    if row.kind not in Measure.Kind.values:
        raise ValidationError({"kind": "Choose what it is counted by."})
    if row.action is not None and row.action.plan_id != row.priority.plan_id:
        raise ValidationError({"action": "That action is of another plan."})
    _indicator(row)
    row.title = needed("title", row.title or str(row.indicator or ""), "Say what is measured.", 500)
    row.words = storable(row.words).strip()[:500]


def _indicator(row: Measure) -> None:
    if row.kind != Measure.Kind.INDICATOR:
        row.indicator, row.variant = None, ""
        return
    if row.indicator is None:
        raise ValidationError({"indicator": "Choose the indicator that it is counted by."})
    if row.indicator.council_id not in (None, row.priority.plan.council_id):
        raise ValidationError({"indicator": "That indicator is another council’s."})
    variants = [each.key for each in row.indicator.card.variants]
    row.variant = row.variant or variants[0]
    if row.variant not in variants:
        raise ValidationError({"variant": "The indicator has no such definition. Choose one of its own."})
    percent = row.indicator.card.unit_of(row.variant) == "percent"
    for name in ("baseline", "goal"):
        value = getattr(row, name)
        if percent and value is not None and not 0 <= value <= 100:
            raise ValidationError({name: f"{value:g}% cannot be. Give a percentage from 0 to 100."})
