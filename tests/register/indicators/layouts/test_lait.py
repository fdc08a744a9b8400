"""Tables of the Local Authority Interactive Tool in the register."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.measures.values import Symbol
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Indicator, Place, Release, Row, StatisticalArea

MEASURE = "Re-referrals within 12 months (%)"
TITLES = ["LA Number", "LA and Regions", "2021/22", "2022/23", "2023/24", "Quartile"]
TABLE: list[list[Any]] = [
    [MEASURE], [], TITLES, ["887", "Medway", 10.5, 11.0, "c", "A"], ["866", "Swindon", 20.5, 21.0, 22.0, "B"],
    ["-", "Statistical Neighbours", 15.0, 21.0, 15.0, "-"], ["-", "South East", 25.5, 25.0, 24.0, "-"],
    ["-", "England", 21.5, 22.4, 22.5, "-"],
]  # fmt: skip
TOLD = {MEASURE: "re-referrals referrals"}


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for cells in rows:
            sheet.append(list(cells))
    stored = io.BytesIO()
    made.save(stored)
    return stored.getvalue()


FILE = workbook(Level=TABLE)


def stored(clerk: User, content: bytes = FILE, name: str = "lait.xlsx") -> Release:
    one = operations.bring(name, content, published_on=None, actor=clerk)
    done = operations.store_brought(one, actor=clerk)
    assert isinstance(done, Release)
    return done


def series(card: str, variant: str, code: str) -> list[Any]:
    area = StatisticalArea.objects.get(code=code)
    return queries.published(Indicator.objects.get(key=card).card, variant, [area])[code]


def match(clerk: User, told: dict[str, str] = TOLD) -> None:
    operations.match_measures(told, actor=clerk, why="For a test")


def test_a_table_of_the_tool_is_looked_at_matched_and_stored_in_the_browser(
    clerk: User, client: Client, council: Council
) -> None:
    client.force_login(clerk)
    looked = client.post("/releases/add/", {"file": SimpleUploadedFile("lait.xlsx", FILE)}, follow=True)
    page = looked.redirect_chain[-1][0]
    said = looked.content.decode().replace("\xa0", " ")
    assert "12 rows of Local Authority Interactive Tool, 2023/24, from 2021/22 to 2023/24." in said
    assert "statistical neighbours, which are left out: 1" in said
    matched = client.post(f"{page}measures/", {"measure-0": "re-referrals referrals"}, follow=True)
    assert "of referrals: 12 figures" in matched.content.decode().replace("\xa0", " ")
    client.post(page)
    said = client.get("/indicators/re-referrals/?area=E06000035").content.decode()
    assert "lait.xlsx, row 4, 2022/23" in said
    assert "kept back so that nobody can be recognised" in said


def test_every_value_is_kept_with_its_row_and_column_and_symbols_stay(clerk: User) -> None:
    release = stored(clerk)
    match(clerk)
    assert Row.objects.filter(release=release).count() == 12
    told = [(str(one.period), one.value, one.origin.row, one.origin.column)
            for one in series("re-referrals", "referrals", "E06000035")]  # fmt: skip
    assert told == [
        ("2021/22", 10.5, 4, "2021/22"), ("2022/23", 11.0, 4, "2022/23"), ("2023/24", Symbol.SUPPRESSED, 4, "2023/24")
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["E92000001", "E12000008", "E06000030"])
def test_england_the_region_and_the_neighbours_stand_there_too(clerk: User, code: str) -> None:
    stored(clerk)
    match(clerk)
    assert len(series("re-referrals", "referrals", code)) == 3


def test_two_sheets_with_the_same_rows_are_both_kept(clerk: User) -> None:
    other: list[list[Any]] = [["Caseload"], [], TITLES, ["887", "Medway", 15.0, 16.0, 17.0, "A"]]
    release = stored(clerk, workbook(One=TABLE, Two=other))
    match(clerk, {"Caseload": f"caseload {Indicator.objects.get(key='caseload').card.variants[0].key}"})
    told = series("caseload", Indicator.objects.get(key="caseload").card.variants[0].key, "E06000035")
    assert Row.objects.filter(release=release).count() == 15
    assert told[0].origin.column == "Two: 2021/22"


def test_a_bare_year_is_of_the_indicators_kind(clerk: User) -> None:
    table: list[list[Any]] = [
        ["New plans"],
        [],
        ["LA Number", "LA and Regions", "2022", "2023"],
        ["887", "Medway", 300, 310],
    ]
    stored(clerk, workbook(Level=table))
    match(clerk, {"New plans": "ehcp-new new"})
    assert [str(one.period) for one in series("ehcp-new", "new", "E06000035")] == ["2022", "2023"]


def test_two_measures_are_not_one_definition(clerk: User) -> None:
    with pytest.raises(ValidationError, match="are both said to be"):
        match(clerk, {"One": "re-referrals referrals", "Two": "re-referrals referrals"})
    assert not Place.objects.exists()


def test_a_measure_that_is_said_to_be_none_is_given_up(clerk: User) -> None:
    match(clerk)
    match(clerk, {MEASURE: ""})
    assert not Place.objects.exists()


def test_the_same_table_again_changes_nothing(clerk: User) -> None:
    assert stored(clerk) == stored(clerk)
    assert Row.objects.count() == 12


def test_a_measure_of_a_stored_file_is_matched_on_the_page_of_the_tool(clerk: User, client: Client) -> None:
    stored(clerk)
    other: list[list[Any]] = [["Caseload"], [], TITLES, ["887", "Medway", 15.0, 16.0, 17.0, "A"]]
    stored(clerk, workbook(Level=other), "caseload.xlsx")
    client.force_login(clerk)
    sent = {"definition": "re-referrals referrals", "value": "value", "where-0": MEASURE}
    client.post("/layouts/lait/places/add/", sent)
    assert len(series("re-referrals", "referrals", "E06000035")) == 3
