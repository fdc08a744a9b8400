"""Many findings of one rule confirmed in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from arising.register.accounts.history import Actor, save_changed
from arising.register.accounts.rules import require
from arising.register.record.models import Did, Finding, ReviewStep, Source, State
from arising.register.record.operations.deciding import decided
from arising.register.record.operations.steps import Recorder
from arising.register.record.signals import source_changed
from arising.register.record.versions import version


@dataclass(frozen=True)
class Batch:
    """How many findings were confirmed, how many were left because somebody changed them since, and the step."""

    confirmed: int
    left: int
    step: ReviewStep | None


def confirm_many(model: type[Finding], shown: Mapping[int, str], *, actor: Actor, why: str = "") -> Batch:
    """Confirm the findings of one kind that were shown, each by its key with the version that was shown.

    All of them or none are confirmed, save those that are no longer proposed as they were shown: they are left.
    """
    require(actor, "record.decide")
    with transaction.atomic():
        found = model._default_manager.select_for_update().filter(
            pk__in=list(shown), state=State.PROPOSED, superseded=False
        )
        rows = [row for row in found.order_by("pk") if version(row) == shown[row.pk]]
        for row in rows:
            require(actor, "record.decide", row)
        step = Recorder(actor, Did.CONFIRMED_MANY, rows)
        for row in rows:
            decided(row, State.CONFIRMED, actor)
        save_changed(model, rows, ("state", "decided_by", "decided_at"), actor=actor, why=why or "Confirmed together")
        kept = step.done(rows) if rows else None
        for source in Source.objects.filter(pk__in={row.source_id for row in rows}).order_by("pk"):
            source_changed.send(sender=model, source=source)
    return Batch(len(rows), len(shown) - len(rows), kept)
