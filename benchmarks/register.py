"""A release in a register, on SQLite and on PostgreSQL: how fast it is stored, beside a bare read of the same bytes as
CSV and an insert of each row, and how long a page with its chart takes on the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools import postgres

SECONDS = {"sqlite": 20.0, "postgresql": 30.0}
"""What is aimed at for a release of twelve years, by database."""
PAGE_SECONDS = 0.15
"""What is aimed at for the page of an indicator and its chart, together."""


@dataclass(frozen=True)
class Stored:
    """What a database took: seconds to store a release, those of the yardstick, and those of a page and of its
    chart."""

    database: str
    rows: int
    stored: float
    bare: float
    page: float
    chart: float

    @property
    def times(self) -> float:
        """How many times as long as the yardstick."""
        return self.stored / self.bare


def measure(years: int) -> list[Stored]:
    """Store a release of so many years on SQLite and, where there is one, on PostgreSQL."""
    found = [_measured(years, None)]
    try:
        with postgres.server() as address:
            found.append(_measured(years, address))
    except postgres.NoPostgres as trouble:
        print(f"Nothing was measured on PostgreSQL: {trouble}", file=sys.stderr)
    return found


def _measured(years: int, database: str | None) -> Stored:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database:
        environment["DATABASE_URL"] = database
    with tempfile.TemporaryDirectory(prefix="arising-bench-") as data:
        command = [sys.executable, "-m", "benchmarks.in_register", str(years)]
        done = subprocess.run(
            command, env=environment | {"ARISING_DATA": data}, cwd=Path(__file__).parents[1], check=True,
            stdout=subprocess.PIPE,
        )  # fmt: skip
    return Stored(**json.loads(done.stdout))
