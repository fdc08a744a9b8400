"""A council's own figures, in both layouts: what is certain is taken, what cannot be is told and kept."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from arising.measures.areas import Area
from arising.measures.cards import cards
from arising.measures.observations import Observation
from arising.measures.periods import month
from arising.measures.published import ChildLevel, NotPublished, own
from arising.measures.values import Symbol

FENWICK = Area("E06000991", "Fenwick", "authority", "991")
TITLES = "indicator,variant,area,period,value,numerator,denominator"
RATE = "Re-referrals within 12 months,of referrals,Fenwick"


def read(*rows: str, titles: str = TITLES) -> own.OwnFigures:
    return own.read("\n".join((titles, *rows)).encode(), file="own.csv", area=FENWICK)


def one(row: str) -> Observation:
    """The one observation of a row."""
    (found,) = read(row).observations
    return found


def refused(*rows: str, titles: str = TITLES) -> str:
    with pytest.raises(NotPublished) as told:
        read(*rows, titles=titles)
    assert "\n" not in str(told.value)
    return str(told.value)


def workbook(*rows: Sequence[Any]) -> bytes:
    made = openpyxl.Workbook()
    for cells in rows:
        made.active.append(list(cells))
    for line in made.active.iter_rows():
        for cell in line:
            if isinstance(cell.value, date):
                cell.number_format = "mmm-yy"
            elif isinstance(cell.value, float):
                cell.number_format = "0%"
    stored = io.BytesIO()
    made.save(stored)
    return stored.getvalue()


def test_a_row_is_an_observation_that_knows_where_it_stands() -> None:
    found = one(f"{RATE},Mar 2023,24.8,248,1000")
    assert (found.card, found.variant, found.area, found.period) == (
        "re-referrals",
        "referrals",
        FENWICK,
        month(2023, 3),
    )
    assert (found.value, found.numerator, found.denominator) == (24.8, 248.0, 1000.0)
    assert str(found.origin) == "own.csv, row 2, value"
    assert found.origin.release == "the council's own figures"


def test_a_row_for_each_indicator_and_a_column_for_each_month_says_the_same() -> None:
    tidy = read(f"{RATE},Jan 2023,24.8,,", f"{RATE},Feb 2023,c,,").observations
    wide = read(f"{RATE},24.8,c", titles="indicator,variant,area,Jan 2023,Feb-23").observations
    assert [(found.period, found.value) for found in wide] == [(found.period, found.value) for found in tidy]
    assert [found.origin.column for found in wide] == ["Jan 2023", "Feb-23"]


def test_in_excel_months_are_days_shown_as_months_and_percentages_fractions() -> None:
    content = workbook(
        ["Indicator", "Variant", "Area", date(2023, 1, 1), date(2023, 2, 1)], [*RATE.split(","), 0.248, 0.25]
    )
    found = own.read(content, area=FENWICK).observations
    assert [(each.period.label, each.value) for each in found] == [("January 2023", 24.8), ("February 2023", 25.0)]


def test_an_indicator_is_known_by_its_name_its_key_or_a_word_of_its_own() -> None:
    names = ("Re-referrals within 12 months", "re-referrals", "re-referral rate", "REREFERRALS")
    assert {one(f"{name},of referrals,Fenwick,Mar 2023,1,,").card for name in names} == {"re-referrals"}


def test_a_card_with_one_variant_needs_none_and_an_own_file_no_area() -> None:
    found = one("Caseload of social workers,,,2023-03-31,15.7,,")
    assert (found.variant, found.area, found.period.label) == ("average", FENWICK, "31 March 2023")


def test_a_year_is_of_the_kind_of_its_card() -> None:
    assert one("ehcp-refused,,Medway,2022,17.5,,").period.label == "2022"
    assert one(f"{RATE},2022,17.5,,").period.label == "2021/22"


def test_a_column_for_a_year_is_of_the_kind_of_each_card() -> None:
    found = read("ehcp-refused,,Fenwick,17.5", f"{RATE},24.8", titles="indicator,variant,area,2022").observations
    assert [each.period.label for each in found] == ["2022", "2021/22"]


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ("66%,,", 66.0),
        ("66,,", 66.0),
        ("0.66,66,100", 66.0),
        ("0.9,9,1000", 0.9),
        (",119,180", 66.1),
        ("c,,", Symbol.SUPPRESSED),
        (":,c,180", Symbol.NOT_AVAILABLE),
    ],
)
def test_a_value_is_in_the_unit_of_its_card(cells: str, value: object) -> None:
    assert one(f"{RATE},Mar 2023,{cells}").value == value


def test_a_series_of_fractions_is_taken_for_percentages_and_told() -> None:
    figures = read(*(f"{RATE},{name} 2023,0.{number},," for name, number in (("Jan", 24), ("Feb", 25), ("Mar", 26))))
    assert [found.value for found in figures.observations] == [24.0, 25.0, 26.0]
    assert str(figures.doubts[0]) == "own.csv, row 2, value: 0.24 was taken for a fraction, and is 24%."


def test_two_small_percentages_are_no_fractions() -> None:
    figures = read(f"{RATE},Jan 2023,0.5,,", f"{RATE},Feb 2023,0.8,,")
    assert [found.value for found in figures.observations] == [0.5, 0.8]
    assert figures.doubts == ()


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (f"{RATE},Mar 2023,130,,", "it is over 100%: 130"),
        (f"{RATE},Mar 2023,120,120,100", "its numerator is above its denominator: 120 of 100"),
        (f"{RATE},Mar 2023,66,119,280", "119 of 280 is 42.5%, and it says 66%"),
        (f"{RATE},Mar 2023,-4,,", "it is below 0: -4"),
        ("referrals,referrals,Fenwick,Mar 2023,-4,,", "it is below 0: -4"),
        (f"{RATE},Mar 2023,10,-4,100", "its numerator is below 0: -4"),
    ],
)
def test_what_cannot_be_is_told_and_kept(row: str, what: str) -> None:
    figures = read(row)
    assert len(figures.observations) == 1
    assert what in [doubt.what for doubt in figures.doubts]


@pytest.mark.parametrize(
    "row",
    [
        f"{RATE},Mar 2023,66,119,180",
        f"{RATE},Mar 2023,100,5,5",
        "caseload,,Fenwick,Mar 2023,15.7,1570,100",
        "schools-grant-balance,share-of-income,Fenwick,2021/22,-8.6,,",
    ],
)
def test_what_can_be_raises_no_doubt(row: str) -> None:
    assert read(row).doubts == ()


def test_a_row_without_a_value_is_told_and_an_empty_one_is_not() -> None:
    figures = read(f"{RATE},Mar 2023,,5,", f"{RATE},Apr 2023,,,", f"{RATE},May 2023,20,,")
    assert [found.period.label for found in figures.observations] == ["May 2023"]
    assert [doubt.origin.row for doubt in figures.doubts] == [2]


def test_other_columns_are_named_and_left_alone() -> None:
    assert read(f"{RATE},Mar 2023,20,,,ok", titles=f"{TITLES},comment").ignored == ("comment",)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("Made up,,Fenwick,Mar 2023,5,,", "own.csv, row 2, column indicator: “Made up” is no indicator here."),
        (
            "re-referrals,,Fenwick,Mar 2023,5,,",
            "column variant: “” is none of its variants. Write one of: of referrals; of children referred.",
        ),
        ("re-referrals,of cases,Fenwick,Mar 2023,5,,", "column variant: “of cases” is none of its variants."),
        ("caseload,,Nowhere,Mar 2023,5,,", "own.csv, row 2, column area: “Nowhere” is no area that is known."),
        ("caseload,,Fenwick,Smarch 2023,5,,", "own.csv, row 2, column period: “Smarch 2023” is no period."),
        ("caseload,,Fenwick,Q1 2023,5,,", "column period: “Q1 2023” does not say of which kind of year."),
        ("caseload,,Fenwick,Mar 2023,about 5,,", "own.csv, row 2, column value: “about 5” is neither a number"),
        ("caseload,,Fenwick,Mar 2023,5%,,", "column value: “5%” is a percentage, and Caseload of social workers is"),
        ("caseload,,Fenwick,Mar 2023,5,many,", "own.csv, row 2, column numerator: “many” is neither a number"),
    ],
)
def test_a_row_that_cannot_be_taken_in_says_where_and_what(row: str, line: str) -> None:
    assert line in refused(row)


@pytest.mark.parametrize(
    ("rows", "titles", "line"),
    [
        (
            (f"{RATE},Mar 2023,5,,", f"{RATE},2023-03,6,,"),
            TITLES,
            "row 3, column value: it says the same thing",
        ),
        ((), TITLES, "own.csv: it holds no value."),
        ((f"{RATE},Mar 2023,5",), "a,b,c,d,e", "own.csv: no row has the titles indicator, period and value"),
        (
            (f"{RATE},5,6",),
            "indicator,variant,area,Mar 2023,2023-03",
            "row 1, column 2023-03: two columns are",
        ),
        ((f"{RATE},Mar 2023,5,6",), "indicator,variant,area,period,value,value", "column value: two columns have this"),
        ((), TITLES.replace(",", ";"), "own.csv, row 1: its cells are parted by semicolons."),
    ],
)
def test_a_file_that_cannot_be_taken_in_says_where_and_what(rows: Sequence[str], titles: str, line: str) -> None:
    assert line in refused(*rows, titles=titles)


def test_the_examples_of_the_how_to_are_read() -> None:
    page = (Path(__file__).parents[3] / "docs/how-to/bring-in-own-figures.md").read_text("utf-8")
    tidy, wide = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    assert [found.value for found in own.read(tidy.encode(), area=FENWICK).observations] == [24.8, 15.7]
    assert len(own.read(wide.encode(), area=FENWICK).observations) == 6


def test_a_file_about_children_is_refused() -> None:
    with pytest.raises(ChildLevel):
        read("re-referrals,,Fenwick,Mar 2023,5,,,1234", titles=f"{TITLES},child id")


def test_the_template_with_a_row_for_each_value_has_the_titles_that_are_read() -> None:
    assert own.template("tidy", cards().values()).strip() == TITLES


def test_the_template_with_a_column_for_each_month_is_read_once_it_is_filled_in() -> None:
    months = [month(2023, number) for number in (4, 5, 6)]
    empty = own.template("wide", cards().values(), area="Fenwick", columns=months)
    titles, *rows = csv.reader(io.StringIO(empty))
    assert len(rows) == sum(len(card.variants) for card in cards().values())
    filled = io.StringIO()
    csv.writer(filled).writerows([titles, *([*cells[:3], "1", "2", ""] for cells in rows)])
    found = own.read(filled.getvalue().encode(), area=FENWICK).observations
    assert len(found) == 2 * len(rows)
    assert {each.period for each in found} == set(months[:2])


def test_an_empty_template_says_that_it_holds_no_value() -> None:
    empty = own.template("wide", cards().values(), area="Fenwick", columns=[month(2023, 4)])
    with pytest.raises(NotPublished, match="it holds no value"):
        own.read(empty.encode(), area=FENWICK)
