"""Cards: those that come with the register, kept in step, and those of a council."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from arising.measures import cards
from arising.measures.cards import Card
from arising.register.accounts.history import Actor, save, save_new
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.indicators.models import Definition, Indicator


def keep_cards(plan: Any = None, **_: Any) -> None:
    """Keep the cards that come with the register, a changed one as a new version. Hears that migrations were run."""
    if Indicator._meta.db_table not in connection.introspection.table_names():
        return
    why = "Came with the register"
    held = set(Indicator.objects.values_list("key", flat=True))
    with transaction.atomic():
        for key in held & cards.cards().keys():
            _keep(cards.cards()[key], None, actor=None, why=why)
        missing = [card for key, card in cards.cards().items() if key not in held]
        rows = [Indicator(key=card.key, name=card.name, told=as_told(card), version=1) for card in missing]
        added = {row.key: row for row in save_new(Indicator, rows, actor=None, why=why)}
        Definition.objects.bulk_create(
            Definition(indicator=added[card.key], number=1, since=card.since, told=as_told(card)) for card in missing
        )


def add_card(council: Council, told: Mapping[str, Any], *, actor: Actor, why: str) -> Indicator:
    """Add an indicator of a council's own, or a new version of one.

    Raises ValidationError for a card that says too little, or whose key another indicator has.
    """
    require(actor, "indicators.define", council)
    try:
        card = cards.card_of(told)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    with transaction.atomic():
        held = Indicator.objects.filter(key=card.key).first()
        if held is not None and held.council_id != council.pk:
            raise ValidationError(f"There is an indicator with the key {card.key} already. Choose another key.")
        return _keep(card, council, actor=actor, why=why)


def _keep(card: Card, council: Council | None, *, actor: Actor, why: str) -> Indicator:
    told = as_told(card)
    held = Indicator.objects.filter(key=card.key).first()
    if held is None:
        held = Indicator(council=council, key=card.key, name=card.name, told=told, version=0)
    elif held.told == told:
        return held
    defines = not held.pk or _definition(held.told) != _definition(told)
    held.name, held.told, held.version = card.name, told, held.version + defines
    save(held, actor=actor, why=why)
    if defines:
        Definition.objects.create(indicator=held, number=held.version, since=card.since, told=told)
    return held


_REQUIRED = frozenset(each.name for each in fields(Card) if each.default is MISSING)
_DEFINES = ("counts", "over", "clock", "unit", "polarity", "year")
"""What makes another definition of a card; the rest is how it is described and where it is found."""


def _definition(told: Mapping[str, Any]) -> tuple[Any, ...]:
    variants = tuple((each["key"], each["name"]) for each in told["variants"])
    return (*(told.get(name) for name in _DEFINES), variants)


def as_told(card: Card) -> dict[str, Any]:
    """A card as plain JSON, from which ``card_of`` makes it again."""
    held = asdict(card)
    told = {name: value for name, value in held.items() if name in _REQUIRED or value not in ("", (), None)}
    told["variants"] = [
        {name: _plain(value) for name, value in each.items() if value not in ("", (), None)}
        for each in told["variants"]
    ]
    return {name: _plain(value) for name, value in told.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, str) else value
