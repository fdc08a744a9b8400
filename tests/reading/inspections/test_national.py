"""The national table of latest grades, with everything in it that cannot be taken."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from arising.measures.published import NotPublished
from arising.reading.inspections.brief import table_in_words
from arising.reading.inspections.national import NationalTable, read_national_table

HEADER = (
    "urn,la_code,ltla23cd,local_authority,inspection_link,overall_effectiveness_grade,inspection_framework,inspector_name,"
    "inspection_start_date,inspection_end_date,publication_date,impact_of_leaders_grade,help_and_protection_grade,"
    "in_care_grade,care_leavers_grade"
)
YORK = "80453,816,E06000014,york,https://files.example/1,good,short,ada lindqvist,07/03/2022,11/03/2022,04/05/22,good,outstanding,good,inspection_pre_dates_judgement"  # noqa: E501
KENT = "80476,886,E10000016,kent,https://files.example/2,nan,standard,None,27/04/2026,01/05/2026,17/06/26,good,good,outstanding,requires improvement"  # noqa: E501


def table(*rows: str, header: str = HEADER) -> NationalTable:
    return read_national_table("\n".join((header, *rows)).encode(), "overview.csv")


def test_a_row_has_the_authority_with_its_code_its_days_and_its_grades() -> None:
    row = table(KENT).rows[0]

    assert (row.authority, row.code, row.first_day, row.published) == (
        "Kent", "E10000016", date(2026, 4, 27), date(2026, 6, 17),
    )  # fmt: skip
    assert row.grades == {
        "leaders": "good", "help_and_protection": "good", "in_care": "outstanding",
        "care_leavers": "requires_improvement",
    }  # fmt: skip


def test_care_leavers_judged_together_give_one_grade_for_both() -> None:
    grades = table(YORK).rows[0].grades

    assert grades["in_care_and_care_leavers"] == "good"
    assert not {"in_care", "care_leavers"} & grades.keys()


def test_a_row_in_which_nothing_is_odd_says_nothing() -> None:
    assert table(YORK).odd == []


@pytest.mark.parametrize(
    ("told", "instead", "says"),
    [
        ("07/03/2022", "None", "no day of inspection start"),
        ("07/03/2022", "01/01/1900", "no day of inspection start"),
        ("07/03/2022", "soon", "“soon” is no day, of inspection start"),
        ("07/03/2022", "14/03/2022", "before it begins"),
        ("04/05/22", "04/02/22", "before the inspection ends"),
        (",outstanding,", ",adequate,", "“adequate” is no grade, of help and protection"),
        (",good,short", ",nan,short", "no overall effectiveness grade"),
        ("short", "None", "short or standard"),
        ("E06000014", "E10000016", "its code E10000016 is that of Kent"),
        (",816,", ",886,", "its number 886 is that of Kent, its name that of York"),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_with_its_row(told: str, instead: str, says: str) -> None:
    assert told in YORK

    assert any(says in odd for odd in table(YORK.replace(told, instead)).odd)


def test_an_authority_that_is_not_known_is_left_out_and_told() -> None:
    told = table(YORK, ",,,kesterby,,good,short,,07/03/2022,11/03/2022,04/05/22,good,good,good,good")

    assert len(told.rows) == 1
    assert "row 3: “kesterby” is no authority that is known" in told.untaken[0]


def test_an_authority_with_two_rows_is_told() -> None:
    assert sum("more than one row" in odd for odd in table(YORK, YORK).odd) == 2


def test_a_table_of_area_inspections_has_outcomes() -> None:
    header = "urn,la_code,local_authority,outcome_grade,inspection_start_date,inspection_end_date,publication_date"
    told = table(
        "1,816,york,3,01/07/2024,05/07/2024,02/09/24", "2,886,kent,,01/07/2024,05/07/2024,02/09/24", header=header
    )

    assert [row.outcome for row in told.rows] == ["widespread_failings", None]
    assert told.odd == ["row 3, Kent: no outcome"]


def test_a_workbook_is_read_as_well() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in (HEADER, YORK):
        book.active.append(line.split(","))
    made = io.BytesIO()
    book.save(made)

    assert read_national_table(made.getvalue(), "overview.xlsx").rows == table(YORK).rows


def test_a_table_of_something_else_is_refused_in_one_line() -> None:
    with pytest.raises(NotPublished) as refused:
        read_national_table(b"lamp,street\n1,Mill Lane\n", "lamps.csv")

    assert "local_authority" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_page_of_a_table_counts_the_grades() -> None:
    page = table_in_words(table(YORK, KENT))

    assert "- Good: 1" in page
    assert "- No overall judgement: 1" in page


def test_the_published_overview_gives_every_authority(shared: Path) -> None:
    told = read_national_table(shared / "reference" / "ofsted" / "ofsted-ilacs-overview.xlsx")

    assert len(told.rows) == 153
    assert not told.untaken
    medway = next(row for row in told.rows if row.code == "E06000035")
    assert (medway.first_day, medway.last_day, medway.published) == (
        date(2023, 7, 17), date(2023, 7, 28), date(2023, 9, 11),
    )  # fmt: skip
