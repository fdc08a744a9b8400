"""What a high-needs plan says: cohorts of education, health and care plans, funding, what is done about it, and
outturn.

Money is in pounds and a balance below 0 is a deficit. Rates are shares: 0.05 is 5% a year. Numbers of plans and unit
costs are those of the plan's first year; growth and inflation begin with the second. Counts only: nothing here is
about one child.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from arising.measures.forecast.years import Year, told

ZERO, ONE = Decimal(0), Decimal(1)
MOST_YEARS = 30
MOST_TRANSFER = Decimal("0.005")
"""So much of the schools block may be transferred with the agreement of the schools forum; more needs the Secretary of
State's (Department for Education, Dedicated schools grant: conditions of grant)."""
_LARGEST = Decimal(10) ** 12
_HIGHEST_RATE = ONE


class Unplanned(ValueError):
    """A plan does not hold together. One line says what is wrong and what to do; ``place`` is where, if known."""

    def __init__(self, what: str, place: str = "") -> None:
        self.what, self.place = what, place
        super().__init__(f"{place}: {what}" if place else what)


@dataclass(frozen=True)
class Cohort:
    """Children and young people of one age band, need and placement, counted together.

    Args:
        plans: how many plans there are in the first year, on average over the year.
        unit_cost: what one costs in the first year, in pounds.
        growth: of the number of plans, a year; ``growth_in`` says years in which it is another.
        inflation: of the unit cost, a year.
        give_or_take: by how much the growth may miss, in 8 of 10 cases.
    """

    age: str
    need: str
    placement: str
    plans: Decimal
    unit_cost: Decimal
    growth: Decimal = ZERO
    inflation: Decimal = ZERO
    growth_in: tuple[tuple[Year, Decimal], ...] = ()
    give_or_take: Decimal = ZERO

    @property
    def name(self) -> str:
        """Age, need and placement, those that are given."""
        return ", ".join(part for part in (self.age, self.need, self.placement) if part) or "all"

    def growth_of(self, year: Year) -> Decimal:
        """By how much the number of plans grows from the year before."""
        return dict(self.growth_in).get(year, self.growth)

    def __post_init__(self) -> None:
        _within(self.plans, ZERO, _LARGEST, f"{self.name}: the number of plans")
        _within(self.unit_cost, ZERO, _LARGEST, f"{self.name}: the unit cost")
        rates = (self.growth, self.inflation, *(rate for _, rate in self.growth_in))
        for rate in rates:
            _within(rate, -_HIGHEST_RATE, _HIGHEST_RATE, f"{self.name}: growth or inflation")
        _within(self.give_or_take, ZERO, _HIGHEST_RATE, f"{self.name}: give or take")


@dataclass(frozen=True)
class FundingYear:
    """What comes in in one year: the high needs block, other income, and the share of the schools block transferred."""

    year: Year
    high_needs: Decimal
    other: Decimal = ZERO
    schools_block: Decimal = ZERO
    transfer: Decimal = ZERO

    def __post_init__(self) -> None:
        for what, amount in (
            ("the high needs block", self.high_needs),
            ("other income", self.other),
            ("the schools block", self.schools_block),
        ):
            _within(amount, ZERO, _LARGEST, f"{told(self.year)}: {what}")
        _within(self.transfer, ZERO, ONE, f"{told(self.year)}: the transfer")


@dataclass(frozen=True)
class Mitigation:
    """Something that is to save money.

    Args:
        starts: the first year in which it saves.
        saving: what it saves in a full year once it runs wholly, in pounds of the year itself.
        ramp: which share of that it saves in its first, second … year; the last share holds from then on.
        confidence: which share of it is expected to come, from 0 to 1.
        ends: the last year in which it saves, None where it goes on.
        delivered: what it did save, by year.
    """

    name: str
    starts: Year
    saving: Decimal
    ramp: tuple[Decimal, ...] = (ONE,)
    confidence: Decimal = ONE
    ends: Year | None = None
    delivered: tuple[tuple[Year, int], ...] = ()

    def claimed(self, year: Year) -> int:
        """What it is said to save in a year, in whole pounds."""
        return pounds(self.saving * self.share(year))

    def expected(self, year: Year) -> int:
        """The same, as far as it is expected to come."""
        return pounds(self.saving * self.share(year) * self.confidence)

    def share(self, year: Year) -> Decimal:
        """Which share of its full saving it saves in a year."""
        if year < self.starts or (self.ends is not None and year > self.ends):
            return ZERO
        return self.ramp[min(year - self.starts, len(self.ramp) - 1)]

    def __post_init__(self) -> None:
        _within(self.saving, ZERO, _LARGEST, f"{self.name}: the saving")
        _within(self.confidence, ZERO, ONE, f"{self.name}: the confidence")
        if not self.ramp:
            raise Unplanned("it needs one share at least: 1 where it saves in full from its first year.", self.name)
        for share in self.ramp:
            _within(share, ZERO, ONE, f"{self.name}: a share of its saving")
        if self.ends is not None and self.ends < self.starts:
            raise Unplanned("it ends before it starts. Put the years right.", self.name)


