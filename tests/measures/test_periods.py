"""Periods as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from arising.measures.periods import Kind, Period, day, month, quarter, told, year


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mar 2023", "March 2023"),
        ("march 2023", "March 2023"),
        ("Sept 2023", "September 2023"),
        ("Mar-23", "March 2023"),
        ("2023-03", "March 2023"),
        ("03/2023", "March 2023"),
        ("2022/23", "2022/23"),
        ("2022-23", "2022/23"),
        ("2022/2023", "2022/23"),
        ("2023", "2022/23"),
        ("1999/00", "1999/00"),
        ("year to March 2023", "2022/23"),
        ("year ending December 2023", "2023"),
        ("Q1 2023/24", "April to June 2023"),
        ("2023-24 Q4", "January to March 2024"),
        ("Quarter 2 2023/24", "July to September 2023"),
        ("Apr-Jun 2023", "April to June 2023"),
        ("31/03/2023", "31 March 2023"),
        ("1.4.2023", "1 April 2023"),
        ("2023-03-31", "31 March 2023"),
        ("2023-03-31 00:00:00", "31 March 2023"),
        ("31st March 2023", "31 March 2023"),
    ],
)
def test_a_period_is_known_however_it_is_written(text: str, label: str) -> None:
    assert told(text).label == label


@pytest.mark.parametrize(
    "period",
    [
        *(year(kind, 2023) for kind in Kind if kind.is_year and kind is not Kind.CALENDAR_YEAR),
        quarter(date(2022, 7, 1)),
        month(2024, 2),
        day(date(2024, 2, 29)),
        Period(date(2024, 3, 3), date(2024, 3, 3) - timedelta(days=6), Kind.WEEK),
    ],
    ids=str,
)
def test_the_label_of_a_period_leads_back_to_it(period: Period) -> None:
    assert told(period.label) == period


def test_which_kind_of_year_is_meant_is_said_by_whoever_asks() -> None:
    assert told("2023", years=Kind.CALENDAR_YEAR).label == "2023"
    assert told("2022/23", years=Kind.ACADEMIC_YEAR).label == "school year 2022/23"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "is no period"),
        ("Total", "“Total” is no period"),
        ("2022/24", "“2022/24” is no period"),
        ("2011-12", "“2011-12” may be a month or a year. Write Dec 2011, or 2011/12"),
        ("Q1 2023", "does not say of which kind of year"),
        ("03/31/2023", "the day before the month"),
        ("13/2023", "is no period"),
    ],
)
def test_what_is_no_period_or_may_be_two_is_told(text: str, line: str) -> None:
    with pytest.raises(ValueError, match=line.replace("(", r"\(")):
        told(text)
