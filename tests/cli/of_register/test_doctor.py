from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from arising.cli.commands import app
from arising.cli.of_register import doctor
from arising.cli.of_register.doctor import Check, State, examine
from arising.register.programme.printing import pango


def checks() -> dict[str, Check]:
    return {check.about.partition(" (")[0]: check for check in examine()}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("ARISING_DATA", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return folder


def test_what_is_installed_is_named_with_its_version(data: Path) -> None:
    found = checks()
    assert found["Python"].state is State.GOOD
    assert f"lxml {metadata.version('lxml')}" in found["reading"].says
    assert f"django {metadata.version('django')}" in found["arising[register]"].says


def test_looking_makes_nothing(data: Path) -> None:
    found = checks()
    assert (found["data folder"].state, found["database"].state) == (State.ABSENT, State.ABSENT)
    assert not data.exists()


def test_an_extra_that_is_not_installed_says_how_to_get_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_version", lambda name: None if name == "psycopg" else "1.0")
    found = checks()["arising[postgres]"]
    assert (found.state, found.says, found.remedy) == (State.ABSENT, "no psycopg", 'pip install "arising[postgres]"')


def test_what_reading_needs_is_trouble_where_it_is_missing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_version", lambda name: None if name == "lxml" else "1.0")
    assert checks()["reading"].state is State.TROUBLE
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 1
    assert "trouble  reading: no lxml." in done.stdout


def test_without_the_register_nothing_is_asked_of_a_database(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "register_installed", lambda: False)
    assert not {"database", "SQLite"} & set(checks())


def test_a_data_folder_that_is_a_file_is_trouble(data: Path) -> None:
    data.touch()
    assert checks()["data folder"].state is State.TROUBLE


def test_a_machine_that_cannot_make_pdfs_says_what_to_install(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pango, "_FILES", (("libnowhere.so.0",),))
    found = checks()["PDF"]
    assert (found.state, found.says) == (State.ABSENT, "packs cannot be made as PDF")
    assert found.remedy.startswith("Install Pango (on Debian: apt-get install libpango-1.0-0 ")


@pytest.mark.django_db
def test_a_database_that_answers_and_is_migrated_is_good(data: Path) -> None:
    data.mkdir()
    found = checks()["database"]
    assert found.state is State.GOOD
    assert "is up to date" in found.says


def test_the_command_prints_a_line_for_each_check(data: Path) -> None:
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [check.state for check in examine()]
