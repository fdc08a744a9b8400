from __future__ import annotations

import json
from pathlib import Path

import pytest

from arising.reading.scoring import LabelsError, labelled_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("kent-january", "kent-march", "ayton"):
        for kind, text in (("documents", "Minutes."), ("labels", json.dumps({"document": f"{name}.txt"}))):
            path = tmp_path / kind / f"{name}.{'txt' if kind == 'documents' else 'json'}"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
    return tmp_path


def names(folder: Path, **chosen: tuple[str, ...]) -> list[str]:
    return [document.name for document in labelled_documents(folder, **chosen)]


def test_labels_are_found_in_the_folder_or_in_its_labels_folder(folder: Path) -> None:
    assert names(folder) == names(folder / "labels") == ["ayton", "kent-january", "kent-march"]


def test_part_of_the_documents_can_be_chosen_and_left_out(folder: Path) -> None:
    assert names(folder, only=("kent-*",)) == ["kent-january", "kent-march"]
    assert names(folder, leave_out=("*-march", "ayton")) == ["kent-january"]
    assert names(folder, only=("kent-*",), leave_out=("*-march",)) == ["kent-january"]


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match="no labels to score against"):
        labelled_documents(tmp_path)


def test_a_label_that_does_not_parse_is_named(folder: Path) -> None:
    (folder / "labels" / "ayton.json").write_text('{"document": 4}')
    with pytest.raises(LabelsError, match=r"ayton\.json: these labels cannot be read"):
        labelled_documents(folder)


def test_a_label_whose_document_is_missing_is_named(folder: Path) -> None:
    (folder / "documents" / "ayton.txt").unlink()
    with pytest.raises(LabelsError, match=r"ayton\.json: its document is not there"):
        labelled_documents(folder)
