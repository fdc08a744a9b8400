"""Files whose layout nobody knew: a first look, and what somebody says of their columns."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from arising.measures import published
from arising.measures.cards import Dataset, Place, cards
from arising.measures.periods import Kind
from arising.measures.published import ChildLevel, NotPublished, looking
from arising.measures.published.looking import CODE, FIGURES, NAME, NOTHING, PERIOD, WORDS, Look
from arising.measures.values import Symbol
from measures.published.invented import lines

FILE = lines(
    [
        "Area Code,Area Name,Period,Sex,Rate,Count,Note",
        "E92000001,England,2022/23,All,21.5,600000,",
        "E06000035,Medway,2022/23,All,19.5,195,",
        "E06000035,Medway,2023/24,All,c,c,kept back",
        "E12000008,South East,2023/24,All,25.1,2510,",
        "E07000064,Rother,2023/24,All,9.1,91,",
    ]
)
TOLD = {
    "Area Code": CODE, "Area Name": NAME, "Period": PERIOD, "Sex": WORDS, "Rate": FIGURES, "Count": FIGURES,
    "Note": NOTHING,
}  # fmt: skip


def layout(told: Mapping[str, str] = TOLD, content: bytes = FILE, years: Kind = Kind.FINANCIAL_YEAR) -> Dataset:
    look = looking.look(content, file="rates.csv")
    return looking.layout_of(look, told, years, key="rates", name="Rates", release="Rates")


def test_a_file_of_another_layout_is_told_apart_from_one_that_is_wrong() -> None:
    with pytest.raises(published.UnknownLayout, match="say which of its columns are the period and the area"):
        published.read(FILE, file="rates.csv")


def test_each_column_seems_to_be_what_it_is() -> None:
    look = looking.look(FILE, file="rates.csv")
    assert {title: look.seems(title) for title in look.titles} == TOLD


def test_the_three_digits_of_an_authority_are_its_code() -> None:
    look = looking.look(lines(["Year,LA code,Visits", "2024,887,90", "2024,886,80"]), file="visits.csv")
    assert [look.seems(title) for title in look.titles] == [PERIOD, CODE, FIGURES]


def test_lines_above_the_titles_are_passed_over() -> None:
    look = looking.look(b"Rates of referral\n\n" + FILE, file="rates.csv")
    assert (look.row, look.titles[0]) == (3, "Area Code")


def test_as_many_rows_come_out_as_go_in_and_symbols_stay_symbols() -> None:
    table = published.read(FILE, file="rates.csv", dataset=layout())
    assert (len(table.rows), table.left_out) == (4, {"areas of other kinds": 1})
    assert table.symbols() == {Symbol.SUPPRESSED: 2}
    assert (table.apart, table.values) == (("Sex",), ("Rate", "Count"))


def test_a_later_file_of_the_same_columns_is_known_by_itself() -> None:
    later = FILE.replace(b"2023/24", b"2024/25")
    table = published.read(later, file="later.csv", known=[layout()])
    assert table.dataset is not None
    assert table.dataset.key == "rates"


def test_what_the_layout_says_of_an_indicator_is_read_with_its_place() -> None:
    place = Place("rates", "Rate", numerator="Count")
    dataset = layout()
    dataset = Dataset(**{**vars(dataset), "places": {("re-referrals", "referrals"): place}})
    table = published.read(FILE, file="rates.csv", dataset=dataset)
    card = cards()["re-referrals"]
    told = [(str(one.area), str(one.period), one.value, str(one.origin)) for one in table.all_observations([card])]
    assert told[1:3] == [
        ("Medway", "2022/23", 19.5, "rates.csv, row 3, Rate"),
        ("Medway", "2023/24", Symbol.SUPPRESSED, "rates.csv, row 4, Rate"),
    ]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"Period": NOTHING}, "No column holds the period"),
        ({"Area Code": NOTHING, "Area Name": NOTHING}, "No column holds the area"),
        ({"Sex": PERIOD}, "Period and Sex are both said to be the period"),
        ({"Area Name": CODE}, "Area Code and Area Name are both said to be the code of the area"),
        ({"Rate": NOTHING, "Count": NOTHING}, "No column holds figures"),
        ({"Sex": FIGURES}, "Sex holds no number"),
    ],
)
def test_a_choice_that_cannot_be_is_told_in_one_line(changed: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        layout({**TOLD, **changed})


def test_the_period_of_a_file_with_titles_of_its_own_cannot_be_told_anew() -> None:
    content = lines(["time_period,time_identifier,geographic_level,country_code,country_name,When,Rate",
                     "2024,Financial year,National,E92000001,England,2024,20"])  # fmt: skip
    with pytest.raises(ValueError, match="the file has a column of its own for it"):
        layout({"When": PERIOD, "Rate": FIGURES}, content)


@pytest.mark.parametrize(
    ("written", "years", "read"),
    [
        ("2024", Kind.CALENDAR_YEAR, "2024"), ("2024", Kind.YEAR_TO_SEPTEMBER, "year to September 2024"),
        ("202324", Kind.ACADEMIC_YEAR, "school year 2023/24"), ("Mar 2024", Kind.FINANCIAL_YEAR, "March 2024"),
        ("Q1 2023/24", Kind.FINANCIAL_YEAR, "April to June 2023"),
    ],
)  # fmt: skip
def test_periods_are_read_as_people_write_them(written: str, years: Kind, read: str) -> None:
    content = lines(["Area,When,Rate", f"Medway,{written},20"])
    dataset = layout({"Area": NAME, "When": PERIOD, "Rate": FIGURES}, content, years)
    assert str(published.read(content, dataset=dataset).rows[0].period) == read


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Nowhere,2024,20", "row 3, column Area: “Nowhere” is no area that is known"),
        (",2024,20", "row 3, column Area: it names no area"),
        ("Total,2024,20", "row 3, column Area: it is a row of totals"),
        ("Kent,soon 2024,20", "row 3, column When: “soon 2024” is no period"),
        ("Kent,2011-12,20", "row 3, column When: “2011-12” may be a month or a year"),
        ("Medway,2024,21", "row 3: it has the same area, period and words as row 2"),
        ("Kent,2024,many", "row 3, column Rate: “many” is neither a number"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_place(row: str, words: str) -> None:
    content = lines(["Area,When,Rate", "Medway,2024,20", row])
    dataset = layout({"Area": NAME, "When": PERIOD, "Rate": FIGURES}, content)
    with pytest.raises(NotPublished, match=words):
        published.read(content, dataset=dataset)


def test_a_code_that_is_another_areas_than_the_name_is_told() -> None:
    with pytest.raises(NotPublished, match="E06000035 is the code of Medway, and the row is called Kent"):
        published.read(FILE.replace(b"Medway,2023/24", b"Kent,2023/24"), dataset=layout())


def test_a_file_about_single_children_is_not_even_looked_at() -> None:
    with pytest.raises(ChildLevel):
        looking.look(b"UPN,Date of birth,Rate\nA123456789012,04/05/2011,1\n", file="list.csv")


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"only words\nand more\n", b"1,2,3\n4,5,6\n"])
def test_a_file_without_a_table_is_told(content: bytes) -> None:
    with pytest.raises(NotPublished, match="no row looks like the titles of a table"):
        looking.look(content, file="notes.csv")


def test_a_dataset_of_the_project_comes_before_a_layout_that_fits_too() -> None:
    from measures.published.invented import csv_of, row

    content = csv_of(row())
    look = Look("x.csv", 1, tuple(content.decode().splitlines()[0].split(",")), (), frozenset())
    wide = Dataset("mine", "Mine", "Mine", frozenset(look.titles), told_here=True)
    from arising.measures.cards import datasets

    table = published.read(content, known=[wide, *datasets().values()])
    assert table.dataset is not None
    assert table.dataset.key == "cin-referrals"
