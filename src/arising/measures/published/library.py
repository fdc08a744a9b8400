"""A library of published tables, held in memory: it answers what an indicator was in an area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from arising.measures.areas import Area, other_codes
from arising.measures.cards import Card, cards
from arising.measures.observations import Observation
from arising.measures.periods import Period
from arising.measures.published import workbooks
from arising.measures.published.tables import Table
from arising.measures.rates import worked_out

SUFFIXES = (".csv", ".xlsx", ".xlsm")


@dataclass(frozen=True)
class Revision:
    """A value that a later release gave anew."""

    old: Observation
    new: Observation


class Library:
    """Tables to ask for observations, by the places that the cards name. Answers ``observations.Published``.

    Of several tables of one dataset the later release counts; what an earlier one said otherwise is in ``revisions``.
    """

    def __init__(self, tables: Iterable[Table] = (), known: Mapping[str, Card] | None = None) -> None:
        self.cards = cards() if known is None else known
        self.tables = tuple(sorted(tables, key=_age))

    def areas(self) -> list[Area]:
        """Every area that a table has: England, then regions, then authorities, each by name."""
        last: dict[str, Area] = {area.code: area for table in self.tables for area in table.areas()}
        order = {"national": 0, "regional": 1, "authority": 2}
        return sorted(last.values(), key=lambda area: (order[area.level], area.name))

    def series(self, card: str, variant: str, area: str) -> Sequence[Observation]:
        """The latest known value of each period for the area with that code, the earliest period first; what was
        published under another code of the same authority goes before it.

        Raises KeyError for a card or a variant that there is not.
        """
        of = self.cards[card].variant(variant)
        told: dict[Period, list[Observation]] = {}
        for code in (*other_codes(area), area):
            told |= self._told.get((card, variant, code), {})
        if not told and of.rate is not None and of.rate.over in self.cards:
            over = self.series(of.rate.over, self.cards[of.rate.over].variants[0].key, area)
            return worked_out(self.cards[card], of, self.series(card, of.rate.of, area), over)
        return [told[period][-1] for period in sorted(told)]

    def revisions(self) -> list[Revision]:
        """Every value that a later release of the same dataset gave otherwise than the one before it."""
        return [
            Revision(old, new)
            for told in self._told.values()
            for period in sorted(told)
            for old, new in zip(told[period], told[period][1:], strict=False)
            if old.value != new.value
        ]

    @cached_property
    def _told(self) -> dict[tuple[str, str, str], dict[Period, list[Observation]]]:
        found: dict[tuple[str, str, str], dict[Period, list[Observation]]] = {}
        for table in self.tables:
            for one in table.all_observations(self.cards.values()):
                of = found.setdefault((one.card, one.variant, one.area.code), {})
                of.setdefault(one.period, []).append(one)
        return found


def library_of(folder: Path) -> Library:
    """The library of all published files in a folder, CSV and Excel. Raises NotPublished for the first that cannot be
    taken in."""
    found = sorted(path for path in folder.iterdir() if path.suffix.casefold() in SUFFIXES)
    return Library(map(workbooks.read, found))


def _age(table: Table) -> tuple[date, date, str]:
    return table.published_on or date.min, table.latest.end, table.file
