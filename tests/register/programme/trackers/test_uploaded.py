"""Files of every make are read, and what is no tracker is refused in one clear line."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.register.programme.tracker import COLUMNS, Row, Tracker, sheets
from arising.register.programme.tracker.cells import alike, fitting
from arising.register.programme.tracker.columns import Kind, Value
from arising.register.programme.tracker.uploaded import LARGEST, MOST_ROWS, Formula, NotATracker, TooLong, uploaded
from register.programme.trackers.sheets import as_csv, as_excel

TEXTS = st.one_of(st.text(max_size=40), st.text(st.sampled_from("=+-@'\t\r\n _x0041ab")))


def tracker(*rows: Row) -> Tracker:
    return Tracker("What is owed: Roads", date(2026, 11, 22), "everybody", rows)


@settings(deadline=None)
@given(TEXTS, st.dates(date(1990, 1, 1), date(2200, 12, 31)), st.sampled_from(["csv", "xlsx"]))
def test_every_cell_comes_in_as_it_went_out(text: str, day: date, form: str) -> None:
    values: dict[Kind, Value] = {Kind.TEXT: text, Kind.DAY: day, Kind.NUMBER: 12}
    row: Row = {column.name: values[column.kind] for column in COLUMNS}
    write = sheets.comma_separated if form == "csv" else sheets.workbook
    (came,) = uploaded(write(tracker(row)), f"tracker.{form}").rows
    for column in COLUMNS:
        cell = came.cells.get(column.name, "")
        if column.kind is Kind.TEXT:
            assert alike(cell, fitting(text))
        elif column.kind is Kind.DAY:
            assert str(cell)[:10] == day.isoformat()
        else:
            assert str(cell) == "12"


ROW = {"Reference": "12", "New progress": "The Head’s draft – £5"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_of_any_make_is_read(delimiter: str, encoding: str) -> None:
    content = as_csv([ROW], encoding=encoding, delimiter=delimiter)
    (row,) = uploaded(content, "tracker.csv").rows
    assert (row.number, row.cells) == (2, {"reference": "12", "new_progress": "The Head’s draft – £5"})


def test_titles_may_stand_below_other_rows() -> None:
    content = b'sep=,\r\n"Kelderdale, trackers"\r\n\r\nReference,Answer\r\n12,"one, two"\r\n'
    (row,) = uploaded(content, "tracker.csv").rows
    assert (row.number, row.cells) == (5, {"reference": "12", "answer": "one, two"})


def test_blank_rows_are_passed_over_and_rows_keep_their_numbers() -> None:
    content = b"Reference,Answer\r\n,\r\n\r\n12,Sent\r\n , \r\n"
    assert [row.number for row in uploaded(content, "tracker.csv").rows] == [4]


def test_rows_of_a_workbook_keep_their_numbers_over_gaps() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"], sheet["A9"] = "Reference", 12
    out = io.BytesIO()
    book.save(out)
    assert [(row.number, row.cells) for row in uploaded(out.getvalue(), "t.xlsx").rows] == [(9, {"reference": 12})]


def test_the_sheet_with_the_titles_is_found() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Second").append(["Reference", "Due date"])
    book["Second"].append([12, datetime(2026, 12, 4)])
    out = io.BytesIO()
    book.save(out)
    (row,) = uploaded(out.getvalue(), "tracker.xlsx").rows
    assert row.cells == {"reference": 12, "due": datetime(2026, 12, 4)}


def test_a_formula_and_a_cell_that_is_too_long_are_known_for_what_they_are() -> None:
    (row,) = uploaded(as_excel([{"Reference": 12, "Answer": "=1+1"}]), "t.xlsx").rows
    assert isinstance(row.cells["answer"], Formula)
    (row,) = uploaded(as_csv([{"Reference": "12", "Answer": "a" * 40_000}]), "t.csv").rows
    assert isinstance(row.cells["answer"], TooLong)


def test_a_column_by_its_own_title_comes_before_one_by_another() -> None:
    (row,) = uploaded(as_csv([{"Reference": "1", "Update": "old", "New progress": "new"}]), "t.csv").rows
    assert row.cells["new_progress"] == "new"
    assert uploaded(as_csv([{"Reference": "1", "Update": "old", "New progress": "new"}]), "t.csv").ignored == (
        "Update",
    )


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


REFUSED = {
    b"": " is empty. Choose the tracker that was filled in.",
    b"\xd0\xcf\x11\xe0 old": " is an old Excel file, or has a password. Save it as .xlsx without one.",
    b"PK\x03\x04 broken": " is damaged. Save it anew as .xlsx.",
    b"\x00\x01\x02\x03": " is neither Excel nor CSV. Save it as .xlsx or .csv.",
    b"a" * (LARGEST + 1): " is larger than 5 MB. Take out what is no part of the tracker.",
    b"Name,Answer\r\nx,y\r\n": (
        ": no column is called Reference. Start from a tracker that was taken out of the register, and keep its first "
        "row."
    ),
    b"Reference,Answer,Answer\r\n": ": two columns are called Answer. Leave one of them out.",
    b'Reference,Answer\r\n1,"not closed\r\n': (
        ", row 2: it is no CSV from there on (unexpected end of data). Save it anew as .xlsx or .csv."
    ),
    b"Reference\r\n" + b"1\r\n" * (MOST_ROWS + 1): " has more than 5,000 rows. Bring it in in parts.",
    packed(word__document_xml=b"<a/>"): " is no Excel workbook. Save it as .xlsx or .csv.",
    packed(xl__workbook_xml=b"<a/>"): " cannot be read as Excel. Save it anew as .xlsx.",
    packed(xl__workbook_xml=b"<!DOCTYPE x><a/>"): " holds what no workbook holds. Save it anew as .xlsx.",
    packed(xl__workbook_xml=b"0" * 60_000_000): " unpacks to more than is taken. Save the sheet alone, anew.",
}


@pytest.mark.parametrize(("content", "line"), REFUSED.items(), ids=list(map(str, range(len(REFUSED)))))
def test_what_is_no_tracker_is_refused_in_one_line(content: bytes, line: str) -> None:
    with pytest.raises(NotATracker) as refused:
        uploaded(content, "t.xlsx")
    assert str(refused.value) == f"t.xlsx{line}"


def test_a_sheet_that_was_coloured_to_its_last_row_is_read() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["Reference"])
    sheet.append([12])
    sheet["A1048576"].number_format = "0.00"
    out = io.BytesIO()
    book.save(out)
    assert len(uploaded(out.getvalue(), "tracker.xlsx").rows) == 1


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_whatever_bytes_come_they_are_read_or_refused(content: bytes) -> None:
    for begun in (b"", b"PK\x03\x04", b"Reference,Answer\n"):
        with suppress(NotATracker):
            uploaded(begun + content, "t.csv")
