"""What minutes tell: a figure with the words it stands in, who it is about and when it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from arising.measures.areas import Area

Scope = Literal["local", "national"]


class Time(Protocol):
    """A time in the words of the minutes, with the ISO days that bound it where they are known."""

    @property
    def words(self) -> str: ...
    @property
    def earliest(self) -> str | None: ...
    @property
    def latest(self) -> str | None: ...


class Told(Protocol):
    """A figure that minutes quote.

    ``quote`` is the stretch that the number belongs to, ``sentence`` the sentence around it, ``heading`` what it stands
    under. ``told_on`` is the day of the meeting and ``area`` the council's, where they are known.
    """

    @property
    def value(self) -> float: ...
    @property
    def high(self) -> float | None: ...
    @property
    def of(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def measure(self) -> str: ...
    @property
    def scope(self) -> Scope: ...
    @property
    def approximate(self) -> bool: ...
    @property
    def comparator(self) -> str | None: ...
    @property
    def period(self) -> Time | None: ...
    @property
    def quote(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def told_on(self) -> date | None: ...
    @property
    def area(self) -> Area | None: ...


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure told, made by hand or from a record."""

    value: float
    unit: str
    quote: str
    measure: str = ""
    sentence: str = ""
    heading: str = ""
    scope: Scope = "local"
    high: float | None = None
    of: float | None = None
    approximate: bool = False
    comparator: str | None = None
    period: Time | None = None
    told_on: date | None = None
    area: Area | None = None
