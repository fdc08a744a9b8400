from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from arising.cli.commands import app
from arising.cli.of_register import register
from arising.register.indicators.models import Release
from register.indicators.figures import MEDWAY, STEADY, referrals


@pytest.fixture(autouse=True)
def opened(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register of the test is open already."""
    monkeypatch.setattr(register, "open_register", lambda: None)


def test_a_folder_of_published_files_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "referrals.csv").write_bytes(referrals({MEDWAY: STEADY}))
    done = CliRunner().invoke(app, ["publish", str(tmp_path), "--on", "2025-10-30"])
    assert (done.exit_code, "Children in need, 2024/25, 13 rows" in done.output) == (0, True)
    assert str(Release.objects.get().published_on) == "2025-10-30"


def test_the_same_file_again_is_said_to_be_here(tmp_path: Path) -> None:
    path = tmp_path / "referrals.csv"
    path.write_bytes(referrals({MEDWAY: STEADY}))
    CliRunner().invoke(app, ["publish", str(path)])
    assert "was here already" in CliRunner().invoke(app, ["publish", str(path)]).output


def test_a_file_that_cannot_be_taken_in_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name,age\nx,1\n")
    (tmp_path / "b.csv").write_bytes(referrals({MEDWAY: STEADY}))
    done = CliRunner().invoke(app, ["publish", str(tmp_path)])
    assert done.exit_code == 1
    assert "a.csv, row 1: no row has the titles" in done.stderr
    assert Release.objects.count() == 1


def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["publish", str(tmp_path / "none.csv")])
    assert (done.exit_code, "none.csv: it cannot be" in done.stderr) == (1, True)
