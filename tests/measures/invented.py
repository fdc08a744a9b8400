"""Invented observations."""

from __future__ import annotations

from arising.measures.areas import ENGLAND, Area
from arising.measures.cards import Card, cards
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Kind, Period, year
from arising.measures.values import Symbol, Value

KESTERBY = Area("E06999901", "Kesterby", "authority")
SOUTH = Area("E12999901", "South", "regional")
C = Symbol.SUPPRESSED
ORIGIN = Origin("invented.csv", 2, "rate")


def card(key: str = "re-referrals") -> Card:
    return cards()[key]


def one(value: Value, area: Area = KESTERBY, ending: int = 2025, of: str = "re-referrals") -> Observation:
    return at(value, year(Kind.FINANCIAL_YEAR, ending), area, of)


def at(value: Value, period: Period, area: Area = KESTERBY, of: str = "re-referrals") -> Observation:
    told = card(of)
    return Observation(told.key, told.variants[0].key, area, period, value, ORIGIN)


def others(*values: Value) -> list[Observation]:
    """An area for each value."""
    return [
        one(value, Area(f"E069998{number:02}", f"Area {number}", "authority")) for number, value in enumerate(values)
    ]


__all__ = ["ENGLAND", "KESTERBY", "SOUTH", "C", "at", "card", "one", "others"]
