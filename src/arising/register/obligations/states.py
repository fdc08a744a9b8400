"""Where an obligation stands on a day: worked out from dates and updates, never stored. Knows no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from arising.register.bodies.dates_in_words import day_in_words

DUE_SOON_DAYS = 14
"""How many days before it is due an obligation is due soon, unless the settings say otherwise."""


class Standing(StrEnum):
    """The states of an obligation, the most urgent first."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    NO_DATE = "no_date"
    EXTENDED = "extended"
    OPEN = "open"
    ANSWERED_LATE = "answered_late"
    ANSWERED = "answered"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The state as it is read out."""
        return _LABELS[self]

    @property
    def is_waiting(self) -> bool:
        """Whether something is still owed."""
        return self in WAITING


_LABELS = {
    Standing.OVERDUE: "Overdue",
    Standing.DUE_SOON: "Due soon",
    Standing.NO_DATE: "No date given",
    Standing.EXTENDED: "Extended",
    Standing.OPEN: "Open",
    Standing.ANSWERED_LATE: "Answered late",
    Standing.ANSWERED: "Answered",
    Standing.SUPERSEDED: "Superseded",
    Standing.WITHDRAWN: "Withdrawn",
}
WAITING = frozenset({Standing.OVERDUE, Standing.DUE_SOON, Standing.NO_DATE, Standing.EXTENDED, Standing.OPEN})


@dataclass(frozen=True)
class Dates:
    """What the state is worked out from.

    ``said`` is the day of the meeting, ``due`` the first date, ``extended_to`` the last extension, ``answered`` the day
    of the answer that stands. ``ended`` is "withdrawn", "superseded" or empty.
    """

    said: date | None = None
    due: date | None = None
    extended_to: date | None = None
    answered: date | None = None
    ended: str = ""

    @property
    def in_force(self) -> date | None:
        """The date that holds now: the extension's where there is one."""
        return self.extended_to or self.due


@dataclass(frozen=True)
class State:
    """Where an obligation stands. ``days`` counts what ``words`` tell: late, left, or since it was said."""

    standing: Standing
    days: int | None
    words: str


def state_of(dates: Dates, today: date, *, due_soon_days: int = DUE_SOON_DAYS) -> State:
    """The state on the day ``today``."""
    if dates.ended:
        standing = Standing(dates.ended)
        return State(standing, None, standing.label)
    if dates.answered:
        return _answered(dates, dates.answered)
    due = dates.in_force
    if due is None:
        return _without_date(dates, today)
    if due < today:
        late = (today - due).days
        return State(Standing.OVERDUE, late, f"Overdue by {_days(late)}")
    left = (due - today).days
    when = _in_days(left)
    if dates.extended_to:
        return State(Standing.EXTENDED, left, f"Extended to {day_in_words(dates.extended_to)}, due {when}")
    if due - today <= timedelta(days=due_soon_days):
        return State(Standing.DUE_SOON, left, f"Due {when}")
    return State(Standing.OPEN, left, f"Open, due {when}")


def _answered(dates: Dates, answered: date) -> State:
    late = (answered - dates.in_force).days if dates.in_force else 0
    if late > 0:
        return State(Standing.ANSWERED_LATE, late, f"Answered {_days(late)} late")
    return State(Standing.ANSWERED, None, "Answered")


def _without_date(dates: Dates, today: date) -> State:
    if not dates.said:
        return State(Standing.NO_DATE, None, "No date given")
    waiting = max((today - dates.said).days, 0)
    return State(Standing.NO_DATE, waiting, f"No date given, said {_days(waiting)} ago" if waiting else "No date given")


def _days(number: int) -> str:
    return f"{number:,} day" if number == 1 else f"{number:,} days"


def _in_days(left: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(left) or f"in {_days(left)}"
