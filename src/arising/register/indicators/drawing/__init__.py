"""Series, comparators and claims drawn: from the objects of ``arising.measures`` to Vega-Lite, then to pictures.

Each chart is a pure function from what is to be shown to a specification, a dictionary that holds all of it and fetches
nothing: ``control_chart``, ``comparator_chart``, ``comparison_chart``, ``claims_chart``, ``shares_chart``. ``svg`` and
``png`` draw one.
Open ``frame.py`` first: it says what every chart has around it.
"""

from arising.register.indicators.drawing.aims import Aim
from arising.register.indicators.drawing.claims import Dot, claims_chart
from arising.register.indicators.drawing.comparator import Line, comparator_chart
from arising.register.indicators.drawing.comparison import Row, comparison_chart
from arising.register.indicators.drawing.control import control_chart
from arising.register.indicators.drawing.frame import NARROW, WIDE, Mark, Spec, Words
from arising.register.indicators.drawing.rendering import png, svg
from arising.register.indicators.drawing.shares import Share, shares_chart
from arising.register.indicators.drawing.spark import spark_line

__all__ = [
    "NARROW",
    "WIDE",
    "Aim",
    "Dot",
    "Line",
    "Mark",
    "Row",
    "Share",
    "Spec",
    "Words",
    "claims_chart",
    "comparator_chart",
    "comparison_chart",
    "control_chart",
    "png",
    "shares_chart",
    "spark_line",
    "svg",
]
