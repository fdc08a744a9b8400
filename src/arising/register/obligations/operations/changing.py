"""What a clerk changes: who owes it and when, more time, an end to it. Two who change the same are told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.history import Actor, Overtaken, changes, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.obligations.due import Basis
from arising.register.obligations.models import Ending, Extension, Obligation
from arising.register.obligations.operations.deriving import reckon

_RECKONED = frozenset({"received_on", "notice_on", "holds_up_on", "owner", "owing_body", "owner_words"})
"""Columns that the due date may rest on."""

_BEHIND = frozenset({"version", "set_by_person", "due_basis", "due_how", "due_words"})
"""Columns that only tell how others came about."""


class Changed(Overtaken):
    """Somebody else changed the obligation since it was read. Nothing was stored.

    ``who``, ``when`` and ``what`` (the names of what changed) tell of the changes since.
    """

    def __init__(self, obligation: Obligation, seen: int) -> None:
        told = changes(obligation)[: max(obligation.version - seen, 1)]
        self.obligation, self.version = obligation, obligation.version
        self.who = str(told[0]["who"] or "The register itself")
        self.when: datetime = told[0]["when"]
        self.what = sorted({label(name) for change in told for name in change["changed"] if name not in _BEHIND})
        super().__init__(f"{self.who} changed this while you were writing: {', '.join(self.what) or 'its updates'}.")


def label(column: str) -> str:
    """The name of a column of an obligation, as a person would say it."""
    return str(getattr(Obligation._meta.get_field(column), "verbose_name", column)).replace("_", " ")


def locked(obligation: Obligation, version: int | None) -> Obligation:
    """The row as it is now, held until the transaction ends.

    Raises ``Changed`` where ``version``, the one that the person read, is not its version any more. None asks nothing.
    """
    related = ("commitment", "decision", "exchange", "owner", "owing_body", "source", "body")
    row = Obligation.objects.select_for_update(of=("self",)).select_related(*related).get(pk=obligation.pk)
    if version is not None and row.version != version:
        raise Changed(row, version)
    return row


def keep(row: Obligation, *, actor: Actor, why: str) -> Obligation:
    """Save a row that was changed, under its next version."""
    row.version += 1
    return save(row, actor=actor, why=why)


def needs(field: str, value: str, what: str) -> str:
    """``value`` without white space around it. Raises ``ValidationError`` where nothing is left."""
    if not value.strip():
        raise ValidationError({field: what})
    return value.strip()


def amend(
    obligation: Obligation, changed: Mapping[str, Any], *, actor: Actor, why: str, version: int | None = None,
    due_how: str = "",
) -> Obligation:  # fmt: skip
    """Change what an obligation says. What a person set, no reading of the minutes changes. ``due_how`` says how a
    statute gives the new due date, where one does.

    Raises ``ValidationError`` for a column that may not be amended or a value that it does not take, ``Changed``.
    """
    require(actor, "obligations.change", obligation)
    for name in changed:
        if name not in Obligation.amendable:
            raise ValidationError(f"The {name} of an obligation cannot be changed.")
    why = needs("why", why, "Say why, so that others understand it later.")
    with transaction.atomic():
        row = locked(obligation, version)
        different = {name for name, value in changed.items() if getattr(row, name) != value}
        if not different:
            return row
        for name in different:
            setattr(row, name, changed[name])
        row.set_by_person = sorted({*row.set_by_person, *different})
        row.clean_fields(exclude={field.name for field in row._meta.fields} - different)
        if "due" in different:
            _due_set(row)
            if due_how and row.due:
                row.due_basis, row.due_how = Basis.STATUTE.value, due_how[:600]
        elif different & _RECKONED:
            reckon(row)
        return keep(row, actor=actor, why=why)


def _due_set(row: Obligation) -> None:
    if row.due is None:
        # nobody has set it any more: it is worked out again
        row.set_by_person = [name for name in row.set_by_person if name != "due"]
        reckon(row)
        return
    row.due_basis, row.due_how = Basis.PERSON.value, f"A clerk set the date: {day_in_words(row.due)}."


def extend(obligation: Obligation, until: date, *, reason: str, actor: Actor, version: int | None = None) -> Extension:
    """Give more time. The first date stays in sight.

    Raises ``ValidationError`` without a reason or for a date that gives no more time, ``Changed``.
    """
    require(actor, "obligations.change", obligation)
    reason = needs("reason", reason, "Say why more time is given.")
    with transaction.atomic():
        row = locked(obligation, version)
        _still_owed(row)
        before = row.dates.in_force
        if before and until <= before:
            raise ValidationError({"until": f"It is due on {day_in_words(before)}. Give a later day."})
        extension = Extension(obligation=row, before=before, until=until, reason=reason[:1000], given_by=actor)
        save(extension, actor=actor, why=reason)
        row.extended_to = until
        keep(row, actor=actor, why=f"Extended to {day_in_words(until)}: {reason}")
    return extension


def withdraw(obligation: Obligation, *, reason: str, actor: Actor, version: int | None = None) -> Ending:
    """Say that it is owed no more. Raises ``ValidationError`` without a reason, ``Changed``."""
    return _end(obligation, "withdrawn", None, reason, actor, version)


def supersede(
    obligation: Obligation, by: Obligation, *, reason: str, actor: Actor, version: int | None = None
) -> Ending:
    """Say that another obligation has taken its place.

    Raises ``ValidationError`` without a reason or where the other one leads back to this, ``Changed``.
    """
    require(actor, "obligations.change", obligation)
    other: Obligation | None = by
    while other is not None:
        if other.pk == obligation.pk:
            raise ValidationError({"by": "An obligation cannot take its own place. Give the number of another."})
        ending = other.endings.filter(taken_back=False, by__isnull=False).select_related("by").last()
        other = ending.by if ending else None
    return _end(obligation, "superseded", by, reason, actor, version)


def restore(obligation: Obligation, *, reason: str, actor: Actor, version: int | None = None) -> Obligation:
    """Take a withdrawal or a supersession back. Raises ``ValidationError`` without a reason, ``Changed``."""
    require(actor, "obligations.change", obligation)
    reason = needs("reason", reason, "Say why it is owed again.")
    with transaction.atomic():
        row = locked(obligation, version)
        for ending in row.endings.filter(taken_back=False):
            ending.taken_back = True
            save(ending, actor=actor, why=reason)
        row.ended = ""
        return keep(row, actor=actor, why=f"Owed again: {reason}")


def _end(
    obligation: Obligation, how: str, by: Obligation | None, reason: str, actor: Actor, version: int | None
) -> Ending:
    require(actor, "obligations.change", obligation)
    reason = needs("reason", reason, "Say why it is owed no more.")
    with transaction.atomic():
        row = locked(obligation, version)
        _still_owed(row)
        ending = Ending(obligation=row, by=by, reason=reason[:1000], ended_by=actor)
        save(ending, actor=actor, why=reason)
        row.ended = how
        keep(row, actor=actor, why=f"{how.capitalize()}: {reason}")
    return ending


def _still_owed(row: Obligation) -> None:
    if row.ended:
        raise ValidationError(f"This is {row.get_ended_display().lower()} already. Take that back first.")


def today() -> date:
    """Today, where the register is."""
    return timezone.localdate()
