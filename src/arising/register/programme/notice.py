"""The days that bind a meeting: when its agenda must be out, and whether its comments come in time. Knows no database.

Local Government Act 1972, sections 100A(6) and 100B: notice of a meeting, its agenda and its reports are open to the
public for at least five clear days before it. Clear days leave out the day of publication and that of the meeting;
weekends and bank holidays are not counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.obligations.working_days import clear_working_days_between, is_working_day

CLEAR_DAYS = 5
"""How many clear days before a meeting its agenda must be out."""


def notice_by(meeting: date, clear_days: int = CLEAR_DAYS) -> date:
    """The last working day on which the agenda of a meeting can be published."""
    day = meeting - timedelta(days=1)
    while not is_working_day(day) or clear_working_days_between(day, meeting) < clear_days:
        day -= timedelta(days=1)
    return day


class InTime(StrEnum):
    """Whether what a meeting says can reach a decision."""

    YES = "yes"
    TIGHT = "tight"
    TOO_LATE = "too_late"


@dataclass(frozen=True)
class Reach:
    """Whether what is said on one day reaches who decides on another, and that in words."""

    in_time: InTime
    words: str


def reach(meeting: date, decides: str, decision: date) -> Reach:
    """Whether comments made at a meeting on ``meeting`` reach ``decides`` before it decides on ``decision``.

    They come too late where the decision is on that day or before it. They are tight where the agenda of the decision
    must be out on that day or before it: then they cannot go with the papers and have to be handed on separately.
    """
    decides = decides[:1].upper() + decides[1:]
    if meeting >= decision:
        return Reach(InTime.TOO_LATE, f"Too late: {decides} decides on {day_in_words(decision)}.")
    papers = notice_by(decision)
    if meeting >= papers:
        return Reach(
            InTime.TIGHT,
            f"Tight: {decides} decides on {day_in_words(decision)}, and its papers must be out by "
            f"{day_in_words(papers)}. The comments must be handed on separately.",
        )
    return Reach(InTime.YES, f"In time: {decides} decides on {day_in_words(decision)}.")
