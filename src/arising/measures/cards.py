"""Cards: what each indicator counts over what, by which clock, and where its numbers are published.

The cards that come with the project are the TOML files in ``data/cards``, one for each indicator, and
``data/datasets.toml`` says how the files of each published release are known. A council may have cards of its
own in the same form.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from arising.measures.periods import Kind

Polarity = Literal["increase", "decrease", "neutral"]
"""Which way is better: higher, lower, or neither, where the figure is context."""
Unit = Literal["percent", "per 10,000", "per 100,000", "per 100", "children", "cases", "score", "£", "count"]


@dataclass(frozen=True)
class Place:
    """Where a variant's numbers stand: in which dataset, which column, which rows.

    ``where`` gives the words of the columns that tell rows of one area and period apart.
    """

    dataset: str
    value: str
    numerator: str = ""
    denominator: str = ""
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Variant:
    """One definition of an indicator. ``words`` are those by which minutes tell it from the others."""

    key: str
    name: str
    place: Place | None = None
    words: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Break:
    """From ``year``, the year in which the period ends, on the numbers cannot be held against those before."""

    year: int
    why: str


@dataclass(frozen=True)
class Card:
    """An indicator.

    ``counts`` over ``over`` says what it is, ``clock`` from when to when, ``limit`` the statutory limit with its
    source. ``words`` are phrases by which minutes speak of it. ``version`` goes up by one whenever the definition
    changes, in the year ``since``.
    """

    key: str
    name: str
    counts: str
    over: str
    unit: Unit
    polarity: Polarity
    year: Kind
    release: str
    variants: tuple[Variant, ...]
    clock: str = ""
    limit: str = ""
    next_release: str = ""
    note: str = ""
    suppression: str = ""
    words: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    version: int = 1
    since: int | None = None
    source: str = ""

    def variant(self, key: str) -> Variant:
        """The variant with that key. Raises KeyError."""
        for each in self.variants:
            if each.key == key:
                return each
        raise KeyError(key)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Dataset:
    """Files of one published release: ``columns`` are those by which they are known, ``apart`` those whose words tell
    rows of one area and period apart, ``reporting`` what a "Reporting year" is in them."""

    key: str
    name: str
    release: str
    columns: frozenset[str]
    apart: tuple[str, ...] = ()
    reporting: Kind = Kind.FINANCIAL_YEAR
    licence: str = "Open Government Licence v3.0"


@cache
def cards() -> Mapping[str, Card]:
    """The cards that come with the project, by key."""
    return {one.key: one for one in sorted(map(card_of, _tables("cards")), key=lambda one: one.name)}


@cache
def datasets() -> Mapping[str, Dataset]:
    """The datasets that come with the project, by key."""
    (told,) = _tables("datasets")
    return {key: _dataset(key, table) for key, table in told.items()}


def card_of(told: Mapping[str, Any]) -> Card:
    """A card from its TOML table. Raises ValueError for a key that no card has, or one that is missing."""
    fields = dict(told)
    try:
        variants = tuple(_variant(each) for each in fields.pop("variants"))
        breaks = tuple(Break(**each) for each in fields.pop("breaks", ()))
        year = Kind(fields.pop("year"))
        words = tuple(fields.pop("words", ()))
        return Card(variants=variants, breaks=breaks, year=year, words=words, **fields)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"The card {told.get('key', '')!r} is wrong: {error}") from error


def _variant(told: Mapping[str, Any]) -> Variant:
    fields = dict(told)
    place = fields.pop("place", None)
    return Variant(place=Place(**place) if place else None, words=tuple(fields.pop("words", ())), **fields)


def _dataset(key: str, told: Mapping[str, Any]) -> Dataset:
    fields = dict(told)
    reporting = Kind(fields.pop("reporting", Kind.FINANCIAL_YEAR))
    columns, apart = frozenset(fields.pop("columns")), tuple(fields.pop("apart", ()))
    return Dataset(key=key, columns=columns, apart=apart, reporting=reporting, **fields)


def _tables(name: str) -> Iterable[Mapping[str, Any]]:
    root = files("arising.measures") / "data"
    found = (
        [root / f"{name}.toml"] if name != "cards" else sorted((root / "cards").iterdir(), key=lambda each: each.name)
    )
    return [tomllib.loads(each.read_text("utf-8")) for each in found if each.name.endswith(".toml")]
