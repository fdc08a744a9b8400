"""High-needs forecasts: what was told, what it comes to, what came."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from arising.measures.forecast import OVERRIDE_SOURCE, words, workbook
from arising.measures.forecast.dates import balance_on, debt_cleared, year_balances
from arising.measures.forecast.sensitivity import Sensitivity
from arising.measures.forecast.years import last_day, told
from arising.register.accounts.rules import signed_in
from arising.register.bodies.models import Council
from arising.register.bodies.writing import Removing
from arising.register.bodies.written import written
from arising.register.improvement import operations, queries
from arising.register.improvement.charts import forecast_chart_of, forecasts_chart_of
from arising.register.improvement.forms.forecasts import (
    AddOutturn,
    KeepForecast,
    TakePublishedBalance,
    WhatItTakes,
    WithdrawForecast,
)
from arising.register.improvement.models import Forecast, Outturn
from arising.register.improvement.queries import ForecastPage, ForecastsPage
from arising.register.improvement.views.kept import council_kept, must_keep, onward
from arising.register.improvement.views.pictures import picture
from arising.register.indicators.queries import area_of
from arising.register.programme.views.files import attached, attached_csv
from arising.register.record.views.pages import found

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 5
"""So many forecasts stand beside one another in a table; all are in its CSV."""


def forecasts(request: HttpRequest, council: str) -> HttpResponse:
    """What was told of a council's high-needs deficit, when, and what came."""
    held = found(queries.council, request.user, council)
    it = queries.forecasts_page(request.user, held)
    shown = it.held[:SHOWN][::-1]
    context = {
        "it": it, "council": held, "may_keep": request.user.has_perm("improvement.keep", held), "shown": shown,
        "rows": _rows_of(it, shown), "has_chart": bool(it.held or it.outturns),
        "area": area_of(held), "published": _published(request, held),
        "outturns": [(one, words.exact(one.cumulative), _in_year(one), told(one.year)) for one in it.outturns],
    }  # fmt: skip
    return render(request, "improvement/forecasts.html", context)


def _published(request: HttpRequest, council: Council) -> list[tuple[str, str, str]]:
    """What was published of each year: the year, the share, and where that stands."""
    return [(told(one.year), one.share, one.source) for one in queries.published_balances(request.user, council)]


def forecasts_csv(request: HttpRequest, council: str) -> HttpResponse:
    """The same as CSV: a row for each year and forecast."""
    held = found(queries.council, request.user, council)
    it = queries.forecasts_page(request.user, held)
    titles = (
        "year",
        "ended on",
        "forecast",
        "made on",
        "told",
        "outturn",
        "outturn less told",
        "source of the outturn",
    )
    rows = (
        (
            told(year.year), last_day(year.year).isoformat(), one.vintage.name, one.vintage.made_on.isoformat(),
            one.said, year.outturn.cumulative if year.outturn else "", "" if one.missed_by is None else one.missed_by,
            year.outturn.source if year.outturn else "",
        )
        for year in it.years
        for one in year.told
    )  # fmt: skip
    return attached_csv(titles, rows, f"{held.slug}-forecasts.csv")


def forecasts_chart(request: HttpRequest, council: str, form: str) -> HttpResponse:
    """Every forecast and how the years ended, as a picture."""
    held = found(queries.council, request.user, council)
    it = queries.forecasts_page(request.user, held)
    return picture(request, forecasts_chart_of, it, form, f"{held.slug}-forecasts")


def template(request: HttpRequest) -> HttpResponse:
    """An empty workbook of a plan."""
    return attached(workbook.template(first=timezone.localdate().year), EXCEL, "forecast.xlsx")


