"""Working days of England and Wales, without a network: the calendar comes with govuk-bank-holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=1)
def _bank_holidays() -> tuple[frozenset[date], date, date]:
    """The bank holidays that are known, and the first and last day of the years that they cover."""
    # it brings a library for the web with it, which takes a quarter of a second
    from govuk_bank_holidays.bank_holidays import BankHolidays

    known = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    days = frozenset(holiday["date"] for holiday in known)
    return days, date(min(days).year, 1, 1), date(max(days).year, 12, 31)


def is_working_day(day: date) -> bool:
    """Whether ``day`` is neither at a weekend nor a bank holiday in England and Wales."""
    return day.weekday() < 5 and day not in _bank_holidays()[0]


def holidays_are_known(first: date, last: date) -> bool:
    """Whether the calendar of bank holidays covers every day from ``first`` to ``last``."""
    _, begins, ends = _bank_holidays()
    return begins <= first and last <= ends


def working_days_after(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``, which is not counted itself."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def clear_working_days_after(day: date, count: int) -> date:
    """The first working day with ``count`` whole working days between it and ``day``.

    Clear days leave out the day on which the time begins and the day on which it is up.
    """
    return working_days_after(day, count + 1)


def clear_working_days_between(first: date, last: date) -> int:
    """How many whole working days lie between two days, neither of them counted."""
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, (last - first).days))
