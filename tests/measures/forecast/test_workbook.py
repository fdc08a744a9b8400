from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from arising.measures.forecast import FundingYear, Outturn, Plan, Uncertainty
from arising.measures.forecast.answering import work_out
from arising.measures.forecast.stored import as_rows, plan_of, results_of
from arising.measures.forecast.workbook import NotRead, read, template, written
from measures.forecast.plans import D, cohort, mitigation, plan, thirds

WHOLE = plan(
    cohort(growth="0.075", inflation=D("0.02"), growth_in=((2026, D("0.031")),), give_or_take=D("0.01")),
    cohort(40, 61_250, age="", placement="independent"),
    told=(
        FundingYear(2024, D(20_000_000), D(150_000), D(180_000_000), D("0.005")),
        FundingYear(2025, D(20_500_000)),
    ),
    opening=-4_321_987,
    funding_growth=D("0.03"),
    mitigations=(
        mitigation(ramp=thirds(), confidence=D("0.6"), delivered=((2025, 400_000),)),
        mitigation(250_000, name="=1+1", ramp=(D("0.255"), D(1)), ends=2027),
    ),
    uncertainty=Uncertainty(D("0.02"), D("0.015"), D("0.01")),
    outturns=(Outturn(2023, -4_321_987, -900_000, "Statement of accounts, page 12"),),
    title="High-needs recovery plan",
    made_on=date(2024, 3, 4),
    made_by="Director of Education",
)

Change = Callable[[Any], None]


def changed(change: Change, told: Plan = WHOLE) -> bytes:
    """The workbook of a plan with something in it changed."""
    book = openpyxl.load_workbook(io.BytesIO(written(told)))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lines(content: bytes) -> list[str]:
    with pytest.raises(NotRead) as raised:
        read(content, file="plan.xlsx")
    return str(raised.value).splitlines()


def test_a_plan_that_was_written_is_read_as_it_was() -> None:
    assert read(written(WHOLE)) == WHOLE


def test_a_plan_that_was_stored_is_had_back_as_it_was() -> None:
    assert plan_of(json.loads(json.dumps(as_rows(WHOLE)))) == WHOLE


def test_what_a_plan_came_to_is_had_back_as_it_was() -> None:
    came_to = work_out(WHOLE, number=100)
    assert results_of(json.loads(json.dumps(as_rows(came_to)))) == came_to


def test_no_words_become_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(WHOLE)))
    assert book["mitigations"]["A3"].data_type == "s"


def test_an_empty_workbook_says_what_is_missing_line_by_line() -> None:
    assert lines(template())[:2] == [
        "plan.xlsx: sheet about, row 1, column B: Council is missing. Whose plan it is.",
        "plan.xlsx: sheet about, row 5, column B: First year is missing. "
        "The plan's first financial year, such as 2024/25.",
    ]


def test_an_empty_workbook_has_every_title() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    assert book.sheetnames == ["about", "cohorts", "funding", "mitigations", "outturn"]
    assert [cell.value for cell in book["funding"][1]][:2] == ["Year", "High needs block"]


