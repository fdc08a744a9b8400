"""New rows under free addresses, and new names for old ones."""

from __future__ import annotations

from itertools import chain, count
from typing import Any

from django.db import models

from arising.register.accounts.history import Actor, save
from arising.register.bodies import names
from arising.register.bodies.models import Item, Meeting

_ADDRESSED_WITHIN: dict[type[models.Model], tuple[str, ...]] = {Meeting: ("body",), Item: ("meeting",)}
"""What an address need only be unique within; elsewhere it is unique in the register."""


def rename(row: Any, name: str, others: models.QuerySet[Any], actor: Actor, why: str) -> Any:
    row.name, row.key = name.strip()[:200], names.key(name)
    if not row.key:
        raise ValueError("A name needs at least one letter or number.")
    if others.filter(key=row.key).exclude(pk=row.pk).exists():
        raise ValueError(f"There is another called {row.name}.")
    return save(row, actor=actor, why=why)


def put_in(
    model: type[Any], known_by: dict[str, Any], columns: dict[str, Any], slug: str, actor: Actor, why: str
) -> Any:
    """A new row under the first address that is free: ``slug``, ``slug-2``, ``slug-3``…"""
    return save(model(**known_by, **columns, slug=free_address(model, known_by, slug)), actor=actor, why=why)


def free_address(model: type[Any], known_by: dict[str, Any], slug: str) -> str:
    within = {name: row for name, row in known_by.items() if name in _ADDRESSED_WITHIN.get(model, ())}
    taken = set(model.objects.filter(**within, slug__startswith=slug).values_list("slug", flat=True))
    return next(address for address in chain([slug], (f"{slug}-{n}" for n in count(2))) if address not in taken)
