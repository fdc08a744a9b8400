"""The register from the command line, each in a process and a data folder of its own."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn, get_args

import pytest
from django.db import OperationalError
from typer.testing import CliRunner

from arising.cli.commands import Audience, app
from arising.cli.inputs import Input
from arising.cli.of_register import register
from arising.reading.formats import KINDS, MINUTED
from arising.register.accounts import audiences
from arising.register.programme.printing import pango
from arising.register.record import operations
from arising.register.record.models import FINDINGS

MINUTES = """\
Roads Committee

Minutes of the meeting held on {day}

1. Street lighting

The Head of Highways undertook to circulate a timetable to the Committee before its next meeting.

RESOLVED: That the report be noted.
"""

Arising = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database is made and empty, to copy: making it takes the most time."""
    folder = tmp_path_factory.mktemp("empty")
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment(folder), check=True, timeout=300)
    return folder


def environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"ARISING_DATA": str(data), "DJANGO_SETTINGS_MODULE": "arising.register.settings"}


@pytest.fixture
def data(empty_register: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    with (
        closing(sqlite3.connect(empty_register / "register.sqlite3")) as made,
        closing(sqlite3.connect(folder / "register.sqlite3")) as copy,
    ):
        made.backup(copy)
    return folder


@pytest.fixture
def arising(data: Path, tmp_path: Path) -> Arising:
    def run(*words: object, **settings: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "arising", *map(str, words)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment(data) | settings, capture_output=True, text=True, timeout=120
        )

    return run


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES.format(day="5 March 2024"))
    return path


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "register.sqlite3")) as database:
        return database.execute(query).fetchall()


def test_minutes_are_put_into_the_register(arising: Arising, data: Path, minutes: Path) -> None:
    done = arising("add", minutes, "--body", "Roads Committee", "--date", "2024-03-05", "--council", "Mill Borough")
    assert (done.stdout, done.stderr, done.returncode) == ("", "1 added.\n", 0)
    found = "SELECT c.name, b.name, m.date FROM bodies_meeting m JOIN bodies_body b ON m.body_id = b.id"
    assert rows(data, f"{found} JOIN bodies_council c ON b.council_id = c.id") == [
        ("Mill Borough", "Roads Committee", "2024-03-05")
    ]
    assert rows(data, "SELECT name, audience, visible_from FROM record_source") == [("minutes.txt", "public", None)]


def test_the_same_minutes_again_change_nothing_and_changed_ones_are_read_anew(arising: Arising, minutes: Path) -> None:
    where = ("--body", "Roads Committee", "--date", "2024-03-05")
    assert arising("add", minutes, *where).stderr == "1 added.\n"
    assert arising("add", minutes).stderr == "1 unchanged.\n"
    minutes.write_text(minutes.read_text().replace("be noted", "be approved"))
    assert arising("add", minutes, *where).stderr == "1 read anew.\n"


def test_minutes_can_be_kept_for_some_and_held_back(arising: Arising, data: Path, minutes: Path) -> None:
    arising("add", minutes, "--audience", "members", "--visible-from", "2024-07-01T09:00")
    kept = rows(data, "SELECT audience, visible_from FROM record_source")
    assert kept == [("members", "2024-07-01 08:00:00")]


