"""A series of figures as a small chart: SVG, drawn here, without network, script or style of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from arising.register.matters.series import Series
from arising.register.record.in_words import number

WIDTH, HEIGHT = 300, 190
"""Of the whole picture, in pixels: small enough to be read at 320 pixels without being shrunk."""
_INK, _LINE, _GRID = "#0b0c0c", "#173b4f", "#cecece"
_LONGEST = 14
"""What is longer stands beside its point without its unit."""
_ABOVE = 1.25
"""The scale ends so far above the greatest figure, for the words over it."""
_KEPT = 256

_Told = tuple[tuple[str, float, str], ...]


def chart(series: Series) -> str:
    """The chart as SVG. What it shows stands in words and in a table beside it."""
    told = tuple((point.day.isoformat(), point.figure.value, point.said) for point in series.points)
    return _drawn(told, series.unit, series.title, series.words)


@lru_cache(maxsize=_KEPT)
def _drawn(told: _Told, unit: str, title: str, words: str) -> str:
    # half a second at first, so only when a chart is asked for
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(_specification(told, unit))
    opening, end, rest = drawn.partition(">")
    named = f"<title>{escape(title)}</title><desc>{escape(words)}</desc>"
    return f'{opening} role="img"{end}{named}{rest}'


def _specification(told: _Told, unit: str) -> dict[str, Any]:
    """The chart in Vega-Lite's terms: from zero, so that nothing looks larger than it is."""
    rows = [{"day": day, "value": value} for day, value, _ in told]
    values = [value for _, value, _ in told]
    days = {"field": "day", "type": "temporal", "scale": {"type": "utc", "padding": 12}}
    scale = {"domain": [min(0, *values) * _ABOVE, max(0, *values) * _ABOVE or 1]}
    counted = {"field": "value", "type": "quantitative", "scale": scale}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": WIDTH,
        "height": HEIGHT,
        "autosize": {"type": "fit", "contains": "padding"},
        "background": "#ffffff",
        "data": {"values": rows},
        "encoding": {"x": {**days, "axis": _days(rows)}, "y": {**counted, "axis": _values(unit)}},
        "layer": [
            {"mark": {"type": "line", "color": _LINE, "strokeWidth": 2}},
            {"mark": {"type": "point", "filled": True, "size": 70, "color": _LINE, "opacity": 1}},
            _beside(told[0], "left"),
            _beside(told[-1], "right"),
        ],
        "config": {"font": "Arial, Liberation Sans, sans-serif", "view": {"stroke": None}},
    }


def _beside(point: tuple[str, float, str], align: str) -> dict[str, Any]:
    """A figure written over its point: over the first from it rightwards, over the last leftwards."""
    day, value, said = point
    row = {"day": day, "value": value, "said": said if len(said) <= _LONGEST else number(value)}
    mark = {"type": "text", "align": align, "dy": -13, "fontSize": 13, "fontWeight": "bold", "color": _INK}
    return {"data": {"values": [row]}, "mark": mark, "encoding": {"text": {"field": "said"}}}


_AXIS = {"title": None, "labelFontSize": 13, "labelColor": _INK, "domainColor": _INK, "tickColor": _INK}


def _days(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        **_AXIS,
        "values": [row["day"] for row in rows],
        "format": "%b %Y",
        "grid": False,
        "labelOverlap": True,
        "labelFlush": 14,
    }


def _values(unit: str) -> dict[str, Any]:
    said = {"%": "datum.label + '%'", "£": "'£' + datum.label", "€": "'€' + datum.label", "$": "'$' + datum.label"}
    return {**_AXIS, "tickCount": 4, "format": "~s", "gridColor": _GRID, "labelExpr": said.get(unit, "datum.label")}
