"""The command as it is used: what goes to standard output, what to standard error, and the exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from typer.testing import CliRunner, Result

import arising
from arising.cli import batch
from arising.cli.commands import app
from arising.reading.record import Record

MINUTES = """\
Roads Committee

Minutes of the meeting held on 5 March 2024

1. Street lighting

A Member asked when the lamps in Mill Lane would be mended. The Head of Highways undertook to circulate a timetable
to the Committee before its next meeting.

RESOLVED: That the report be noted.
"""
AGENDA = "Agenda\n\nRoads Committee, 5 March 2024\n\nThe agenda was published. No minutes are available.\n"

COMMANDS = "read score follow claims lint publish add serve".split()

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES)
    return path


def in_a_process(*words: object, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "arising", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **more)


# Reading


def test_a_record_goes_to_standard_output_and_the_summary_to_standard_error(run: Run, minutes: Path) -> None:
    done = run("read", minutes)
    record = Record.from_json(done.stdout)
    assert record.document == "minutes.txt"
    assert "the report be noted" in " ".join(decision.quote for decision in record.decisions)
    assert (done.stderr, done.exit_code) == ("1 read.\n", 0)


def test_records_of_a_folder_go_to_files_named_after_the_documents(run: Run, minutes: Path, tmp_path: Path) -> None:
    (tmp_path / "april.txt").write_text(MINUTES.replace("March", "April"))
    done = run("read", tmp_path, "--out", "records")
    assert sorted(path.name for path in Path("records").iterdir()) == ["april.json", "minutes.json"]
    assert (done.stdout, done.stderr, done.exit_code) == ("", "2 read.\n", 0)


def test_a_second_run_leaves_alone_what_has_not_changed(run: Run, minutes: Path, tmp_path: Path) -> None:
    run("read", minutes, "--out", "records")
    (tmp_path / "april.txt").write_text(MINUTES.replace("March", "April"))
    assert run("read", minutes, "april.txt", "--out", "records").stderr == "1 unchanged, 1 read.\n"


def test_the_body_and_the_date_can_be_said(run: Run, minutes: Path) -> None:
    record = Record.from_json(run("read", minutes, "--body", "Highways Board", "--date", "2024-03").stdout)
    assert (record.meeting.body, record.meeting.date) == ("Highways Board", "2024-03")


@pytest.mark.parametrize("date", ["5 March 2024", "2024-13", "2024-02-30", "March", ""])
def test_a_date_that_is_none_is_a_usage_error(run: Run, minutes: Path, date: str) -> None:
    done = run("read", minutes, "--date", date)
    assert done.exit_code == 2
    assert "write 2024-03-05, 2024-03 or 2024" in done.stderr


def test_each_form_can_be_had(run: Run, minutes: Path) -> None:
    assert json.loads(run("read", minutes, "--format", "jsonl").stdout.splitlines()[0])["document"] == "minutes.txt"
    assert run("read", minutes, "--format", "csv").stdout.startswith("document,body,date,kind,quote,")
    assert run("read", minutes, "--format", "markdown").stdout.startswith("# ")
    for form in ("jsonl", "csv", "markdown"):
        assert run("read", minutes, "--format", form, "--out", "records").exit_code == 0
    assert sorted(path.name for path in Path("records").iterdir()) == ["findings.csv", "minutes.md", "records.jsonl"]


def test_a_bad_file_gets_one_line_and_the_others_are_read(run: Run, minutes: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("read", "empty.txt", "nowhere.txt", minutes)
    assert Record.from_json(done.stdout).document == "minutes.txt"
    lines = done.stderr.splitlines()
    assert lines[0].startswith("nowhere.txt: no such file or directory.")
    assert lines[1].startswith("empty.txt: the file is empty.")
    assert lines[2:] == ["1 read, 2 failed."]
    assert done.exit_code == 1


def test_a_fault_of_the_program_is_one_line_unless_the_traceback_is_asked_for(
    run: Run, minutes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*args: object, **more: object) -> NoReturn:
        raise KeyError("owner")

    monkeypatch.setattr(batch, "read", stumble)
    plain, debug = run("read", minutes), run("read", minutes, "--debug")
    assert plain.stderr == f"{minutes}: KeyError: {batch.FAULT}\n1 failed.\n"
    assert "Traceback" in debug.stderr
    assert "in stumble" in debug.stderr
    assert (plain.exit_code, debug.exit_code) == (1, 1)


def test_a_document_in_which_nothing_is_found_is_written_and_spoken_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "agenda.txt").write_text(AGENDA)
    done = run("read", "agenda.txt", "--out", "records")
    record = Record.from_json(Path("records/agenda.json").read_bytes())
    assert (record.decisions, record.commitments, record.exchanges) == ((), (), ())
    assert done.stderr.startswith("agenda.txt: ")
    assert done.stderr.endswith("1 read, 1 without findings.\n")
    assert done.exit_code == 1


def test_many_files_are_read_by_several_processes(run: Run, tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(MINUTES)
    done = run("read", tmp_path, "--format", "jsonl", "--jobs", 2)
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == [f"{n}.txt" for n in range(8)]
    assert (done.stderr, done.exit_code) == ("8 read.\n", 0)


def test_records_do_not_go_into_the_folder_that_is_read(run: Run, minutes: Path, tmp_path: Path) -> None:
    done = run("read", tmp_path, "--format", "markdown", "--out", tmp_path)
    assert done.exit_code == 2
    assert "the folder that is read" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.txt"]


@pytest.mark.parametrize("words", [["read"], ["read", "--format", "xml", "a"], ["read", "a", "--jobs", "0"], ["reed"]])
def test_wrong_use_exits_with_2(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Error:" in done.stderr or "Usage:" in done.stderr


# Scoring


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    folder = tmp_path / "labelled"
    for name in ("march", "april"):
        for kind in ("documents", "labels"):
            (folder / kind).mkdir(parents=True, exist_ok=True)
        (folder / "documents" / f"{name}.txt").write_text(MINUTES)
        decisions = [
            {"quote": "That the report be noted", "action": "note"},
            {"quote": "asked when the lamps in Mill Lane would be mended", "action": "request"},
        ]
        label = {"document": f"{name}.txt", "topics": [], "decisions": decisions}
        (folder / "labels" / f"{name}.json").write_text(json.dumps(label))
    return folder


def test_scoring_gives_figures_for_each_kind_document_and_rule(run: Run, labelled: Path) -> None:
    done = run("score", labelled)
    assert done.exit_code == 0
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["decisions", "1.000", "0.500", "0.667", "2", "0", "2", "0", "action", "2/2"] in rows
    assert {"march", "april"} <= {row[0] for row in rows if row}
    assert "Macro F1" in done.stdout
    assert "Mill Lane" not in done.stdout


def test_scoring_shows_what_was_missed_where_that_is_asked_for(run: Run, labelled: Path) -> None:
    shown = run("score", labelled, "--show", "--except", "april").stdout
    assert "march: decisions: missed: asked when the lamps in Mill Lane would be mended" in shown
    assert "april" not in shown


def test_a_result_is_compared_with_an_earlier_one(run: Run, labelled: Path) -> None:
    Path("before.json").write_text(run("score", labelled, "--json").stdout)
    label = labelled / "labels" / "march.json"
    label.write_text(label.read_text().replace("be mended", "be bought"))
    done = run("score", labelled, "--against", "before.json")
    assert "1 gain, 1 loss" in done.stdout
    assert "would be bought" in done.stdout
    changes = json.loads(run("score", labelled, "--against", "before.json", "--json").stdout)["changes"]
    assert [len(changes["gains"]), len(changes["losses"])] == [1, 1]


def test_a_labelled_document_that_cannot_be_read_is_spoken_of_and_its_labels_missed(run: Run, labelled: Path) -> None:
    (labelled / "documents" / "april.txt").write_text("")
    done = run("score", labelled, "--json")
    assert "april.txt: the file is empty" in done.stderr
    assert json.loads(done.stdout)["total"]["kinds"]["decisions"]["missed"] == 3
    assert done.exit_code == 1


def test_a_folder_without_labels_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    done = run("score", tmp_path)
    assert done.exit_code == 2
    assert "no labels to score against" in " ".join(done.stderr.split())


def test_a_file_that_is_no_result_is_a_usage_error(run: Run, labelled: Path) -> None:
    Path("before.json").write_text("[]")
    done = run("score", labelled, "--against", "before.json")
    assert done.exit_code == 2
    assert "no result" in " ".join(done.stderr.split())


# The rest


def test_the_schema_is_the_published_one(run: Run) -> None:
    published = Path(__file__).resolve().parents[2] / "docs" / "reference" / "record.schema.json"
    assert run("schema").stdout == published.read_text("utf-8")


def test_the_version_is_printed_by_the_module_too() -> None:
    assert in_a_process("--version").stdout == f"arising {arising.__version__}\n"


# Following


@pytest.fixture
def records(run: Run, tmp_path: Path) -> Path:
    """The records of two meetings, the day of the second in its file's name alone."""
    folder = tmp_path / "records"
    for name, text in (("first", MINUTES), ("second-2024-06-04", LATER)):
        (tmp_path / f"{name}.txt").write_text(text)
        run("read", f"{name}.txt", "--out", folder, "--body", "Roads Committee")
    return folder


