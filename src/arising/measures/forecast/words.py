"""What a plan comes to, in sentences that a member can read out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from arising.measures.forecast.dates import OVERRIDE_ENDS, Reached, balance_on, debt_cleared, year_balances
from arising.measures.forecast.drawing import Draws
from arising.measures.forecast.plan import MOST_TRANSFER, Outturn, Plan
from arising.measures.forecast.running import Line, Position, own_growth
from arising.measures.forecast.sensitivity import Sensitivity
from arising.measures.forecast.solving import LEAST, MOST, Solved
from arising.measures.forecast.vintages import Delivery, Told, Vintage, YearTold, delivered_of_claimed
from arising.measures.forecast.years import Year, ending_by, first_day, last_day, told

LINES: dict[Line, str] = {
    "unmitigated": "with nothing done",
    "mitigated": "with all that is claimed",
    "expected": "with what is likely of it",
}
_OPENINGS: dict[Line, str] = {
    "unmitigated": "With nothing done",
    "mitigated": "With all that is claimed of the mitigations",
    "expected": "With as much of them as there is confidence in",
}
_MILLION = 1_000_000


def money(amount: int) -> str:
    """ "£20.8 million", "£934,210", "−£1.2 million"."""
    sign = "−" if amount < 0 else ""
    if abs(amount) < _MILLION:
        return f"{sign}£{abs(amount):,}"
    millions = (Decimal(abs(amount)) / _MILLION).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{sign}£{millions:,f} million"


def exact(amount: int) -> str:
    """ "−£20,812,345"."""
    return f"{'−' if amount < 0 else ''}£{abs(amount):,}"


def balance(amount: int) -> str:
    """ "a deficit of £20.8 million", "a surplus of £0.3 million", "neither deficit nor surplus"."""
    if not amount:
        return "neither deficit nor surplus"
    return f"a {'deficit' if amount < 0 else 'surplus'} of {money(abs(amount))}"


def percent(rate: Decimal, digits: int = 2) -> str:
    """ "8.4%", without noughts at the end."""
    shown = (100 * rate).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP).normalize()
    return f"{shown:f}%".replace("-", "−")


def day(on: date) -> str:
    """ "31 March 2028"."""
    return f"{on.day} {on:%B %Y}"


def answers(
    plan: Plan,
    positions: Sequence[Position],
    *,
    override_ends: date = OVERRIDE_ENDS,
    drawn: Draws | None = None,
    outturns: Sequence[Outturn] = (),
) -> tuple[str, ...]:
    """What the plan comes to, the most important first: a sentence or two for each thing.

    ``outturns`` are those that were told after it was made.
    """
    return (
        _now(plan, outturns),
        *(_line(plan, positions, line, override_ends) for line in lines_of(plan)),
        *_remarks(plan),
        *(_drawn(drawn, override_ends) if drawn else ()),
    )


def lines_of(plan: Plan) -> tuple[Line, ...]:
    """The lines in which a plan differs: without mitigations there is one, without doubt of them there are two."""
    if not plan.mitigations:
        return ("unmitigated",)
    if all(one.confidence == 1 for one in plan.mitigations):
        return ("unmitigated", "mitigated")
    return ("unmitigated", "mitigated", "expected")


def brief(positions: Sequence[Position], line: Line) -> str:
    """Whether the debt is cleared, in one short sentence."""
    debt = debt_cleared(positions, line)
    last = positions[-1]
    if debt.year is None:
        end = balance(last.balance(line).cumulative)
        return f"{_OPENINGS[line]}, {end} stands on {day(last_day(last.year))}."
    return f"{_OPENINGS[line]}, nothing is owed from the end of {told(debt.year)} on."


def usual_year(plan: Plan, override_ends: date = OVERRIDE_ENDS) -> Year:
    """The year by which a plan is asked what it takes, where nobody names one: the last before the override ends, or
    the plan's own first or last where that is outside it."""
    return min(max(ending_by(override_ends), plan.first), plan.last)


def _now(plan: Plan, outturns: Sequence[Outturn]) -> str:
    begins = f"The plan begins on {day(first_day(plan.first))} with {balance(plan.opening)}."
    # of two for one year the one that was told later
    latest = max((*outturns, *plan.outturns), key=lambda one: one.year, default=None)
    if latest is None:
        return begins
    return f"The latest outturn is {balance(latest.cumulative)} on {day(last_day(latest.year))}. {begins}"


def _line(plan: Plan, positions: Sequence[Position], line: Line, ends: date) -> str:
    year, debt = year_balances(positions, line), debt_cleared(positions, line)
    stands = f"{balance(positions[-1].balance(line).cumulative)} stands on {day(last_day(plan.last))}"
    if year.year is None:
        first = f"the year does not balance by {told(plan.last)}{_passing(year, 'does')}"
    else:
        first = f"the year balances from {told(year.year)} on{_beside(year, ends)}"
    if debt.year is None:
        never = ", nor is the debt cleared" if year.year is None else f"; the debt is not cleared by {told(plan.last)}"
        second = f"{never}{_passing(debt, 'ends without it')}: {stands}"
    elif debt.year == plan.first and plan.opening >= 0:
        second = f"; there is no debt, and {stands}"
    else:
        second = f"; the debt is cleared by the end of {told(debt.year)}{_beside(debt, ends)}"
    owed = balance_on(positions, line, ends)
    still = ""
    if owed is not None and owed < 0:
        still = f" When the statutory override ends, on {day(ends)}, {money(-owed)} is owed."
    return f"{_OPENINGS[line]}, {first}{second}.{still}"


def _beside(reached: Reached, ends: date) -> str:
    return f", {'by the time' if reached.in_time(ends) else 'after'} the statutory override ends"


