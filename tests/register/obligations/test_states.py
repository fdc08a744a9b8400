"""Where an obligation stands, from its dates and today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.register.obligations.states import Dates, Standing, state_of

SAID, DUE, LATER = date(2024, 1, 9), date(2024, 3, 5), date(2024, 6, 30)
days = st.dates(date(2015, 1, 1), date(2030, 1, 1))
any_dates = st.builds(
    Dates,
    said=st.none() | days,
    due=st.none() | days,
    extended_to=st.none() | days,
    answered=st.none() | days,
    ended=st.sampled_from(["", "withdrawn", "superseded"]),
)


@pytest.mark.parametrize(
    ("dates", "today", "standing", "words"),
    [
        (Dates(SAID, DUE), date(2024, 1, 20), Standing.OPEN, "Open, due in 45 days"),
        (Dates(SAID, DUE), date(2024, 2, 20), Standing.DUE_SOON, "Due in 14 days"),
        (Dates(SAID, DUE), date(2024, 3, 4), Standing.DUE_SOON, "Due tomorrow"),
        (Dates(SAID, DUE), DUE, Standing.DUE_SOON, "Due today"),
        (Dates(SAID, DUE), date(2024, 3, 6), Standing.OVERDUE, "Overdue by 1 day"),
        (Dates(SAID, DUE), date(2024, 9, 29), Standing.OVERDUE, "Overdue by 208 days"),
        (Dates(SAID, DUE, LATER), date(2024, 4, 1), Standing.EXTENDED, "Extended to 30 June 2024, due in 90 days"),
        (Dates(SAID, DUE, LATER), date(2024, 7, 2), Standing.OVERDUE, "Overdue by 2 days"),
        (Dates(SAID, DUE, None, DUE), LATER, Standing.ANSWERED, "Answered"),
        (Dates(SAID, DUE, None, date(2024, 3, 7)), LATER, Standing.ANSWERED_LATE, "Answered 2 days late"),
        (Dates(SAID, DUE, LATER, date(2024, 3, 7)), LATER, Standing.ANSWERED, "Answered"),
        (Dates(SAID, None, None, LATER), LATER, Standing.ANSWERED, "Answered"),
        (Dates(SAID, DUE, ended="withdrawn"), LATER, Standing.WITHDRAWN, "Withdrawn"),
        (Dates(SAID, DUE, answered=DUE, ended="superseded"), LATER, Standing.SUPERSEDED, "Superseded"),
        (Dates(SAID), date(2024, 1, 12), Standing.NO_DATE, "No date given, said 3 days ago"),
        (Dates(SAID), SAID, Standing.NO_DATE, "No date given"),
        (Dates(), LATER, Standing.NO_DATE, "No date given"),
    ],
)
def test_dates_tell_the_state(dates: Dates, today: date, standing: Standing, words: str) -> None:
    state = state_of(dates, today)
    assert (state.standing, state.words) == (standing, words)


def test_how_soon_is_soon_can_be_set() -> None:
    assert state_of(Dates(SAID, DUE), date(2024, 2, 20), due_soon_days=3).standing is Standing.OPEN


@given(dates=any_dates, today=days)
def test_what_is_overdue_today_is_overdue_by_a_day_more_tomorrow(dates: Dates, today: date) -> None:
    now, then = state_of(dates, today), state_of(dates, today + timedelta(days=1))
    if now.standing is Standing.OVERDUE:
        assert (then.standing, then.days) == (Standing.OVERDUE, (now.days or 0) + 1)
    if not now.standing.is_waiting:
        assert then == now


@given(dates=any_dates, today=days)
def test_nothing_is_overdue_on_or_before_its_date_nor_when_answered_or_ended(dates: Dates, today: date) -> None:
    overdue = state_of(dates, today).standing is Standing.OVERDUE
    waiting = not dates.answered and not dates.ended
    assert overdue == (waiting and dates.in_force is not None and today > dates.in_force)
