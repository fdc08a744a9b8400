"""Published files in Excel: whatever else they hold, what is certain is taken and the rest is told in one line."""

from __future__ import annotations

import contextlib
import csv
import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.measures.published import ChildLevel, Library, NotPublished, packed, sheets, workbooks
from arising.measures.values import Symbol
from measures.published.invented import FENWICK, ORLEY, csv_of, row

TITLES = csv_of().decode().strip().split(",")


def workbook(
    *rows: Sequence[Any], change: Callable[[Any], None] | None = None, titles: Sequence[Any] = TITLES
) -> bytes:
    """A workbook with one sheet of these rows."""
    made = openpyxl.Workbook()
    sheet = made.active
    for cells in (titles, *rows):
        sheet.append(list(cells))
    if change:
        change(sheet)
    stored = io.BytesIO()
    made.save(stored)
    return stored.getvalue()


def cells(*told: str) -> list[Any]:
    """The cells of a row of a CSV file, its numbers as numbers."""
    (found,) = csv.reader(told)
    return [float(one) if one.replace(".", "").isdigit() and at > 9 else one for at, one in enumerate(found)]


WHOLE = workbook(cells(row()))


def refused(content: bytes, file: str = "book.xlsx") -> str:
    with pytest.raises(NotPublished) as told:
        workbooks.read(content, file=file)
    assert "\n" not in str(told.value)
    return str(told.value)


def with_parts(content: bytes, **parts: bytes) -> bytes:
    """A workbook with parts put in, or in place of others."""
    stored = io.BytesIO()
    names = {name.replace("__", "/"): told for name, told in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
        for name, told in names.items():
            new.writestr(name, told)
    return stored.getvalue()


def test_the_workbook_that_names_a_drawing_it_does_not_hold_is_read(shared: Path) -> None:
    table = workbooks.read(shared / "reference" / "dfe" / "dsg_deficit_derived.xlsx")
    assert len(table.rows) == 478
    series = Library([table]).series("schools-grant-balance", "share-of-income", "E06000035")
    # Department for Education, Open Government Licence v3.0
    assert [(one.period.label, one.value) for one in series] == [
        ("2019/20", -3.96),
        ("2020/21", -6.49),
        ("2021/22", -8.6),
    ]


def test_a_workbook_says_the_same_as_its_csv() -> None:
    told = [row(), row(ORLEY, "c,0,12.5")]
    from_csv, from_excel = workbooks.read(csv_of(*told)), workbooks.read(workbook(*map(cells, told)))
    assert [(one.number, one.area, one.period, one.words) for one in from_excel.rows] == [
        (one.number, one.area, one.period, one.words) for one in from_csv.rows
    ]
    assert [list(map(from_excel.cell, [one] * 3, from_excel.values)) for one in from_excel.rows] == [
        ["100", "20", "20"],
        ["c", "0", "12.5"],
    ]


def test_a_fraction_that_is_shown_as_a_percentage_is_that_percentage() -> None:
    def as_percentage(sheet: Any) -> None:
        sheet["N2"].number_format = "0.0%"

    table = workbooks.read(workbook([*cells(row())[:-1], 0.249], change=as_percentage))
    assert table.value(table.rows[0], "rereferral_percent") == 24.9


@pytest.mark.parametrize("value", [0.1, 1e-7, 1e22, 1234567.0, -3, 12])
def test_a_number_is_the_same_whether_or_not_another_cell_is_a_percentage(value: float) -> None:
    def as_percentage(sheet: Any) -> None:
        sheet["M3"].number_format = "0%"

    rows = [*cells(row())[:-1], value], cells(row(ORLEY))
    plain, styled = workbooks.read(workbook(*rows)), workbooks.read(workbook(*rows, change=as_percentage))
    assert plain.value(plain.rows[0], "rereferral_percent") == value
    assert styled.rows[0].text == plain.rows[0].text


def test_a_percentage_that_is_text_is_told() -> None:
    assert "column rereferral_percent: “24.9%” is text" in refused(workbook([*cells(row())[:-1], "24.9%"]))


def test_cells_that_are_merged_downwards_say_the_same_in_each_row() -> None:
    def merge(sheet: Any) -> None:
        for column in "CDEFGHIJ":
            sheet.merge_cells(f"{column}2:{column}3")

    table = workbooks.read(workbook(cells(row()), cells(row(year="2023")), change=merge))
    assert [one.area.name for one in table.rows] == ["Fenwick", "Fenwick"]


def test_numbers_that_are_merged_across_are_told() -> None:
    def merge(sheet: Any) -> None:
        sheet.merge_cells("M2:N2")

    told = refused(workbook(cells(row()), change=merge))
    assert "row 2" in told
    assert "M2:N2 are merged. Unmerge them." in told


def test_a_title_above_the_table_may_be_merged() -> None:
    def title(sheet: Any) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Referrals, 2023 to 2024"
        sheet.merge_cells("A1:N1")

    assert [one.number for one in workbooks.read(workbook(cells(row()), change=title)).rows] == [3]


def test_two_rows_of_titles_are_told() -> None:
    assert "row 2: it holds titles again" in refused(workbook(["", *["of which"] * 13], cells(row())))


def test_the_first_sheet_with_a_table_is_read() -> None:
    made = openpyxl.load_workbook(io.BytesIO(workbook(cells(row()))))
    made.create_sheet("Notes", 0)["A1"] = "Read me"
    made.create_sheet("Empty", 0)
    stored = io.BytesIO()
    made.save(stored)
    assert len(workbooks.read(stored.getvalue()).rows) == 1


def test_a_formula_that_was_never_worked_out_is_told() -> None:
    told = refused(workbook([*cells(row())[:-1], "=M2/L2"]))
    assert told.startswith("book.xlsx, row 2, column N: a formula stands there without its result")


def test_a_sheet_about_children_is_refused_with_dates_as_dates() -> None:
    births = [["North", date(2008 + year, 1 + (year * 5) % 12, 1 + (year * 11) % 28)] for year in range(14)]
    with pytest.raises(ChildLevel, match="dates of birth"):
        workbooks.read(workbook(*births, titles=["Team", "Began"]))


def test_a_sheet_about_children_behind_a_good_one_is_refused_too() -> None:
    def behind(sheet: Any) -> None:
        sheet.parent.create_sheet("List").append(["Surname", "UPN"])

    with pytest.raises(ChildLevel):
        workbooks.read(workbook(cells(row()), change=behind))


def test_a_workbook_may_say_that_it_has_one_cell() -> None:
    content = workbook(cells(row()), cells(row(ORLEY)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b'<dimension ref="A1:N3"', b'<dimension ref="A1"')
    assert b'ref="A1"' in sheet
    assert len(workbooks.read(with_parts(content, **{"xl__worksheets__sheet1.xml": sheet})).rows) == 2


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"\xd0\xcf\x11\xe0 old", "book.xlsx: it is an old Excel file, or has a password."),
        (b"PK\x03\x04 torn", "book.xlsx: it is damaged."),
        (b"PK\x03\x04" + bytes(sheets.LARGEST_BOOK), "book.xlsx: it is larger than 20 MB."),
    ],
)
def test_what_is_no_workbook_is_told(content: bytes, line: str) -> None:
    assert line in refused(content)


