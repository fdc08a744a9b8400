"""Areas that figures are published for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["national", "regional", "authority"]

ENGLAND_CODE = "E92000001"


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


ENGLAND = Area(ENGLAND_CODE, "England", "national")
