"""The two dates of a plan: when a year first balances, and when the debt is cleared. One does not follow from the
other.

Both are held against the end of the statutory override, until which a deficit of the dedicated schools grant stands
apart from a council's other reserves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from arising.measures.forecast.running import Line, Position
from arising.measures.forecast.years import Year, ending_by, last_day

OVERRIDE_ENDS = date(2028, 3, 31)
OVERRIDE_SOURCE = (
    "Local Authorities (Capital Finance and Accounting) (England) Regulations 2003, regulation 30L; extended to the end"
    " of 2027/28 (Ministry of Housing, Communities and Local Government, The Fair Funding Review 2.0, June 2025)"
)


@dataclass(frozen=True)
class Reached:
    """The first year from which something is so, and stays so to the end of the plan; None where there is none.

    ``passing`` is the first year in which it is so for a time alone, before that.
    """

    year: Year | None
    passing: Year | None = None

    def in_time(self, by: date = OVERRIDE_ENDS) -> bool:
        """Whether it is so from a year on that has ended by a day."""
        return self.year is not None and last_day(self.year) <= by


def year_balances(positions: Sequence[Position], line: Line) -> Reached:
    """The first year from which none adds to the deficit."""
    return _first([(one.year, one.balance(line).in_year >= 0) for one in positions])


def debt_cleared(positions: Sequence[Position], line: Line) -> Reached:
    """The first year from whose end on nothing is owed."""
    return _first([(one.year, one.balance(line).cumulative >= 0) for one in positions])


def balance_on(positions: Sequence[Position], line: Line, day: date = OVERRIDE_ENDS) -> int | None:
    """What stands in the reserve when the last year that has ended by a day ends; None where the plan has none such."""
    ended = [one for one in positions if last_day(one.year) <= day]
    return ended[-1].balance(line).cumulative if ended and ended[-1].year == ending_by(day) else None


def _first(told: Sequence[tuple[Year, bool]]) -> Reached:
    lasting = None
    for year, so in reversed(told):
        if not so:
            break
        lasting = year
    passing = next((year for year, so in told if so), None)
    return Reached(lasting, passing if passing != lasting else None)