LATER = """\
1. Street lighting

The Head of Highways said that the timetable for the lamps in Mill Lane had been circulated to Members.

2. Allotments

A Member asked about the taps. The Clerk said that they were new.
"""


def test_follow_prints_a_brief_of_what_became_of_promises(run: Run, records: Path) -> None:
    done = run("follow", records)
    assert done.exit_code == 0
    assert "**Answered, it seems.**" in done.stdout
    assert "had been circulated to Members.” (2024-06-04)" in " ".join(done.stdout.split())
    assert done.stderr == "Followed 2 records, 5 March 2024 to 4 June 2024.\n"


def test_follow_prints_every_link_as_json(run: Run, records: Path) -> None:
    links = json.loads(run("follow", records, "--format", "json").stdout)
    assert [(one["commitment"][0], one["evidence"][0], one["effect"]) for one in links["closures"]] == [
        ("first", "second-2024-06-04", "answered")
    ]


def test_follow_names_a_file_that_is_no_record_and_follows_the_rest(run: Run, records: Path) -> None:
    (records / "notes.json").write_text("{}")
    done = run("follow", records, "--format", "json")
    assert done.exit_code == 1
    assert "notes.json: it is no record" in done.stderr
    assert json.loads(done.stdout)["closures"]


def test_follow_names_a_record_without_its_text(run: Run, records: Path) -> None:
    path = records / "first.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"text": ""}))
    done = run("follow", records)
    assert done.exit_code == 1
    assert "first.json: it holds no text" in done.stderr


