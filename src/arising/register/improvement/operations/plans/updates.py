"""Saying how far an action is, and when it will be done. What was said before, and the first date, stay."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Action, Evidence, Milestone, Update
from arising.register.improvement.operations.plans.actions import keep, locked
from arising.register.improvement.operations.plans.making import needed, next_in
from arising.register.improvement.states import DONE, SHOWN_TO_WORK, State, lacking, rank


def say_update(
    action: Action, text: str, *,
    state: str = "", due: date | None = None, on: date | None = None, actor: Actor, version: int | None = None,
) -> Update:  # fmt: skip
    """Say how an action stands on a day; ``state`` and ``due`` where these change. The first due date stays.

    A state may be taken back: ``text`` is then the reason. That an action worked is said by those who keep the plan,
    not by its owner, and needs evidence. Raises ValidationError, ``Changed`` and PermissionDenied.
    """
    require(actor, "improvement.update", action)
    on = on or timezone.localdate()
    if on > timezone.localdate():
        raise ValidationError({"on": f"{day_in_words(on)} is still to come. Give the day on which it stood so."})
    with transaction.atomic():
        row = locked(action, version)
        text = needed("text", text, _asked_for(row, state, due), 20_000)
        if row.dropped_in_id is not None:
            raise ValidationError("The action was dropped from the plan. Take it up again first.")
        if state and state != row.state:
            _to_state(row, state, on, actor)
        if due is not None and due != row.due:
            row.first_due = row.first_due or due
            row.due = due
        if row.starts_on and row.due and row.due < row.starts_on:
            raise ValidationError({"due": f"It starts on {day_in_words(row.starts_on)}. Give a later day."})
        keep(row, actor=actor, why=text[:100])
        update = Update(action=row, on=on, text=text, state=row.state, due=row.due, said_by=actor)
        update.save()
    return update


def add_milestone(action: Action, title: str, *, due: date | None = None, actor: Actor, why: str) -> Milestone:
    """Add a step to an action. Raises ValidationError without a title."""
    require(actor, "improvement.keep", action.plan.council)
    title = needed("title", title, "Say what the milestone is.", 500)
    row = Milestone(action=action, title=title, first_due=due, due=due, order=next_in(action.milestones))
    return save(row, actor=actor, why=why)


def reach_milestone(milestone: Milestone, on: date | None, *, actor: Actor, why: str) -> Milestone:
    """Say on which day a milestone was reached; None that it was not after all. Raises ValidationError."""
    require(actor, "improvement.update", milestone.action)
    if on and on > timezone.localdate():
        raise ValidationError({"on": f"{day_in_words(on)} is still to come. Give the day on which it was reached."})
    with transaction.atomic():
        row = Milestone.objects.select_for_update().get(pk=milestone.pk)
        row.reached_on = on
        return save(row, actor=actor, why=why)


def move_milestone(milestone: Milestone, due: date, *, reason: str, actor: Actor) -> Milestone:
    """Give a milestone another day. The first stays in sight. Raises ValidationError without a reason."""
    require(actor, "improvement.update", milestone.action)
    reason = needed("reason", reason, "Say why the day is moved.", 1000)
    with transaction.atomic():
        row = Milestone.objects.select_for_update().get(pk=milestone.pk)
        row.first_due, row.due = row.first_due or due, due
        return save(row, actor=actor, why=reason)


def remove_milestone(milestone: Milestone, *, actor: Actor, why: str) -> None:
    """Take a milestone away. Its history stays."""
    require(actor, "improvement.keep", milestone.action.plan.council)
    remove(milestone, actor=actor, why=why)


def _to_state(row: Action, state: str, on: date, actor: Actor) -> None:
    if state not in State.values:
        raise ValidationError({"state": "There is no such state. Choose one from the list."})
    said_by_keepers = {state, row.state} & SHOWN_TO_WORK
    if said_by_keepers and actor is not None and not actor.has_perm("improvement.keep", row.plan.council):
        raise PermissionDenied("Whoever keeps the plan says whether an action worked.")
    if row.state_on and on < row.state_on:
        raise ValidationError({"on": f"It is {row.get_state_display().lower()} since {day_in_words(row.state_on)}."})
    held = Evidence.objects.filter(attached__action=row, on__lte=on)
    if rank(state) > rank(row.state) and (missing := lacking(state, held, row.starts_on)):
        raise ValidationError({"state": missing})
    if state not in DONE:
        row.done_on = None
    elif row.done_on is None:
        row.done_on = on
    row.state, row.state_on = state, on


def _asked_for(row: Action, state: str, due: date | None) -> str:
    if state in State.values and rank(state) < rank(row.state):
        return f"Say why it is not {row.get_state_display().lower()} after all."
    if due is not None and row.due is not None and due != row.due:
        return "Say why the date is moved."
    return "Say how it stands."
