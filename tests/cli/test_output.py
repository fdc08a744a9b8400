from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
import typer

from arising.cli.batch import Outcome
from arising.cli.forms import Form
from arising.cli.inputs import Input
from arising.cli.output import opened, put, whole_file


def outcome(name: str, content: bytes = b"{}\n") -> Outcome:
    return Outcome(Input(Path(f"{name}.txt"), name, f"{name}.txt"), content=content)


@pytest.mark.parametrize(("form", "ending"), [(Form.JSON, "json"), (Form.MARKDOWN, "md")])
def test_each_document_has_a_file_of_its_own(tmp_path: Path, form: Form, ending: str) -> None:
    with opened(form, tmp_path / "new" / "folder") as output:
        assert put(output, outcome("a", b"1")).done == "read"
        assert put(output, outcome("b", b"2")).done == "read"
    assert {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()} == {
        f"a.{ending}": b"1",
        f"b.{ending}": b"2",
    }


def test_a_record_that_stands_there_already_is_left_alone(tmp_path: Path) -> None:
    for content, done in ((b"1", "read"), (b"1", "unchanged"), (b"2", "read")):
        with opened(Form.JSON, tmp_path) as output:
            assert put(output, outcome("a", content)).done == done
    assert (tmp_path / "a.json").read_bytes() == b"2"


def test_all_rows_go_to_one_file_that_spreadsheets_take_for_utf_8(tmp_path: Path) -> None:
    with opened(Form.CSV, tmp_path) as output:
        put(output, outcome("a", b"one\r\n"))
        put(output, outcome("b", b"two\r\n"))
        assert not (tmp_path / "findings.csv").exists()
    lines = (tmp_path / "findings.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("\ufeffdocument,")
    assert lines[1:] == ["one", "two"]


def test_lines_of_json_go_to_one_file(tmp_path: Path) -> None:
    with opened(Form.JSONL, tmp_path) as output:
        put(output, outcome("a"))
        put(output, outcome("b"))
    assert (tmp_path / "records.jsonl").read_bytes() == b"{}\n{}\n"


def test_a_batch_that_is_broken_off_leaves_the_earlier_file(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(b"earlier")

    def broken_off() -> None:
        with opened(Form.JSONL, tmp_path) as output:
            put(output, outcome("a"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"records.jsonl": b"earlier"}


def test_a_batch_in_which_nothing_was_read_leaves_the_earlier_file(tmp_path: Path) -> None:
    (tmp_path / "findings.csv").write_bytes(b"earlier")
    with opened(Form.CSV, tmp_path):
        pass
    assert (tmp_path / "findings.csv").read_bytes() == b"earlier"


def test_standard_output_takes_one_record_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", screen)
    with opened(Form.CSV, None) as output:
        put(output, outcome("a", b"one\r\n"))
        put(output, outcome("b", b"two\r\n"))
    lines = screen.buffer.getvalue().decode().splitlines()
    assert lines[0].startswith("document,")
    assert lines[1:] == ["one", "two"]


def test_a_folder_that_cannot_be_made_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(typer.BadParameter, match="cannot be made"), opened(Form.JSON, tmp_path / "file" / "folder"):
        pass


def test_a_record_that_cannot_be_written_is_a_failure_of_its_file(tmp_path: Path) -> None:
    with opened(Form.JSON, tmp_path) as output:
        failed = put(output, outcome("n" * 300))
        assert put(output, outcome("b")).failure is None
    assert failed.failure is not None
    assert "its record cannot be written (file name too long)" in failed.failure
    assert [path.name for path in tmp_path.iterdir()] == ["b.json"]


def test_a_failed_file_writes_nothing(tmp_path: Path) -> None:
    failed = Outcome(outcome("a").input, failure="the file is empty")
    with opened(Form.JSON, tmp_path) as output:
        assert put(output, failed) is failed
    assert list(tmp_path.iterdir()) == []


def test_what_stood_there_stays_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"earlier")

    def fail() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        fail()
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.json", b"earlier")]
