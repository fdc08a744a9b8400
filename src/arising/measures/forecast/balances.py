"""Published balances of the dedicated schools grant: each year's as a share of the year's income, for an area."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from arising.measures.areas import Area
from arising.measures.cards import cards
from arising.measures.forecast.plan import Outturn, pounds
from arising.measures.forecast.years import Year
from arising.measures.observations import Observation
from arising.measures.published import workbooks
from arising.measures.published.lines import Source
from arising.measures.values import Symbol

_CARD, _VARIANT = "schools-grant-balance", "share-of-income"


@dataclass(frozen=True)
class PublishedBalance:
    """What the Department published of a year: the balance in percent of the year's income, below 0 for a deficit, and
    where it stands."""

    year: Year
    percent: Decimal
    source: str

    def outturn(self, income: Decimal) -> Outturn:
        """The same in pounds, where the income of the year is known."""
        return Outturn(self.year, pounds(self.percent / 100 * income), None, self.source)


def published_balances(source: Source, area: Area, *, file: str = "") -> tuple[PublishedBalance, ...]:
    """The balances of an area in a published workbook or CSV file, by year. Raises NotPublished for any other file."""
    card = cards()[_CARD]
    variant = next(one for one in card.variants if one.key == _VARIANT)
    table = workbooks.read(source, file=file)
    found = [one for one in table.observations(card, variant) if one.area.code == area.code]
    return tuple(
        sorted((_balance(one) for one in found if not isinstance(one.value, Symbol)), key=lambda one: one.year)
    )


def _balance(told: Observation) -> PublishedBalance:
    where = f"{told.origin.file}, row {told.origin.row}"
    return PublishedBalance(told.period.start.year, Decimal(str(told.value)), where)
