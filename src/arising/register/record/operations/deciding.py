"""What a person says of a finding: that it is right, how it should read, or that it is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.record import texts
from arising.register.record.ends import ends_of
from arising.register.record.models import Did, DocumentText, Finding, Source, State
from arising.register.record.operations.findings import alike
from arising.register.record.operations.steps import Recorder
from arising.register.record.signals import source_changed
from arising.register.record.versions import ChangedSince, version

F = TypeVar("F", bound=Finding)

_DID = {
    State.CONFIRMED: Did.CONFIRMED, State.AMENDED: Did.AMENDED, State.REJECTED: Did.REJECTED,
    State.PROPOSED: Did.REOPENED,
}  # fmt: skip


def confirm(finding: F, *, actor: Actor, why: str = "", is_obligation: bool | None = None, shown: str = "") -> F:
    """Say that a finding is right as it stands and, where that is asked, whether it is an obligation.

    ``shown`` is the version that the person had before them. Raises ``ChangedSince`` where it is another by now;
    so do ``amend``, ``move_ends`` and ``reject``.
    """
    said = {} if is_obligation is None else {"is_obligation": is_obligation}
    _may_say(finding, said)
    return _decide(finding, State.CONFIRMED, said, actor, why, shown)


def amend(
    finding: F, changes: Mapping[str, Any], *, actor: Actor, why: str, shown: str = "", start_by: int = 0,
    end_by: int = 0,
) -> F:  # fmt: skip
    """Change what a finding says; what the reader said stays beside it in ``as_read``.

    ``start_by`` and ``end_by`` move the ends of the quote by so many words, back where negative.

    Raises ``ValidationError`` for a column that may not be amended, a value that its column does not take, or an
    end that cannot be there.
    """
    _may_say(finding, changes)
    move = (lambda row: _move_ends(row, start_by, end_by)) if start_by or end_by else None
    return _decide(finding, State.AMENDED, changes, actor, why, shown, also=move)


def move_ends(finding: F, *, start_by: int = 0, end_by: int = 0, actor: Actor, why: str = "", shown: str = "") -> F:
    """Let the quote of a finding begin or end so many words later, or earlier where negative."""
    why = why or "Moved the ends of the quote"
    return amend(finding, {}, actor=actor, why=why, shown=shown, start_by=start_by, end_by=end_by)


def reject(finding: F, *, actor: Actor, why: str = "", shown: str = "") -> F:
    """Say that a finding is none. It is kept, so that it is not proposed again.

    The same words proposed from another source of the same item are rejected with it.
    """
    return _decide(finding, State.REJECTED, {}, actor, why, shown)


def reopen(finding: F, *, actor: Actor, why: str = "") -> F:
    """Take a decision back: the finding is proposed again, with the values it has."""
    return _decide(finding, State.PROPOSED, {}, actor, why, "")


def locked(finding: F, actor: Actor, shown: str) -> F:
    """The row of a finding, held until the transaction ends. Raises ``ChangedSince`` where it is not as ``shown``."""
    require(actor, "record.decide", finding)
    row: F = type(finding)._default_manager.select_for_update().get(pk=finding.pk)  # type: ignore[assignment]
    if shown and version(row) != shown:
        raise ChangedSince(row)
    return row


def decided(row: F, state: State, actor: Actor) -> F:
    """``row`` with a state and who gave it that, not yet saved."""
    row.state = state
    row.decided_by, row.decided_at = (None, None) if state == State.PROPOSED else (actor, timezone.now())
    return row


def _may_say(finding: Finding, changes: Mapping[str, Any]) -> None:
    for name in changes:
        if name not in finding.amendable:
            raise ValidationError(f"The {name} of a {finding.kind_name()} cannot be changed.")


def _decide(
    finding: F, state: State, changes: Mapping[str, Any], actor: Actor, why: str, shown: str, *,
    also: Callable[[F], None] | None = None,
) -> F:  # fmt: skip
    with transaction.atomic():
        row = locked(finding, actor, shown)
        rows = [row, *(_twins(row) if state == State.REJECTED else ())]
        step = Recorder(actor, _DID[state], rows)
        for name, value in changes.items():
            setattr(row, name, value)
        if also:
            also(row)
        row.clean_fields(exclude={field.name for field in row._meta.fields} - set(changes))
        for each in rows:
            save(decided(each, state, actor), actor=actor, why=why or state.label)
        step.done(rows)
        for source in Source.objects.filter(pk__in={each.source_id for each in rows}):
            source_changed.send(sender=type(row), source=source)
    return row


def _twins(row: F) -> list[F]:
    """The same words, proposed from the other sources of the item."""
    if row.item_id is None:
        return []
    others = type(row)._default_manager.select_for_update().filter(item=row.item_id, state=State.PROPOSED)
    said = alike(row.quote)
    return [other for other in others.exclude(source=row.source_id) if alike(other.quote) == said]  # type: ignore[misc]


def _move_ends(row: Finding, start_by: int, end_by: int) -> None:
    kept = DocumentText.objects.defer("original", "offsets").get(reading=row.reading_id)
    moved = ends_of(row, kept.text, texts.blocks(kept)).moved(start_by, end_by)
    if moved is None:
        raise ValidationError(
            "The quote cannot begin or end there: it holds at least a word, and reaches one sentence further at most."
        )
    row.start, row.end = moved
    row.quote = kept.text[row.start : row.end]
