"""A series as a small line without axes, to stand in the row of a table."""

from __future__ import annotations

from arising.register.indicators.drawing.frame import OWN, Spec, plain, scale_of
from arising.register.indicators.drawing.timeline import Told, middle, rows

LONG, HIGH = 120, 34
"""In pixels."""
_ROOM = 6


def spark_line(title: str, description: str, series: Told) -> Spec:
    """The numbers of a series in order of time, the latest with a dot; no line goes across a symbol or a gap.

    Raises ValueError where there is no number.
    """
    points = rows(series)
    if not points:
        raise ValueError("There is no number to chart.")
    scale = scale_of([row["y"] for row in points])
    low, high = middle(series[0][0]), middle(series[-1][0])
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": _scale(low, high)}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": _scale(scale.low, scale.high)}
    line = {"type": "line", "color": OWN, "strokeWidth": 2}
    dot = {"type": "point", "shape": "circle", "size": 40, "filled": True, "color": OWN, "opacity": 1}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "usermeta": {"title": plain(title), "description": plain(description)},
        "width": LONG,
        "height": HIGH,
        "autosize": {"type": "none"},
        "padding": _ROOM,
        "background": None,
        "layer": [
            {
                "data": {"values": points},
                "mark": line,
                "encoding": {"x": x, "y": y, "detail": {"field": "stretch", "type": "nominal"}},
            },
            {"data": {"values": points[-1:]}, "mark": dot, "encoding": {"x": x, "y": y}},
        ],
        "config": {"aria": False, "view": {"stroke": None}},
    }


def _scale(low: float, high: float) -> Spec:
    return {"domain": [low, high if high > low else low + 1], "nice": False, "zero": False}
