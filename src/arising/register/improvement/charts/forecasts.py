"""The chart of a forecast, and that of all of them beside how the years ended."""

from __future__ import annotations

from arising.measures.forecast import words
from arising.measures.forecast.vintages import Vintage
from arising.register.improvement.drawing.forecasts import Between, Role, Told, balances_chart
from arising.register.improvement.queries import ForecastPage, ForecastsPage
from arising.register.indicators.drawing import Spec, Words

_NAMES: dict[str, str] = {
    "unmitigated": "Nothing done",
    "mitigated": "All that is claimed",
    "expected": "What is likely",
}
_BAND = "Shaded: between these lie 8 of 10 draws from the uncertainties that are stated."


def forecast_chart_of(it: ForecastPage, width: int) -> Spec:
    """The balances of a forecast, with nothing done and with its mitigations, its band, and how years ended."""
    lines = [
        Told(_NAMES[line], line, [(one.year, one.balance(line).cumulative) for one in it.results.positions])
        for line in it.lines
    ]
    ended = [(one.year, one.cumulative) for one in it.outturns if one.year in it.plan.all_years]
    if ended:
        lines.append(Told("Outturn", "outturn", ended))
    band = [Between(one.year, one.low, one.high) for one in it.drawn.mitigated] if it.drawn else []
    said = Words(
        title=f"{it.forecast.title}: {it.forecast.council}",
        statement=words.brief(it.results.positions, "mitigated" if it.plan.mitigations else "unmitigated"),
        description=f"{' '.join(it.words)} The figures stand in the table beneath the chart.", unit="£",
    )  # fmt: skip
    return balances_chart(said, lines, band=band, band_says=_BAND, ends=it.override_ends, width=width)


def forecasts_chart_of(it: ForecastsPage, width: int) -> Spec:
    """What each forecast told with all its mitigations, and how the years ended. Raises ValueError where there is
    nothing to draw."""
    newest = it.vintages[-1:]
    lines = [_line(one, "newest" if one in newest else "earlier") for one in it.vintages]
    if it.outturns:
        lines.append(Told("Outturn", "outturn", [(one.year, one.cumulative) for one in it.outturns]))
    said = Words(
        title=f"What was told of the high-needs deficit of {it.council}", statement=(it.fared or it.words)[-1],
        description=f"{' '.join((*it.words, *it.fared))} The figures stand in the table beneath the chart.", unit="£",
    )  # fmt: skip
    return balances_chart(said, lines, ends=it.override_ends, width=width)


def _line(one: Vintage, role: Role) -> Told:
    told = [(each.year, each.mitigated.cumulative) for each in one.positions]
    return Told(f"{one.made_on:%b %Y}", role, told)
