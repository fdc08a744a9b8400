"""How a due date is worked out, and the words that say so."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.register.obligations.due import (
    Basis,
    Said,
    document_request,
    months_after,
    response_to_recommendation,
    work_out,
)
from arising.register.obligations.working_days import (
    clear_working_days_after,
    clear_working_days_between,
    is_working_day,
)

SAID_ON = date(2024, 1, 9)
MEETINGS = (date(2023, 10, 3), SAID_ON, date(2024, 6, 11), date(2024, 3, 5), date(2024, 12, 4))
days = st.dates(date(2013, 1, 1), date(2027, 12, 1))


@pytest.mark.parametrize(
    ("said", "day", "basis", "how"),
    [
        (Said("5 April 2024", "", date(2024, 4, 5), date(2024, 4, 5)), date(2024, 4, 5), Basis.EXPLICIT,
         "The minutes give the day: 5 April 2024."),
        (Said("its next meeting", "next meeting"), date(2024, 3, 5), Basis.MEETING,
         "“its next meeting” = 5 March 2024."),
        (Said("the June meeting", "meeting"), date(2024, 6, 11), Basis.MEETING, "“the June meeting” = 11 June 2024."),
        (Said("the September meeting", "meeting"), date(2024, 9, 30), Basis.MEETING,
         "“the September meeting”: no meeting in September 2024 is in the calendar yet, so its last day is taken."),
        (Said("within six months", "", SAID_ON, date(2024, 7, 9)), date(2024, 7, 9), Basis.SPAN,
         "“within six months” from 9 January 2024 = 9 July 2024."),
        (Said("in two weeks", "", date(2024, 1, 23), date(2024, 1, 23)), date(2024, 1, 23), Basis.SPAN,
         "“in two weeks” from 9 January 2024 = 23 January 2024."),
        (Said("within 10 working days"), date(2024, 1, 23), Basis.SPAN,
         "“within 10 working days” from 9 January 2024 = 23 January 2024."),
        (Said("within the next fortnight"), date(2024, 1, 23), Basis.SPAN,
         "“within the next fortnight” from 9 January 2024 = 23 January 2024."),
        (Said("in 24 hours"), date(2024, 1, 10), Basis.SPAN, "“in 24 hours” from 9 January 2024 = 10 January 2024."),
        (Said("March", "", date(2024, 3, 1), date(2024, 3, 31)), date(2024, 3, 31), Basis.LAST_DAY,
         "“March” is taken to mean its last day, 31 March 2024."),
        (Said("the end of July", "", date(2024, 7, 31), date(2024, 7, 31)), date(2024, 7, 31), Basis.LAST_DAY,
         "“the end of July” = 31 July 2024."),
        (Said("the autumn", "", date(2024, 9, 1), date(2024, 11, 30)), date(2024, 11, 30), Basis.LAST_DAY,
         "“the autumn” is taken to mean its last day, 30 November 2024."),
        (Said("Christmas", "christmas"), date(2024, 12, 25), Basis.LAST_DAY,
         "“Christmas” is taken to mean 25 December 2024."),
        (Said("in due course", "in due course"), None, Basis.NONE, "No date was given, only “in due course”."),
        (Said("a future meeting", "meeting"), None, Basis.NONE, "No date was given, only “a future meeting”."),
        (Said(), None, Basis.NONE, "No date was given."),
        (Said("March 2023", "", date(2023, 3, 1), date(2023, 3, 31)), None, Basis.NONE,
         "“March 2023” is 31 March 2023, before it was said. No date is taken from it."),
    ],
    ids=lambda value: value.words if isinstance(value, Said) else None,
)  # fmt: skip
def test_a_time_as_it_was_said_becomes_a_day(said: Said, day: date | None, basis: Basis, how: str) -> None:
    due = work_out(said, SAID_ON, MEETINGS)
    assert (due.day, due.basis, due.how) == (day, basis, how)


def test_a_next_meeting_waits_for_the_calendar() -> None:
    due = work_out(Said("its next meeting", "next meeting"), SAID_ON, (SAID_ON,))
    assert (due.day, due.basis) == (None, Basis.MEETING)
    assert due.how == "“its next meeting”: no later meeting is in the calendar yet."


def test_a_month_already_past_is_that_of_next_year() -> None:
    assert work_out(Said("the June meeting", "meeting"), date(2024, 9, 3)).day == date(2025, 6, 30)


def test_nothing_is_reckoned_from_a_day_that_is_not_known() -> None:
    assert work_out(Said("within six months"), None).day is None


@given(on=days, meetings=st.lists(days, max_size=8))
def test_a_next_meeting_is_the_first_of_the_later_ones(on: date, meetings: list[date]) -> None:
    day = work_out(Said("next meeting", "next meeting"), on, meetings).day
    assert day == min((meeting for meeting in meetings if meeting > on), default=None)


@given(words=st.text(max_size=60), on=st.none() | days, meetings=st.lists(days, max_size=3))
def test_whatever_is_said_no_day_comes_before_it(words: str, on: date | None, meetings: list[date]) -> None:
    due = work_out(Said(words), on, meetings)
    assert due.how
    assert due.day is None or (on is not None and due.day >= on)


def test_two_months_begin_with_the_day_of_receipt() -> None:
    due = response_to_recommendation(date(2024, 1, 9))
    assert (due.day, due.basis) == (date(2024, 3, 8), Basis.STATUTE)
    assert "beginning with receipt on 9 January 2024 end on 8 March 2024" in due.how
    assert "section 9FE" in due.how


def test_a_later_notice_starts_the_clock_of_two_months() -> None:
    assert response_to_recommendation(date(2024, 1, 9), date(2024, 1, 31)).day == date(2024, 3, 30)
    assert response_to_recommendation(date(2024, 1, 31), date(2024, 1, 9)).day == date(2024, 3, 30)


def test_a_receipt_that_nobody_told_is_said_to_be_assumed() -> None:
    assert "until somebody says" in response_to_recommendation(date(2024, 1, 9), assumed=True).how
    assert "until somebody says" not in response_to_recommendation(date(2024, 1, 9)).how


def test_ten_clear_working_days_leave_out_both_ends_weekends_and_bank_holidays() -> None:
    # Good Friday and Easter Monday of 2024 fall on 29 March and 1 April
    due = document_request(date(2024, 3, 20))
    assert due.day == date(2024, 4, 8)
    assert clear_working_days_between(date(2024, 3, 20), date(2024, 4, 8)) == 10


def test_years_whose_bank_holidays_are_not_known_are_told() -> None:
    assert "not known yet" in document_request(date(2060, 3, 1)).how
    assert "not known yet" not in document_request(date(2024, 3, 1)).how


@given(received=days, count=st.integers(0, 30))
def test_so_many_clear_days_lie_between_the_ends(received: date, count: int) -> None:
    day = clear_working_days_after(received, count)
    assert is_working_day(day)
    assert clear_working_days_between(received, day) == count


@given(on=days, count=st.integers(0, 40))
def test_months_on_it_is_the_same_day_or_the_last_of_the_month(on: date, count: int) -> None:
    then = months_after(on, count)
    assert (then.year * 12 + then.month) - (on.year * 12 + on.month) == count
    assert then.day <= on.day
