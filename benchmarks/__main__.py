"""``python -m benchmarks [--short]``"""

from __future__ import annotations

import argparse
import os

from rich.console import Console

from benchmarks import following, forecast, memory, register, release, report, speed


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure how fast minutes are read and followed, and figures read and stored.",
    )
    parser.add_argument("--short", action="store_true", help="fewer documents; under a minute")
    short = parser.parse_args().short

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    console = Console(width=100)
    speeds = speed.measure(speed.SHORT if short else speed.FULL)
    held = memory.measure(memory.SHORT if short else memory.FULL)
    followed = following.measure(following.SHORT if short else following.FULL)
    published = release.measure(release.SHORT if short else release.FULL)
    stored = register.measure(release.SHORT if short else release.FULL)
    foretold = forecast.measure(forecast.SHORT if short else forecast.FULL)
    report.show(speeds, held, followed, published, stored, foretold, console)
    console.print(
        f"Kept in {report.store(speeds, held, followed, published, stored, foretold, short=short)}", soft_wrap=True
    )


if __name__ == "__main__":
    main()
