"""A tracker as a file: its columns, what its reader may see, and nothing that a spreadsheet would run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from arising.register.obligations import operations
from arising.register.obligations.models import Judgement, Obligation, Origin
from arising.register.programme.tracker import COLUMNS
from arising.register.programme.tracker.sheets import SHEET
from arising.register.record.operations import set_visibility
from register.invented import PROMISE
from register.programme.trackers.conftest import Taken
from register.programme.trackers.sheets import read_csv, read_excel

LINK = "https://kelderdale.example/briefing-note"


def test_a_row_tells_what_is_owed_by_whom_since_when_and_in_which_words(taken: Taken, owed: Obligation) -> None:
    operations.amend(owed, {"due": date(2024, 3, 31)}, actor=None, why="For a test")
    (row,) = taken()
    told = ("Reference", "Meeting date", "Type", "Exact words", "Responsible officer", "Due date", "Status", "RAG")
    assert [row[title] for title in told] == [
        str(owed.pk), "2024-03-05", "Undertaking", PROMISE, "Director of People", "2024-03-31", "Overdue", "Red",
    ]  # fmt: skip


def test_progress_stands_in_it_newest_last(taken: Taken, owed: Obligation, clerk: User, today: Any) -> None:
    operations.say_progress(owed, "A draft is with the service.", actor=clerk)
    today("2024-04-09")
    operations.say_progress(owed, "It is at the printer's.", actor=clerk)
    (row,) = taken(clerk)
    assert row["Progress so far"] == (
        "2 April 2024: A draft is with the service.\n9 April 2024: It is at the printer's."
    )


def test_an_answer_stands_in_it_with_its_day_its_evidence_and_what_the_clerk_says(
    taken: Taken, owed: Obligation, clerk: User
) -> None:
    given = operations.answer(owed, "It was sent.", LINK, actor=clerk)
    operations.judge(given, Judgement.NOT_ENOUGH, actor=clerk, why="The annex is missing")
    (row,) = taken(clerk)
    assert [row[title] for title in ("Answer", "Answered on", "Evidence", "What the clerk says")] == [
        "It was sent.", "2024-04-02", LINK, "Does not discharge it: The annex is missing",
    ]  # fmt: skip


def test_the_public_takes_neither_progress_nor_what_no_clerk_has_accepted(
    taken: Taken, owed: Obligation, clerk: User
) -> None:
    operations.say_progress(owed, "A draft.", actor=clerk)
    given = operations.answer(owed, "It was sent.", LINK, actor=clerk)
    (row,) = taken()
    assert (row["Progress so far"], row["Answer"]) == ("", "")
    operations.judge(given, Judgement.ACCEPTED, actor=clerk)
    (row,) = taken()
    assert (row["Progress so far"], row["Answer"]) == ("", "It was sent.")


def test_what_a_reader_may_not_see_is_in_no_row(taken: Taken, owed: Obligation, clerk: User) -> None:
    source = owed.source
    assert source
    set_visibility(source, Audience.CLERKS, actor=clerk, why="Exempt")
    assert len(taken(clerk)) == 1


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_body_that_a_reader_may_not_see_has_no_tracker(
    client: Client, owed: Obligation, clerk: User, form: str
) -> None:
    source = owed.source
    assert source
    set_visibility(source, Audience.CLERKS, actor=clerk, why="Exempt")
    assert client.get(f"/trackers/childrens-committee.{form}").status_code == 404


def test_it_is_narrowed_as_the_list_is(taken: Taken, owed: Obligation, committee: Body) -> None:
    operations.add(Origin.DUTY, "A report", committee, due=date(2024, 3, 1), actor=None, why="Law")
    assert [row["Action or recommendation"] for row in taken(state="overdue")] == ["A report"]
    assert len(taken()) == 2


def test_an_officer_takes_what_they_owe(taken: Taken, owed: Obligation, director: User, committee: Body) -> None:
    operations.add(Origin.DUTY, "A report", committee, actor=None, why="Law")
    assert [row["Reference"] for row in taken(director, mine=1)] == [str(owed.pk)]


def test_the_list_of_every_body_is_a_tracker_too(client: Client, owed: Obligation) -> None:
    (row,) = read_csv(client.get("/obligations.csv").content)
    (same,) = read_excel(client.get("/obligations.xlsx").content)
    assert row["Committee"] == same["Committee"] == "Children's Committee"


def test_excel_and_csv_hold_the_same(client: Client, owed: Obligation, committee: Body, clerk: User) -> None:
    operations.say_progress(owed, "- one\n- two", actor=clerk)
    operations.answer(owed, "=1+1", LINK, actor=clerk)
    client.force_login(clerk)
    (sheet,) = read_excel(client.get(f"/trackers/{committee.slug}.xlsx").content)
    (row,) = read_csv(client.get(f"/trackers/{committee.slug}.csv").content)
    shown = {
        title: value.date().isoformat() if isinstance(value, datetime) else str("" if value is None else value)
        for title, value in sheet.items()
    }
    assert shown == row


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_no_cell_holds_a_formula(client: Client, committee: Body, clerk: User, form: str) -> None:
    operations.add(Origin.DUTY, '=HYPERLINK("https://bad.example")', committee, actor=None, why="Law")
    content = client.get(f"/trackers/{committee.slug}.{form}").content
    rows = read_excel(content) if form == "xlsx" else read_csv(content)
    assert '\'=HYPERLINK("https://bad.example")' in [row["Action or recommendation"] for row in rows]
    if form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.fixture
def book(client: Client, committee: Body, owed: Obligation) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(client.get(f"/trackers/{committee.slug}.xlsx").content))


def test_the_workbook_can_be_worked_in(book: openpyxl.Workbook) -> None:
    sheet = book[SHEET]
    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B2", "A1:X2", "$1:$1")
    assert not sheet.merged_cells.ranges
    assert sheet.column_dimensions["X"].hidden
    assert sheet["C2"].is_date


def test_what_may_be_filled_in_looks_other_than_what_may_not(book: openpyxl.Workbook) -> None:
    sheet = book[SHEET]
    looks = {
        bool(column.may_be_filled_in): (sheet.cell(1, at).fill.fgColor.rgb, sheet.cell(2, at).fill.fgColor.rgb)
        for at, column in enumerate(COLUMNS, start=1)
    }
    assert looks[True] != looks[False]


def test_a_day_is_asked_for_where_a_day_is_to_be_filled_in(book: openpyxl.Workbook) -> None:
    asked = {str(each.sqref).partition("2:")[0]: each.type for each in book[SHEET].data_validations.dataValidation}
    titles = {cell.column_letter: cell.value for cell in book[SHEET][1]}
    assert {titles[letter] for letter, kind in asked.items() if kind == "date"} == {"Due date", "Answered on"}


def test_the_second_sheet_says_when_and_for_whom_it_was_made_and_how_to_fill_it_in(
    client: Client, committee: Body, clerk: User
) -> None:
    client.force_login(clerk)
    content = client.get(f"/trackers/{committee.slug}.xlsx?state=overdue").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    words = " ".join(str(cell) for row in book["How to fill it in"].iter_rows(values_only=True) for cell in row if cell)
    assert "Made on 2 April 2024 for Clerk. Narrowed to: state overdue." in words
    assert "An answer needs evidence" in words
    assert book.properties.title == "What is owed: Children's Committee"


def test_more_rows_ask_no_more_of_the_database(
    client: Client, committee: Body, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(20):
        operations.add(Origin.DUTY, f"Report {number}", committee, actor=None, why="Law")
    with django_assert_max_num_queries(12):
        client.get(f"/trackers/{committee.slug}.csv")


def test_the_page_of_the_tracker_leads_to_its_files(client: Client, committee: Body) -> None:
    page = client.get(f"/trackers/{committee.slug}/").content.decode()
    assert f'href="/trackers/{committee.slug}.xlsx?state=waiting"' in page
    assert f'href="/trackers/{committee.slug}.csv"' in page
    assert f'href="/trackers/{committee.slug}/"' in client.get(committee.get_absolute_url()).content.decode()
