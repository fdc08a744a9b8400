"""Find a Chromium for the browser tests, or install Debian's where this account may.

``python -m tools.chromium`` prints its path, or says on standard error what to install and exits with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

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
    if not shutil.which("apt-get"):
        return None
    leave = _leave()
    if leave is None:
        return None
    print("Installing Chromium for the browser tests (apt-get install chromium)", file=sys.stderr, flush=True)
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        done = subprocess.run([*leave, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *step], stdout=sys.stderr)
        if done.returncode and step[0] == "install":
            return None
    return find()


def _leave() -> list[str] | None:
    """What to put before a command so that it runs as root without a question; None where nothing does."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def main() -> int:
    path = find() or install()
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
