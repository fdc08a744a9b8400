"""Observations: what an indicator was in an area in a period, and where that stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from arising.measures.areas import Area
from arising.measures.periods import Period
from arising.measures.values import Value


@dataclass(frozen=True)
class Origin:
    """Where a number stands: the file, its row counted as a spreadsheet counts it, its column, the release it is of and
    the day that was published, where known. ``sha256`` is of the file's bytes."""

    file: str
    row: int
    column: str
    release: str = ""
    published_on: date | None = None
    sha256: str = ""

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, {self.column}"


@dataclass(frozen=True)
class Observation:
    """A value in the unit of its indicator, or the symbol that stands in its place.

    ``card`` and ``variant`` are keys. ``numerator`` and ``denominator`` are what it was worked out from, where given.
    ``worked_out`` says that this was done here: nobody published it.
    """

    card: str
    variant: str
    area: Area
    period: Period
    value: Value
    origin: Origin
    numerator: Value | None = None
    denominator: Value | None = None
    worked_out: bool = False

    @property
    def number(self) -> float | None:
        """The value where it is a number."""
        return self.value if isinstance(self.value, float) else None


class Published(Protocol):
    """Observations to ask for: those of files in memory, or of a register."""

    def series(self, card: str, variant: str, area: str) -> Sequence[Observation]:
        """The latest known value of each period for the area with that code, the earliest period first."""
