"""What one person did at the review desk in one go, written down and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from arising.register.accounts.history import Actor, latest_entries, remove, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.record.ends import nearest
from arising.register.record.models import (
    FINDINGS,
    Did,
    DocumentText,
    Exchange,
    Finding,
    ReviewChange,
    ReviewStep,
    Source,
)
from arising.register.record.signals import finding_goes, source_changed
from arising.register.record.versions import content, told, version

MODELS: dict[str, type[Finding]] = {model.kind_name(): model for model in FINDINGS}


class Recorder:
    """Writes down a step: made before its findings change, ``done`` after. Nothing is kept of a command's changes."""

    def __init__(self, actor: Actor, did: Did, rows: Iterable[Finding]) -> None:
        self.actor = actor
        self.did = did
        self.before = _entries(rows) if actor else {}

    def done(self, rows: Iterable[Finding]) -> ReviewStep | None:
        """Keep the step, which changed or made ``rows``."""
        if not self.actor:
            return None
        step = ReviewStep.objects.create(actor=self.actor, did=self.did)
        ReviewChange.objects.bulk_create(
            ReviewChange(step=step, kind=kind, finding=pk, before=self.before.get((kind, pk)), after=after)
            for (kind, pk), after in _entries(rows).items()
        )
        return step


def _entries(rows: Iterable[Finding]) -> dict[tuple[str, int], int]:
    """The newest entry in the history of each finding, in the order of ``rows``."""
    rows = list(rows)
    newest = {
        model: latest_entries(model, [row.pk for row in rows if type(row) is model]) for model in set(map(type, rows))
    }
    return {(row.kind_name(), row.pk): newest[type(row)][row.pk].history_id for row in rows}


def take_back(step: ReviewStep, *, actor: User) -> ReviewStep:
    """Give the findings of a step the values that they had before it.

    Raises ``ValidationError``, with nothing changed, where ``actor`` did no such step or took it back already, or where
    one of its findings was changed since, by whomever.
    """
    require(actor, "record.decide")
    with transaction.atomic():
        mine = ReviewStep.objects.select_for_update().filter(pk=step.pk, actor=actor, taken_back_at=None).first()
        if mine is None:
            raise ValidationError("You did no such step, or took it back already. Nothing was changed.")
        rows = [_taken_back(change, actor) for change in mine.changes.order_by("-pk")]
        mine.taken_back_at = timezone.now()
        mine.save(update_fields=["taken_back_at"])
        for source in Source.objects.filter(pk__in={row.source_id for row in rows}):
            source_changed.send(sender=ReviewStep, source=source)
    return mine


def _taken_back(change: ReviewChange, actor: User) -> Finding:
    model = MODELS[change.kind]
    row: Any = model._default_manager.select_for_update().filter(pk=change.finding).first()
    if row is None:
        raise ValidationError("A finding of this step is not in the register any more. It cannot be taken back.")
    require(actor, "record.decide", row)
    left = model.history.get(history_id=change.after)
    if version(row) != version(left, model):
        entry = latest_entries(model, [row.pk])[row.pk]
        raise ValidationError(f"{told(entry)} That was after your step, so the step cannot be taken back.")
    if change.before is None:
        return _unmade(row, actor)
    before = model.history.get(history_id=change.before)
    _put_quote_back(row, before)
    for name in content(model):
        setattr(row, name, getattr(before, name))
    if isinstance(row, Exchange) and row.reading_id == before.reading_id:
        row.answers = before.answers
    return save(row, actor=actor, why="Taken back")


def _unmade(row: Finding, actor: User) -> Finding:
    """Delete a finding that the step had made; its history stays."""
    finding_goes.send(sender=type(row), finding=row, actor=actor)
    try:
        remove(row, actor=actor, why="Taken back")
    except ProtectedError as trouble:
        raise ValidationError("Something else in the register rests on this finding by now.") from trouble
    return row


def _put_quote_back(row: Any, before: Any) -> None:
    """Place the quote that a finding had; the source may have been read again since."""
    if row.quote == before.quote:
        return
    if row.reading_id == before.reading_id:
        row.start, row.end = before.start, before.end
        return
    text = DocumentText.objects.only("text").get(reading=row.reading_id).text
    at = nearest(text, before.quote, row.start)
    if at < 0:
        raise ValidationError("The source has changed since, and the words of before are not in it any more.")
    row.start, row.end = at, at + len(before.quote)