def _passing(reached: Reached, does: str) -> str:
    return f" ({told(reached.passing)} {does}, for a time)" if reached.passing is not None else ""


def _remarks(plan: Plan) -> Iterator[str]:
    growth = own_growth(plan)
    if growth is not None:
        yield f"The number of plans grows by {percent(growth)} a year on average."
    for year in plan.funding:
        if year.transfer > MOST_TRANSFER:
            yield (
                f"In {told(year.year)} {percent(year.transfer)} of the schools block is transferred: more than"
                f" {percent(MOST_TRANSFER)} needs the Secretary of State's agreement."
            )


def _drawn(drawn: Draws, ends: date) -> Iterator[str]:
    band = drawn.mitigated[-1]
    yield (
        f"In 8 of 10 draws from the uncertainties that are stated the balance on {day(last_day(band.year))} lies"
        f" between {exact(band.low)} and {exact(band.high)} ({drawn.number:,} draws, seed {drawn.seed})."
    )
    if drawn.cleared is not None and drawn.balanced is not None:
        yield (
            f"{told(ending_by(ends))} balances in {_share(drawn.balanced)} of the draws, and nothing is owed on"
            f" {day(ends)} in {_share(drawn.cleared)}."
        )


def _share(share: float) -> str:
    """A share of draws, never as certain where it is not quite."""
    if 0 < share < 0.005:
        return "less than 1%"
    return "more than 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def solved(held: Solved) -> str:
    """What it takes, in a sentence or two."""
    what = "balance the year" if held.aim == "balance" else "clear the debt by the end of"
    opening = f"To {what} {told(held.year)} {LINES[held.line]}"
    if held.growth is None:
        return f"{opening}: no growth between {percent(LEAST)} and +{percent(MOST)} a year does it."
    own = f"; the plan's own growth is {percent(held.own)} on average." if held.own is not None else "."
    if held.growth == MOST:
        said = f"{opening}, any growth of the number of plans up to +{percent(MOST)} a year will do{own}"
    elif held.growth < 0:
        said = f"{opening}, the number of plans would have to fall by {percent(-held.growth)} a year at least{own}"
    else:
        said = f"{opening}, the number of plans may grow by {percent(held.growth)} a year at most{own}"
    if held.kept is None:
        return f"{said} The plan's own growth cannot be cut so far: even none at all would not do."
    if held.kept == 1:
        return f"{said} Nothing has to change."
    if held.own is None or held.own <= 0:
        return said
    return f"{said} Every cohort's own growth would have to be {percent(1 - held.kept, 1)} lower."


def sensitivity(held: Sensitivity) -> str:
    """ "1 point more growth: £3.2 million worse by the end"."""
    named = {"growth": "growth of plans", "inflation": "inflation", "funding": "growth of funding"}[held.what]
    side = "more" if held.by > 0 else "less"
    better = "better" if held.change > 0 else "worse"
    by = "the same" if not held.change else f"{money(abs(held.change))} {better}"
    return f"1 percentage point {side} {named}: {by} at the end of the plan"


def delivery(told_of: Sequence[Delivery]) -> str:
    """What was delivered of what was claimed, in a sentence; empty where nothing was reported."""
    delivered, claimed = delivered_of_claimed(told_of)
    if not told_of:
        return ""
    share = f" ({percent(Decimal(delivered) / claimed, 0)})" if claimed > 0 else ""
    return f"Of the savings reported on, {money(delivered)} of {money(claimed)} claimed was delivered{share}."


def revised(before: Vintage, now: Vintage, line: Line = "mitigated") -> str:
    """What a forecast tells otherwise than one before it, of the last year that both tell of; empty where there is
    none."""
    both = now.beside(before, line)
    if both is None:
        return ""
    year, then, anew = both
    opening = f"For {day(last_day(year))} it tells {balance(anew)}; the one of {day(before.made_on)} told"
    if anew == then:
        return f"{opening} the same."
    # no difference: one of rounded amounts and one that was rounded need not agree
    return f"{opening} {balance(then)}. It is {'worse' if anew < then else 'better'} than was told then."


def ended(outturn: Outturn, of: Told | None) -> str:
    """How a year ended, and what a forecast had told of it."""
    source = f" ({outturn.source})" if outturn.source else ""
    said = f"{told(outturn.year)} ended with {balance(outturn.cumulative)}{source}."
    if of is None:
        return said
    had = f"{said} The forecast of {day(of.vintage.made_on)} had told {balance(of.said)}"
    if not of.missed_by:
        return f"{had}, as it came."
    return f"{had}. It came {'worse' if of.missed_by < 0 else 'better'} than was told."


@dataclass(frozen=True)
class Misses:
    """How a forecast fared: in how many years with an outturn it told too good a balance, and the last miss."""

    name: str
    years: int
    too_good: int
    last: int


def missed(years: Sequence[YearTold]) -> tuple[Misses, ...]:
    """How each forecast fared, the oldest first; those of which no year has ended are left out."""
    found: dict[tuple[date, str], list[int]] = {}
    for year in years:
        for one in year.told:
            if one.missed_by is not None:
                found.setdefault((one.vintage.made_on, one.vintage.name), []).append(one.missed_by)
    return tuple(
        Misses(name, len(by), sum(one < 0 for one in by), by[-1]) for (_, name), by in sorted(found.items())
    )  # fmt: skip


def fared(held: Misses) -> str:
    """ "Plan of March 2022: £3.2 million worse than told in the last year that has ended"."""
    if not held.last:
        return f"{held.name}: as told in the last year that has ended."
    side = "worse" if held.last < 0 else "better"
    often = f" It told too good a balance in {held.too_good} of {held.years} years." if held.years > 1 else ""
    return f"{held.name}: {money(abs(held.last))} {side} than told in the last year that has ended.{often}"
