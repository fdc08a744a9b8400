"""Published balances of the dedicated schools grant: each year's as a share of the year's income, for an area."""

from __future__ import annotations

from collections.abc import Iterable
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

CARD, SHARE = "schools-grant-balance", "share-of-income"
"""The indicator that says so, and its definition in percent."""


@dataclass(frozen=True)
class PublishedBalance:
    """What the Department published of a year: the balance in percent of the year's income, below 0 for a deficit, and
    where it stands."""

    year: Year
    percent: Decimal
    source: str

    @property
    def share(self) -> str:
        """The percent as it is read: −4.5%."""
        return f"{self.percent.normalize():f}%".replace("-", "−")

    def outturn(self, income: Decimal) -> Outturn:
        """The same in pounds, where the income of the year is known."""
        return Outturn(self.year, pounds(self.percent / 100 * income), None, self.source)


def published_balances(source: Source, area: Area, *, file: str = "") -> tuple[PublishedBalance, ...]:
    """The balances of an area in a published workbook or CSV file, by year. Raises NotPublished for any other file."""
    card = cards()[CARD]
    table = workbooks.read(source, file=file)
    found = table.observations(card, card.variant(SHARE))
    return balances_in(one for one in found if one.area.code == area.code)


def balances_in(published: Iterable[Observation]) -> tuple[PublishedBalance, ...]:
    """The balances of one area among what was published of it, by year. A symbol is no balance."""
    found = (_balance(one) for one in published if not isinstance(one.value, Symbol))
    return tuple(sorted(found, key=lambda one: one.year))


def _balance(told: Observation) -> PublishedBalance:
    where = f"{told.origin.file}, row {told.origin.row}"
    return PublishedBalance(told.period.start.year, Decimal(str(told.value)), where)
