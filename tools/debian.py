"""Packages of Debian, installed where that needs no password."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(*packages: str, why: str) -> bool:
    """Install packages, saying on standard error what they are for. False where that cannot be done here."""
    if not shutil.which("apt-get"):
        return False
    leave = _leave()
    if leave is None:
        return False
    print(f"Installing {why} (apt-get install {' '.join(packages)})", file=sys.stderr, flush=True)
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run([*leave, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *step], stdout=sys.stderr)
        if done.returncode and step[0] == "install":
            return False
    return True


def _leave() -> list[str] | None:
    """What to put before a command so that it runs as root without a question; None where nothing does."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None
