"""Find a Chromium for the browser tests, or install Debian's where this account may.

``python -m tools.chromium`` prints its path, or says on standard error what to install and exits with 1.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
ADVICE = (
    "no Chromium found. Install one (on Debian: apt-get install chromium), "
    "or give its path in ARISING_CHROMIUM, and run again."
)


def find() -> Path | None:
    """The Chromium named in ``ARISING_CHROMIUM``, else the first on the path, else None."""
    if named := os.environ.get("ARISING_CHROMIUM"):
        return Path(named) if Path(named).is_file() else None
    for name in NAMES:
        if path := shutil.which(name):
            return Path(path)
    return next((path for path in APPLICATIONS if path.is_file()), None)


def install() -> Path | None:
    """Install Debian's Chromium if that needs no password. Returns its path, or None where it cannot be had."""
    return find() if debian.install("chromium", why="Chromium for the browser tests") else None


def main() -> int:
    path = find() or install()
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
