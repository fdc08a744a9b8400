"""Files of audits: read whole, or refused with a line for each bad cell."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from arising.measures.published import NotPublished
from arising.register.improvement.tables import AuditTable, TeamRow, read_audits, typed_teams

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
TITLES = b"Team,Planned,Outstanding,Good,Requires improvement,Inadequate\n"
COUNTS = TITLES + b"North,12,1,6,4,1\nSouth,,0,5,5,0\nTotal,,1,11,9,1\n"
MODERATED = b"\nAuditor,Good,Requires improvement\nGood,7,2\nRequires improvement,0,6\n"


def test_teams_are_read_with_what_was_planned_and_graded() -> None:
    table = read_audits(COUNTS, "audits.csv")
    assert table.grades == GRADES
    assert table.teams == (TeamRow("North", 12, (1, 6, 4, 1)), TeamRow("South", None, (0, 5, 5, 0)))
    assert table.moderated == ()


def test_moderation_is_read_further_down() -> None:
    table = read_audits(COUNTS + MODERATED, "audits.csv")
    assert table.moderated == ((0, 0, 0, 0), (0, 7, 2, 0), (0, 0, 6, 0), (0, 0, 0, 0))


def test_moderation_is_read_from_another_sheet() -> None:
    book = openpyxl.Workbook()
    for row in COUNTS.decode().splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row.split(",")])
    sheet = book.create_sheet("Moderation")
    for row in MODERATED.decode().strip().splitlines():
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row.split(",")])
    out = io.BytesIO()
    book.save(out)
    assert read_audits(out.getvalue(), "audits.xlsx") == read_audits(COUNTS + MODERATED, "audits.csv")


def test_without_planned_the_grades_come_at_once() -> None:
    table = read_audits(b"Team,Good,Poor\nNorth,3,4\n", "a.csv")
    assert table == AuditTable(("Good", "Poor"), (TeamRow("North", None, (3, 4)),))


def test_what_was_looked_at_comes_back_as_it_was() -> None:
    table = read_audits(COUNTS + MODERATED, "audits.csv")
    assert AuditTable.of(table.told()) == table


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (COUNTS.replace(b"6,4", b"six,4"), "row 2, column Good: “six” is no whole number of audits."),
        (COUNTS.replace(b"6,4", b"-6,4"), "row 2, column Good: “-6” is no whole number of audits."),
        (COUNTS.replace(b"6,4", b"6.5,4"), "row 2, column Good: “6.5” is no whole number of audits."),
        (COUNTS.replace(b"South", b"North"), "row 3: the team stands twice."),
        (COUNTS.replace(b"South", b""), "row 3: it has no team."),
        (COUNTS + MODERATED.replace(b"Good,7", b"Splendid,7"), "moderation: “splendid” is no grade"),
        (COUNTS.replace(b"Outstanding", b"Good"), "row 1: give from 2 to 8 different grades"),
        (COUNTS.replace(b"South", b"Case 1234567"), "row 3, column Team: it looks like a case and not a team."),
    ],
)
def test_a_bad_cell_is_one_clear_line(content: bytes, says: str) -> None:
    with pytest.raises(ValidationError) as trouble:
        read_audits(content, "audits.csv")
    (line,) = trouble.value.messages
    assert line.startswith(f"audits.csv, {says}")


def test_every_bad_cell_has_its_line() -> None:
    with pytest.raises(ValidationError) as trouble:
        read_audits(COUNTS.replace(b"6,4", b"six,four"), "audits.csv")
    assert len(trouble.value.messages) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"Child ID,Team,Grade\n123,North,Good\n",
        b"Team,Child name,Good\nNorth,A B,1\n",
        b"Team,Date of birth,Good\nNorth,2019-03-01,1\n",
    ],
)
def test_a_file_about_single_children_is_refused(content: bytes) -> None:
    with pytest.raises(NotPublished, match="Files about single children are not taken in"):
        read_audits(content, "audits.csv")


@pytest.mark.parametrize("content", [b"Good,Poor\n1,2\n", b"Team,Good,Poor\n", b"x"])
def test_a_file_without_teams_says_what_to_give(content: bytes) -> None:
    with pytest.raises(NotPublished, match=r"Team|team"):
        read_audits(content, "audits.csv")


def test_teams_are_typed_in_one_on_each_line() -> None:
    assert typed_teams("North team, 12\n\nSouth, east, 4\n") == {"North team": 12, "South, east": 4}


@pytest.mark.parametrize("text", ["North", "North, many", ", 4", "North, 1\nNorth, 2", "Case 99887766, 1"])
def test_a_line_that_is_no_team_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="Line"):
        typed_teams(text)
