"""What it takes: the growth at which a year balances, or the debt is cleared, by a chosen year.

More growth never costs less, so the answer is found by halving between stated bounds, in hundredths of a percentage
point: the highest growth that does it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from arising.measures.forecast.plan import Plan, Unplanned
from arising.measures.forecast.running import Line, own_growth, run, with_growth, with_share_of_growth
from arising.measures.forecast.years import Year, told

Aim = Literal["balance", "clear"]
"""That a year balances by itself, or that nothing is owed when it ends."""

LEAST, MOST = Decimal("-0.20"), Decimal("0.20")
"""Between these growth is looked for."""
_STEP = Decimal("0.0001")
_SHARE = Decimal("0.001")


@dataclass(frozen=True)
class Solved:
    """What it takes to reach an aim by a year.

    Args:
        growth: the highest growth of all plans a year that does it, the same for every cohort; None where none between
            ``LEAST`` and ``MOST`` does. It is ``MOST`` where more would do too.
        own: by how much the plan's own number of plans grows a year, on average.
        kept: the largest share of each cohort's own growth that may come; None where even no growth does not do it, 1
            where nothing has to change.
    """

    aim: Aim
    year: Year
    line: Line
    growth: Decimal | None
    own: Decimal | None
    kept: Decimal | None

    @property
    def is_reached(self) -> bool:
        """Whether the plan gets there as it is."""
        return self.kept == 1


def solve(plan: Plan, aim: Aim, year: Year, line: Line = "mitigated") -> Solved:
    """What growth reaches an aim by a year. Raises Unplanned for a year that the plan does not cover."""
    if year not in plan.all_years:
        what = (
            f"the plan covers {told(plan.first)} to {told(plan.last)}: {told(year)} is not in it. Choose one of these."
        )
        raise Unplanned(what)

    def reaches(changed: Plan) -> bool:
        balance = run(changed)[year - plan.first].balance(line)
        return (balance.in_year if aim == "balance" else balance.cumulative) >= 0

    growth = _highest(int(LEAST / _STEP), int(MOST / _STEP), lambda at: reaches(with_growth(plan, at * _STEP)))
    kept = _highest(0, int(1 / _SHARE), lambda at: reaches(with_share_of_growth(plan, at * _SHARE)))
    return Solved(
        aim,
        year,
        line,
        None if growth is None else growth * _STEP,
        own_growth(plan),
        None if kept is None else kept * _SHARE,
    )


def _highest(low: int, high: int, does: Callable[[int], bool]) -> int | None:
    """The highest step that does it, where every lower one does too; None where the lowest does not."""
    if not does(low):
        return None
    if does(high):
        return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if does(middle) else (low, middle)
    return low
