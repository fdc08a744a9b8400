"""What were we told, when? Every earlier forecast of a year beside what it came to; and savings claimed beside those
delivered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from arising.measures.forecast.plan import Mitigation, Outturn
from arising.measures.forecast.running import Line, Position
from arising.measures.forecast.years import Year


@dataclass(frozen=True)
class Vintage:
    """A forecast as it was made: what it is called, when it was made, and its years."""

    name: str
    made_on: date
    positions: tuple[Position, ...]

    def said(self, year: Year, line: Line = "mitigated") -> int | None:
        """The balance that it told for the end of a year."""
        return next((one.balance(line).cumulative for one in self.positions if one.year == year), None)

    def beside(self, before: Vintage, line: Line = "mitigated") -> tuple[Year, int, int] | None:
        """The last year that an earlier one tells of too, with what that told of it and what this one does; None where
        there is none."""
        then, now = ({one.year: one.balance(line).cumulative for one in each.positions} for each in (before, self))
        years = then.keys() & now.keys()
        return (max(years), then[max(years)], now[max(years)]) if years else None


@dataclass(frozen=True)
class Told:
    """What one forecast told for the end of a year. ``missed_by`` is outturn less what was told: below 0 it came
    worse."""

    vintage: Vintage
    said: int
    missed_by: int | None


@dataclass(frozen=True)
class YearTold:
    """What each forecast told for a year, the oldest first, and how the year ended, where it has."""

    year: Year
    outturn: Outturn | None
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Delivery:
    """What a mitigation was to save in a year and what it did save."""

    name: str
    year: Year
    claimed: int
    delivered: int


def told_when(
    vintages: Iterable[Vintage], outturns: Iterable[Outturn], line: Line = "mitigated"
) -> tuple[YearTold, ...]:
    """Every year that a forecast or an outturn tells of, in order."""
    ordered = sorted(vintages, key=lambda one: one.made_on)
    ended = {outturn.year: outturn for outturn in outturns}
    years = sorted({one.year for vintage in ordered for one in vintage.positions} | set(ended))
    return tuple(YearTold(year, ended.get(year), _told(ordered, year, ended.get(year), line)) for year in years)


def _told(vintages: Sequence[Vintage], year: Year, outturn: Outturn | None, line: Line) -> tuple[Told, ...]:
    found = []
    for vintage in vintages:
        said = vintage.said(year, line)
        if said is not None:
            found.append(Told(vintage, said, outturn.cumulative - said if outturn else None))
    return tuple(found)


def deliveries(mitigations: Iterable[Mitigation]) -> tuple[Delivery, ...]:
    """Claimed and delivered, for every year of which something was reported, by mitigation; those of which nothing was
    reported are left out."""
    return tuple(
        Delivery(one.name, year, one.claimed(year), saved)
        for one in mitigations
        for year, saved in sorted(one.delivered)
    )


def delivered_of_claimed(told: Iterable[Delivery]) -> tuple[int, int]:
    """All that was delivered, and what was claimed of the same mitigations for the same years."""
    known = list(told)
    return sum(one.delivered for one in known), sum(one.claimed for one in known)
