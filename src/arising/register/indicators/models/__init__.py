"""``areas.py`` holds areas, ``brought.py`` files that wait, ``cards.py`` indicators, ``figures.py`` what was published
and reported, ``layouts.py`` how files of other layouts are read, ``said.py`` what people say of figures, ``systems.py``
what they say of two systems that differ."""

from arising.register.indicators.models.areas import StatisticalArea
from arising.register.indicators.models.brought import Brought
from arising.register.indicators.models.cards import Definition, Indicator
from arising.register.indicators.models.figures import Release, Report, Reported, Row
from arising.register.indicators.models.layouts import Layout, Place, datasets_known
from arising.register.indicators.models.said import Event, Match, Segment, Target
from arising.register.indicators.models.systems import PUBLISHED, Remark, Side, Tolerance

__all__ = [
    "PUBLISHED",
    "Brought",
    "Definition",
    "Event",
    "Indicator",
    "Layout",
    "Match",
    "Place",
    "Release",
    "Remark",
    "Report",
    "Reported",
    "Row",
    "Segment",
    "Side",
    "StatisticalArea",
    "Target",
    "Tolerance",
    "datasets_known",
]
