"""Every test: on SQLite, then those that use a database again on PostgreSQL.

``python -m tools.test_run [pytest options]``. Says at the end what it could not get on this machine and what that
left untested.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from arising.register.programme.printing import pango
from tools import chromium, debian, postgres

ROOT = Path(__file__).resolve().parents[1]
PASSED, FAILED, NO_TESTS = 0, 1, 5
MOST_WORKERS = 8


def main(options: list[str]) -> int:
    untested: list[str] = []
    if not (chromium.find() or chromium.install()):
        untested.append(f"The browser tests were skipped: {chromium.ADVICE}")
    if not (pango.is_here() or _pango()):
        untested.append(f"The tests of PDF were skipped: {pango.REMEDY}, and run again.")
    if not (ROOT.parent / "shared").is_dir():
        untested.append("The tests on real minutes were skipped: there is no ../shared beside the repository.")

    outcome = _pytest("SQLite", options, database=None)
    if outcome in (PASSED, FAILED):
        try:
            with postgres.server() as address:
                again = _pytest("PostgreSQL", ["--only-database", *options], database=address)
                outcome = outcome or (PASSED if again == NO_TESTS else again)
        except postgres.NoPostgres as trouble:
            untested.append(f"Nothing was tested on PostgreSQL: {trouble}")

    for line in untested:
        print(line, flush=True)
    return outcome


def _pango() -> bool:
    return debian.install(*pango.PACKAGES, why="Pango for the tests of PDF") and pango.is_here()


def _pytest(name: str, options: list[str], *, database: str | None) -> int:
    print(f"Testing on {name}", flush=True)
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if database:
        environment["DATABASE_URL"] = database
    workers = str(min(os.cpu_count() or 1, MOST_WORKERS))
    # a worker that is done takes over from one that still has long tests before it
    command = [sys.executable, "-m", "pytest", "-n", workers, "--dist", "worksteal", *options]
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