def forecast(request: HttpRequest, pk: int) -> HttpResponse:
    """A forecast: the answer in words, its chart and figures, what it takes, how much hangs on what was assumed."""
    one = found(queries.forecast, request.user, pk)
    form = WhatItTakes(request.GET, years=one.plan.all_years)
    it = queries.forecast_page(request.user, one, by=form.chosen())
    if form.chosen() is None:
        form = WhatItTakes({"by": it.by}, years=it.plan.all_years)
    context = {
        "it": it, "forecast": one, "council": one.council, "form": form, "by": told(it.by),
        "lines": [words.LINES[line] for line in it.lines], "rows": _years_of(it), "dates": _dates_of(it),
        "takes": [words.solved(each) for each in it.solved],
        "of_line": words.LINES[it.lines[min(1, len(it.lines) - 1)]],
        "sensitivities": [_sensitivity(each) for each in it.results.sensitivities],
        "deliveries": [
            (each, told(each.year), words.exact(each.claimed), words.exact(each.delivered))
            for each in it.deliveries
        ],
        "may_keep": request.user.has_perm("improvement.keep", one.council), "source": OVERRIDE_SOURCE,
        "ends": it.override_ends,
    }  # fmt: skip
    return render(request, "improvement/forecast.html", context)


def forecast_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """The years of a forecast as CSV, in whole pounds."""
    it = queries.forecast_page(request.user, found(queries.forecast, request.user, pk))
    titles = ["year", "plans", "spending", "funding", "transfer", "claimed", "likely"]
    titles += [f"{what} balance {words.LINES[line]}" for line in it.lines for what in ("in-year", "cumulative")]
    rows = (
        [
            told(one.year), one.plans, one.spending, one.funding, one.transfer, one.claimed, one.likely,
            *(amount for line in it.lines for amount in (one.balance(line).in_year, one.balance(line).cumulative)),
        ]
        for one in it.results.positions
    )  # fmt: skip
    return attached_csv(titles, rows, f"forecast-{pk}.csv")


