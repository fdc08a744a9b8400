"""Programs that are killed in the middle of what they do, and what the register holds afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def run(data: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Run a program on the register in a folder, with SQLite."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {"ARISING_DATA": str(data), "DJANGO_SETTINGS_MODULE": "arising.register.settings"}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=120)


def told(data: Path, program: str) -> dict[str, Any]:
    """What a program tells as JSON on its last line."""
    answer = run(data, program)
    assert answer.returncode == 0, answer.stderr
    return dict(json.loads(answer.stdout))