@dataclass(frozen=True)
class Outturn:
    """How a year ended: the balance of the year where it is known, and that carried forward, with the source."""

    year: Year
    cumulative: int
    in_year: int | None = None
    source: str = ""


@dataclass(frozen=True)
class Uncertainty:
    """By how much growth, inflation and the growth of funding may miss, in 8 of 10 cases: 0.02 is 2 points either way.

    A miss lasts: what is drawn holds for all years, as where the growth was misjudged.
    """

    growth: Decimal = ZERO
    inflation: Decimal = ZERO
    funding: Decimal = ZERO

    def __post_init__(self) -> None:
        for rate in (self.growth, self.inflation, self.funding):
            _within(rate, ZERO, _HIGHEST_RATE, "give or take")


@dataclass(frozen=True)
class Plan:
    """A high-needs plan.

    Args:
        first: its first year; growth begins in the one after.
        years: how many it covers, the first included.
        opening: the balance carried into the first year, below 0 for a deficit.
        funding: of the first year and as many after it as are known, without a gap.
        funding_growth: of the high needs block, other income and the schools block, a year, from the last of these on.
            A transfer is agreed each year, so none is assumed beyond them.
    """

    council: str
    first: Year
    years: int
    opening: int
    cohorts: tuple[Cohort, ...]
    funding: tuple[FundingYear, ...]
    funding_growth: Decimal = ZERO
    mitigations: tuple[Mitigation, ...] = ()
    uncertainty: Uncertainty = field(default_factory=Uncertainty)
    outturns: tuple[Outturn, ...] = ()
    title: str = ""
    made_on: date | None = None
    made_by: str = ""

    @property
    def all_years(self) -> range:
        """The years it covers."""
        return range(self.first, self.first + self.years)

    @property
    def last(self) -> Year:
        """The last of them."""
        return self.first + self.years - 1

    def __post_init__(self) -> None:
        if not 1 <= self.years <= MOST_YEARS:
            raise Unplanned(f"a plan covers 1 to {MOST_YEARS} years: {self.years} are told.")
        if not self.cohorts:
            raise Unplanned("there are no cohorts. Give one row at least, for all plans together.")
        if not self.funding or self.funding[0].year != self.first:
            raise Unplanned(f"there is no funding for {told(self.first)}. Give a row for the first year of the plan.")
        for before, after in zip(self.funding, self.funding[1:], strict=False):
            if after.year != before.year + 1:
                raise Unplanned(
                    f"funding goes from {told(before.year)} to {told(after.year)}. Give a row for each year."
                )
        for cohort in self.cohorts:
            for year, _ in cohort.growth_in:
                if year not in self.all_years[1:]:
                    what = f"growth is told for {told(year)}, in which the plan has none. Leave that cell empty."
                    raise Unplanned(what, cohort.name)
        _once((outturn.year for outturn in self.outturns), "the outturn")
        _within(self.funding_growth, -_HIGHEST_RATE, _HIGHEST_RATE, "the growth of funding")
        _within(Decimal(self.opening), -_LARGEST, _LARGEST, "the opening balance")


def pounds(amount: Decimal) -> int:
    """An amount in whole pounds, half a pound upwards."""
    return int(amount.quantize(ONE, ROUND_HALF_UP))


def _once(years: Iterable[Year], what: str) -> None:
    seen: set[Year] = set()
    for year in years:
        if year in seen:
            raise Unplanned(f"{what} of {told(year)} is told twice. Keep one of them.")
        seen.add(year)


def _within(value: Decimal, least: Decimal, most: Decimal, what: str) -> None:
    if not (value.is_finite() and least <= value <= most):
        raise Unplanned(f"{what} must lie between {least:f} and {most:f}: it is {value:f}.")
