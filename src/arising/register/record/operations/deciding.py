"""What a person says of a finding: that it is right, how it should read, or that it is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.record.models import Finding, State
from arising.register.record.signals import source_changed

F = TypeVar("F", bound=Finding)


def confirm(finding: F, *, actor: Actor, why: str = "") -> F:
    """Say that a finding is right as it stands."""
    return _decide(finding, State.CONFIRMED, {}, actor, why)


def amend(finding: F, changes: Mapping[str, Any], *, actor: Actor, why: str) -> F:
    """Change what a finding says; what the reader said stays beside it in ``as_read``.

    Raises ``ValidationError`` for a column that may not be amended or a value that its column does not take.
    """
    for name in changes:
        if name not in finding.amendable:
            raise ValidationError(f"The {name} of a {finding.kind_name()} cannot be changed.")
    return _decide(finding, State.AMENDED, changes, actor, why)


def reject(finding: F, *, actor: Actor, why: str = "") -> F:
    """Say that a finding is none. It is kept, so that it is not proposed again."""
    return _decide(finding, State.REJECTED, {}, actor, why)


def reopen(finding: F, *, actor: Actor, why: str = "") -> F:
    """Take a decision back: the finding is proposed again, with the values it has."""
    return _decide(finding, State.PROPOSED, {}, actor, why)


def _decide(finding: F, state: State, changes: Mapping[str, Any], actor: Actor, why: str) -> F:
    require(actor, "record.decide", finding)
    with transaction.atomic():
        row: F = type(finding)._default_manager.select_for_update().get(pk=finding.pk)  # type: ignore[assignment]
        for name, value in changes.items():
            setattr(row, name, value)
        row.state = state
        decided = state != State.PROPOSED
        row.decided_by, row.decided_at = (actor, timezone.now()) if decided else (None, None)
        row.clean_fields(exclude={field.name for field in row._meta.fields} - set(changes))
        save(row, actor=actor, why=why or state.label)
        source_changed.send(sender=type(row), source=row.source)
    return row
