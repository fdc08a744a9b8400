"""Figures of minutes held against published ones, on the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from arising.cli.commands import app

PUBLISHED = """\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,\
la_name,no_exc_20week_rate,inc_exc_20week_rate,ass_refused_ehc
2021,Calendar year,National,E92000001,England,,,,,,59.9,57.9,20830
2022,Calendar year,National,E92000001,England,,,,,,49.2,47.7,25255
2021,Calendar year,Local authority,E92000001,England,E12000099,The Marsh,E06000991,991,Fenwick,55.5,48.4,162
2022,Calendar year,Local authority,E92000001,England,E12000099,The Marsh,E06000991,991,Fenwick,67.7,66.1,54
"""
MINUTES = """\
Children's Committee

Minutes of the meeting held on 2 March 2023

1. Education, health and care plans

The Head of Inclusion said that 66% of children received their EHCP within 20 weeks. The national average for EHCPs
within 20 weeks was 52%. Ten officers had been recruited.
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on minutes and published figures, or on what else is named."""
    monkeypatch.chdir(tmp_path)
    Path("published").mkdir()
    Path("published/plans.csv").write_text(PUBLISHED)
    Path("march.txt").write_text(MINUTES)

    def ask(*words: object, paths: tuple[str, ...] = ("march.txt",)) -> Result:
        command = ["claims", *paths, "--published", "published", *map(str, words)]
        return CliRunner().invoke(app, command, catch_exceptions=False)

    return ask


def told(result: Result) -> list[tuple[float, str]]:
    return [(one["number"], one["verdict"]) for one in json.loads(result.stdout)["claims"]]


def test_a_table_says_in_words_what_each_figure_comes_to(run: Run) -> None:
    done = run("--area", "Fenwick")
    said = " ".join(done.stdout.split())
    assert done.exit_code == 0
    assert "march" in said
    assert "plans.csv," in said
    assert done.stderr == "3 figures: 1 match, 1 differ, 1 are of no indicator.\n"


def test_each_claim_has_its_quote_verdict_file_and_row(run: Run) -> None:
    first, second = json.loads(run("--area", "991", "--format", "json").stdout)["claims"]
    assert (first["quote"], first["verdict"]) == ("66% of children received their EHCP within 20 weeks", "matches")
    assert [(one["file"], one["row"], one["variant"]) for one in first["published"]] == [
        ("plans.csv", 5, "with-exceptions")
    ]
    assert second["held_against"].endswith(", England")
    assert [(one["period"], one["published"]) for one in second["published"]] == [("2022", 49.2)]


def test_records_are_held_as_minutes_are(run: Run) -> None:
    read = CliRunner().invoke(app, ["read", "march.txt", "--out", "records"], catch_exceptions=False)
    assert read.exit_code == 0
    by_folder = run("--area", "Fenwick", "--format", "json", paths=("records",))
    by_file = run("--area", "Fenwick", "--format", "json", paths=("records/march.json",))
    assert told(by_folder) == told(by_file) == [(66, "matches"), (52, "differs")]


def test_a_row_of_the_csv_is_a_published_number(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--area", "Fenwick", "--format", "csv").stdout)))
    assert [(row["number"], row["verdict"], row["published"], row["row"]) for row in rows] == [
        ("66", "matches", "66.1", "5"),
        ("52", "differs", "49.2", "3"),
    ]


def test_markdown_is_a_table(run: Run) -> None:
    lines = run("--area", "Fenwick", "--format", "markdown").stdout.splitlines()
    assert lines[0] == "| Told | Quote | Held against | Verdict | File and row |"
    assert len(lines) == 4


def test_all_lists_the_figures_of_no_indicator_too(run: Run) -> None:
    assert told(run("--area", "Fenwick", "--format", "json", "--all")) == [
        (66, "matches"),
        (52, "differs"),
        (10, "cannot tell"),
    ]


def test_without_a_council_only_national_figures_are_held(run: Run) -> None:
    done = run("--format", "json")
    assert told(done) == [(66, "cannot tell"), (52, "differs")]
    assert "march: its council is not known, so only national figures are held. Give it with --area." in done.stderr


def test_the_council_that_the_minutes_name_is_the_area(run: Run) -> None:
    Path("march.txt").write_text(MINUTES.replace("Children's Committee", "Fenwick Council, Children's Committee"))
    read = CliRunner().invoke(
        app,
        ["read", "march.txt", "--out", "records", "--body", "Fenwick, Children's Committee"],
        catch_exceptions=False,
    )
    assert read.exit_code == 0
    assert told(run("--format", "json", paths=("records",)))[0] == (66, "matches")


OWN = """\
indicator,variant,period,value
ehcp-20-weeks,with-exceptions,Jan 2023,66.2
ehcp-20-weeks,with-exceptions,Feb 2023,61
"""


def test_a_figure_is_held_against_the_councils_own_too(run: Run) -> None:
    Path("mosaic.csv").write_text(OWN)
    words = ("--area", "991", "--own", "mosaic.csv")
    first, second = json.loads(run(*words, "--format", "json").stdout)["claims"]
    assert [(one["system"], one["verdict"]) for one in first["reported"]] == [("mosaic", "matches")]
    assert [(one["file"], one["row"]) for one in first["reported"][0]["figures"]] == [("mosaic.csv", 2)]
    assert (first["verdict"], second["reported"]) == ("matches", [])
    assert "matches what the council reported itself (mosaic): 66.2% (January 2023" in " ".join(
        run(*words, "--format", "markdown").stdout.split()
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [("name,date of birth\nA B,2011-01-02\n", "single children"), ("a,b\n1,2\n", "mosaic.csv")],
)
def test_a_file_that_holds_no_figures_of_a_council_is_refused_in_one_line(run: Run, content: str, said: str) -> None:
    Path("mosaic.csv").write_text(content)
    done = run("--area", "991", "--own", "mosaic.csv")
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_figure_that_is_told_again_is_a_question(run: Run) -> None:
    Path("june.txt").write_text(MINUTES.replace("2 March 2023", "8 June 2023"))
    again = json.loads(run("--area", "Fenwick", "--format", "json", paths=("march.txt", "june.txt")).stdout)[
        "told_again"
    ]
    assert "10 people on 2 March 2023, 10 people again on 8 June 2023" in " ".join(one["question"] for one in again)
    assert "told again?" in run("--area", "Fenwick", paths=("march.txt", "june.txt")).stdout


def test_a_day_that_the_minutes_do_not_tell_is_given(run: Run) -> None:
    Path("undated.txt").write_text(MINUTES.replace("held on 2 March 2023", ""))
    assert told(run("--area", "Fenwick", "--format", "json", paths=("undated.txt",)))[0] == (66, "cannot tell")
    done = run("--area", "Fenwick", "--date", "2023-03", "--format", "json", paths=("undated.txt",))
    assert told(done)[0] == (66, "matches")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--area", "Nowhere"), "Nowhere is no area that is known. Give its code, such as 887."),
        (("--date", "March"), "March is no date: write 2024-03-05, 2024-03 or 2024."),
    ],
)
def test_what_cannot_be_asked_is_said(run: Run, words: tuple[str, str], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())


def test_a_file_that_is_no_release_is_named_with_what_is_wrong(run: Run) -> None:
    Path("published/plans.csv").write_text("lamp;colour\n1;red\n")
    done = run("--area", "Fenwick")
    assert done.exit_code == 1
    assert "plans.csv" in done.stderr
    assert done.stdout == ""


def test_an_empty_folder_of_statistics_is_said(run: Run) -> None:
    Path("published/plans.csv").unlink()
    assert "published: no published statistics in it." in run("--area", "Fenwick").stderr


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Run) -> None:
    Path("broken.json").write_text("{")
    done = run("--area", "Fenwick", "--format", "json", paths=("broken.json", "march.txt"))
    assert (done.exit_code, told(done)) == (1, [(66, "matches"), (52, "differs")])
    assert "broken.json: it is no record" in done.stderr
