"""A high-needs plan of ten years and sixty cohorts, drawn ten thousand times, beside the bare sums in NumPy.

The yardstick draws as many normal numbers and multiplies them as often, and nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from arising.measures.forecast import Cohort, FundingYear, Mitigation, Plan, Uncertainty, draws, run, solve

YEARS, COHORTS, MITIGATIONS = 10, 60, 12
FULL, SHORT = 10_000, 1_000
"""So many draws."""
SECONDS = 2.0
"""What is aimed at, with ``FULL`` draws."""


@dataclass(frozen=True)
class Forecast:
    """What it took: seconds to draw, those of the yardstick, to work the plan out once, and to solve it."""

    draws: int
    seconds: float
    bare: float
    once: float
    solved: float

    @property
    def times(self) -> float:
        """How many times as long as the yardstick."""
        return self.seconds / self.bare


def measure(number: int) -> Forecast:
    """Each the best of three."""
    told = plan()
    return Forecast(
        number,
        _best(lambda: draws(told, number)),
        _best(lambda: _bare(number)),
        _best(lambda: run(told)),
        _best(lambda: solve(told, "clear", told.last)),
    )


def plan() -> Plan:
    """The plan that is measured."""
    rate = Decimal("0.001")
    return Plan(
        "Kesterby",
        2024,
        YEARS,
        -20_000_000,
        tuple(
            Cohort(
                f"Band {at}", "", "", Decimal(20 + at), Decimal(9_000 + 700 * at), rate * (20 + at), rate * 25,
                give_or_take=rate * (at % 20),
            )
            for at in range(COHORTS)
        ),
        (FundingYear(2024, Decimal(90_000_000)),),
        rate * 30,
        tuple(
            Mitigation(f"Measure {at}", 2025 + at % 4, Decimal(500_000), (Decimal("0.5"), Decimal(1)), Decimal("0.6"))
            for at in range(MITIGATIONS)
        ),
        Uncertainty(rate * 20, rate * 10, rate * 10),
    )  # fmt: skip


def _bare(number: int) -> None:
    growth = 1 + 0.01 * np.random.default_rng(1).standard_normal((COHORTS, number))
    cost = np.ones((COHORTS, number))
    for _ in range(YEARS - 1):
        cost *= growth
        cost.sum(axis=0)


def _best(work: Callable[[], object]) -> float:
    return min(_timed(work) for _ in range(3))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