def test_a_bad_file_leaves_nothing_behind_and_the_others_are_added(
    arising: Arising, data: Path, minutes: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 cut off")
    done = arising("add", tmp_path / "broken.pdf", minutes)
    assert done.stderr.startswith(f"{tmp_path}/broken.pdf: ")
    assert done.stderr.endswith("1 added, 1 failed.\n")
    assert done.returncode == 1
    assert rows(data, "SELECT name FROM record_source") == [("minutes.txt",)]


def test_minutes_in_which_nothing_is_found_are_added_and_spoken_of(arising: Arising, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The lamps of Mill Lane are of cast iron and stand by the river.\n")
    done = arising("add", tmp_path / "note.txt")
    assert "nothing was found in it" in done.stderr
    assert done.stderr.endswith("1 added, 1 without findings.\n")
    assert done.returncode == 1


def test_the_sample_council_can_be_added(arising: Arising, data: Path) -> None:
    done = arising("add", "--sample")
    assert done.returncode == 0
    added, followed, figures, journey = done.stderr.splitlines()
    assert journey == "Kesterby Council: 3 inspections, a direction, a plan of 13 actions."
    assert figures == "Kesterby Council: 5 files of figures. Those of England were published; the others are invented."
    assert added.endswith(" added.")
    assert followed.startswith("Kesterby Council: ")
    assert followed.endswith(" proposed. See Matters in the register.")
    assert rows(data, "SELECT name FROM bodies_council") == [("Kesterby Council",)]
    assert {audience for (audience,) in rows(data, "SELECT audience FROM record_source")} > {"public"}
    held = "SELECT (SELECT count(*) FROM indicators_release), (SELECT count(*) FROM indicators_target)"
    assert rows(data, held) == [(3, 2)]
    assert arising("add", "--sample").returncode == 0
    assert rows(data, held) == [(3, 2)]


def test_reminders_say_how_many_are_due_and_what_is_missing_to_send_them(arising: Arising) -> None:
    dry = arising("remind", "--dry-run")
    assert (dry.stdout, dry.stderr, dry.returncode) == ("", "0 mails are due today, and none was sent.\n", 0)
    nowhere = arising("remind")
    assert (nowhere.stderr.startswith("Mail goes nowhere"), nowhere.returncode) == (True, 1)
    sent = arising("remind", EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend")
    assert (sent.stderr, sent.returncode) == ("0 mails are due today.\n", 0)


def test_adding_nothing_is_a_usage_error(arising: Arising) -> None:
    done = arising("add")
    assert done.returncode == 2
    assert "name the minutes to add" in done.stderr


def test_a_database_that_does_not_answer_is_spoken_of_in_one_line(arising: Arising, minutes: Path) -> None:
    address = "postgres://clerk:secret@127.0.0.1:9/register"
    done = arising("add", minutes, DATABASE_URL=address)
    assert done.stderr.startswith("The database does not answer: ")
    assert len(done.stderr.splitlines()) == 1
    assert done.returncode == 1
    seen_by_the_doctor = arising("doctor", DATABASE_URL=address)
    assert "does not answer" in seen_by_the_doctor.stdout
    assert seen_by_the_doctor.returncode == 1
    assert "secret" not in done.stderr + seen_by_the_doctor.stdout


def test_a_database_that_somebody_else_holds_is_no_fault_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*args: object, **more: object) -> NoReturn:
        raise OperationalError("database is locked")

    monkeypatch.setattr(operations, "add_source", locked)
    (outcome,) = register.add_all([(Input(Path("a.txt"), "a", "a.txt"), register.Place())])
    assert outcome.failure == "The database does not answer: database is locked. Add it again when it does"


def test_a_database_without_its_migrations_is_trouble_for_the_doctor(arising: Arising, data: Path) -> None:
    (data / "register.sqlite3").write_bytes(b"")
    done = arising("doctor")
    assert "but lacks" in done.stdout
    assert done.returncode == 1


def test_a_data_folder_that_is_none_is_spoken_of(arising: Arising, minutes: Path) -> None:
    done = arising("add", minutes, ARISING_DATA=str(minutes))
    assert done.stderr == f"{minutes}: the register cannot be kept there (file exists). Set ARISING_DATA.\n"
    assert done.returncode == 1


def test_a_setting_that_cannot_be_is_spoken_of_in_one_line(arising: Arising, minutes: Path) -> None:
    done = arising("add", minutes, SPC_RUN="1")
    assert done.stderr.count("\n") == 1
    assert 'The register\'s settings are wrong: Environment variable "SPC_RUN" invalid' in done.stderr
    assert done.returncode == 1
    assert 'Environment variable "SPC_RUN" invalid' in arising("doctor", SPC_RUN="1").stdout


@pytest.mark.parametrize("words", [["add", "minutes.txt"], ["serve"]])
def test_without_the_register_one_line_says_what_to_install(
    words: list[str], minutes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "register_installed", lambda: False)
    done = CliRunner().invoke(app, words)
    assert done.stderr == 'The register is not installed. Run: pip install "arising[register]"\n'
    assert done.exit_code == 1


def test_the_register_counts_findings_under_the_words_of_the_csv() -> None:
    assert {KINDS[key] for key in MINUTED} <= {model.kind_name() for model in FINDINGS}


def test_the_audiences_are_those_of_the_register() -> None:
    assert list(get_args(Audience)) == list(audiences.Audience.values)


def test_the_register_is_served(data: Path, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "arising", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment(data), cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            assert process.stderr.readline() == f"The register is open at http://127.0.0.1:{port}. Ctrl-C closes it.\n"
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
                assert page.status == 200
                assert "Matters Arising" in page.read().decode()
        finally:
            process.terminate()


def test_a_pack_is_written_as_markdown_or_word(arising: Arising, minutes: Path, tmp_path: Path) -> None:
    arising("add", minutes, "--body", "Roads Committee")
    shown = arising("pack", "roads-committee")
    assert shown.stdout.startswith("# Matters arising: Roads Committee\n")
    done = arising("pack", "roads-committee", "--out", "pack.docx")
    assert done.stderr == "pack.docx: Matters arising: Roads Committee, 11 sections.\n"
    assert (tmp_path / "pack.docx").read_bytes().startswith(b"PK")


@pytest.mark.skipif(not pango.is_here(), reason=pango.REMEDY)
def test_a_pack_is_written_as_a_pdf(arising: Arising, minutes: Path, tmp_path: Path) -> None:
    arising("add", minutes, "--body", "Roads Committee")
    done = arising("pack", "roads-committee", "--format", "pdf", "--out", "the-pack")
    assert done.stderr == "the-pack: Matters arising: Roads Committee, 11 sections.\n"
    assert (tmp_path / "the-pack").read_bytes().startswith(b"%PDF-1.7")


def test_a_pack_is_written_for_a_meeting(arising: Arising, minutes: Path) -> None:
    arising("add", minutes, "--body", "Roads Committee", "--date", "2030-03-05")
    made = arising("pack", "roads-committee", "--meeting", "2030-03-05")
    assert made.stdout.startswith("# Matters arising: Roads Committee, meeting of 5 March 2030\n")
    done = arising("pack", "roads-committee", "--meeting", "2031-01-01")
    line = "2031-01-01: there is no such meeting of roads-committee. The latest are: 2030-03-05.\n"
    assert (done.returncode, done.stderr) == (1, line)


def test_a_form_of_the_pack_that_there_is_none_of_is_spoken_of(arising: Arising) -> None:
    done = arising("pack", "roads-committee", "--out", "pack.odt")
    line = "odt: there is no such form of a pack. Those there are: docx, pdf, xlsx, md.\n"
    assert (done.returncode, done.stderr) == (1, line)


def test_a_tracker_is_written_as_csv_or_excel(arising: Arising, minutes: Path, tmp_path: Path) -> None:
    arising("add", minutes, "--body", "Roads Committee")
    shown = arising("tracker", "roads-committee")
    assert shown.stdout.lstrip("\ufeff").startswith("Reference,Committee,Meeting date,")
    done = arising("tracker", "roads-committee", "--out", "tracker.xlsx")
    assert done.stderr == "tracker.xlsx: What is owed: Roads Committee, 1 row.\n"
    assert (tmp_path / "tracker.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("pack", "nowhere"), "nowhere: there is no such body. Those there are: none.\n"),
        (("pack", "x", "--as", "a@b.example"), "a@b.example: nobody has an account with that address.\n"),
        (("tracker", "nowhere"), "nowhere: there is no such body. Those there are: none.\n"),
        (("tracker", "x", "--as", "a@b.example"), "a@b.example: nobody has an account with that address.\n"),
    ],
)
def test_a_pack_or_a_tracker_of_nothing_or_for_nobody_is_spoken_of(
    arising: Arising, words: tuple[str, ...], line: str
) -> None:
    done = arising(*words)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", line)


def test_a_port_that_is_taken_is_spoken_of(arising: Arising) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = arising("serve", "--port", port)
    assert done.stderr == f"127.0.0.1:{port} cannot be had (address already in use). Name another with --port.\n"
    assert done.returncode == 1
