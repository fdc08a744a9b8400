"""What a run measured, as a table for people and JSON for machines."""

from __future__ import annotations

import datetime
import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

import arising
from benchmarks import following, forecast, register, release
from benchmarks.following import Following
from benchmarks.forecast import Forecast
from benchmarks.memory import Memory
from benchmarks.register import Stored
from benchmarks.release import Release
from benchmarks.speed import MEGABYTE, Speed

RESULTS = Path(__file__).with_name("results")
PAIRS = (("reading text", "eyecite, same text"), ("reading real minutes", "eyecite, real minutes"))
TARGETS = {"reading text": 1.0, "reading real minutes": 1.0, "from HTML": 0.5}
TARGET_RATIO = 4.0


def ratios(speeds: Sequence[Speed]) -> dict[str, float]:
    """How many times faster reading is than the yardstick, for each text that both have read."""
    named = {speed.name: speed for speed in speeds}
    return {reading: named[reading].times(named[yardstick]) for reading, yardstick in PAIRS if reading in named}


def show(
    speeds: Sequence[Speed], memory: Memory, followed: Following, published: Release, stored: Sequence[Stored],
    foretold: Forecast, console: Console,
) -> None:  # fmt: skip
    """Print the table."""
    table = Table("one core", "MB/s", "documents/s", "aim", title="Speed, megabytes of what goes in")
    for speed in speeds:
        aim = TARGETS.get(speed.name)
        judged = "" if aim is None else f"{aim} MB/s: {_verdict(speed.megabytes_a_second >= aim)}"
        table.add_row(speed.name, f"{speed.megabytes_a_second:.2f}", f"{speed.documents_a_second:.0f}", judged)
    for name, times in ratios(speeds).items():
        judged = f"{TARGET_RATIO} times: {_verdict(times >= TARGET_RATIO)}"
        table.add_row(f"{name} / eyecite", f"{times:.1f} times", "", judged)
    console.print(table)

    held = Table("documents read", "MB held", "aim", title="Memory of the process")
    for documents, megabytes in memory.after.items():
        held.add_row(f"{documents:,}", f"{megabytes:.0f}")
    held.add_row("grown since the first", f"{memory.growth:.1f}", f"steady: {_verdict(memory.steady)}")
    held.add_row("peak", f"{memory.peak:.0f}")
    console.print(held)
    console.print(_following(followed))
    console.print(_published(published))
    console.print(_stored(stored))
    console.print(_foretold(foretold))


def _following(followed: Following) -> Table:
    """What following took. The aims are for a thousand meetings; fewer take less."""
    table = Table("following", "measured", "aim", title=f"{followed.meetings:,} meetings, {followed.topics:,} topics")
    rows = (
        ("seconds for all", followed.seconds, following.SECONDS),
        ("seconds for one more", followed.one_more, following.SECONDS_ONE_MORE),
        ("MB held at most", followed.peak, following.MEGABYTES),
    )
    for name, measured, aim in rows:
        table.add_row(name, f"{measured:,.1f}", f"{aim:,.0f}: {_verdict(measured <= aim)}")
    table.add_row("suggestions", f"{followed.suggestions:,}")
    table.add_row("closures", f"{followed.closures:,}")
    return table


def _published(read: Release) -> Table:
    """What reading a release took. The aim is for twelve years; fewer take less."""
    title = f"{read.rows:,} rows, {read.columns} columns, {read.megabytes:.1f} MB"
    table = Table("a release of figures", "measured", "aim", title=title)
    reached = _verdict(read.seconds <= release.SECONDS)
    table.add_row("seconds to read", f"{read.seconds:.2f}", f"{release.SECONDS:.0f}: {reached}")
    table.add_row("seconds of csv alone", f"{read.bare:.2f}")
    table.add_row("as long as csv alone", f"{read.times:.1f} times")
    return table


def _stored(stored: Sequence[Stored]) -> Table:
    """What storing a release took, and a page of it. The aim is for twelve years; fewer take less."""
    table = Table("in a register", *(one.database for one in stored), "aim", title=f"{stored[0].rows:,} rows stored")
    aims = ", ".join(f"{register.SECONDS[one.database]:.0f}" for one in stored)
    reached = all(one.stored <= register.SECONDS[one.database] for one in stored)
    table.add_row("seconds to store", *(f"{one.stored:.2f}" for one in stored), f"{aims}: {_verdict(reached)}")
    table.add_row("seconds of csv and insert alone", *(f"{one.bare:.2f}" for one in stored))
    table.add_row("as long as these", *(f"{one.times:.1f} times" for one in stored))
    table.add_row("ms of a page", *(f"{one.page * 1000:.0f}" for one in stored))
    table.add_row("ms of its chart", *(f"{one.chart * 1000:.0f}" for one in stored))
    both = all(one.page + one.chart <= register.PAGE_SECONDS for one in stored)
    sums = [f"{(one.page + one.chart) * 1000:.0f}" for one in stored]
    table.add_row("ms of both", *sums, f"{register.PAGE_SECONDS * 1000:.0f}: {_verdict(both)}")
    return table


def _foretold(foretold: Forecast) -> Table:
    """What a high-needs plan took. The aim is for ten thousand draws; fewer take less."""
    title = f"a plan of {forecast.YEARS} years and {forecast.COHORTS} cohorts, {foretold.draws:,} draws"
    table = Table("forecast", "measured", "aim", title=title)
    aim = f"{forecast.SECONDS:.0f}: {_verdict(foretold.seconds <= forecast.SECONDS)}"
    table.add_row("seconds to draw", f"{foretold.seconds:.3f}", aim)
    table.add_row("seconds of the bare sums", f"{foretold.bare:.3f}")
    table.add_row("as long as these", f"{foretold.times:.1f} times")
    table.add_row("ms to work it out once", f"{foretold.once * 1000:.1f}")
    table.add_row("ms to solve it", f"{foretold.solved * 1000:.0f}")
    return table


def store(
    speeds: Sequence[Speed], memory: Memory, followed: Following, published: Release, stored: Sequence[Stored],
    foretold: Forecast, *, short: bool,
) -> Path:  # fmt: skip
    """Keep the run as JSON under ``benchmarks/results`` and return where."""
    now = datetime.datetime.now(datetime.UTC)
    kept = {
        "measured": now.isoformat(timespec="seconds"),
        "form": "short" if short else "full",
        "arising": arising.__version__,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "speed": [
            {
                "name": speed.name,
                "documents": sum(speed.documents),
                "megabytes": round(sum(speed.sizes) / MEGABYTE, 3),
                "megabytes_a_second": round(speed.megabytes_a_second, 3),
                "documents_a_second": round(speed.documents_a_second, 1),
            }
            for speed in speeds
        ],
        "times_eyecite": {name: round(times, 2) for name, times in ratios(speeds).items()},
        "memory": {"after": memory.after, "peak": memory.peak, "growth": round(memory.growth, 1)},
        "following": asdict(followed),
        "release": asdict(published),
        "in_register": [asdict(one) for one in stored],
        "forecast": asdict(foretold),
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y-%m-%dT%H%M%SZ}.json"
    path.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return path


def _verdict(reached: bool) -> str:
    return "reached" if reached else "not reached"
