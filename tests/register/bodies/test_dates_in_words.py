"""Dates in words are no more exact than they are known."""

from __future__ import annotations

from datetime import date

import pytest

from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.templatetags import words


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2026-11-21", "21 November 2026"),
        ("2020-03-01", "1 March 2020"),
        ("2020-03", "March 2020"),
        ("2020-03-XX", "March 2020"),
        ("2020", "2020"),
        ("2020-XX", "2020"),
        ("2021-21", "spring 2021"),
        ("2021-24", "winter 2021"),
        ("2020-03~", "about March 2020"),
        ("2020-03?", "possibly March 2020"),
        ("2020%", "possibly about 2020"),
        ("2020-03/2020-05", "from March 2020 to May 2020"),
        ("../2020-05-01", "until 1 May 2020"),
        ("/2020-05-01", "until 1 May 2020"),
        ("2020-05-01/..", "from 1 May 2020"),
        ("2020-13", "2020-13"),
        ("next meeting", "next meeting"),
        ("", ""),
    ],
)
def test_a_date_in_words(edtf: str, told: str) -> None:
    assert in_words(edtf) == told


def test_no_date_is_said_to_be_unknown() -> None:
    assert words.in_words("") == words.in_words(None) == "date not known"


def test_a_day_of_the_calendar_is_told_like_any_other() -> None:
    assert words.in_words(date(2026, 11, 1)) == "1 November 2026"


@pytest.mark.parametrize(
    ("number", "one", "many", "told"),
    [
        (0, "meeting", "", "no meetings"),
        (1, "meeting", "", "1 meeting"),
        (1204, "meeting", "", "1,204 meetings"),
        (2, "person", "people", "2 people"),
        (0, "person", "people", "no people"),
    ],
)
def test_a_count_in_words(number: int, one: str, many: str, told: str) -> None:
    assert words.counted(number, one, many) == told
