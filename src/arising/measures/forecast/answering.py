"""All that is asked of a plan, worked out at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from arising.measures.forecast.dates import OVERRIDE_ENDS
from arising.measures.forecast.drawing import USUAL, draws, is_uncertain
from arising.measures.forecast.plan import Plan
from arising.measures.forecast.running import Line, run
from arising.measures.forecast.sensitivity import sensitivities
from arising.measures.forecast.solving import Aim, Solved, solve
from arising.measures.forecast.stored import Results
from arising.measures.forecast.words import lines_of
from arising.measures.forecast.years import Year

_AIMS: tuple[Aim, ...] = ("balance", "clear")


def work_out(
    plan: Plan, *, number: int = USUAL, seed: int = 1, override_ends: date = OVERRIDE_ENDS, by: Year | None = None
) -> Results:
    """What a plan comes to.

    Args:
        number: how many times it is drawn; 0 for none. A plan without uncertainties is not drawn.
        seed: of the draws.
        override_ends: the day on which the statutory override ends.
        by: the year by which it is to balance and to be cleared; the plan's last where none is given.

    Raises:
        Unplanned: ``by`` is no year of the plan.
        NotDrawn: NumPy is not installed, and the plan is to be drawn.
        ValueError: as ``draws``.
    """
    positions = run(plan)
    line = lines_of(plan)[min(1, len(lines_of(plan)) - 1)]
    is_drawn = number > 0 and is_uncertain(plan)
    drawn = draws(plan, number, seed=seed, override_ends=override_ends) if is_drawn else None
    solved = takes(plan, plan.last if by is None else by)
    return Results(
        positions, sensitivities(plan, line, positions), tuple(solved), drawn, override_ends=override_ends
    )  # fmt: skip


def takes(plan: Plan, by: Year, lines: Sequence[Line] = ()) -> list[Solved]:
    """What it takes to balance a year and to clear the debt by its end, for each line in which the plan differs."""
    return [solve(plan, aim, by, line) for line in lines or lines_of(plan) for aim in _AIMS]
