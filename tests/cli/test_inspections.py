"""Inspection reports on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from arising.cli.commands import app
from reading.inspections import reports
from reading.inspections.writing import written

Run = Callable[..., Result]

TABLE = """\
la_code,local_authority,overall_effectiveness_grade,inspection_framework,inspection_start_date,inspection_end_date,publication_date
816,york,good,short,07/03/2022,11/03/2022,04/05/22
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, ["inspect", *map(str, words)], catch_exceptions=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(written(reports.ILACS_2023, "html"))
    return path


def test_a_report_is_told_in_words_with_its_judgements_first(run: Run, report: Path) -> None:
    result = run(report)

    assert result.exit_code == 0
    assert "- The experiences and progress of care leavers: **requires improvement to be good**" in result.stdout
    assert result.stderr == "1 read.\n"


def test_json_holds_everything_with_the_deadlines_and_how_they_came(run: Run, report: Path) -> None:
    told = json.loads(run(report, "--format", "json", "--received", "2023-03-01").stdout)

    assert [day["due"] for day in told["deadlines"]] == ["2023-04-14", "2023-06-14"]
    assert "received on 1 March 2023" in told["deadlines"][0]["how"]
    assert told["text"][told["points"][0]["start"] : told["points"][0]["end"]] == told["points"][0]["quote"]


def test_the_day_of_publication_can_be_said(run: Run, report: Path) -> None:
    assert "Published 7 March 2023." in run(report, "--published", "2023-03-07").stdout


def test_a_folder_gives_a_file_for_each_report(run: Run, report: Path, tmp_path: Path) -> None:
    result = run(tmp_path, "--format", "json", "--out", tmp_path / "read")

    assert result.exit_code == 0
    assert json.loads((tmp_path / "read" / "report.json").read_bytes())["framework"] == "ilacs"


def test_a_file_that_is_no_report_gets_one_line_and_the_others_are_read(run: Run, report: Path, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Roads Committee\n\nMinutes of the meeting held on 5 March 2024\n")

    result = run(minutes, report)

    assert result.exit_code == 1
    assert "minutes.txt: this is no report of an Ofsted inspection" in result.stderr
    assert "## Judgements" in result.stdout


def test_a_national_table_is_told_with_what_is_odd_in_it(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "overview.csv"
    table.write_text(TABLE)

    result = run(table)

    assert result.exit_code == 0
    assert "- row 2, York: no care leavers grade" in result.stdout


def test_a_table_of_something_else_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "lamps.csv"
    table.write_text("lamp,street\n1,Mill Lane\n")

    result = run(table)

    assert result.exit_code == 1
    assert "lamps.csv: it has no sheet with the columns local_authority" in result.stderr
