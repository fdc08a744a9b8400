"""A high-needs plan worked out: what the dedicated schools grant will owe, when a year balances, when the debt is
cleared.

A Plan goes in (``plan.py``, open it first), positions come out (``running.py``). ``dates.py`` finds the two dates,
``solving.py`` what it takes to reach them, ``sensitivity.py`` and ``drawing.py`` how much hangs on what was assumed,
``vintages.py`` what was told when. ``workbook`` reads a plan from Excel and writes one; ``words.py`` says what it
comes to.
"""

from arising.measures.forecast.dates import OVERRIDE_ENDS, OVERRIDE_SOURCE, Reached, debt_cleared, year_balances
from arising.measures.forecast.drawing import Draws, NotDrawn, draws
from arising.measures.forecast.plan import Cohort, FundingYear, Mitigation, Outturn, Plan, Uncertainty, Unplanned
from arising.measures.forecast.running import RULES, Position, run
from arising.measures.forecast.sensitivity import Sensitivity, sensitivities
from arising.measures.forecast.solving import Solved, solve
from arising.measures.forecast.vintages import Vintage, deliveries, told_when

__all__ = [
    "OVERRIDE_ENDS",
    "OVERRIDE_SOURCE",
    "RULES",
    "Cohort",
    "Draws",
    "FundingYear",
    "Mitigation",
    "NotDrawn",
    "Outturn",
    "Plan",
    "Position",
    "Reached",
    "Sensitivity",
    "Solved",
    "Uncertainty",
    "Unplanned",
    "Vintage",
    "debt_cleared",
    "deliveries",
    "draws",
    "run",
    "sensitivities",
    "solve",
    "told_when",
    "year_balances",
]
