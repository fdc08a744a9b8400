"""The actions of a plan, and what they answer. Two who change the same action are told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import council_path
from arising.register.accounts.history import Actor, Overtaken, save
from arising.register.accounts.rules import follow_path, require
from arising.register.bodies.models import Post
from arising.register.improvement.links import LINKS, Point
from arising.register.improvement.models import Action, Phase, Priority
from arising.register.improvement.operations.plans.making import needed, next_in
from arising.register.record.texts import storable

AMENDABLE = ("priority", "phase", "reference", "title", "owner", "owner_words", "starts_on", "due_words")
"""The columns of an action that may be changed without saying how far it is."""


class Changed(Overtaken):
    """Somebody else changed the action since it was read. Nothing was stored. ``action`` is as they left it."""

    def __init__(self, action: Action, seen: int) -> None:
        since = action.history.filter(version__gt=seen).order_by("-history_date").first()
        self.action, self.version = action, action.version
        self.who = str((since and since.history_user) or "The register itself")
        self.when: datetime | None = since.history_date if since else None
        super().__init__(f"{self.who} changed this action while you were writing.")


def locked(action: Action, version: int | None) -> Action:
    """The action as it is now, held until the transaction ends.

    Raises ``Changed`` where ``version``, the one that the person read, is not its version any more. None asks nothing.
    """
    row = Action.objects.select_for_update(of=("self",)).select_related("plan__council", "owner").get(pk=action.pk)
    if version is not None and row.version != version:
        raise Changed(row, version)
    return row


def keep(row: Action, *, actor: Actor, why: str) -> Action:
    """Save an action that was changed, under its next version."""
    row.version += 1
    return save(row, actor=actor, why=why)


def add_action(
    priority: Priority, title: str, *,
    reference: str = "", phase: Phase | None = None, owner: Post | None = None, owner_words: str = "",
    starts_on: date | None = None, due: date | None = None, first_due: date | None = None, due_words: str = "",
    actor: Actor, why: str,
) -> Action:  # fmt: skip
    """Add an action to a priority. Without a reference it gets the priority's and the next number: 3.2.

    Raises ValidationError for what is missing, a reference that another action has, and an owner of another council.
    """
    plan = priority.plan
    require(actor, "improvement.keep", plan.council)
    row = Action(plan=plan, order=next_in(plan.actions), first_due=first_due or due, due=due)
    told = {
        "priority": priority, "phase": phase, "reference": reference or next_reference(priority), "title": title,
        "owner": owner, "owner_words": owner_words, "starts_on": starts_on, "due_words": due_words,
    }  # fmt: skip
    _fill(row, told)
    return save(row, actor=actor, why=why)


def change_action(
    action: Action, changed: Mapping[str, Any], *, actor: Actor, why: str, version: int | None = None
) -> Action:
    """Change what an action says. A reference that it had stays with it as an earlier one.

    Raises ValidationError for a column that cannot be changed so or a value that it does not take, ``Changed``.
    """
    require(actor, "improvement.keep", action.plan.council)
    if other := set(changed) - set(AMENDABLE):
        raise ValidationError(f"The {sorted(other)[0]} of an action cannot be changed here.")
    with transaction.atomic():
        row = locked(action, version)
        if all(getattr(row, name) == value for name, value in changed.items()):
            return row
        before = row.reference
        _fill(row, {name: getattr(row, name) for name in AMENDABLE} | dict(changed))
        if row.reference != before:
            row.was = [*(each for each in row.was if each != before), before]
        return keep(row, actor=actor, why=why)


def link(action: Action, thing: Point, *, actor: Actor, why: str, version: int | None = None) -> Action:
    """Say that an action answers a finding, a requirement or a recommendation, or was scrutinised under an item.

    Saying it twice changes nothing. Raises ValidationError for what is of another council, ``Changed``.
    """
    return _link(action, thing, True, actor, why, version)


def unlink(action: Action, thing: Point, *, actor: Actor, why: str, version: int | None = None) -> Action:
    """Say that an action does not answer a thing, or was not scrutinised there. Raises ``Changed``."""
    return _link(action, thing, False, actor, why, version)


def next_reference(priority: Priority) -> str:
    """The first reference under a priority that no action of the plan has."""
    taken = set(priority.plan.actions.values_list("reference", flat=True))
    start = priority.reference[:14]
    return next(each for each in (f"{start}.{at}" for at in range(1, 10_000)) if each not in taken)


def _link(action: Action, thing: Point, linked: bool, actor: Actor, why: str, version: int | None) -> Action:
    require(actor, "improvement.keep", action.plan.council)
    council = follow_path(thing, council_path(type(thing)))
    if linked and (council is None or council.pk != action.plan.council_id):
        raise ValidationError(f"That belongs to another council than {action.plan.council}.")
    with transaction.atomic():
        row = locked(action, version)
        held = getattr(row, LINKS[type(thing)])
        if held.filter(pk=thing.pk).exists() == linked:
            return row
        row.version += 1
        # the change of the link itself is what its history tells
        row._history_user, row._change_reason = actor, why  # type: ignore[attr-defined]
        Action.objects.filter(pk=row.pk).update(version=row.version)
        (held.add if linked else held.remove)(thing)
    return row


def _fill(row: Action, told: Mapping[str, Any]) -> None:
    """Put what was told into an action. Raises ValidationError."""
    row.priority, row.phase, row.owner, row.starts_on = (
        told["priority"], told["phase"], told["owner"], told["starts_on"]
    )  # fmt: skip
    row.title = needed("title", told["title"], "Say what will be done.", 5000)
    row.reference = needed("reference", told["reference"], "Give it a reference, such as 3.2.", 20)
    row.owner_words = storable(told["owner_words"]).strip()[:300]
    row.due_words = storable(told["due_words"]).strip()[:200]
    for name, one in (("priority", row.priority), ("phase", row.phase)):
        if one is not None and one.plan_id != row.plan_id:
            raise ValidationError({name: "That belongs to another plan."})
    if row.owner is not None and row.owner.council_id != row.plan.council_id:
        raise ValidationError({"owner": "That post is of another council."})
    others = Action.objects.filter(plan=row.plan_id, reference__iexact=row.reference)
    if others.exclude(pk=row.pk).exists():
        raise ValidationError({"reference": f"Another action of the plan has the reference {row.reference}."})
    if row.starts_on and row.due and row.due < row.starts_on:
        raise ValidationError({"starts_on": "It starts after it is due. Put the day right."})
