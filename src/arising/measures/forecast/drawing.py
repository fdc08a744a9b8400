"""Between what a plan's balance may lie: the same plan drawn many times from the uncertainties it states.

Each draw takes one deviation of growth for all cohorts, one more for each cohort that states its own, one of
inflation and one of the growth of funding, each from a normal distribution whose middle 8 in 10 are what was stated,
and holds them for all years. Of each mitigation a share comes, from a beta distribution about the confidence in it.
The same seed gives the same draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import NormalDist
from typing import TYPE_CHECKING

from arising.measures.forecast.dates import OVERRIDE_ENDS
from arising.measures.forecast.plan import Plan
from arising.measures.forecast.running import income
from arising.measures.forecast.years import Year, last_day

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Many = NDArray[np.float64]

USUAL = 10_000
MOST = 100_000
PERCENTILES = (10, 50, 90)
"""Between the first and the last lie 8 of 10 draws."""
_EIGHT_OF_TEN = NormalDist().inv_cdf(0.9)
_AT_ONCE = 2_000
_CONCENTRATION = 4.0
"""How closely what is delivered lies about the confidence in it: at 0.5 half of all draws lie between 0.33 and 0.67."""


class NotDrawn(Exception):
    """Nothing can be drawn here. Says what to do."""


@dataclass(frozen=True)
class Band:
    """Between what a balance lies at the end of a year in 8 of 10 draws, and its middle. In whole pounds."""

    year: Year
    low: int
    middle: int
    high: int


@dataclass(frozen=True)
class Draws:
    """What the draws come to. ``mitigated`` counts of each mitigation what is drawn of it.

    ``balanced`` and ``cleared`` are the shares of draws in which, with mitigations, the last year before the statutory
    override ends balances, and in which nothing is owed then; None where the plan ends before.
    """

    number: int
    seed: int
    unmitigated: tuple[Band, ...]
    mitigated: tuple[Band, ...]
    balanced: float | None
    cleared: float | None


def is_uncertain(plan: Plan) -> bool:
    """Whether a plan states anything to draw from."""
    stated = plan.uncertainty
    return bool(
        stated.growth
        or stated.inflation
        or stated.funding
        or any(cohort.give_or_take for cohort in plan.cohorts)
        or any(0 < mitigation.confidence < 1 for mitigation in plan.mitigations)
    )


def draws(plan: Plan, number: int = USUAL, *, seed: int = 1, override_ends: date = OVERRIDE_ENDS) -> Draws:
    """Draw a plan ``number`` times.

    Raises:
        NotDrawn: NumPy is not installed.
        ValueError: less than 1 or more than ``MOST`` draws, or a seed below 0.
    """
    if not 1 <= number <= MOST or seed < 0:
        raise ValueError(f"Draw 1 to {MOST:,} times, from a seed of 0 or more.")
    try:
        import numpy as np
    except ImportError as error:
        raise NotDrawn('NumPy is not installed, which draws need: pip install "arising[forecast]".') from error
    random = np.random.default_rng(seed)
    sizes = [min(_AT_ONCE, number - begun) for begun in range(0, number, _AT_ONCE)]
    # a part at a time, so that many cohorts do not need much memory
    parts = [
        (_coming(plan, size, random) - _spending(plan, size, random), _saved(plan, size, random)) for size in sizes
    ]
    unmitigated = np.concatenate([bare for bare, _ in parts], axis=1)
    mitigated = unmitigated + np.concatenate([saved for _, saved in parts], axis=1)
    carried = {
        name: plan.opening + np.cumsum(each, axis=0) for name, each in (("bare", unmitigated), ("saved", mitigated))
    }
    ended = [at for at, year in enumerate(plan.all_years) if last_day(year) <= override_ends]
    covers = bool(ended) and last_day(plan.last) >= override_ends
    return Draws(
        number,
        seed,
        _bands(plan, carried["bare"]),
        _bands(plan, carried["saved"]),
        float(np.mean(mitigated[ended[-1]] >= 0)) if covers else None,
        float(np.mean(carried["saved"][ended[-1]] >= 0)) if covers else None,
    )


def _spending(plan: Plan, number: int, random: np.random.Generator) -> Many:
    """A row for each year, a column for each draw."""
    import numpy as np

    stated = plan.uncertainty
    growth = _deviations([stated.growth], number, random) + _deviations(
        [one.give_or_take for one in plan.cohorts], number, random
    )
    inflation = _deviations([stated.inflation], number, random)
    cost = np.outer([float(one.plans * one.unit_cost) for one in plan.cohorts], np.ones(number))
    prices = 1 + np.array([[float(one.inflation)] for one in plan.cohorts]) + inflation
    np.maximum(prices, 0, out=prices)
    found = np.empty((plan.years, number))
    found[0] = cost.sum(axis=0)
    for at, year in enumerate(plan.all_years[1:], start=1):
        more = 1 + np.array([[float(one.growth_of(year))] for one in plan.cohorts]) + growth
        np.maximum(more, 0, out=more)
        cost *= more
        cost *= prices
        found[at] = cost.sum(axis=0)
    return found


def _coming(plan: Plan, number: int, random: np.random.Generator) -> Many:
    import numpy as np

    deviation = _deviations([plan.uncertainty.funding], number, random)[0]
    told = [(float(grant), float(transfer)) for grant, transfer in income(plan)]
    found = np.empty((plan.years, number))
    grants = np.full(number, told[0][0])
    found[0] = grants + told[0][1]
    for at in range(1, plan.years):
        before, after = told[at - 1][0], told[at][0]
        grants = grants * np.maximum(0, after / before + deviation) if before else np.full(number, after)
        found[at] = grants + told[at][1]
    return found


def _saved(plan: Plan, number: int, random: np.random.Generator) -> Many:
    import numpy as np

    found = np.zeros((plan.years, number))
    for mitigation in plan.mitigations:
        sure = float(mitigation.confidence)
        share = (
            random.beta(_CONCENTRATION * sure, _CONCENTRATION * (1 - sure), number)
            if 0 < sure < 1
            else np.full(number, sure)
        )
        claimed = [float(mitigation.saving * mitigation.share(year)) for year in plan.all_years]
        found += np.outer(claimed, share)
    return found


def _deviations(give_or_take: Sequence[Decimal], number: int, random: np.random.Generator) -> Many:
    """A row for each thing that may miss."""
    import numpy as np

    spread = np.array([[float(one)] for one in give_or_take]) / _EIGHT_OF_TEN
    return spread * random.standard_normal((len(give_or_take), number))


def _bands(plan: Plan, carried: Many) -> tuple[Band, ...]:
    import numpy as np

    low, middle, high = np.percentile(carried, PERCENTILES, axis=1)
    return tuple(
        Band(year, round(low[at]), round(middle[at]), round(high[at])) for at, year in enumerate(plan.all_years)
    )
