"""What pages ask of the users, which only administrators are answered, and of the history of a thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet

from arising.register.accounts.audiences import Reader
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.accounts.rules import is_administrator, is_clerk, knows_staff


def users(reader: Reader) -> QuerySet[User]:
    """Everybody who has an account, by address."""
    return User.objects.prefetch_related("groups") if is_administrator(reader) else User.objects.none()


def user(reader: Reader, pk: int) -> User:
    """One of them. Raises ``User.DoesNotExist`` where there is none, or ``reader`` is no administrator."""
    return users(reader).get(pk=pk)


UNTOLD = frozenset(
    {
        "key", "slug", "fingerprint", "as_read", "decided_by", "decided_at", "visibility_set_by_person", "item_key",
        "order", "reading", "source", "joined",
    }
)  # fmt: skip
"""Columns that tell a reader nothing, or what another column tells better."""


@dataclass(frozen=True)
class Change:
    """A change as a reader may know it.

    ``who`` and ``why`` are empty for a reader who may not know them. ``columns`` are the names of what changed, each
    with what it was and what it became, or with two empty texts where the reader may not know those.
    """

    when: datetime
    who: str
    why: str
    columns: list[tuple[str, str, str]]


def told(row: models.Model, reader: Reader, *, shown: Callable[[str], str] = str) -> list[Change]:
    """Every change to ``row`` as ``reader`` may know it, newest first.

    The public is told what changed and when. Those who work with the register are told who and why as well. What the
    columns of a thing with an audience held before is for its clerks alone: it may have been written for fewer.
    ``shown`` gives a value as the reader may read it.
    """
    staff = knows_staff(reader)
    has_audience = any(field.name == "audience" for field in row._meta.fields)
    values = is_clerk(reader, row) or not has_audience
    return [
        Change(
            when=change["when"],
            who=(str(change["who"]) if change["who"] else "the command on the machine") if staff else "",
            why=change["why"] if staff else "",
            columns=[
                (_named(row, name), *((shown(_words(old)), shown(_words(new))) if values else ("", "")))
                for name, (old, new) in change["changed"].items()
                if name not in UNTOLD and (staff or not name.startswith("withheld"))
            ],
        )
        for change in changes(row)
    ]


def _named(row: models.Model, name: str) -> str:
    return str(row._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
