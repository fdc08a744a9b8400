"""Clear days before a meeting, and whether comments come in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.register.obligations.working_days import clear_working_days_between, is_working_day
from arising.register.programme.notice import CLEAR_DAYS, InTime, notice_by, reach


@pytest.mark.parametrize(
    ("meeting", "out"),
    [
        ("2026-03-12", "2026-03-04"),  # a Thursday: the Wednesday of the week before
        ("2026-03-09", "2026-02-27"),  # a Monday
        ("2026-04-09", "2026-03-30"),  # Good Friday and Easter Monday between
        ("2026-01-06", "2025-12-24"),  # Christmas Day, Boxing Day and New Year's Day between
    ],
)
def test_the_last_day_for_an_agenda(meeting: str, out: str) -> None:
    assert notice_by(date.fromisoformat(meeting)) == date.fromisoformat(out)


@given(st.dates(date(2020, 1, 1), date(2027, 12, 31)))
def test_no_later_day_would_do(meeting: date) -> None:
    day = notice_by(meeting)
    assert is_working_day(day)
    assert clear_working_days_between(day, meeting) >= CLEAR_DAYS
    later = [day + timedelta(days=n) for n in range(1, (meeting - day).days)]
    assert not any(is_working_day(one) and clear_working_days_between(one, meeting) >= CLEAR_DAYS for one in later)


@pytest.mark.parametrize(
    ("decided", "in_time"),
    [("2026-03-05", InTime.TOO_LATE), ("2026-03-12", InTime.TOO_LATE), ("2026-03-20", InTime.TIGHT),
     ("2026-03-23", InTime.YES)],
)  # fmt: skip
def test_whether_comments_of_12_march_come_in_time(decided: str, in_time: InTime) -> None:
    assert reach(date(2026, 3, 12), "Cabinet", date.fromisoformat(decided)).in_time is in_time
