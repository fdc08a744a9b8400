"""What the Makefile leans on: finding a browser, starting a PostgreSQL."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest

from tools import chromium, postgres


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with one empty folder on its path and nothing in the environment. Returns the folder."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("ARISING_CHROMIUM", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    return tmp_path


def test_the_chromium_named_in_the_environment_goes_before_the_one_on_the_path(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path, named = bare / "chromium", bare / "mine"
    for program in (on_path, named):
        program.touch(mode=0o755)
    assert chromium.find() == on_path
    monkeypatch.setenv("ARISING_CHROMIUM", str(named))
    assert chromium.find() == named


@pytest.mark.usefixtures("bare")
def test_a_machine_without_chromium_or_apt_says_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err


def test_a_database_that_is_named_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@elsewhere/theirs")
    with postgres.server() as address:
        assert address == "postgres://somebody@elsewhere/theirs"


@pytest.mark.postgres
def test_a_postgresql_is_started_and_taken_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    try:
        with postgres.server() as address, psycopg.connect(address) as connection:
            row = connection.execute("SELECT current_setting('data_directory')").fetchone()
    except postgres.NoPostgres as trouble:
        pytest.skip(str(trouble))
    assert row
    assert not os.path.exists(row[0])
