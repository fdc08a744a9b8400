"""Memory while ten thousand documents are read, in a process of its own: it must not grow with their number.

``python -m benchmarks.memory STEP STEP…`` reads as many documents as the last step and prints one line of JSON.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from benchmarks import forms
from benchmarks.corpus import minutes

FULL = (1_000, 5_000, 10_000)
SHORT = (100, 200, 400)
MEGABYTE = 1_000_000
# Between two steps a process may keep this much more without reading anything new: the allocator's own slack.
SLACK = 16.0
PRINTED = ((forms.as_pdf, "minutes.pdf"), (forms.as_word, "minutes.docx"))


@dataclass(frozen=True)
class Memory:
    """Megabytes held after so many documents, and the most ever held."""

    after: dict[int, float]
    peak: float

    @property
    def growth(self) -> float:
        """Megabytes that came on top between the first step and the last."""
        held = list(self.after.values())
        return held[-1] - held[0]

    @property
    def steady(self) -> bool:
        return self.growth <= SLACK


def measure(steps: tuple[int, ...]) -> Memory:
    """Read in a fresh process and tell what it held at each step."""
    command = [sys.executable, "-m", "benchmarks.memory", *map(str, steps)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Memory({int(step): held for step, held in told["after"].items()}, told["peak"])


def held(line: str) -> float:
    """Megabytes by a line of the system's own account: VmRSS now, VmHWM at most. Elsewhere than on Linux, at most."""
    status = Path("/proc/self/status")
    if status.exists() and (told := re.search(rf"^{line}:\s+(\d+) kB", status.read_text(), re.MULTILINE)):
        return round(int(told[1]) * 1024 / MEGABYTE, 1)
    unit = 1 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE, 1)


def _sources() -> Iterator[tuple[bytes, str]]:
    """Minutes without end: new ones as text and HTML in turn, now and then one of a few as PDF or Word."""
    printed = cycle([(form(minutes(seed)), name) for form, name in PRINTED for seed in range(5)])
    for seed in range(sys.maxsize):
        if seed % 25 == 0:
            yield next(printed)
        elif seed % 2:
            yield forms.as_text(minutes(seed)), "minutes.txt"
        else:
            yield forms.as_html(minutes(seed)), "minutes.html"


def main(steps: list[int]) -> None:
    from arising.documents import open_document
    from arising.reading import read

    after = {}
    for number, (source, name) in enumerate(islice(_sources(), steps[-1]), start=1):
        read(open_document(source, name=name))
        if number in steps:
            after[number] = held("VmRSS")
    print(json.dumps({"after": after, "peak": held("VmHWM")}))


if __name__ == "__main__":
    main([int(step) for step in sys.argv[1:]])
