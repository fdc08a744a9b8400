"""Text that no spreadsheet takes for a formula, exactly undone; and days as people write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.register.programme.tracker.cells import (
    LONGEST,
    STARTS_A_FORMULA,
    alike,
    day_from,
    fitting,
    neutralised,
    restored,
)

TRICKY = st.text(st.sampled_from([*STARTS_A_FORMULA, "'", "a", " "]))


@settings(deadline=None)
@given(st.one_of(st.text(), TRICKY))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert restored(neutralised(text)) == text


@settings(deadline=None)
@given(st.one_of(st.text(), TRICKY))
def test_no_cell_starts_a_formula(text: str) -> None:
    assert not neutralised(text).startswith(tuple(STARTS_A_FORMULA))


def test_an_apostrophe_before_a_word_stays() -> None:
    assert restored("'tis done") == "'tis done"


@settings(deadline=None)
@given(st.one_of(st.text(min_size=1), TRICKY.filter(bool)), st.integers(-3, 3))
def test_no_cell_is_longer_than_excel_holds(text: str, more: int) -> None:
    long = (text * LONGEST)[: LONGEST + more]
    assert len(neutralised(fitting(long))) <= LONGEST


def test_texts_are_alike_whatever_excel_makes_of_their_spaces_and_quotes() -> None:
    assert alike("The Head’s note –\r\nsent", "The Head's note - sent")
    assert not alike("sent", "not sent")


DAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    "written",
    [
        DAY, datetime(2026, 12, 4, 9, 30), 46360, 46360.0, "46360", "2026-12-04", "2026-12-04 00:00:00", "04/12/2026",
        "4/12/26", "4.12.2026", "4-12-2026", "4 December 2026", " 4th Dec 2026 ", "Friday 4 December 2026",
        "Fri, 4 Dec 2026", "4-Dec-26", "4 dec. 2026", "December 4, 2026", "4 Decem 2026",
    ],
)  # fmt: skip
def test_a_day_is_understood_as_it_is_written_here(written: object) -> None:
    assert day_from(written) == DAY


@pytest.mark.parametrize(
    "written",
    ["32/1/2026", "30 February 2026", "soon", "", "2026", "12/25/2026", 12, 10**12, float("inf"), "4 Foo 2026",
     "December 2026", "2026-13-01", date(1900, 1, 1), "4 Ma 2026", "1" * 400],
)  # fmt: skip
def test_what_is_no_day_is_said_in_one_line(written: object) -> None:
    with pytest.raises(ValueError, match=r"\A“.{0,60}” is no day\. Write it as 4 December 2026\Z"):
        day_from(written)


def test_september_may_have_four_letters() -> None:
    assert day_from("1 Sept 2026") == date(2026, 9, 1)


@settings(deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2200, 12, 31)))
def test_a_day_that_went_out_comes_in(day: date) -> None:
    assert day_from(day.isoformat()) == day_from(f"{day:%d/%m/%Y}") == day
