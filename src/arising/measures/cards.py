"""Cards: what each indicator counts over what, by which clock, and where its numbers are published.

The cards that come with the project are the TOML files in ``data/cards``, one for each indicator, and
``data/datasets.toml`` says how the files of each published release are known. A council may have cards of its
own in the same form.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from arising.measures.periods import Kind

Polarity = Literal["increase", "decrease", "neutral"]
"""Which way is better: higher, lower, or neither, where the figure is context."""
Unit = Literal["percent", "per 10,000", "per 100,000", "per 100", "children", "cases", "score", "£", "count"]
UNITS: tuple[Unit, ...] = get_args(Unit)
Taken = Literal["period", "snapshot", "rolling", "cumulative"]
"""How a value stands to its period: of what happened in it, of how things stood on its last day, of a longer time that
ends with it, or of all since a year began. Of the last two each value holds part of the one before."""


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
class Rate:
    """How a variant is worked out that is not published: the variant ``of`` of the same card, ``per`` so many of what
    the first variant of the card ``over`` counts."""

    of: str
    over: str
    per: float


@dataclass(frozen=True)
class Variant:
    """One definition of an indicator. ``words`` are those by which minutes tell it from the others, ``unit`` its own
    where that is another than its card's. It has a place, or a rate by which it is worked out, or neither."""

    key: str
    name: str
    place: Place | None = None
    words: tuple[str, ...] = ()
    note: str = ""
    unit: Unit | None = None
    rate: Rate | None = None

    @property
    def is_known(self) -> bool:
        """Whether its numbers stand in files that are read here, or can be worked out from them."""
        return self.place is not None or self.rate is not None


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
    changes, in the year ``since``. ``taken`` says how a value stands to its period, ``signed`` whether it may be
    below 0. ``opening`` begins a sentence about it ("Re-referrals"), ``opening_is_one`` where that is a singular.
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
    taken: Taken = "period"
    signed: bool = False
    opening: str = ""
    opening_is_one: bool = False

    def __post_init__(self) -> None:
        if not self.opening:
            object.__setattr__(self, "opening", self.name)

    def unit_of(self, variant: str) -> Unit:
        """The unit of a variant. Raises KeyError."""
        return self.variant(variant).unit or self.unit

    @property
    def charted(self) -> bool:
        """Whether a control chart may be drawn of it: not where each value holds part of the one before."""
        return self.taken in ("period", "snapshot")

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
    """Files of one published release, or of any other layout that is told here.

    ``columns`` are those by which they are known, ``apart`` those whose words tell rows of one area and period apart,
    ``reporting`` what a "Reporting year" is in them. Where a file does not use the titles of Explore Education
    Statistics for its periods and areas, ``titles`` gives its own for each of those, and ``said`` what holds for every
    row and stands in no column. ``having`` gives words that stand in a column of theirs, where another dataset has the
    same columns.

    A layout that somebody told the register of (``told_here``) may have columns that are not kept (``left_out``).
    ``places`` says where indicators stand in it, by the keys of card and variant. Where ``years_of_card`` is set, a
    year in it is of the kind of the indicator that its value is of.
    """

    key: str
    name: str
    release: str
    columns: frozenset[str]
    apart: tuple[str, ...] = ()
    reporting: Kind = Kind.FINANCIAL_YEAR
    titles: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    having: Mapping[str, str] = field(default_factory=dict)
    licence: str = "Open Government Licence v3.0"
    left_out: frozenset[str] = frozenset()
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    told_here: bool = False
    years_of_card: bool = False


@cache
def cards() -> Mapping[str, Card]:
    """The cards that come with the project, by key."""
    return {one.key: one for one in sorted(map(card_of, _tables("cards")), key=lambda one: one.name)}


@cache
def datasets() -> Mapping[str, Dataset]:
    """The datasets that come with the project, by key."""
    (told,) = _tables("datasets")
    return {key: dataset_of(key, table) for key, table in told.items()}


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
    place, rate = fields.pop("place", None), fields.pop("rate", None)
    return Variant(
        place=Place(**place) if place else None, rate=Rate(**rate) if rate else None,
        words=tuple(fields.pop("words", ())), **fields,
    )  # fmt: skip


def faults(card: Card) -> list[str]:
    """What is wrong with a card that somebody wrote, a line each."""
    texts = (
        "key", "name", "counts", "over", "release", "clock", "limit", "next_release", "note", "suppression", "source",
        "opening",
    )  # fmt: skip
    found = [f"{name}: write it in quotation marks" for name in texts if not isinstance(getattr(card, name), str)]
    if found:
        return found
    found += [f"{name}: write something" for name in ("key", "name", "counts", "release") if not getattr(card, name)]
    keys = [card.key, *(each.key for each in card.variants)]
    units = [card.unit, *(each.unit for each in card.variants if each.unit)]
    found += [f"key: “{key}” has other signs than small letters, digits and -" for key in keys if not _KEY.match(key)]
    found += [f"unit: “{unit}” is none. Write one of {', '.join(UNITS)}" for unit in units if unit not in UNITS]
    for name, kinds in (("polarity", get_args(Polarity)), ("taken", get_args(Taken))):
        if getattr(card, name) not in kinds:
            found.append(f"{name}: “{getattr(card, name)}” is none. Write one of {', '.join(kinds)}")
    if not card.variants:
        found.append("variants: give one definition at least")
    if len(set(keys[1:])) < len(card.variants):
        found.append("variants: two have the same key")
    if not all(isinstance(each.name, str) and each.name for each in card.variants):
        found.append("variants: give each a name")
    if not all(
        isinstance(word, str) for word in (*card.words, *(word for each in card.variants for word in each.words))
    ):
        found.append("words: write each in quotation marks")
    if not all(map(_is_place, (each.place for each in card.variants if each.place))):
        found.append("place: give a dataset and a column, and in where a word for each title, all in quotation marks")
    if not all(isinstance(each.why, str) and each.why for each in card.breaks):
        found.append("breaks: give each its reason")
    if not all(isinstance(each.year, int) and 1990 <= each.year <= 2100 for each in card.breaks):
        found.append("breaks: give each a year, such as 2025")
    if card.since is not None and not (isinstance(card.since, int) and 1990 <= card.since <= 2100):
        found.append("since: that is no year. Write it as 2025")
    return found


def _is_place(place: Place) -> bool:
    told = (place.dataset, place.value, place.numerator, place.denominator)
    if not isinstance(place.where, Mapping):
        return False
    return all(isinstance(each, str) for each in (*told, *place.where, *place.where.values()))


_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def dataset_of(key: str, told: Mapping[str, Any]) -> Dataset:
    """A dataset from its TOML table."""
    fields = dict(told)
    reporting = Kind(fields.pop("reporting", Kind.FINANCIAL_YEAR))
    columns, apart = frozenset(fields.pop("columns")), tuple(fields.pop("apart", ()))
    left_out = frozenset(fields.pop("left_out", ()))
    return Dataset(key=key, columns=columns, apart=apart, reporting=reporting, left_out=left_out, **fields)


def _tables(name: str) -> Iterable[Mapping[str, Any]]:
    root = files("arising.measures") / "data"
    found = (
        [root / f"{name}.toml"] if name != "cards" else sorted((root / "cards").iterdir(), key=lambda each: each.name)
    )
    return [tomllib.loads(each.read_text("utf-8")) for each in found if each.name.endswith(".toml")]
