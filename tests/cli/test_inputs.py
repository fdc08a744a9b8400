from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.cli.inputs import distinct_names, find_inputs, shown


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Minutes.")


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.pdf", "a/y.DOCX", "c.html")
    found = find_inputs([tmp_path])
    assert [one.path.relative_to(tmp_path).as_posix() for one in found.inputs] == [
        "b.txt",
        "c.html",
        "a/y.DOCX",
        "a/z.pdf",
    ]
    assert (found.passed_over, found.troubles) == ([], [])


def test_hidden_files_and_unknown_kinds_are_passed_over_with_a_line_each(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", ".b.txt", ".git/config.txt", "photo.jpg", "c")
    found = find_inputs([tmp_path])
    assert [one.name for one in found.inputs] == ["a"]
    assert [line.removeprefix(f"{tmp_path}/") for line in found.passed_over] == [
        ".git: hidden folder, not read.",
        ".b.txt: hidden file, not read.",
        "c: not a kind of file that is read, not read.",
        "photo.jpg: not a kind of file that is read, not read.",
    ]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    put(tmp_path, ".hidden", "Minutes of 3. March")
    found = find_inputs([tmp_path / ".hidden", tmp_path / "Minutes of 3. March"])
    assert [one.name for one in found.inputs] == [".hidden", "Minutes of 3. March"]


def test_a_saved_page_keeps_the_query_that_tells_it_from_others(tmp_path: Path) -> None:
    put(tmp_path, "mgAi.aspx?ID=12", "mgAi.aspx?ID=13")
    assert [one.name for one in find_inputs([tmp_path]).inputs] == ["mgAi.aspx?ID=12", "mgAi.aspx?ID=13"]


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    found = find_inputs([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])
    assert [one.path.name for one in found.inputs] == ["a.txt"]


def test_the_folder_that_is_written_to_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "briefs/a.md")
    found = find_inputs([tmp_path], leave_out=tmp_path / "briefs")
    assert [one.path.name for one in found.inputs] == ["a.txt"]
    assert len(find_inputs([tmp_path], leave_out=tmp_path / "not there yet").inputs) == 2


def test_a_path_that_leads_nowhere_is_trouble_and_the_others_are_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    found = find_inputs([tmp_path / "nowhere.txt", tmp_path / "a.txt"])
    assert found.troubles == [f"{tmp_path}/nowhere.txt: no such file or directory. Check the path."]
    assert [one.name for one in found.inputs] == ["a"]


def test_a_folder_without_minutes_is_trouble(tmp_path: Path) -> None:
    put(tmp_path, "photo.jpg")
    found = find_inputs([tmp_path])
    assert found.troubles == [f"{tmp_path}: there is nothing to read in this folder. Name the files themselves."]


def test_a_link_to_nothing_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert find_inputs([tmp_path]).passed_over == [f"{tmp_path}/b.txt: not a file, or a link to nothing, not read."]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = find_inputs([tmp_path])
    assert [one.name for one in found.inputs] == ["a"]
    assert found.passed_over == [f"{tmp_path}/loop: link to a folder, not read."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_trouble(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    try:
        found = find_inputs([tmp_path])
    finally:
        (tmp_path / "closed").chmod(0o755)
    assert [one.name for one in found.inputs] == ["a"]
    assert found.troubles == [f"{tmp_path}/closed: permission denied. Change its rights, or leave it out."]


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["a.pdf", "b.txt"], ["a", "b"]),
        (["/x/minutes.pdf", "/x/minutes.txt"], ["minutes-pdf", "minutes-txt"]),
        (["/x/may/minutes.txt", "/x/june/minutes.txt"], ["may-minutes", "june-minutes"]),
        (["/x/may/1/m.txt", "/x/june/1/m.txt"], ["may-1-m", "june-1-m"]),
        (["/x/Minutes.txt", "/y/minutes.txt"], ["x-Minutes", "y-minutes"]),
        (["/x/a/m.pdf", "/x/a/m.txt", "/x/b/m.txt"], ["m-pdf", "a-m", "b-m"]),
        (["/x-y/m.txt", "/x/y-m.txt", "/x/m.txt"], ["x-y-m", "y-m", "x-m"]),
        (["/m.txt", "/M.TXT"], ["m-txt", "M-TXT-2"]),
    ],
)
def test_names_that_would_clash_are_made_longer(paths: list[str], names: list[str]) -> None:
    assert distinct_names([Path(path) for path in paths]) == names


PARTS = st.sampled_from(["a", "A", "b", "a-b", "b-txt", "a-2"])


@given(st.lists(st.tuples(PARTS, PARTS, st.sampled_from([".txt", ".pdf", ".TXT", ""])), unique=True, max_size=30))
def test_no_two_inputs_share_a_name(parts: list[tuple[str, str, str]]) -> None:
    names = distinct_names([Path("/", folder, stem + suffix) for folder, stem, suffix in parts])
    assert len({name.casefold() for name in names}) == len(parts)


def test_documents_are_called_by_their_file_names_or_by_their_paths_where_these_clash(tmp_path: Path) -> None:
    put(tmp_path, "may/minutes.txt", "june/minutes.txt", "cabinet.txt")
    assert [one.document for one in find_inputs([tmp_path]).inputs] == [
        "cabinet.txt",
        f"{tmp_path}/june/minutes.txt",
        f"{tmp_path}/may/minutes.txt",
    ]


def test_a_name_that_would_write_to_the_terminal_is_shown_without_its_control_characters() -> None:
    assert shown(Path("a\x1b[2Jb\nc.txt")) == "a\ufffd[2Jb\ufffdc.txt"


def test_a_name_in_another_encoding_is_shown_as_far_as_it_can_be() -> None:
    assert shown(Path(os.fsdecode(b"caf\xe9.txt"))) == "caf\ufffd.txt"
