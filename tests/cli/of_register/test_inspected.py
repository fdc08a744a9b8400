"""Inspection reports and national tables put into the register from the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from arising.cli.commands import app
from arising.cli.of_register import inspected
from arising.register.bodies.models import Council
from arising.register.improvement.models import Inspection, NationalRow
from reading.inspections import reports
from reading.inspections.writing import written

TABLE = """\
la_code,local_authority,overall_effectiveness_grade,inspection_framework,inspection_start_date,inspection_end_date,publication_date
816,york,good,short,07/03/2022,11/03/2022,04/05/22
"""


@pytest.fixture(autouse=True)
def opened(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The register of the test is open already, in an empty folder."""
    monkeypatch.setattr(inspected, "open_register", lambda: None)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def council() -> Council:
    return Council.objects.create(name="Kesterby Council", key="kesterby council", slug="kesterby-council")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(written(reports.ILACS_2023, "html"))
    return path


def inspect(*words: object) -> Result:
    return CliRunner().invoke(app, ["inspect", "--add", *map(str, words)], catch_exceptions=False)


def test_a_report_goes_into_the_register_with_what_is_said_of_it(council: Council, report: Path) -> None:
    result = inspect(report, "--received", "2023-03-01", "--audience", "members", "--visible-from", "2030-01-10T12:00")
    one = Inspection.objects.get()
    assert (result.exit_code, one.council, one.received_on, one.audience) == (0, council, date(2023, 3, 1), "members")
    assert one.visible_from == datetime(2030, 1, 10, 12, tzinfo=UTC)


def test_the_same_report_again_is_unchanged(council: Council, report: Path) -> None:
    inspect(report)
    assert "1 unchanged." in inspect(report).stderr
    assert Inspection.objects.count() == 1


def test_the_council_can_be_named(council: Council, report: Path) -> None:
    other = Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    inspect(report, "--council", "Otherdale")
    assert Inspection.objects.get().council == other


def test_a_council_that_is_not_there_is_one_line_with_those_that_are(council: Council, report: Path) -> None:
    result = inspect(report, "--council", "Nowhere")
    assert result.exit_code == 1
    assert "there is no council called Nowhere. Those there are: Kesterby Council" in result.stderr


def test_several_councils_of_which_none_is_meant_are_one_line(council: Council, report: Path) -> None:
    Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    assert "Say it with --council" in inspect(report).stderr


def test_a_file_that_is_no_report_is_one_line_and_the_others_are_added(
    council: Council, report: Path, tmp_path: Path
) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Roads Committee\n\nMinutes of the meeting held on 5 March 2024\n")
    result = inspect(minutes, report)
    assert (result.exit_code, Inspection.objects.count()) == (1, 1)
    assert "minutes.txt: this is no report of an Ofsted inspection" in result.stderr


def test_a_national_table_counts_from_then_on(tmp_path: Path) -> None:
    table = tmp_path / "overview.csv"
    table.write_text(TABLE)
    result = inspect(table)
    assert (result.exit_code, NationalRow.objects.get().authority) == (0, "York")
    assert "row 2, York: no care leavers grade" in result.stderr
