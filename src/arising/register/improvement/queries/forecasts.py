"""What pages ask of high-needs forecasts and outturns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.conf import settings
from django.db.models import F, QuerySet
from django.urls import reverse

from arising.measures.cards import cards
from arising.measures.forecast import Plan, Solved, Vintage, deliveries, words
from arising.measures.forecast.answering import takes
from arising.measures.forecast.balances import CARD, SHARE, PublishedBalance, balances_in
from arising.measures.forecast.drawing import Draws
from arising.measures.forecast.running import Line
from arising.measures.forecast.stored import Results
from arising.measures.forecast.vintages import Delivery, YearTold, told_when
from arising.measures.forecast.years import Year
from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council, Item
from arising.register.improvement.models import Forecast, Outturn, Paper
from arising.register.indicators import queries as indicators

MOST_ITEMS = 200
"""So many items, those of the latest meetings, are offered as what was told a forecast."""


@dataclass(frozen=True)
class ForecastPage:
    """A forecast with all that its page says. ``by`` is the year for which it is asked what it takes."""

    forecast: Forecast
    plan: Plan
    results: Results
    outturns: tuple[Outturn, ...]
    by: Year
    solved: tuple[Solved, ...]
    has_workbook: bool
    override_ends: date

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines in which it differs."""
        return words.lines_of(self.plan)

    @property
    def drawn(self) -> Draws | None:
        """What was drawn. Shares that were counted for another end of the override are left out."""
        drawn = self.results.drawn
        if drawn is None or self.results.override_ends == self.override_ends:
            return drawn
        return replace(drawn, balanced=None, cleared=None)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The answer, a sentence or two for each thing, the most important first."""
        return words.answers(
            self.plan, self.results.positions, override_ends=self.override_ends, drawn=self.drawn,
            outturns=[one.told for one in self.outturns],
        )  # fmt: skip

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """What was delivered of what was claimed."""
        return deliveries(self.plan.mitigations)

    @property
    def delivered(self) -> str:
        """The same in a sentence; empty where nothing was reported."""
        return words.delivery(self.deliveries)


@dataclass(frozen=True)
class ForecastsPage:
    """The forecasts of a council, what each told of which year, and how the years ended. Those that were withdrawn are
    listed and held against nothing."""

    council: Council
    forecasts: tuple[Forecast, ...]
    outturns: tuple[Outturn, ...]
    override_ends: date

    @property
    def address(self) -> str:
        """Where its page is."""
        return reverse("forecasts", args=[self.council.slug])

    @cached_property
    def held(self) -> tuple[Forecast, ...]:
        """The forecasts that stand, the newest first."""
        return tuple(one for one in self.forecasts if one.withdrawn_on is None)

    @cached_property
    def vintages(self) -> tuple[Vintage, ...]:
        """The same, the oldest first."""
        return tuple(Vintage(str(one), one.made_on, one.came_to.positions) for one in reversed(self.held))

    @cached_property
    def years(self) -> tuple[YearTold, ...]:
        """What each told of each year."""
        return told_when(self.vintages, [one.told for one in self.outturns])

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What the newest comes to, and how the others fared."""
        if not self.held:
            return ("There is no forecast in the register yet.",)
        newest = self.held[0]
        plan, ended = newest.plan, [one.told for one in self.outturns]
        told = words.answers(plan, newest.came_to.positions, override_ends=self.override_ends, outturns=ended)
        now, *lines = told[: 1 + len(words.lines_of(plan))]
        return (now, f"The newest forecast is of {words.day(newest.made_on)}.", *lines)

    @cached_property
    def fared(self) -> tuple[str, ...]:
        """How each forecast fared, the oldest first."""
        return tuple(words.fared(one) for one in words.missed(self.years))


def forecasts(user: Reader, council: Council) -> QuerySet[Forecast]:
    """The forecasts of a council that ``user`` may see, the newest first."""
    found = Forecast.objects.visible_to(user).filter(council=council)
    return found.select_related("item__meeting__body", "paper").order_by("-made_on", "-pk")


def forecast(user: Reader, pk: int) -> Forecast:
    """A forecast. Raises Forecast.DoesNotExist where ``user`` may not see it."""
    return Forecast.objects.visible_to(user).select_related("council", "item__meeting__body", "paper").get(pk=pk)


def outturn(user: Reader, pk: int) -> Outturn:
    """An outturn. Raises Outturn.DoesNotExist where ``user`` may not see it."""
    return Outturn.objects.visible_to(user).select_related("council").get(pk=pk)


def outturns(user: Reader, council: Council) -> tuple[Outturn, ...]:
    """How the years of a council ended, in order: of several for a year the last that ``user`` may see."""
    rows = Outturn.objects.visible_to(user).filter(council=council).order_by("year", "added_at", "pk")
    return tuple({one.year: one for one in rows}.values())


def published_balances(user: Reader, council: Council) -> tuple[PublishedBalance, ...]:
    """What was published of how each year of a council ended, as a share of the year's income, by year.

    Published statistics are for everybody. None where the council is no area that they know.
    """
    area = indicators.area_of(council)
    if area is None:
        return ()
    return balances_in(indicators.published(cards()[CARD], SHARE, [area])[area.code])


def forecast_page(user: Reader, one: Forecast, *, by: Year | None = None) -> ForecastPage:
    """The page of a forecast that ``user`` may see. Raises Unplanned for a year that it does not cover."""
    plan, results = one.plan, one.came_to
    by = by if by is not None else words.usual_year(plan, settings.OVERRIDE_ENDS)
    stored = results.solved if all(each.year == by for each in results.solved) else ()
    return ForecastPage(
        one, plan, results, outturns(user, one.council), by, stored or tuple(takes(plan, by)),
        Paper.objects.visible_to(user).filter(pk=one.paper_id).exists(), settings.OVERRIDE_ENDS,
    )  # fmt: skip


def forecasts_page(user: Reader, council: Council) -> ForecastsPage:
    """What was told a council's members of its high-needs deficit, and what came."""
    return ForecastsPage(
        council, tuple(forecasts(user, council)), outturns(user, council), settings.OVERRIDE_ENDS
    )  # fmt: skip


def items_told(user: Reader, council: Council) -> QuerySet[Item]:
    """The items that a forecast may have been told to, those of the latest meetings."""
    found = Item.objects.visible_to(user).filter(meeting__body__council=council, gone=False)
    ordered = found.order_by(F("meeting__latest").desc(nulls_last=True), "-meeting__slug", "order", "pk")
    return ordered.select_related("meeting__body")[:MOST_ITEMS]
