"""What a plan comes to, year by year: worked out exactly, without chance.

Inside, all is decimal. The spending, the funding, the transfer and each mitigation of a year are rounded to whole
pounds once, half a pound upwards; balances are sums of these, so every table adds up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from itertools import accumulate, pairwise
from operator import mul
from typing import Literal

from arising.measures.forecast.plan import ONE, ZERO, Plan, pounds
from arising.measures.forecast.years import Year

RULES = 1
"""The version of these rules. It is one more whenever the same plan could come to something else."""

Line = Literal["unmitigated", "mitigated", "expected"]
"""With nothing done; with every mitigation as it is claimed; with each as far as there is confidence in it."""

_DIGITS = 40


@dataclass(frozen=True)
class Balance:
    """What a year adds to the reserve, and what stands in it when the year ends. Below 0 is a deficit."""

    in_year: int
    cumulative: int


@dataclass(frozen=True)
class Position:
    """One year of a plan. ``plans`` is the number of plans, on average over the year; the rest is in whole pounds."""

    year: Year
    plans: Decimal
    spending: int
    funding: int
    transfer: int
    claimed: int
    likely: int
    unmitigated: Balance
    mitigated: Balance
    expected: Balance

    def balance(self, line: Line) -> Balance:
        """The balance of a line."""
        return {"unmitigated": self.unmitigated, "mitigated": self.mitigated, "expected": self.expected}[line]


@dataclass(frozen=True)
class Shift:
    """What is added to the growth of every cohort, to inflation, and to the growth of funding: 0.01 is one point."""

    growth: Decimal = ZERO
    inflation: Decimal = ZERO
    funding: Decimal = ZERO


def run(plan: Plan, shift: Shift | None = None) -> tuple[Position, ...]:
    """The years of a plan, in order."""
    with localcontext() as context:
        context.prec = _DIGITS
        return tuple(_positions(plan, shift or Shift()))


def own_growth(plan: Plan) -> Decimal | None:
    """By how much all plans together grow a year, on average from the first year to the last; None for a single year or
    no plans."""
    with localcontext() as context:
        context.prec = _DIGITS
        counts, _ = _by_year(plan, Shift())
        if len(counts) < 2 or not counts[0]:
            return None
        times = counts[-1] / counts[0]
        return ((times.ln() / (len(counts) - 1)).exp() - ONE) if times else -ONE


def with_growth(plan: Plan, growth: Decimal) -> Plan:
    """The plan with one and the same growth for every cohort in every year."""
    return replace(plan, cohorts=tuple(replace(one, growth=growth, growth_in=()) for one in plan.cohorts))


def with_share_of_growth(plan: Plan, share: Decimal) -> Plan:
    """The plan with so much of its own growth, where a cohort grows."""

    def scaled(rate: Decimal) -> Decimal:
        return rate * share if rate > 0 else rate

    return replace(
        plan,
        cohorts=tuple(
            replace(
                one,
                growth=scaled(one.growth),
                growth_in=tuple((year, scaled(rate)) for year, rate in one.growth_in),
            )
            for one in plan.cohorts
        ),
    )


def income(plan: Plan) -> list[tuple[Decimal, Decimal]]:
    """What comes in each year before rounding: high needs block and other income, and what is transferred."""
    known = {told.year: told for told in plan.funding}
    found: list[tuple[Decimal, Decimal]] = []
    for year in plan.all_years:
        if year in known:
            told = known[year]
            found.append((told.high_needs + told.other, told.schools_block * told.transfer))
        else:
            found.append((found[-1][0] * (ONE + plan.funding_growth), ZERO))
    return found


def _positions(plan: Plan, shift: Shift) -> Sequence[Position]:
    plans, spending = _by_year(plan, shift)
    coming = _shifted(income(plan), shift.funding)
    found: list[Position] = []
    carried: dict[Line, int] = dict.fromkeys(("unmitigated", "mitigated", "expected"), plan.opening)
    for at, year in enumerate(plan.all_years):
        spent, funding, transfer = pounds(spending[at]), pounds(coming[at][0]), pounds(coming[at][1])
        claimed = sum(one.claimed(year) for one in plan.mitigations)
        likely = sum(one.expected(year) for one in plan.mitigations)
        bare = funding + transfer - spent
        balances: dict[Line, Balance] = {}
        savings: dict[Line, int] = {"unmitigated": 0, "mitigated": claimed, "expected": likely}
        for line, saved in savings.items():
            carried[line] += bare + saved
            balances[line] = Balance(bare + saved, carried[line])
        shown = plans[at].quantize(Decimal("0.1"))
        found.append(Position(year, shown, spent, funding, transfer, claimed, likely, **balances))
    return found


def _by_year(plan: Plan, shift: Shift) -> tuple[list[Decimal], list[Decimal]]:
    """The number of plans and what they cost, each year. Cohorts that grow alike are counted together."""
    plans: dict[tuple[Decimal, ...], Decimal] = {}
    costs: dict[tuple[tuple[Decimal, ...], Decimal], Decimal] = {}
    for cohort in plan.cohorts:
        growth = tuple(max(ZERO, ONE + cohort.growth_of(year) + shift.growth) for year in plan.all_years[1:])
        price = max(ZERO, ONE + cohort.inflation + shift.inflation)
        plans[growth] = plans.get(growth, ZERO) + cohort.plans
        costs[growth, price] = costs.get((growth, price), ZERO) + cohort.plans * cohort.unit_cost
    counted = [_grown(number, growth) for growth, number in plans.items()]
    spent = [_grown(cost, tuple(rate * price for rate in growth)) for (growth, price), cost in costs.items()]
    return _summed(counted), _summed(spent)


def _grown(first: Decimal, growth: Sequence[Decimal]) -> Sequence[Decimal]:
    return tuple(accumulate(growth, mul, initial=first))


def _summed(several: Sequence[Sequence[Decimal]]) -> list[Decimal]:
    return [sum(of_year, ZERO) for of_year in zip(*several, strict=True)]


def _shifted(coming: list[tuple[Decimal, Decimal]], more: Decimal) -> list[tuple[Decimal, Decimal]]:
    """The same with so much more growth in each year after the first, in years whose funding is told too. What is
    transferred stays."""
    found = coming[:1]
    for (before, _), (after, transfer) in pairwise(coming):
        growth = after / before - ONE if before else ZERO
        found.append((found[-1][0] * max(ZERO, ONE + growth + more) if before else after, transfer))
    return found
