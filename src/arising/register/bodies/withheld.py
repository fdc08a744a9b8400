"""Names that are withheld: from whom, and what stands in their place.

A name is withheld from whoever is neither a clerk nor an officer of any kind. What the register keeps stays whole:
the name is taken out of what is shown, row by row, after it was fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from arising.register.accounts.audiences import Audience, Reader, audiences_for, body_path, council_path
from arising.register.accounts.models import User
from arising.register.accounts.rules import follow_path
from arising.register.bodies import names
from arising.register.bodies.models import Person

WITHHELD = "Name withheld"
_FIRST, _REST = "\ufdd0", "\ufdd1"
"""What stands for the characters of a name where the text must keep its length. They are no characters of any text."""
_LEFT_ALONE = frozenset({"key", "item_key", "slug", "fingerprint", "sha256", "rule", "media_type", "reader", "anchor"})

Replace = Callable[[str], str]


class Mask:
    """Takes the names of some persons out of text.

    A name goes with whatever stands between its words, in any case; the last word of it also alone, where it has a
    capital or stands in an address or the name of a file. Another person of that last word loses it too: a name too
    many is withheld rather than one too few.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        people = list(people)
        self.people = frozenset(person.pk for person in people)
        forms = {form for person in people for form in (names.bare(person.name), *person.withheld_also) if form.strip()}
        self._tokens = {token for form in forms for token in names.key(form).split()}
        self._last = {form.split()[-1] for form in map(names.bare, (person.name for person in people)) if form}
        whole = sorted((_with_anything_between(form) for form in forms), key=len, reverse=True)
        alone = sorted({re.escape(word) for last in self._last for word in (last, last.upper())}, key=len, reverse=True)
        initials = r"(?:\b[A-Z]\.?\s?){0,3}"
        self._pattern = re.compile(
            rf"(?<!\w)(?:(?i:{'|'.join(whole)})|{initials}(?:{'|'.join(alone)}))(?!\w)" if whole else r"(?!)"
        )
        self._last_keys = {names.key(last) for last in self._last}

    def text(self, words: str) -> str:
        """``words`` with "Name withheld" for each name."""
        return self._without(words, lambda name: WITHHELD)

    def in_place(self, words: str) -> str:
        """``words``, as long as before, with what ``shown`` turns into "Name withheld" for each name."""
        return self._without(words, lambda name: _FIRST + _REST * (len(name) - 1))

    def value(self, value: Any) -> Any:
        """A column without the names: text, or JSON of texts."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list | tuple):
            return type(value)(self.value(part) for part in value)
        if isinstance(value, dict):
            return self._keys(value)
        return value

    def could_find(self, word: str) -> bool:
        """Whether somebody who looks for ``word`` could find a name by it."""
        asked = names.key(word)
        return bool(asked) and any(asked in token or token in asked for token in self._tokens)

    def _keys(self, values: dict[str, Any]) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for name, value in values.items():
            shown = free = self.text(name)
            while free in told:
                free = f"{shown} ({len(told) + 1})"
            told[free] = self.value(value)
        return told

    def _without(self, words: str, replace: Replace) -> str:
        words = re.sub(r"\S*\w[-_@/.%+]\w\S*\w", lambda found: self._address(found[0], replace), words)
        return self._pattern.sub(lambda found: replace(found[0]), words)

    def _address(self, word: str, replace: Replace) -> str:
        parts = set(re.split(r"[^a-z]+", word.lower()))
        return replace(word) if parts & self._last_keys else word


def _with_anything_between(form: str) -> str:
    return r"(?:[\s_.+-]|%20)+".join(map(re.escape, form.split()))


def shown(words: str) -> str:
    """Text that ``Mask.in_place`` has been over, as a reader gets it."""
    return words.replace(_FIRST, WITHHELD).replace(_REST, "")


Masks = dict[int, Mask]
"""By the council whose minutes they are for."""


def masks_for(user: Reader) -> Masks:
    """The masks over what ``user`` reads; asked for once."""
    if Audience.OFFICERS in audiences_for(user):
        return {}
    kept: Masks | None = getattr(user, "_masks", None)
    if kept is None:
        served = user.serves if isinstance(user, User) and user.is_active else None
        own = served.councils | served.councils_of_bodies if served else frozenset()
        kept = masks_of(Person.objects.filter(withheld=True).exclude(council__in=own))
        if user is not None:
            user._masks = kept  # type: ignore[union-attr]
    return kept


def masks_of(people: Iterable[Person]) -> Masks:
    """A mask for each council that ``people`` are of."""
    by_council: dict[int, list[Person]] = {}
    for person in people:
        by_council.setdefault(person.council_id, []).append(person)
    return {council: Mask(those) for council, those in by_council.items()}


def mask_for(user: Reader, council: int | None) -> Mask | None:
    """The mask over what ``user`` reads of one council; None where nothing is withheld from them there."""
    return masks_for(user).get(council) if council else None


def people_named_to(user: Reader) -> models.QuerySet[Person]:
    """Every person but those whose names are withheld from ``user``, wherever they are named."""
    withheld = [pk for mask in masks_for(user).values() for pk in mask.people]
    return Person.objects.exclude(pk__in=withheld) if withheld else Person.objects.all()


def could_find(user: Reader, word: str) -> bool:
    """Whether ``user``, who looks for ``word``, could find by it a name that is withheld from them."""
    return any(mask.could_find(word) for mask in masks_for(user).values())


def cover(user: Reader, rows: list[Any]) -> list[Any]:
    """``rows`` as ``user`` may read them: the names that are withheld from them taken out, of related rows too."""
    masks = masks_for(user)
    return [_covered(row, masks) for row in rows] if masks else rows


def _covered(row: Any, masks: Masks) -> Any:
    if not isinstance(row, models.Model):
        for mask in masks.values():
            row = mask.value(row)
        return row
    if row.__dict__.get("_covered"):
        return row
    row._covered = True  # type: ignore[attr-defined]
    for mask in _masks_over(row, masks):
        _cover_columns(row, mask)
    related = [*row._state.fields_cache.values(), *_prefetched(row)]
    for other in related:
        if isinstance(other, models.Model):
            _covered(other, masks)
    return row


def _masks_over(row: models.Model, masks: Masks) -> list[Mask]:
    """The mask of the row's council; every mask where it is not known."""
    body = follow_path(row, body_path(type(row)))
    if body is not None:
        council = body.council_id
    else:
        found = follow_path(row, council_path(type(row)))
        council = found.pk if found is not None else None
    if council is None:
        return list(masks.values())
    return [masks[council]] if council in masks else []


def _cover_columns(row: models.Model, mask: Mask) -> None:
    for field in row._meta.concrete_fields:
        value = row.__dict__.get(field.attname)
        if field.related_model is Person and value in mask.people:
            setattr(row, field.attname, None)
            row._state.fields_cache[field.name] = None
            row._name_withheld = True  # type: ignore[attr-defined]
        told = isinstance(field, models.CharField | models.TextField | models.JSONField)
        if told and value and field.name not in _LEFT_ALONE and (covered := mask.value(value)) != value:
            row.__dict__[field.attname] = covered
            row._name_withheld = True  # type: ignore[attr-defined]


def _prefetched(row: models.Model) -> list[Any]:
    return [other for held in getattr(row, "_prefetched_objects_cache", {}).values() for other in held]
