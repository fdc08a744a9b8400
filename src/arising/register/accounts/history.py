"""Saving a row so that its history tells who changed it and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import models
from django.db.models import Max
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from arising.register.accounts.models import User

Actor = User | None
"""Who makes a change. None is whoever runs the command on the machine, which already holds the data."""


class Overtaken(Exception):
    """Somebody else changed a row since it was read. Nothing was stored. ``version`` is the one that it has now."""

    version: int


M = TypeVar("M", bound=models.Model)


def save(row: M, *, actor: Actor, why: str) -> M:
    """Save ``row``; its history says who and why.

    Raises ValueError for a row out of which a name was taken for its reader: fetch it without ``visible_to``.
    """
    if getattr(row, "_name_withheld", False):
        raise ValueError(f"{row} was fetched without a name that is withheld, and so cannot be saved.")
    row._history_user = actor  # type: ignore[attr-defined]
    row._change_reason = why  # type: ignore[attr-defined]
    row.save()
    return row


def remove(row: models.Model, *, actor: Actor, why: str) -> None:
    """Delete ``row``; its history says who and why."""
    row._history_user = actor  # type: ignore[attr-defined]
    row._change_reason = why  # type: ignore[attr-defined]
    row.delete()


def save_new(model: type[M], rows: Iterable[M], *, actor: Actor, why: str) -> list[M]:
    """Put many new rows in at once."""
    created: list[M] = bulk_create_with_history(
        list(rows), model, batch_size=200, default_user=actor, default_change_reason=why
    )
    return created


def save_changed(model: type[M], rows: Sequence[M], fields: Sequence[str], *, actor: Actor, why: str) -> None:
    """Write ``fields`` of many rows at once."""
    if rows:
        bulk_update_with_history(
            rows, model, list(fields), batch_size=200, default_user=actor, default_change_reason=why
        )


def changes(row: models.Model) -> list[dict[str, Any]]:
    """Every change to ``row``, newest first: when, who, why, and what it was before and after."""
    entries = list(row.history.select_related("history_user").order_by("-history_date", "-history_id"))  # type: ignore[attr-defined]
    told = []
    for at, entry in enumerate(entries):
        before = entries[at + 1] if at + 1 < len(entries) else None
        diff = entry.diff_against(before).changes if before else []
        told.append(
            {
                "when": entry.history_date,
                "who": entry.history_user,
                "why": entry.history_change_reason or "",
                "changed": {change.field: (change.old, change.new) for change in diff},
            }
        )
    return told


def latest_entries(model: type[models.Model], pks: Iterable[int]) -> dict[int, Any]:
    """The newest entry in the history of each row of ``model``, by the key of the row."""
    history = model.history  # type: ignore[attr-defined]
    newest = history.filter(id__in=list(pks)).order_by().values("id").annotate(newest=Max("history_id"))
    found = history.filter(history_id__in=newest.values("newest")).select_related("history_user")
    return {entry.id: entry for entry in found}
