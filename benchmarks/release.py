"""A national release of published figures: how fast it is read, beside a bare read of the same bytes as CSV.

The release is invented: every authority, region and England, twelve years, a handful of groups, forty columns, three
of them those of a release that the register knows.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from arising.measures import areas
from arising.measures.areas import Area
from arising.measures.published import tidy

FULL = 12
SHORT = 2
"""So many years."""
GROUPS = 12
VALUES = 26
SECONDS = 5.0
"""What is aimed at, over ``FULL`` years."""

_TITLES = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
    "new_la_code,la_name,category"
)
_COUNTS = "referral_count,rereferral_count,rereferral_percent"
_LEVELS = {"national": "National", "regional": "Regional", "authority": "Local authority"}


@dataclass(frozen=True)
class Release:
    """What reading took: seconds, and those of the yardstick."""

    rows: int
    columns: int
    megabytes: float
    seconds: float
    bare: float

    @property
    def times(self) -> float:
        """How many times as long as the yardstick."""
        return self.seconds / self.bare


def measure(years: int) -> Release:
    """Read a release of so many years, the best of three."""
    content = release(years)
    bare = min(_timed(lambda: list(csv.reader(io.StringIO(content.decode(), newline="")))) for _ in range(3))
    seconds = min(_timed(lambda: tidy.read(content, file="release.csv")) for _ in range(3))
    rows = content.count(b"\n") - 1
    return Release(rows, _titles().count(",") + 1, round(len(content) / 1_000_000, 2), seconds, bare)


def release(years: int) -> bytes:
    """The same release for the same number of years."""
    random = Random(7)
    lines = [_titles()]
    for year in range(2025 - years, 2025):
        for area in areas.known().values():
            place = _place(area)
            for group in range(GROUPS):
                values = ",".join(_value(random) for _ in range(VALUES))
                word = f"Group {group}" if group else "Total"
                share = random.randrange(1000) / 10
                lines.append(f"{year},Reporting year,{place},{word},1000,{share * 10:.0f},{share},{values}")
    return ("\n".join(lines) + "\n").encode()


def _titles() -> str:
    return f"{_TITLES},{_COUNTS},{','.join(f'value_{number}' for number in range(VALUES))}"


def _place(area: Area) -> str:
    region = areas.known().get(area.region) or area
    cells = ["", "", "", "", ""]
    if area.level != "national":
        cells[:2] = [region.code, region.name] if area.level == "authority" else [area.code, area.name]
    if area.level == "authority":
        cells[2:] = [area.old_code, area.code, f'"{area.name}"']
    return ",".join((_LEVELS[area.level], "E92000001", "England", *cells))


def _value(random: Random) -> str:
    number = random.randrange(10_000)
    return "c" if number % 25 == 0 else f"{number / 100:g}" if number % 2 else str(number)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
