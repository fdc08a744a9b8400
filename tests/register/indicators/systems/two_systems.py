"""Figures that a council reported from two systems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

from arising.measures.observations import Observation, Origin
from arising.measures.periods import month
from arising.measures.published.own import OwnFigures
from arising.register.bodies.models import Council
from arising.register.indicators import operations, queries
from arising.register.indicators.models import Event, Indicator, Remark, Report, StatisticalArea

TOOL = "The inspection's tool"
Reports = Callable[..., list[Report]]
Say = Callable[..., Remark]
PAGE = "/areas/E06000035/systems/"
ASKED = {
    "indicator": "re-referrals", "variant": "referrals", "period": "month_2025-03-01_2025-03-31", "one": "Mosaic",
    "other": TOOL,
}  # fmt: skip
ADD = f"{PAGE}remarks/add/?{urlencode(ASKED)}"
WHY = "The tool leaves out those who moved here."


def differ(council: Council, area: StatisticalArea) -> None:
    """Let two systems of a council tell the caseload of four months: once the same, once explained, then open, and then
    put right."""
    indicator = Indicator.objects.get(key="caseload")
    for system, values in (("Mosaic", (15.0, 16.0, 17.0, 18.0)), (TOOL, (15.0, 19.0, 22.0, 25.0))):
        _report(council, area, indicator, system, values)
    for text, status in (("It is looked into.", "open"), ("The tool counts cases of students too.", "explained")):
        _say(area, indicator, "February 2024", text, status)
    _say(area, indicator, "April 2024", "Cases were entered twice.", "open")
    _report(council, area, indicator, TOOL, (15.0, 19.0, 22.0, 18.0))
    operations.set_tolerance(
        council, indicator, 1, "unit", set_by="The Improvement Board", reason="A case is whole.", actor=None
    )
    operations.add_event(council, date(2024, 2, 14), "New case system", Event.Kind.SYSTEM, actor=None, why="For a test")


def _report(
    council: Council, area: StatisticalArea, indicator: Indicator, system: str, values: tuple[float, ...]
) -> None:
    variant = indicator.card.variants[0].key
    held = tuple(
        Observation(indicator.key, variant, area.named, month(2024, at), value, Origin("own.csv", at, "value"))
        for at, value in enumerate(values, start=1)
    )
    operations.store_own(
        council, system, OwnFigures("own.csv", "", held), on=date(2024, 5, 20), actor=None, why="For a test"
    )


def _say(area: StatisticalArea, indicator: Indicator, label: str, text: str, status: str) -> None:
    (place,) = (each for each in queries.systems(None, area, indicator).places if each.label == label)
    operations.add_remark(
        area, indicator, place.variant.key, place.period, *place.variances[0].sides, text=text, status=status,
        said_by="The head of performance", actor=None, why="For a test",
    )  # fmt: skip
