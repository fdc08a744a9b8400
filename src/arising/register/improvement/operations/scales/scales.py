"""Scales: their wording is fixed before anybody scores, and another wording is another scale."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.measures import distance
from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.models import ImprovementPlan, Priority, Scale, ScaleIndicator
from arising.register.indicators.models import Indicator
from arising.register.record.texts import storable


@dataclass(frozen=True)
class Wording:
    """What is fixed once a scale was asked: what 0, 5 and 10 mean, where it began and where it is to be."""

    zero: str
    five: str
    ten: str
    baseline: int
    goal: int

    def of(self, scale: Scale) -> bool:
        """Whether it is that of ``scale``."""
        return astuple(self) == (scale.zero, scale.five, scale.ten, scale.baseline, scale.goal)


def add_scale(
    council: Council, title: str, wording: Wording, *, plan: ImprovementPlan | None = None,
    priority: Priority | None = None, baseline_on: date | None = None, seen: Seen = BY_EVERYBODY, actor: Actor,
    why: str,
) -> Scale:  # fmt: skip
    """Add a scale to a council, or to its plan and one priority of that.

    Raises ValidationError for a wording that is missing, a goal that is not above the baseline, and a priority of
    another plan.
    """
    require(actor, "improvement.keep", council)
    plan = _plan_of(council, plan, priority)
    scale = Scale(
        council=council, plan=plan, priority=priority, title=_title(title), baseline_on=baseline_on,
        audience=seen.audience, visible_from=seen.visible_from, order=Scale.objects.filter(council=council).count(),
    )  # fmt: skip
    _word(scale, wording)
    return save(scale, actor=actor, why=why)


def change_scale(
    scale: Scale, *, title: str, wording: Wording, baseline_on: date | None = None, audience: Audience, actor: Actor,
    why: str,
) -> Scale:  # fmt: skip
    """Change a scale. Its wording, baseline and goal stay as they were once it was asked of anybody.

    Raises ValidationError for another wording of a scale that was asked: ``follow_scale`` starts a new one.
    """
    require(actor, "improvement.keep", scale.council)
    with transaction.atomic():
        row = Scale.objects.select_for_update(of=("self",)).get(pk=scale.pk)
        if not wording.of(row):
            if is_fixed(row):
                raise ValidationError(
                    {"zero": "Its wording, baseline and goal are fixed, for it was asked already: scores on another "
                             "wording cannot be held against those before. Start a new scale that follows it."}
                )  # fmt: skip
            _word(row, wording)
        row.title, row.baseline_on, row.audience = _title(title), baseline_on, audience
        return save(row, actor=actor, why=why)


def follow_scale(scale: Scale, title: str, wording: Wording, *, actor: Actor, why: str) -> Scale:
    """Start a new scale that says which one it follows. The earlier one keeps its scores, and is asked no more.

    Raises ValidationError for a scale that was followed already, and for one that nobody was asked: change that one.
    """
    require(actor, "improvement.keep", scale.council)
    with transaction.atomic():
        row = Scale.objects.select_for_update(of=("self",)).get(pk=scale.pk)
        if Scale.objects.filter(follows=row).exists():
            raise ValidationError("Another scale follows it already.")
        if not is_fixed(row):
            raise ValidationError("Nobody was asked it yet, so its wording can be changed: no new scale is needed.")
        new = Scale(
            council=row.council, plan=row.plan, priority=row.priority, title=_title(title), follows=row,
            baseline_on=timezone.localdate(), audience=row.audience, visible_from=row.visible_from, order=row.order,
        )  # fmt: skip
        _word(new, wording)
        save(new, actor=actor, why=why)
        for each in row.beside.all():
            save(ScaleIndicator(scale=new, indicator=each.indicator, variant=each.variant), actor=actor, why=why)
        return new


def put_beside(scale: Scale, indicator: Indicator, variant: str = "", *, actor: Actor, why: str) -> ScaleIndicator:
    """Say that an indicator should move when a scale does. Saying it twice changes nothing.

    Raises ValidationError for a definition that the indicator has not.
    """
    require(actor, "improvement.keep", scale.council)
    keys = [each.key for each in indicator.card.variants]
    if variant and variant not in keys:
        raise ValidationError({"variant": f"{indicator.name} has no definition “{variant}”."})
    variant = variant or keys[0]
    with transaction.atomic():
        known = ScaleIndicator.objects.filter(scale=scale, indicator=indicator, variant=variant).first()
        return known or save(ScaleIndicator(scale=scale, indicator=indicator, variant=variant), actor=actor, why=why)


def take_from_beside(one: ScaleIndicator, *, actor: Actor, why: str) -> None:
    """Say that an indicator says nothing of a scale after all."""
    require(actor, "improvement.keep", one.scale.council)
    remove(one, actor=actor, why=why)


def is_fixed(scale: Scale) -> bool:
    """Whether a scale was scored, or is in a scoring that has opened, so that somebody may have read its wording."""
    return scale.scores.exists() or scale.rounds.filter(opens_on__lte=timezone.localdate()).exists()


def _word(scale: Scale, wording: Wording) -> None:
    try:
        distance.Scale("", scale.title, *astuple(wording))
    except ValueError as trouble:
        raise ValidationError({_column(str(trouble)): str(trouble)}) from None
    scale.zero, scale.five, scale.ten = (storable(each).strip() for each in (wording.zero, wording.five, wording.ten))
    scale.baseline, scale.goal = wording.baseline, wording.goal


def _column(trouble: str) -> str:
    """The field that a trouble is about."""
    says = {"what 0": "zero", "what 5": "five", "what 10": "ten", "The baseline": "baseline"}
    return next((column for words, column in says.items() if words in trouble), "goal")


def _title(title: str) -> str:
    told = storable(title).strip()
    if not told:
        raise ValidationError({"title": "Say what the scale is about."})
    return told[:200]


def _plan_of(council: Council, plan: ImprovementPlan | None, priority: Priority | None) -> ImprovementPlan | None:
    if priority is not None:
        if plan is not None and priority.plan_id != plan.pk:
            raise ValidationError({"priority": f"{priority} is no priority of {plan}."})
        plan = priority.plan
    if plan is not None and plan.council_id != council.pk:
        raise ValidationError({"plan": f"{plan} is not a plan of {council}."})
    return plan
