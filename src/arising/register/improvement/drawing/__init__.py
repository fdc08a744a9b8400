"""Charts of the improvement journey, drawn as those of indicators are: from what is shown to a Vega-Lite specification.

``travelled.py`` draws scales: what each group scores now and scored last, on two days, and through time;
``funnels.py`` draws teams in a funnel; ``bars.py`` draws bars; ``forecasts.py`` draws forecasts.
"""

from arising.register.improvement.drawing.funnels import funnel_chart
from arising.register.improvement.drawing.travelled import distance_chart, scale_chart, two_dates_chart

__all__ = ["distance_chart", "funnel_chart", "scale_chart", "two_dates_chart"]
