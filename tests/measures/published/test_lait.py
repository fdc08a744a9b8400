"""Tables of the Local Authority Interactive Tool, from its workbook and from what its later form gives."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest

from arising.measures.cards import cards
from arising.measures.periods import Kind
from arising.measures.published import NotPublished, lait
from arising.measures.values import Symbol

MEASURE = "Re-referrals to children's social care within 12 months (%)"
TITLES = ["LA Number", "LA and Regions", "2021/22", "2022/23", "2023/24", "Change from previous year"]
SWINDON = ["866", "Swindon", 20.5, 21.0, 22.0, 1.0]
MEDWAY = ["887", "Medway", 10.5, 11.0, "c", "-"]
BEXLEY = ["303", "Bexley", 9.5, "x", 8.0, "-"]
AVERAGE = ["-", "Statistical Neighbours", 15.0, 21.0, 15.0, -6.0]
REGION = ["-", "South East", 25.5, 25.0, 24.0, -1.0]
ENGLAND = ["-", "England", 21.5, 22.4, 22.5, 0.1]
TABLE: list[list[Any]] = [[MEASURE], [], TITLES, MEDWAY, SWINDON, BEXLEY, AVERAGE, REGION, ENGLAND]


def workbook(*rows: Sequence[Any]) -> bytes:
    made = openpyxl.Workbook()
    made.active.title = "LA Level"
    for cells in rows:
        made.active.append(list(cells))
    stored = io.BytesIO()
    made.save(stored)
    return stored.getvalue()


def refused(*rows: Sequence[Any]) -> str:
    with pytest.raises(NotPublished) as told:
        lait.read(workbook(*rows), file="lait.xlsx")
    return str(told.value)


def test_every_area_and_year_of_the_table_is_a_value_with_its_measure() -> None:
    table = lait.read(workbook(*TABLE))
    assert lait.measures(table) == [MEASURE]
    assert len(table.rows) == 5 * 3
    assert [area.name for area in table.areas()] == ["Medway", "Swindon", "Bexley", "South East", "England"]
    assert table.areas()[0].code == "E06000035"


def test_the_average_of_neighbours_is_no_area_and_is_counted() -> None:
    assert lait.read(workbook(*TABLE)).left_out == {"Statistical Neighbours": 1}


def test_a_measure_that_somebody_matched_gives_observations_that_know_where_they_stand() -> None:
    table = lait.read(workbook(*TABLE), file="lait.xlsx")
    found = list(lait.observations(table, {MEASURE: (cards()["re-referrals"], "referrals")}))
    assert len(found) == 15
    first = found[0]
    assert (first.card, first.variant) == ("re-referrals", "referrals")
    assert (first.area.name, first.period.label) == ("Medway", "2021/22")
    assert str(first.origin) == "lait.xlsx, row 4, 2021/22"
    assert [each.value for each in found if each.area.name == "Medway"] == [10.5, 11.0, Symbol.SUPPRESSED]


def test_two_tables_below_one_another_are_one() -> None:
    rows: list[list[Any]] = [[MEASURE], TITLES, MEDWAY, SWINDON, [], TITLES, REGION, ENGLAND]
    assert len(lait.read(workbook(*rows)).rows) == 12


def test_the_table_of_the_later_form_has_its_measures_in_a_column() -> None:
    titles = "LA Number,LA and Regions,Region,Topic,Measure,2022,2023"
    rows = ["887,Medway,South East,SEND,Plans in time,55,66", "887,Medway,South East,SEND,Refusals,17,.."]
    table = lait.read("\n".join((titles, *rows)).encode(), year=Kind.CALENDAR_YEAR)
    assert lait.measures(table) == ["Plans in time", "Refusals"]
    assert [(row.period.label, row.text) for row in table.rows] == [
        ("2022", "55"),
        ("2023", "66"),
        ("2022", "17"),
        ("2023", ":"),
    ]


def test_the_column_of_areas_may_lack_its_title() -> None:
    table = lait.read(workbook([MEASURE], ["", "2022", "2023"], ["Medway", 2022, 2023], ["England", 1, 2]))
    assert lait.measures(table) == [MEASURE]
    assert [row.text for row in table.rows] == ["2022", "2023", "1", "2"]


def test_a_short_row_has_no_measure_and_no_value() -> None:
    told = b"LA and Regions,2022,2023,Measure\nMedway,1,2,Refusals\nSwindon,3\n"
    assert [row.words for row in lait.read(told).rows] == [("Refusals",), ("Refusals",), ("",)]


def test_an_authority_may_stand_in_two_groups_with_the_same_values() -> None:
    assert len(lait.read(workbook(*TABLE, SWINDON)).rows) == 15


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([*TABLE, ["866", "Swindon", 9.9, 21.0, 22.0, 1.0]], "row 10, column 2021/22: it says otherwise than row 5."),
        ([*TABLE, ["886", "Swindon", 1, 1, 1, 1]], "row 10: 886 is the number of Kent, and the row is called Swindon."),
        (
            [*TABLE, ["999", "Nowhere", 1, 1, 1, 1]],
            "column LA and Regions: “Nowhere” is no area that is known.",
        ),
        ([*TABLE, ["884", "Herefordshire", "low", 1, 1, 1]], "row 10, column 2021/22: “low” is neither a number nor"),
        ([["Measures"], ["Name", "Value"]], "lait.xlsx: no row has the title LA and Regions and then years."),
        ([TITLES, AVERAGE], "lait.xlsx: no value of an area stands in it."),
    ],
)
def test_a_table_that_cannot_be_taken_in_says_where_and_what(rows: Sequence[Sequence[Any]], line: str) -> None:
    assert line in refused(*rows)
