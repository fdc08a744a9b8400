"""Cards: those that come with the register, kept in step, and those of a council."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, replace
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Q
from django.utils.text import slugify

from arising.measures import cards
from arising.measures.cards import Card
from arising.register.accounts.history import Actor, save, save_new
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.indicators.models import Definition, Indicator, Match, Place, Reported, Segment, Target

_LARGEST = 200_000


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
    card = _card(told)
    with transaction.atomic():
        held = Indicator.objects.filter(key=card.key).first()
        if held is not None and held.council_id != council.pk:
            raise ValidationError(f"There is an indicator with the key {card.key} already. Choose another key.")
        _not_called_as_another(card, council)
        return _keep(card, council, actor=actor, why=why)


def change_card(
    indicator: Indicator, told: Mapping[str, Any], *,
    since: int | None = None, read: int | None = None, actor: Actor, why: str,
) -> Indicator:  # fmt: skip
    """Change what an indicator of a council's own says. Another definition is a new version, which holds from the year
    ``since`` on; the versions before it stay. ``read`` counts the entries of its history that the person has seen.

    Raises ValidationError where somebody else changed it meanwhile, where a new version has no year or none after the
    last, and where a definition that figures rest on is left out.
    """
    if indicator.council is None:
        raise PermissionDenied("It came with the register.")
    require(actor, "indicators.define", indicator.council)
    card = _card({**told, "key": indicator.key})
    with transaction.atomic():
        held = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
        if read is not None and read != held.history.count():
            raise ValidationError(
                "Somebody else changed it meanwhile. Open its page anew, and change what stands there."
            )
        _not_called_as_another(card, indicator.council)
        defines = _definition(held.told) != _definition(as_told(card))
        last = held.card.since
        if defines and (since is None or not 1990 <= since <= 2100 or (last is not None and since <= last)):
            after = f" after {last}" if last is not None else ""
            what = f"The definition is another one: say from which year{after} it holds, such as 2025."
            raise ValidationError({"since": what})
        _left_out_nothing(held, card)
        told_since, version = (since, held.version + 1) if defines else (last, held.card.version)
        return _keep(replace(card, since=told_since, version=version), held.council, actor=actor, why=why)


def import_card(council: Council, content: bytes, *, actor: Actor, why: str) -> Indicator:
    """Add an indicator of a council's own, or change one, by the file that its page gives.

    Raises ValidationError for what is no such file, and for the key of an indicator that is not the council's.
    """
    require(actor, "indicators.define", council)
    if len(content) > _LARGEST:
        raise ValidationError(
            f"The file is larger than {_LARGEST // 1000} kB, and no indicator is. Choose another one."
        )
    try:
        told = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValidationError(f"The file is no TOML: {error}. Take one from the page of an indicator.") from error
    held = Indicator.objects.filter(key=str(told.get("key", "")), council=council).first()
    if held is None:
        return add_card(council, told, actor=actor, why=why)
    if as_told(_card(told)) == held.told:
        return held
    since = told.get("since")
    return change_card(held, told, since=since if isinstance(since, int) else None, actor=actor, why=why)


def free_key(name: str) -> str:
    """A key for a new indicator of that name, which no other has."""
    start = slugify(name)[:50] or "indicator"
    taken = set(Indicator.objects.filter(key__startswith=start).values_list("key", flat=True))
    perhaps = (f"{start}-{number}" if number > 1 else start for number in range(1, 10_000))
    return next(key for key in perhaps if key not in taken)


def _card(told: Mapping[str, Any]) -> Card:
    """Raises ValidationError for a card that says too little, or what no card can say."""
    try:
        card = cards.card_of(told)
        wrong = cards.faults(card)
    except (ValueError, TypeError, AttributeError) as error:
        raise ValidationError(f"The indicator is wrong: {error}") from error
    if any(isinstance(each.get("words"), str) for each in (told, *told["variants"])):
        wrong.append("words: write them in square brackets, with commas between")
    if "\\u0000" in json.dumps(as_told(card)):
        wrong.append("it holds a sign that cannot be stored. Take it out")
    if wrong:
        raise ValidationError([f"{each}." for each in wrong])
    if len(card.key) > 60 or len(card.name) > 300:
        raise ValidationError("The name or the key is too long: at most 300 and 60 letters.")
    return card


def _not_called_as_another(card: Card, council: Council) -> None:
    """Raises ValidationError where files could not tell two indicators by their names."""
    known = Indicator.objects.filter(Q(council=None) | Q(council=council)).exclude(key=card.key)
    if known.filter(name__iexact=card.name.strip()).exists():
        raise ValidationError({"name": f"There is an indicator called “{card.name}” already. Choose another name."})


def _left_out_nothing(held: Indicator, card: Card) -> None:
    """Raises ValidationError where a definition is left out that something rests on."""
    kept = {each.key for each in card.variants}
    for each in held.card.variants:
        if each.key in kept:
            continue
        for rest in (Reported, Target, Segment, Match, Place):
            if rest._default_manager.filter(indicator=held, variant=each.key).exists():
                raise ValidationError(f"Figures or targets rest on the definition “{each.name}”. Keep it.")


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
