"""Which charts the pages of the improvement journey have. ``forecasts.py`` has those of high-needs forecasts,
``travelled.py`` those of scales and audits, ``workforce.py`` those of the workforce."""

from arising.register.improvement.charts.forecasts import forecast_chart_of, forecasts_chart_of
from arising.register.improvement.charts.travelled import (
    audits_of,
    distance_of,
    funnel_of,
    letters,
    scale_of,
    two_dates_of,
)
from arising.register.improvement.charts.workforce import cohorts_of, costs_of

__all__ = [
    "audits_of",
    "cohorts_of",
    "costs_of",
    "distance_of",
    "forecast_chart_of",
    "forecasts_chart_of",
    "funnel_of",
    "letters",
    "scale_of",
    "two_dates_of",
]
