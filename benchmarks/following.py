"""Following over a thousand meetings, in a process of its own: seconds, memory, and one meeting more.

``python -m benchmarks.following MEETINGS`` prints one line of JSON.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from itertools import count

import msgspec

from benchmarks import forms
from benchmarks.corpus import minutes
from benchmarks.memory import held

FULL = 1_000
SHORT = 40
TOPICS_A_MEETING = 13
SECONDS = 120.0
SECONDS_ONE_MORE = 5.0
MEGABYTES = 2_000.0
"""What is aimed at, over ``FULL`` meetings."""


@dataclass(frozen=True)
class Following:
    """What following so many meetings took: seconds of one core to take them in and link them, and for one more."""

    meetings: int
    topics: int
    seconds: float
    one_more: float
    peak: float
    suggestions: int
    closures: int


def measure(meetings: int) -> Following:
    """Follow in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.following", str(meetings)]
    return Following(**json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main(meetings: int) -> None:
    from arising.documents import open_document
    from arising.following import Index, follow_on
    from arising.following.follow import links
    from arising.reading import read
    from arising.reading.record import Meeting, Record

    seeds = count()

    def meeting(number: int) -> dict[str, Record]:
        """Documents of one meeting, until they have enough topics: about twenty on average."""
        day = datetime.date(2000, 1, 3) + datetime.timedelta(days=7 * number)
        when = Meeting(body="Children's Services Committee", date=day.isoformat())
        found: dict[str, Record] = {}
        while sum(len(record.topics) for record in found.values()) < TOPICS_A_MEETING:
            seed = next(seeds)
            record = read(open_document(forms.as_text(minutes(seed)), name=f"{seed}.txt"))
            found[str(seed)] = msgspec.structs.replace(record, meeting=when)
        return found

    records: dict[str, Record] = {}
    for number in range(meetings):
        records |= meeting(number)
    one_more = meeting(meetings)
    index = Index()
    began = time.process_time()
    index.add(records)
    made = links(index)
    seconds = time.process_time() - began
    began = time.process_time()
    follow_on(index, one_more)
    more = time.process_time() - began
    topics = sum(len(record.topics) for record in records.values())
    peak = held("VmHWM")
    print(
        json.dumps(asdict(Following(meetings, topics, seconds, more, peak, len(made.suggestions), len(made.closures))))
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
