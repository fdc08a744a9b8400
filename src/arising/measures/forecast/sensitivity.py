"""What one percentage point more or less makes: of growth, of inflation, of the growth of funding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from arising.measures.forecast.dates import Reached, debt_cleared, year_balances
from arising.measures.forecast.plan import Plan
from arising.measures.forecast.running import Line, Position, Shift, run

What = Literal["growth", "inflation", "funding"]

POINT = Decimal("0.01")
_WHAT: tuple[What, ...] = ("growth", "inflation", "funding")


@dataclass(frozen=True)
class Sensitivity:
    """A plan with one thing a point higher or lower in every year after the first.

    ``cumulative`` is the balance when the plan ends, ``change`` what it is more than in the plan as it stands.
    """

    what: What
    by: Decimal
    cumulative: int
    change: int
    balances: Reached
    cleared: Reached


def sensitivities(plan: Plan, line: Line = "mitigated", positions: Sequence[Position] = ()) -> tuple[Sensitivity, ...]:
    """Each of the three, a point higher and a point lower. ``positions`` are those of the plan, where they are
    known."""
    stands = (positions or run(plan))[-1].balance(line).cumulative
    found = []
    for what in _WHAT:
        for by in (POINT, -POINT):
            moved = run(plan, Shift(**{what: by}))
            cumulative = moved[-1].balance(line).cumulative
            found.append(
                Sensitivity(
                    what, by, cumulative, cumulative - stands, year_balances(moved, line), debt_cleared(moved, line)
                )
            )
    return tuple(found)
