"""Areas that figures are published for.

``data/areas.csv`` lists England, its regions and its authorities with both their codes, at its end those that an
authority has had as well, ``data/neighbours.toml`` the ten statistical neighbours of each authority, and
``data/predecessors.toml`` the authorities that others came out of.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

Level = Literal["national", "regional", "authority"]

ENGLAND_CODE = "E92000001"
_LEVELS: dict[str, Level] = {"national": "national", "regional": "regional", "authority": "authority"}


@dataclass(frozen=True)
class Area:
    """A country, a region or an authority. ``code`` is the nine characters of the Office for National Statistics,
    ``old_code`` the three digits of the Department for Education, ``region`` the code of the region it is in."""

    code: str
    name: str
    level: Level
    old_code: str = ""
    region: str = ""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Predecessors:
    """Since when there is an authority, and the codes of those that it came out of. Their figures are not its own:
    they were of another area."""

    since: date
    codes: tuple[str, ...]


ENGLAND = Area(ENGLAND_CODE, "England", "national")


@cache
def known() -> Mapping[str, Area]:
    """England, its regions and its authorities, those of before the last changes of boundaries too, by code."""
    rows = csv.DictReader((_data() / "areas.csv").read_text("utf-8").splitlines())
    return {
        row["code"]: Area(row["code"], row["name"], _LEVELS[row["level"]], row["old_code"], row["region"])
        for row in rows
    }


def found(told: str) -> Area | None:
    """The area with that code, old or new, or that name, however it is written; None where none is certain."""
    told = told.strip()
    by_name = _as_written().get(told.casefold()) or _by_name().get(_plain(told))
    return known().get(told) or _by_old_code().get(told) or by_name


def other_codes(code: str) -> tuple[str, ...]:
    """The codes that the same authority has had besides: its boundary was redrawn, and its figures went on."""
    area = known().get(code)
    return tuple(each for each in _same().get(area.old_code, ()) if each != code) if area and area.old_code else ()


def former() -> frozenset[str]:
    """The codes that authorities have had, under which none is listed."""
    return frozenset(code for codes in _same().values() for code in codes[1:])


def neighbours(code: str) -> tuple[str, ...]:
    """The codes of the statistical neighbours of an authority, the nearest first; none where they are not known."""
    return _neighbours().get(code, ())


def predecessors(code: str) -> Predecessors | None:
    """The authorities that an authority came out of, where it did since 2019; None where it came out of none."""
    told = _predecessors().get(code)
    return Predecessors(told["since"], tuple(told["out_of"])) if told else None


@cache
def _predecessors() -> Mapping[str, dict[str, Any]]:
    return tomllib.loads((_data() / "predecessors.toml").read_text("utf-8"))


@cache
def _neighbours() -> Mapping[str, tuple[str, ...]]:
    told = tomllib.loads((_data() / "neighbours.toml").read_text("utf-8"))
    return {code: tuple(others) for code, others in told.items()}


@cache
def _same() -> Mapping[str, tuple[str, ...]]:
    """The codes of each authority by its old code, the one that it is listed under first."""
    found: dict[str, tuple[str, ...]] = {}
    for area in known().values():
        if area.old_code:
            found[area.old_code] = (*found.get(area.old_code, ()), area.code)
    return found


@cache
def _by_old_code() -> Mapping[str, Area]:
    return {area.old_code: area for area in reversed(list(known().values())) if area.old_code}


@cache
def _as_written() -> Mapping[str, Area]:
    return {area.name.casefold(): area for area in reversed(list(known().values()))}


@cache
def _by_name() -> Mapping[str, Area]:
    named: dict[str, Area] = {}
    for area in known().values():
        named.setdefault(_plain(area.name), area)
    return named


_LEFT_OUT = re.compile(
    r"\b(the|and|of|city|royal borough|london borough|county|council|metropolitan|borough|unitary|authority)\b"
)


def _plain(name: str) -> str:
    """A name without what is written now one way and now another."""
    words = name.casefold().replace("&", " ").replace("-", " ").replace(".", "").replace("'", "").replace("’", "")
    return " ".join(_LEFT_OUT.sub(" ", words).replace(",", " ").split())


def _data() -> Traversable:
    return files("arising.measures") / "data"