def test_where_no_library_reads_excel_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert refused(WHOLE) == "book.xlsx: this machine reads no Excel files. Save the sheet as CSV."


def test_what_is_a_packed_file_but_no_workbook_is_told() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    assert "it is no Excel workbook" in refused(stored.getvalue())


def test_a_workbook_that_unpacks_to_far_more_than_it_is_is_told() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "")
        archive.writestr("xl/media/picture.bin", bytes(packed.UNPACKED + 1))
    assert len(stored.getvalue()) < sheets.LARGEST_BOOK
    assert "it unpacks to more than a release can be" in refused(stored.getvalue())


def test_a_workbook_that_defines_entities_is_told() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    content = with_parts(workbook(cells(row())), **{"xl__worksheets__sheet1.xml": bomb})
    assert "it holds what no workbook holds" in refused(content)


@given(at=st.integers(0, 5_000), taken_out=st.integers(0, 20), put_in=st.binary(max_size=8))
@settings(deadline=None)
def test_a_workbook_that_was_damaged_is_read_or_told(at: int, taken_out: int, put_in: bytes) -> None:
    damaged = WHOLE[:at] + put_in + WHOLE[at + taken_out :]
    with contextlib.suppress(NotPublished):
        assert workbooks.read(damaged).rows


def test_symbols_in_a_workbook_stay_symbols() -> None:
    table = workbooks.read(workbook(cells(row(values="c,z,:")), cells(row(FENWICK, "1,2,3", "2023"))))
    assert table.symbols() == {Symbol.SUPPRESSED: 1, Symbol.NOT_APPLICABLE: 1, Symbol.NOT_AVAILABLE: 1}
