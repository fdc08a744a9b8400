"""Dates as they are written at the head of minutes."""

from __future__ import annotations

from datetime import date


def long_date(day: date) -> str:
    """ "Thursday 15 June 2023" """
    return f"{day:%A} {day.day} {day:%B %Y}"


def moderngov_date(day: date) -> str:
    """ "Thursday, 15th June, 2023" """
    return f"{day:%A}, {day.day}{_ordinal(day.day)} {day:%B}, {day:%Y}"


def _ordinal(number: int) -> str:
    if number in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
