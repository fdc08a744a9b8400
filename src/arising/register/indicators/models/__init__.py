"""``areas.py`` holds areas, ``brought.py`` files that wait, ``cards.py`` indicators, ``figures.py`` what was published
and reported, ``layouts.py`` how files of other layouts are read, ``said.py`` what people say of figures."""

from arising.register.indicators.models.areas import StatisticalArea
from arising.register.indicators.models.brought import Brought
from arising.register.indicators.models.cards import Definition, Indicator
from arising.register.indicators.models.figures import Release, Report, Reported, Row
from arising.register.indicators.models.layouts import Layout, Place, datasets_known
from arising.register.indicators.models.said import Event, Match, Segment, Target

__all__ = [
    "Brought",
    "Definition",
    "Event",
    "Indicator",
    "Layout",
    "Match",
    "Place",
    "Release",
    "Report",
    "Reported",
    "Row",
    "Segment",
    "StatisticalArea",
    "Target",
    "datasets_known",
]
