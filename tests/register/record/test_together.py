"""Two who add at once, and one who is cut off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection

from arising.register.bodies.models import Body, Council, Item, Meeting
from arising.register.record.models import Commitment, Edition, Reading, Source
from arising.register.record.operations import Outcome, Status, add_source
from arising.register.search.models import Entry
from register.invented import MINUTES, ScriptedReader


def at_once(*jobs: Callable[[], Outcome]) -> list[Outcome]:
    """Do all jobs at the same moment, each on a connection of its own."""
    barrier, outcomes, troubles = Barrier(len(jobs)), list[Outcome](), list[BaseException]()

    def work(job: Callable[[], Outcome]) -> None:
        try:
            barrier.wait()
            outcomes.append(job())
        except BaseException as trouble:
            troubles.append(trouble)
        finally:
            connection.close()

    threads = [Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    return outcomes


def add(text: str, name: str) -> Outcome:
    return add_source(text.encode(), name=name, council="Kelderdale", body="Children's Committee", date="2024-03-05")


def test_the_same_file_added_by_two_at_once_is_stored_once(transactional_db: None, reader: ScriptedReader) -> None:
    outcomes = at_once(*[lambda: add(MINUTES, "minutes.txt")] * 3)
    assert sorted(outcome.status for outcome in outcomes) == [Status.ADDED, Status.UNCHANGED, Status.UNCHANGED]
    stored = [model.objects.count() for model in (Council, Body, Meeting, Item, Source, Edition, Reading, Commitment)]
    assert stored == [1] * 8
    assert Entry.objects.filter(kind="commitment").count() == 1


def test_two_items_of_a_new_meeting_added_at_once_share_it(transactional_db: None, reader: ScriptedReader) -> None:
    reader.finds = {}
    at_once(*[lambda n=n: add(f"Item {n}\n\nThe report was noted.\n", f"{n}.txt") for n in range(4)])
    assert [model.objects.count() for model in (Council, Body, Meeting, Item)] == [1, 1, 1, 4]


CUT_OFF = """
import os, signal, sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from arising.register.record.operations import add_source, storing
if sys.argv[1] == "cut":
    def cut(*args, **kwargs):
        os.kill(os.getpid(), signal.SIGKILL)
    storing.reconcile = cut
print(add_source(sys.stdin.buffer.read(), name="minutes.txt").status)
"""


@pytest.mark.django_db
def test_a_process_killed_in_the_middle_leaves_nothing_and_the_next_begins_anew(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the processes of this test keep an SQLite register of their own")
    environment = {**os.environ, "ARISING_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "arising.register.settings"}

    def run(how: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-c", CUT_OFF, how], input=MINUTES.encode(), env=environment, capture_output=True
        )

    assert run("cut").returncode == -signal.SIGKILL
    again = run("whole")
    assert (again.returncode, again.stdout.strip()) == (0, b"added"), again.stderr
