"""Making an improvement plan: its title, its phases, its priorities and the outcomes wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Model, QuerySet

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Body, Council
from arising.register.improvement.models import ImprovementPlan, Phase, Priority
from arising.register.record.texts import storable

ANSWERED = ("inspections", "directions", "committees")
"""What a plan says that it answers."""


def add_plan(
    council: Council, title: str, *,
    body: Body | None = None, stale_after: int = 60, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> ImprovementPlan:  # fmt: skip
    """Begin an improvement plan. Raises ValidationError without a title, or for a body of another council."""
    require(actor, "improvement.keep", council)
    plan = ImprovementPlan(
        council=council, body=body, title=needed("title", title, "Give the plan its title.", 300),
        stale_after=_days(stale_after), audience=seen.audience, visible_from=seen.visible_from,
    )  # fmt: skip
    _of_council(council, body)
    return save(plan, actor=actor, why=why)


def change_plan(
    plan: ImprovementPlan, changed: Mapping[str, Any], *,
    answers: Mapping[str, Iterable[Any]] | None = None, seen: Seen | None = None, actor: Actor, why: str,
) -> ImprovementPlan:  # fmt: skip
    """Change the title, the body that a plan answers to, when an entry is stale, and who may see it.

    ``answers`` gives the inspections, directions and committees whose points it answers, by those names. Raises
    ValidationError for what is of another council.
    """
    require(actor, "improvement.keep", plan.council)
    with transaction.atomic():
        row = ImprovementPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
        told = {"title": row.title, "body": row.body, "stale_after": row.stale_after, **changed}
        row.title = needed("title", told["title"], "Give the plan its title.", 300)
        row.body, row.stale_after = told["body"], _days(told["stale_after"])
        _of_council(row.council, row.body)
        if seen is not None:
            row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
        save(row, actor=actor, why=why)
        for name in ANSWERED:
            if answers is not None and name in answers:
                chosen = list(answers[name])
                _of_council(row.council, *chosen)
                getattr(row, name).set(chosen)
        return row


def add_phase(
    plan: ImprovementPlan, title: str, *,
    starts_on: date | None = None, ends_on: date | None = None, actor: Actor, why: str,
) -> Phase:  # fmt: skip
    """Add a stretch of the plan. Raises ValidationError without a title, or where it ends before it starts."""
    require(actor, "improvement.keep", plan.council)
    phase = Phase(plan=plan, order=next_in(plan.phases))
    return _phase(phase, title, starts_on, ends_on, actor, why)


def change_phase(
    phase: Phase, title: str, *, starts_on: date | None, ends_on: date | None, actor: Actor, why: str
) -> Phase:
    """Name a phase anew or give it other days. Raises ValidationError."""
    require(actor, "improvement.keep", phase.plan.council)
    with transaction.atomic():
        row = Phase.objects.select_for_update().get(pk=phase.pk)
        return _phase(row, title, starts_on, ends_on, actor, why)


def remove_phase(phase: Phase, *, actor: Actor, why: str) -> None:
    """Take a phase away. Its actions stay in the plan, in no phase."""
    require(actor, "improvement.keep", phase.plan.council)
    remove(phase, actor=actor, why=why)


def add_priority(
    plan: ImprovementPlan, title: str, *, reference: str = "", outcome: str = "", actor: Actor, why: str
) -> Priority:
    """Add a priority with the outcome wanted. Without a reference it gets the next number.

    Raises ValidationError without a title, and where another priority of the plan has the reference.
    """
    require(actor, "improvement.keep", plan.council)
    priority = Priority(plan=plan, order=next_in(plan.priorities))
    return _priority(priority, reference or free_number(plan.priorities.all()), title, outcome, actor, why)


def change_priority(
    priority: Priority, title: str, *, reference: str, outcome: str, actor: Actor, why: str
) -> Priority:  # fmt: skip
    """Change the words of a priority, or its reference. Raises ValidationError."""
    require(actor, "improvement.keep", priority.plan.council)
    with transaction.atomic():
        row = Priority.objects.select_for_update().get(pk=priority.pk)
        return _priority(row, reference, title, outcome, actor, why)


def needed(field: str, value: str, what: str, most: int) -> str:
    """``value`` as it can be kept, without white space around it. Raises ValidationError where nothing is left, or
    more than ``most`` characters."""
    kept = storable(value or "").strip()
    if not kept:
        raise ValidationError({field: what})
    if len(kept) > most:
        raise ValidationError({field: f"It is longer than {most:,} characters. Shorten it."})
    return kept


def one_line(text: str) -> str:
    """``text`` without line breaks and with one space between its words."""
    return " ".join(storable(text or "").split())


def next_in(rows: Any) -> int:
    """The place after the last of ``rows``."""
    last: int | None = rows.aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1


def free_number(rows: QuerySet[Any]) -> str:
    """The first number that none of ``rows`` has as its reference."""
    taken = set(rows.values_list("reference", flat=True))
    return next(number for number in map(str, range(1, 10_000)) if number not in taken)


def _phase(
    phase: Phase, title: str, starts_on: date | None, ends_on: date | None, actor: Actor, why: str
) -> Phase:  # fmt: skip
    phase.title = needed("title", title, "Give the phase its name.", 200)
    phase.starts_on, phase.ends_on = starts_on, ends_on
    if starts_on and ends_on and ends_on < starts_on:
        raise ValidationError({"ends_on": "It ends before it starts. Put one of the two days right."})
    return save(phase, actor=actor, why=why)


def _priority(priority: Priority, reference: str, title: str, outcome: str, actor: Actor, why: str) -> Priority:
    priority.title = needed("title", title, "Say what the priority is.", 500)
    priority.reference = needed("reference", reference, "Give it a reference, such as 1.", 20)
    priority.outcome = storable(outcome).strip()
    others = Priority.objects.filter(plan=priority.plan_id, reference__iexact=priority.reference)
    if others.exclude(pk=priority.pk).exists():
        raise ValidationError({"reference": f"Another priority of the plan has the reference {priority.reference}."})
    return save(priority, actor=actor, why=why)


def _days(days: int) -> int:
    if not 1 <= days <= 1000:
        raise ValidationError({"stale_after": "Give a number of days from 1 to 1,000."})
    return days


def _of_council(council: Council, *things: Model | None) -> None:
    if any(thing is not None and thing.council_id != council.pk for thing in things):  # type: ignore[attr-defined]
        raise ValidationError(f"That belongs to another council than {council}.")
