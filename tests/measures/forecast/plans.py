"""Invented plans."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from arising.measures.forecast import Cohort, FundingYear, Mitigation, Plan

D = Decimal


def cohort(plans: int = 1_000, cost: int = 20_000, growth: str = "0", **more: Any) -> Cohort:
    return Cohort(
        more.pop("age", "5 to 10"), "", more.pop("placement", "special"), D(plans), D(cost), D(growth), **more
    )


def plan(*cohorts: Cohort, years: int = 5, funding: int = 20_000_000, opening: int = 0, **more: Any) -> Plan:
    """A plan from 2024/25 whose funding is so much in its first year."""
    told = more.pop("told", (FundingYear(2024, D(funding)),))
    return Plan("Kesterby", 2024, years, opening, cohorts or (cohort(),), told, **more)


def mitigation(saving: int = 3_000_000, starts: int = 2025, **more: Any) -> Mitigation:
    return Mitigation(more.pop("name", "New special school"), starts, D(saving), **more)


def thirds() -> tuple[Decimal, ...]:
    return (D(1) / 3, D(2) / 3, D(1))
