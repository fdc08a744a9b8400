"""Who may see a row, and from when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from arising.register.accounts.audiences import Seen, Visible
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require

V = TypeVar("V", bound=Visible)


def set_visibility(row: V, seen: Seen, *, actor: Actor, why: str) -> V:
    """Say who may see a row and from when. What is added later no longer widens it."""
    require(actor, "bodies.change", row)
    row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
    return save(row, actor=actor, why=why)


def widen(row: V, seen: Seen, *, actor: Actor, why: str) -> V:
    """Let a row be seen by as many as what is now added to it, unless a person has said who may see it."""
    return _seen_as(row, [row.seen, seen], actor, why)


def follow(row: V, holders: Iterable[Visible], *, actor: Actor, why: str) -> V:
    """Let a row be seen by as many as the widest of ``holders``, unless a person has said who may see it."""
    return _seen_as(row, [holder.seen for holder in holders], actor, why)


def _seen_as(row: V, ways: list[Seen], actor: Actor, why: str) -> V:
    """The widest audience holds, and among those as wide, the earliest time."""
    if row.visibility_set_by_person or not ways:
        return row
    widest = min((seen.audience for seen in ways), key=lambda audience: audience.rank)
    times = [seen.visible_from for seen in ways if seen.audience == widest]
    seen = Seen(widest, None if None in times else min(time for time in times if time))
    if seen == row.seen:
        return row
    row.audience, row.visible_from = seen.audience, seen.visible_from
    return save(row, actor=actor, why=why)
