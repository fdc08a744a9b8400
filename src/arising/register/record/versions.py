"""What a finding says at one time, so that a decision made on what is no longer so can be told from any other."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import models

from arising.register.accounts.history import latest_entries
from arising.register.record.models import Finding, State

DECIDED = ("quote", "state", "superseded", "merged_into_id", "decided_by_id", "decided_at")


def content(model: type[Finding]) -> tuple[str, ...]:
    """The columns that hold what the register says of a finding, and by whose decision."""
    return (*DECIDED, *(model._meta.get_field(name).attname for name in model.amendable))  # type: ignore[union-attr]


def version(row: models.Model, model: type[Finding] | None = None) -> str:
    """A short name for what a finding, or an entry of its history, says; another content has another name.

    A new place in a new text changes nothing of it.
    """
    names = content(model or type(row))  # type: ignore[arg-type]
    told = json.dumps([getattr(row, name) for name in names], default=str, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:20]


class ChangedSince(Exception):
    """Somebody changed a finding after it was shown. ``entry`` is the last entry of its history."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        self.entry: Any = latest_entries(type(finding), [finding.pk])[finding.pk]
        super().__init__(told(self.entry))


def told(entry: Any) -> str:
    """Who changed a finding last, and to what, in one sentence."""
    proposed = entry.state == State.PROPOSED
    who = entry.history_user or ("A new reading of the source" if proposed else "Somebody")
    done = f"{entry.state} this finding"
    if proposed:
        done = "put this finding back in the queue" if entry.history_user else "changed this finding"
    why = entry.history_change_reason or ""
    return f"{who} {done}" + (f": {why.rstrip('.')}." if why and why.casefold() != entry.state else ".")