def test_follow_says_how_to_make_records_where_there_are_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("follow", "empty")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "empty: no records in it. Make some with" in done.stderr


@pytest.mark.parametrize("words", ["--version", "--help", *(f"{command} --help" for command in COMMANDS)])
def test_help_needs_nothing_heavy(words: str) -> None:
    code = (
        "import sys\nfrom arising.cli import main\nsys.argv = ['arising', *sys.argv[1:]]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words.split()], capture_output=True, text=True, check=True)
    assert not {"django", "lxml", "pypdfium2", "docx", "nupunkt", "msgspec"} & set(done.stderr.split())
    assert done.stdout


def test_a_reader_that_stops_reading_ends_the_command_quietly(minutes: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "arising", "read", minutes], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (said, process.returncode) == ("", 141)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interruption_ends_the_command_quietly(tmp_path: Path, jobs: int) -> None:
    pipes = [tmp_path / f"{number}.txt" for number in range(jobs)]
    for pipe in pipes:
        os.mkfifo(pipe)
    command = [sys.executable, "-m", "arising", "read", *map(str, pipes), "--jobs", str(jobs)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        writers = [os.open(pipe, os.O_WRONLY) for pipe in pipes]  # each returns when its pipe is being read
        os.killpg(process.pid, signal.SIGINT)
        for writer in writers:
            os.close(writer)
        said = process.communicate(timeout=120)
    assert said == ("", "Nothing read.\n")
    assert process.returncode == 130


# Linting

REPORT = """\
# Street lighting

At the end of March 2024 312 lamps were dark, which is 4.1% of all. This means that residents walk home in the dark.
We plan to replace 40 lamps.

## Recommendations

The Committee is asked to say which streets come first.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "lighting.md"
    path.write_text(REPORT)
    return path


def test_lint_says_what_a_report_tells_and_what_it_leaves_out(run: Run, report: Path) -> None:
    done = run("lint", report)
    said = " ".join(done.stdout.split())
    assert "Three of the five things that a report to scrutiny should tell are there." in said
    assert "Missing: comparator and trend." in said
    assert "**Ask**: once, at line 8. > The Committee is asked to say which streets come first." in said
    assert (done.stderr, done.exit_code) == ("1 checked.\n", 0)


def test_lint_fails_a_script_only_where_that_is_asked_for(run: Run, report: Path) -> None:
    assert run("lint", report, "--strict").exit_code == 1
    whole = "Dark lamps have fallen since 2021. In England 3.2% are dark, which is more."
    report.write_text(REPORT.replace("We plan", f"{whole} We plan"))
    assert run("lint", report, "--strict").exit_code == 0


def test_lint_gives_everything_found_as_json(run: Run, report: Path) -> None:
    found = json.loads(run("lint", report, "--format", "json").stdout)
    (plan,) = found["plans"]
    assert (plan["rule"], plan["quote"]) == ("plans-to", "We plan to replace 40 lamps.")
    assert found["text"][plan["start"] : plan["end"]] == plan["quote"]


def test_lint_names_a_file_that_cannot_be_read_and_checks_the_rest(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.docx").touch()
    done = run("lint", "empty.docx", report)
    assert done.stdout.startswith("# What lighting.md tells")
    assert "empty.docx: the file is empty" in done.stderr
    assert done.stderr.endswith("1 checked, 1 failed.\n")
    assert done.exit_code == 1
