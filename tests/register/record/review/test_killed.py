"""A process that is killed in the middle of a review leaves the register whole."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from register.killed import run, told

START = """
import json, os, signal, sys
import django
django.setup()
from django.db import connection
from arising.register.accounts.models import User
from arising.register.record.models import Commitment, Decision, ReviewStep
from arising.register.record.operations import add_source, batches, confirm_many
from arising.register.record.signals import source_changed
from arising.register.record.versions import version
from arising.register.search.models import Entry

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
"""
FILL = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
User.objects.create_superuser("clerk@kelderdale.example")
text = "1. School transport\\n\\n" + "\\n\\n".join(
    f"Officers undertook to circulate a briefing note on route {n} to Members by March 2025." for n in range(30)
)
add_source(text.encode(), name="minutes.txt", council="Kelderdale", body="Children's Committee", date="2024-03-05")
"""
CONFIRM = """
shown = {each.pk: version(each) for each in Commitment.objects.all()}
confirm_many(Commitment, shown, actor=User.objects.get())
"""
KILLED_AT = {
    "before the step is kept": "batches.Recorder.done = die",
    "after the step is kept": "source_changed.connect(die)",
    "while the index is made": "Entry.objects.bulk_create = die",
    "before it is committed": "connection.run_and_clear_commit_hooks = die\nconnection._commit = die",
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
    "states": sorted(set(Commitment.objects.values_list("state", flat=True))),
    "found": Commitment.objects.count(),
    "steps": ReviewStep.objects.count(),
    "entries": Commitment.history.count(),
    "index": Entry.objects.filter(kind="commitment").count(),
}))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("killed")
    assert run(data, START + FILL).returncode == 0
    return data


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> Path:
    """The data of a register with thirty undertakings, none decided on."""
    return shutil.copytree(made, tmp_path / "register")


@pytest.mark.parametrize("moment", KILLED_AT)
def test_killed_in_the_middle_of_confirming_many_nothing_is_confirmed(filled: Path, moment: str) -> None:
    before = told(filled, START + TOLD)
    assert (before["states"], before["found"]) == (["proposed"], 30)
    killed = run(filled, START + KILLED_AT[moment] + CONFIRM)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert told(filled, START + TOLD) == before
    assert before["whole"] == "ok"


def test_after_being_killed_it_is_done_again_whole(filled: Path) -> None:
    run(filled, START + KILLED_AT["after the step is kept"] + CONFIRM)
    assert run(filled, START + CONFIRM).returncode == 0
    after = told(filled, START + TOLD)
    assert (after["states"], after["steps"], after["entries"], after["whole"]) == (["confirmed"], 1, 60, "ok")
