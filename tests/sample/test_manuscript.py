from pathlib import Path

import pytest

from arising.sample.manuscript import Line, LineKind, read_manuscript

AUTHORED = """+++
layout = "text minutes"
file = "minutes.txt"
body = "Allotments Committee"
date = 2024-02-29
+++

NOT FOR PUBLICATION

# 1. Water

## Minutes

- **Taps** – the Clerk agreed to **ask** again.

(a) noted the report;

| Tap | Drips |

# Action log
"""


@pytest.fixture
def authored(tmp_path: Path) -> Path:
    path = tmp_path / "authored.md"
    path.write_text(AUTHORED, encoding="utf-8")
    return path


def test_items_have_their_number_title_and_parts(authored: Path) -> None:
    manuscript = read_manuscript(authored)
    assert [(item.number, item.title) for item in manuscript.items] == [("1", "Water"), ("", "Action log")]
    assert [part.label for part in manuscript.items[0].parts] == ["Minutes"]


def test_what_stands_before_the_first_item_is_kept(authored: Path) -> None:
    assert read_manuscript(authored).preamble == (Line(LineKind.PARAGRAPH, "NOT FOR PUBLICATION"),)


def test_bullets_entries_and_rows_are_told_apart(authored: Path) -> None:
    minutes = read_manuscript(authored).items[0].part("Minutes")
    assert minutes is not None
    bullet, entry, row = minutes.lines
    assert (bullet.kind, entry.kind, row.kind) == (LineKind.BULLET, LineKind.ENTRY, LineKind.ROW)
    assert (entry.marker, entry.plain) == ("a", "noted the report;")
    assert row.cells == ("Tap", "Drips")


def test_bold_words_are_runs_of_their_own(authored: Path) -> None:
    minutes = read_manuscript(authored).items[0].part("Minutes")
    assert minutes is not None
    bullet = minutes.lines[0]
    assert bullet.runs == [("Taps", True), (" – the Clerk agreed to ", False), ("ask", True), (" again.", False)]
    assert bullet.plain == "Taps – the Clerk agreed to ask again."


def test_a_manuscript_without_details_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.md"
    path.write_text("# 1. Water\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bare\.md: the details between two lines of \+\+\+ are missing"):
        read_manuscript(path)
