"""What councils call their columns and states, how they write dates, and that what goes out comes in unchanged."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from arising.register.improvement.workbooks.columns import guess, seems
from arising.register.improvement.workbooks.dates import When, when
from arising.register.improvement.workbooks.reading import workbook
from arising.register.improvement.workbooks.rows import PlanRow, layout_seems, named, rows
from arising.register.improvement.workbooks.states import seems as state_seems
from arising.register.improvement.workbooks.writing import Sheets
from arising.register.improvement.workbooks.writing import workbook as written
from register.improvement.plans.workbooks import excel


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Ref", "reference"), ("Ref.", "reference"), ("Action No", "reference"), ("Lead officer", "owner"),
        ("Lead Officer (post)", "owner"), ("By whom?", "owner"), ("SRO", "owner"), ("Timescale", "due"),
        ("By when", "due"), ("Target date", "due"), ("Original due date", "first_due"), ("BRAG", "state"),
        ("RAG\nrating", "state"), ("RAG Sept 24", "state"), ("Progress update", "progress"),
        ("How will we know?", "measure"), ("Target", "goal"), ("Baseline", "baseline"),
        ("Impact / evidence", "evidence"),
        ("What will we do?", "title"), ("Workstream", "priority"), ("Desired outcome", "outcome"),
        ("Budget", ""), ("", ""), (None, ""),
    ],
)  # fmt: skip
def test_what_a_column_seems_to_hold(title: str | None, role: str) -> None:
    assert seems(title) == role


def test_of_two_statuses_the_later_is_meant() -> None:
    assert guess(["Action", "RAG Jan 24", "RAG Mar 24"]) == ["title", "", "state"]


def test_of_two_owners_the_one_with_the_exact_title_is_meant() -> None:
    assert guess(["Lead officer for this", "Owner"]) == ["", "owner"]


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (date(2024, 3, 5), When(date(2024, 3, 5))),
        ("05/03/2024", When(date(2024, 3, 5))),
        ("5th March 2024", When(date(2024, 3, 5))),
        ("March 2024", When(date(2024, 3, 31), "March 2024")),
        ("Mar-24", When(date(2024, 3, 31), "Mar-24")),
        ("By end of Sept 2024", When(date(2024, 9, 30), "By end of Sept 2024")),
        ("Feb 2024", When(date(2024, 2, 29), "Feb 2024")),
        ("Q2 24/25", When(date(2024, 9, 30), "Q2 24/25")),
        ("Quarter 4 2024-25", When(date(2025, 3, 31), "Quarter 4 2024-25")),
        ("2024/25 Q3", When(date(2024, 12, 31), "2024/25 Q3")),
        ("Q2 2024", When(None, "Q2 2024")),
        ("Q2 24/26", When(None, "Q2 24/26")),
        ("Ongoing", When(None, "Ongoing")),
        ("Spring term", When(None, "Spring term")),
        ("31/02/2024", When(None, "31/02/2024")),
        (None, When()),
    ],
)  # fmt: skip
def test_when_an_action_is_due(cell: object, meant: When) -> None:
    assert when(cell) == meant


def test_an_action_that_starts_in_a_month_starts_on_its_first_day() -> None:
    assert when("March 2024", ends=False).day == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Green", "under_way"), ("GREEN – on track", "under_way"), ("Amber/Red", "under_way"), ("R", "under_way"),
        ("Blue", "done"), ("Blue - complete", "done"), ("Completed", "done"), ("Complete and embedded", "done"),
        ("Not started", "not_started"), ("Grey", "not_started"), ("Embedded", "embedded"),
        ("Paused", ""), ("Blue - suspended", ""), ("Green, not started", ""), ("Not complete", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_a_word_for_how_it_stands_seems_to_mean(word: str, state: str) -> None:
    assert state_seems(word) == state


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Priority 2: A stable workforce", ("2", "A stable workforce")),
        ("2. A stable workforce", ("2", "A stable workforce")),
        ("P3 – Practice", ("P3", "Practice")),
        ("A stable workforce", ("", "A stable workforce")),
        ("B: Practice", ("B", "Practice")),
        ("Practice", ("", "Practice")),
    ],
)
def test_the_reference_and_the_title_of_a_priority(words: str, meant: tuple[str, str]) -> None:
    assert named(words) == meant


def read(content: bytes) -> tuple[PlanRow, ...]:
    book = workbook(content, "plan.xlsx")
    return rows(book, layout_seems(book)).rows


def test_a_row_that_names_no_action_goes_on_with_the_one_before() -> None:
    told = (("Ref", "Action", "Milestones"), ("1", "Audit", "Agree the tool"), (None, None, "Train the auditors"))
    (row,) = read(excel({"Plan": told}))
    assert [each.title for each in row.milestones] == ["Agree the tool", "Train the auditors"]


def test_a_row_with_a_lead_and_no_action_is_told() -> None:
    book = workbook(excel({"Plan": (("Ref", "Action", "Lead"), ("1", "Audit", "A"), ("2", None, "B"))}), "plan.xlsx")
    (fault,) = rows(book, layout_seems(book)).faults
    assert fault.words == "Plan, row 3, action: No action stands there. Say what will be done, or take the row out."


def test_csv_comes_in_too() -> None:
    (row,) = read("Ref;Action;Lead\n1;Audit each month;Head\n".encode("utf-8-sig"))
    assert (row.reference, row.title, row.owner) == ("1", "Audit each month", "Head")


def test_a_hidden_sheet_is_not_read_unless_somebody_says_so() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Ref", "Action"])
    hidden = book.create_sheet("Old")
    hidden.append(["Ref", "Action"])
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert layout_seems(workbook(out.getvalue(), "plan.xlsx"))["Old"]["take"] is False


WORDS = some.text(
    some.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=40
).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip
DAYS = some.none() | some.dates(date(2000, 1, 1), date(2100, 1, 1))
STATES = some.sampled_from(["Not started", "Under way", "Done", "Evidenced", "Embedded"])
ROW = some.tuples(WORDS, WORDS, WORDS, DAYS, DAYS, DAYS, STATES, WORDS)


@settings(max_examples=60, deadline=None)
@given(some.lists(ROW, min_size=1, max_size=5))
def test_what_goes_out_comes_in_unchanged(told: list[tuple]) -> None:
    out = [
        (
            f"1.{at}",
            "",
            "1",
            priority,
            "",
            "",
            title,
            owner,
            starts,
            first,
            due,
            state,
            None,
            progress,
            None,
            "",
            "",
            "",
        )
        for at, (priority, title, owner, starts, first, due, state, progress) in enumerate(told)
    ]
    read_in = read(written(Sheets("Plan", "Today", out, [], [])))
    assert [
        (row.reference, row.priority, row.title, row.owner, row.starts_on, row.first_due, row.due.day, row.state,
         row.progress)
        for row in read_in
    ] == [
        (f"1.{at}", *row) for at, row in enumerate(told)
    ]  # fmt: skip
