"""A process that is killed while a tracker is stored leaves the register whole, and the tracker can be stored again."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from register.killed import run, told

START = """
import json, os, signal
import django
django.setup()
from django.db import connection
from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from arising.register.obligations.models import Answer, Obligation, Progress
from arising.register.programme import operations, queries
from arising.register.programme.models import TrackerImport
from arising.register.programme.operations import trackers
from arising.register.programme.tracker import sheets

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
"""
FILL = """
from dataclasses import replace
from datetime import date
from django.core.management import call_command
from arising.register.obligations.models import Origin
from arising.register.obligations.operations import add
from arising.register.record.operations import add_source
call_command("migrate", verbosity=0)
clerk = User.objects.create_superuser("clerk@kelderdale.example")
add_source(b"Minutes", name="m.txt", council="Kelderdale", body="Children's Committee", date="2024-03-05")
body = Body.objects.get()
for number in range(20):
    add(Origin.DUTY, f"Report {number}", body, due=date(2024, 5, 1), actor=clerk, why="Law")
made = queries.tracker(clerk, body.slug)
told = {"new_progress": "A draft.", "due": date(2024, 6, 1), "answer": "Sent.", "evidence": "https://k.example/sent"}
new = {"origin": "Request", "title": "A map"}
rows = [*({**row, **told} for row in made.rows), new]
operations.bring_back(body, "tracker.csv", sheets.comma_separated(replace(made, rows=rows)), actor=clerk)
"""
STORE = """
brought = TrackerImport.objects.select_related("body").get()
clerk = User.objects.get()
operations.store(brought, queries.preview(clerk, brought).seen, actor=clerk)
"""
IN_THE_MIDDLE = """
do, left = trackers._do, [25]
def counted(*given):
    left[0] -= 1
    if not left[0]:
        die()
    do(*given)
trackers._do = counted
"""
KILLED_AT = {
    "in the middle of the rows": IN_THE_MIDDLE,
    "after the last row": "trackers._told = die",
    "before it is committed": "connection._commit = die",
}
TOLD = """
with connection.cursor() as cursor:
    cursor.execute("PRAGMA integrity_check")
    whole = cursor.fetchone()[0]
    cursor.execute("PRAGMA foreign_key_check")
    loose = len(cursor.fetchall())
print(json.dumps({
    "whole": whole,
    "loose": loose,
    "owed": Obligation.objects.count(),
    "extended": Obligation.objects.exclude(extended_to=None).count(),
    "progress": Progress.objects.count(),
    "answers": Answer.objects.count(),
    "history": Obligation.history.count(),
    "states": list(TrackerImport.objects.values_list("state", flat=True)),
}))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("killed")
    done = run(data, START + FILL)
    assert done.returncode == 0, done.stderr
    return data


@pytest.fixture
def waiting(made: Path, tmp_path: Path) -> Path:
    """The data of a register in which a tracker waits that answers twenty obligations and adds one."""
    return shutil.copytree(made, tmp_path / "register")


@pytest.mark.parametrize("moment", KILLED_AT)
def test_killed_while_a_tracker_is_stored_nothing_of_it_is(waiting: Path, moment: str) -> None:
    before = told(waiting, START + TOLD)
    assert (before["owed"], before["progress"], before["states"], before["whole"]) == (20, 0, ["waiting"], "ok")
    killed = run(waiting, START + KILLED_AT[moment] + STORE)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert told(waiting, START + TOLD) == before


def test_after_being_killed_it_is_stored_whole(waiting: Path) -> None:
    run(waiting, START + IN_THE_MIDDLE + STORE)
    done = run(waiting, START + STORE)
    assert done.returncode == 0, done.stderr
    after = told(waiting, START + TOLD)
    kept = ("owed", "extended", "progress", "answers", "states", "whole", "loose")
    assert [after[name] for name in kept] == [21, 20, 20, 20, ["stored"], "ok", 0]