def put(sheet: str, place: str, value: object, form: str = "General") -> Change:
    def change(book: Any) -> None:
        book[sheet][place] = value
        book[sheet][place].number_format = form

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (put("cohorts", "D2", "many"), "sheet cohorts, row 2, column D: Plans: “many” is not a number."),
        (put("cohorts", "E3", None), "sheet cohorts, row 3, column E: Unit cost is missing."),
        (
            put("cohorts", "F2", 0.05),
            "row 2, column F: Growth: 0.05 may be 0.05% or 5%. Give the cell the format of a percentage.",
        ),
        (put("cohorts", "F2", "five"), "sheet cohorts, row 2, column F: Growth: “five” is no percentage. Write 5%."),
        (put("cohorts", "F2", 5, "0%"), "sheet cohorts, row 2: 5 to 10, special: growth or inflation must lie between"),
        (put("funding", "A3", "2025/27"), "sheet funding, row 3, column A: Year: “2025/27” is no financial year."),
        (put("funding", "B2", 0.2, "0%"), "sheet funding, row 2, column B: High needs block: a percentage stands"),
        (put("mitigations", "E2", "now and then"), "sheet mitigations, row 2, column E: Ramp: “now and then” is not"),
        (put("mitigations", "E2", 2.5), "sheet mitigations, row 2, column E: Ramp: 2.5 is no number of years."),
        (put("mitigations", "B2", "=1+1"), "column B: Starts: a formula stands there without its result."),
        (put("about", "B3", "soon"), "sheet about, row 3, column B: Made on: “soon” is no day. Write 4 March 2024."),
        (put("about", "B6", 400), "a plan covers 1 to 30 years: 400 are told."),
        (put("about", "B6", 2.5), "Years: 2.5 is no number of years."),
        (put("funding", "A3", "2026/27"), "funding goes from 2024/25 to 2026/27. Give a row for each year."),
        (put("outturn", "C2", True), "sheet outturn, row 2, column C: Cumulative balance: “True” is not an amount"),
        (
            put("cohorts", "I1", "Growth in 2024/25"),
            "5 to 10, special: growth is told for 2024/25, in which the plan has",
        ),
        (put("about", "B7", -(10**12) * 9), "the opening balance must lie between"),
        (put("cohorts", "D1", "Number"), "sheet cohorts, row 1: there is no column Plans."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place_and_what_to_do(change: Change, says: str) -> None:
    (line,) = lines(changed(change))
    assert says in line
    assert line.startswith("plan.xlsx: ")


def test_every_bad_cell_has_a_line() -> None:
    def both(book: Any) -> None:
        put("cohorts", "D2", "many")(book)
        put("funding", "B3", "much")(book)

    assert len(lines(changed(both))) == 2


@pytest.mark.parametrize(
    ("change", "growth"),
    [
        (put("cohorts", "F2", "5%"), "0.05"),
        (put("cohorts", "F2", 0.05, "0.0%"), "0.05"),
        (put("cohorts", "F2", 0), "0"),
    ],
)
def test_a_percentage_is_what_its_cell_shows(change: Change, growth: str) -> None:
    assert read(changed(change)).cohorts[0].growth == D(growth)


@pytest.mark.parametrize(
    ("cell", "opening"),
    [("-£4,000,000", -4_000_000), ("(4,000,000)", -4_000_000), (-3999999.5, -4_000_000), ("−£12", -12)],
)
def test_pounds_are_known_however_they_are_written(cell: object, opening: int) -> None:
    assert read(changed(put("about", "B7", cell))).opening == opening


def test_the_result_that_a_formula_left_is_read() -> None:
    content = written(WHOLE)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            held = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                assert b"<v>-4321987</v>" in held
                held = held.replace(b"<v>-4321987</v>", b"<f>-4000000-321987</f><v>-4321987</v>")
            new.writestr(part, held)
    assert read(out.getvalue()) == WHOLE


def test_titles_may_stand_below_a_heading() -> None:
    def move(book: Any) -> None:
        book["cohorts"].insert_rows(1, 2)
        book["cohorts"]["A1"] = "Plans by age"

    assert read(changed(move)).cohorts == WHOLE.cohorts


def test_a_plan_that_grows_beyond_all_measure_is_refused() -> None:
    told = plan(cohort(10**11, 10**11, growth="1"), years=30)
    (line,) = lines(written(told))
    assert "in 2024/25 it comes to more than £1,000,000,000,000,000. Put growth and amounts right." in line


def test_other_sheets_are_left_alone() -> None:
    def add(book: Any) -> None:
        book.create_sheet("workings")["A1"] = "=1+1"

    assert read(changed(add)) == WHOLE


def test_a_sheet_that_is_not_needed_may_be_missing() -> None:
    def drop(book: Any) -> None:
        del book["mitigations"]
        del book["outturn"]

    assert read(changed(drop)).mitigations == ()


def test_a_workbook_of_something_else_says_which_sheets_are_missing() -> None:
    def rename(book: Any) -> None:
        book["cohorts"].title = "Sheet1"

    assert "there is no sheet cohorts" in lines(changed(rename))[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04 and nothing", "it is damaged"),
        (b"Year,Plans\n", "it is damaged"),
        (b"\xd0\xcf\x11\xe0", "an old Excel file"),
        (b"PK" + b"\0" * (2 * 1024 * 1024), "larger than 2 MB"),
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes, says: str) -> None:
    assert says in lines(content)[0]


def test_more_cohorts_than_a_plan_has_are_refused() -> None:
    def fill(book: Any) -> None:
        for row in range(2, 520):
            for at, value in enumerate(("all", "", "special", 10, 1_000), start=1):
                book["cohorts"].cell(row, at, value)

    assert "it has more than 500 rows" in lines(changed(fill))[0]


def test_a_file_is_named_as_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "plan 2024.xlsx"
    path.write_bytes(template())
    with pytest.raises(NotRead, match=r"^plan 2024\.xlsx: sheet about"):
        read(path)
