"""Which published periods a figure may be of."""

from __future__ import annotations

from datetime import date

import pytest

from arising.measures.claims.times import meant
from arising.measures.periods import Kind, year
from measures.claims.invented import told

KINDS = (Kind.CALENDAR_YEAR, Kind.FINANCIAL_YEAR, Kind.ACADEMIC_YEAR, Kind.YEAR_TO_SEPTEMBER)


def years(words: str, kind: Kind, told_on: date | None) -> list[str]:
    """The years from 2015 to 2025 that the words may mean."""
    found = meant(told(words, told_on=told_on), kind)
    return [str(one) for one in (year(kind, ending) for ending in range(2015, 2026)) if found.held(one) == "meant"]


@pytest.mark.parametrize(
    ("told_on", "kind", "expected"),
    [
        (date(2020, 3, 12), Kind.CALENDAR_YEAR, ["2019", "2020"]),
        (date(2023, 3, 2), Kind.CALENDAR_YEAR, ["2022", "2023"]),
        (date(2023, 3, 2), Kind.FINANCIAL_YEAR, ["2021/22", "2022/23"]),
        (date(2023, 4, 2), Kind.FINANCIAL_YEAR, ["2022/23", "2023/24"]),
        (date(2023, 10, 2), Kind.ACADEMIC_YEAR, ["school year 2022/23", "school year 2023/24"]),
        (date(2023, 10, 2), Kind.YEAR_TO_SEPTEMBER, ["year to September 2023", "year to September 2024"]),
    ],
)
def test_a_figure_without_a_period_is_of_the_last_year_or_the_one_under_way(
    told_on: date, kind: Kind, expected: list[str]
) -> None:
    assert years("66% of lamps were lit.", kind, told_on) == expected


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("In 2022 66% of lamps were lit.", Kind.CALENDAR_YEAR, ["2022"]),
        ("In 2021, 66% of lamps were lit.", Kind.CALENDAR_YEAR, ["2021"]),
        ("In 2022 66% of lamps were lit.", Kind.FINANCIAL_YEAR, ["2021/22", "2022/23"]),
        ("66% of lamps were lit in 2021/22.", Kind.FINANCIAL_YEAR, ["2021/22"]),
        ("66% of lamps were lit in 2021/22.", Kind.ACADEMIC_YEAR, ["school year 2021/22"]),
        ("66% of lamps were lit in 2021/22.", Kind.CALENDAR_YEAR, ["2021", "2022"]),
        ("66% of lamps were lit last year.", Kind.CALENDAR_YEAR, ["2022"]),
        ("66% of lamps were lit last year.", Kind.FINANCIAL_YEAR, ["2021/22"]),
        ("66% of lamps were lit the previous year.", Kind.CALENDAR_YEAR, ["2021", "2022"]),
        ("66% of lamps were lit this year.", Kind.CALENDAR_YEAR, ["2023"]),
        ("66% of lamps were lit the year before last.", Kind.CALENDAR_YEAR, ["2021"]),
        ("At the end of March 2022 66% of lamps were lit.", Kind.FINANCIAL_YEAR, ["2021/22"]),
        ("66% of lamps were lit in January 2022.", Kind.FINANCIAL_YEAR, []),
    ],
)
def test_words_name_the_period(words: str, kind: Kind, expected: list[str]) -> None:
    assert years(words, kind, date(2023, 3, 2)) == expected


@pytest.mark.parametrize(
    "words", ["66% of lamps were lit so far.", "66% of lamps were lit last month.", "66% of lamps were lit in Q2."]
)
def test_a_part_of_a_year_is_no_year(words: str) -> None:
    assert [years(words, kind, date(2023, 3, 2)) for kind in KINDS] == [[], [], [], []]


def test_a_year_that_the_sentence_gives_to_something_else_is_not_that_of_the_figure() -> None:
    assert years("Since the inspection of 2018, 66% of lamps were lit.", Kind.CALENDAR_YEAR, date(2023, 3, 2)) == [
        "2022",
        "2023",
    ]


def test_without_a_day_nothing_is_meant() -> None:
    assert years("66% of lamps were lit.", Kind.CALENDAR_YEAR, None) == []