def forecast_excel(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands in a forecast as a workbook, to change and to bring in as another."""
    one = found(queries.forecast, request.user, pk)
    return attached(workbook.written(one.plan), EXCEL, f"forecast-{pk}.xlsx")


def forecast_chart(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The chart of a forecast as a picture."""
    it = queries.forecast_page(request.user, found(queries.forecast, request.user, pk))
    return picture(request, forecast_chart_of, it, form, f"forecast-{pk}")


@login_required
def add_forecast(request: HttpRequest, council: str) -> HttpResponse:
    """Bring a forecast in."""
    held = council_kept(request, council)
    back = reverse("forecasts", args=[held.slug])
    items = list(queries.items_told(request.user, held))
    form = KeepForecast(request.POST or None, files=request.FILES or None, items=items)

    def act(given: dict[str, Any]) -> Forecast:
        return operations.keep_forecast(
            held, given["file"].read(), given["file"].name or "forecast.xlsx", title=given["name"],
            made_on=given["made_on"], made_by=given["made_by"], item=given["item"], told_to=given["told_to"],
            seen=form.seen(), actor=signed_in(request), why="Brought in on the council’s page",
        )  # fmt: skip

    return written(
        request, form, act, back, about=held.name, said="The forecast is kept.",
        then=lambda one: onward(request, one, back), template="improvement/add_forecast.html",
    )  # fmt: skip


@login_required
def add_outturn(request: HttpRequest, council: str) -> HttpResponse:
    """Say how a year ended."""
    held = council_kept(request, council)
    form = AddOutturn(request.POST or None)

    def act(given: dict[str, Any]) -> object:
        return operations.add_outturn(
            held, given["year"], given["cumulative"], in_year=given["in_year"], source=given["source"],
            link=given["link"], seen=form.seen(), actor=signed_in(request),
            why="Added on the council’s page",
        )  # fmt: skip

    return written(request, form, act, reverse("forecasts", args=[held.slug]))


@login_required
def take_published_balance(request: HttpRequest, council: str) -> HttpResponse:
    """Take over how a year ended from what was published of it."""
    held = council_kept(request, council)
    balances = queries.published_balances(request.user, held)
    if not balances:
        raise Http404
    form = TakePublishedBalance(request.POST or None, balances=balances)

    def act(given: dict[str, Any]) -> object:
        chosen = next(each for each in balances if each.year == given["year"])
        return operations.take_published_balance(
            held, chosen, given["income"], income_source=given["income_source"],
            seen=form.seen(), actor=signed_in(request), why="Taken over on the council’s page",
        )  # fmt: skip

    return written(request, form, act, reverse("forecasts", args=[held.slug]))


@login_required
def drop_outturn(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an outturn away that was wrong."""
    one = found(queries.outturn, request.user, pk)
    must_keep(request, one)

    def act(given: dict[str, Any]) -> None:
        operations.drop_outturn(one, actor=signed_in(request), why=given["why"])

    return written(request, Removing(request.POST or None), act, reverse("forecasts", args=[one.council.slug]))


@login_required
def withdraw_forecast(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a forecast that was brought in by mistake."""
    one = found(queries.forecast, request.user, pk)
    must_keep(request, one)

    def act(given: dict[str, Any]) -> object:
        return operations.withdraw_forecast(one, actor=signed_in(request), why=given["why"])

    return written(request, WithdrawForecast(request.POST or None), act, one.get_absolute_url())


def _in_year(one: Outturn) -> str:
    return "not told" if one.in_year is None else words.exact(one.in_year)


def _rows_of(it: ForecastsPage, shown: tuple[Forecast, ...]) -> list[dict[str, Any]]:
    """A row for each year: what those forecasts told, with by how much each missed, and the outturn."""
    names = [str(one) for one in shown]
    rows = []
    for year in reversed(it.years):
        by_name = {each.vintage.name: each for each in year.told}
        cells = []
        for name in names:
            each = by_name.get(name)
            said = words.exact(each.said) if each else "nothing"
            missed = "" if each is None or each.missed_by is None else _missed(each.missed_by)
            cells.append((name, said, missed))
        outturn = words.exact(year.outturn.cumulative) if year.outturn else "has not ended, or is not told"
        rows.append({"year": told(year.year), "cells": cells, "outturn": outturn})
    return rows


def _missed(by: int) -> str:
    return "came as told" if not by else f"came {words.money(abs(by))} {'worse' if by < 0 else 'better'}"


def _years_of(it: ForecastPage) -> list[dict[str, Any]]:
    """A row for each year of the plan."""
    return [
        {
            "year": told(one.year), "plans": f"{one.plans:,.0f}", "spending": words.exact(one.spending),
            "income": words.exact(one.funding + one.transfer), "claimed": words.exact(one.claimed),
            "balances": [
                (words.LINES[line], words.exact(one.balance(line).in_year), words.exact(one.balance(line).cumulative))
                for line in it.lines
            ],
        }
        for one in it.results.positions
    ]  # fmt: skip


def _dates_of(it: ForecastPage) -> list[dict[str, str]]:
    """The two dates of each line, and what is owed when the override ends."""
    found_of = []
    positions = it.results.positions
    for line in it.lines:
        year, debt = year_balances(positions, line), debt_cleared(positions, line)
        owed = balance_on(positions, line, it.override_ends)
        found_of.append(
            {
                "line": words.LINES[line].capitalize(),
                "balances": "not in this plan" if year.year is None else told(year.year),
                "cleared": "not in this plan" if debt.year is None else told(debt.year),
                "then": "outside the plan" if owed is None else words.exact(owed),
            }
        )
    return found_of


def _sensitivity(one: Sensitivity) -> dict[str, str]:
    said = words.sensitivity(one).partition(":")
    return {
        "what": said[0],
        "change": f"{'+' if one.change > 0 else ''}{words.exact(one.change)}",
        "cumulative": words.exact(one.cumulative),
        "balances": "not in this plan" if one.balances.year is None else told(one.balances.year),
        "cleared": "not in this plan" if one.cleared.year is None else told(one.cleared.year),
    }
