"""A process that is killed in the middle of a pack leaves the register and the file that was there whole."""

from __future__ import annotations

import hashlib
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from arising.register.programme.printing import pango
from register.killed import run

FILL = """
import django
django.setup()
from django.core.management import call_command
from arising.register.record.operations import add_source
call_command("migrate", verbosity=0)
text = "1. School transport\\n\\n" + "\\n\\n".join(
    f"Officers undertook to circulate a briefing note on route {n} to Members by March 2025." for n in range(5)
)
add_source(text.encode(), name="minutes.txt", council="Kelderdale", body="Roads Committee", date="2024-03-05")
"""
PACK = """
import os, pathlib, signal, sys

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

from arising.cli.commands import app
import arising.cli.output as output
from django.conf import settings

class HalfWritten:
    def __init__(self, file):
        self.file = file
    def write(self, content):
        self.file.write(content[: len(content) // 2])
        self.file.flush()
        die()

def dying():
{moment}

import arising.cli.of_register.register as register
opened = register.open_register
def open_register():
    opened()
    dying()
register.open_register = open_register
app(["pack", "roads-committee", "--out", {out!r}])
"""
KILLED_AT = {
    "while it is gathered": "from arising.register.matters import queries\n    queries.tell = die",
    "while it is made": "from arising.register.programme import printing\n    printing.make = die",
    "half written": """
    from contextlib import contextmanager
    whole = output.whole_file
    @contextmanager
    def half(path):
        with whole(path) as file:
            yield HalfWritten(file)
    output.whole_file = half""",
    "before it takes its place": "pathlib.Path.replace = die",
}
FORMS = ["md", "docx", "xlsx", *(["pdf"] if pango.is_here() else [])]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("killed")
    assert run(data, FILL).returncode == 0
    return data


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """The data of a register that owes five briefing notes."""
    return shutil.copytree(made, tmp_path / "register")


def held(data: Path) -> str:
    """All that the register holds, as one short name; fails where the database is not sound."""
    with closing(sqlite3.connect(data / "register.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()


@pytest.mark.parametrize("moment", KILLED_AT)
def test_killed_in_the_middle_of_a_pack_the_earlier_file_and_the_register_stay_whole(
    data: Path, tmp_path: Path, moment: str
) -> None:
    out = tmp_path / "out" / "pack.docx"
    out.parent.mkdir()
    out.write_bytes(b"the earlier pack")
    before = held(data)
    killed = run(data, PACK.format(moment=f"    {KILLED_AT[moment]}", out=str(out)))
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert out.read_bytes() == b"the earlier pack"
    assert held(data) == before


@pytest.mark.parametrize("form", FORMS)
def test_killed_in_the_middle_of_a_pack_of_any_form_no_half_of_it_stands_there(
    data: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"pack.{form}"
    killed = run(data, PACK.format(moment=f"    {KILLED_AT['half written']}", out=str(out)))
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert not out.exists()


def test_after_being_killed_it_is_made_again_whole(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "pack.md"
    run(data, PACK.format(moment=f"    {KILLED_AT['half written']}", out=str(out)))
    done = run(data, PACK.format(moment="    pass", out=str(out)))
    assert done.returncode == 0, done.stderr
    assert "briefing note on route 4" in out.read_text()
