"""The control chart: a series with its mean and limits, its signals by shape and colour, and what happened when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from arising.measures.periods import Period
from arising.measures.spc import Chart, Point, Reading
from arising.measures.values import Symbol
from arising.register.indicators.drawing.aims import Aim, aim_days, aim_labels, aim_layers, aim_notes
from arising.register.indicators.drawing.frame import (
    BETTER,
    INK,
    NEITHER,
    PAPER,
    QUIET,
    WIDE,
    WORSE,
    Look,
    Mark,
    Spec,
    Words,
    frame_over_time,
    point_layer,
    said,
    scale_of,
    starts_above_zero,
    unit_over,
    y_axis,
)
from arising.register.indicators.drawing.labels import Label, label
from arising.register.indicators.drawing.timeline import (
    Told,
    field_of,
    kind_note,
    mark_layers,
    middle,
    rows,
    symbol_layers,
    x_axis,
)

_HOLLOW = Look("circle", PAPER, QUIET, 45)
SHAPES: dict[Reading, tuple[Look, str]] = {
    "common_cause": (Look("circle", QUIET, QUIET, 45), ""),
    "special_cause_improvement": (Look("square", BETTER, BETTER, 130), "Square: a signal of getting better."),
    "special_cause_concern": (Look("diamond", WORSE, WORSE, 170), "Diamond: a signal of getting worse."),
    "special_cause_neutral_high": (Look("triangle-up", NEITHER, NEITHER, 150), "Triangle up: a signal of high values."),
    "special_cause_neutral_low": (
        Look("triangle-down", NEITHER, NEITHER, 150),
        "Triangle down: a signal of low values.",
    ),
}
"""For each reading of a point how it looks, and what is said of that."""


def control_chart(
    words: Words,
    series: Told,
    chart: Chart,
    periods: Sequence[Period],
    *,
    events: Sequence[Mark] = (),
    breaks: Sequence[Mark] = (),
    aims: Sequence[Aim] | None = None,
    width: int = WIDE,
) -> Spec:
    """A series over time with limits and signals.

    Args:
        words: what is said with it.
        series: the whole series, symbols in their places. No line is drawn across a symbol or a missing period.
        chart: the limits and signals of some or all of it.
        periods: the period of each point of ``chart``.
        events: what happened when.
        breaks: breaks in the series and new versions of its definition. No line is drawn across them.
        aims: what is to be reached; where not told, the target of ``chart``.
        width: ``WIDE`` or ``NARROW``, in pixels.

    Raises:
        ValueError: there are not as many periods as points.
    """
    if len(periods) != len(chart.points):
        raise ValueError(f"{len(chart.points)} points and {len(periods)} periods: give a period for each point.")
    frame = frame_over_time(words, width)
    if aims is None:
        aims = [Aim(chart.target)] if chart.target is not None else []
    scale = scale_of([*_values(series, chart), *(aim.value for aim in aims)])
    days = [*(mark.on for mark in (*events, *breaks)), *aim_days(aims)]
    x = x_axis(frame, [period for period, _ in series], days)
    y = y_axis(scale, words.unit)
    unit_over(frame)
    frame.layers += mark_layers(frame, events, breaks, x)
    frame.layers += _limits(chart, periods, x, y)
    frame.layers += aim_layers(frame, aims, x, y)
    frame.layers.append(_line(rows(series, breaks), x, y))
    frame.layers += point_layer(_points(series, chart, periods), x, y)
    frame.layers += symbol_layers(frame, series, x)
    label(frame, scale, [*_labels(chart, words.unit), *aim_labels(aims, words.unit)])
    frame.notes[:0] = [*_key(chart), *aim_notes(aims, words.unit)]
    frame.notes += [*_trial(chart), *kind_note(periods), *starts_above_zero(scale, words.unit)]
    return frame.spec()


def _values(series: Told, chart: Chart) -> list[float]:
    values = [value for _, value in series if not isinstance(value, Symbol)]
    values += [limit for point in chart.points for limit in (point.lower, point.upper) if limit is not None]
    return values


def _line(data: list[dict[str, Any]], x: Spec, y: Spec) -> Spec:
    mark = {"type": "line", "color": QUIET, "strokeWidth": 2}
    encoding = {"x": field_of("x", x), "y": field_of("y", y), "detail": {"field": "stretch", "type": "nominal"}}
    return {"data": {"values": data}, "mark": mark, "encoding": encoding}


def _limits(chart: Chart, periods: Sequence[Period], x: Spec, y: Spec) -> list[Spec]:
    """The mean and the limits of each segment, from half a period before its first point to half after its last."""
    layers: list[Spec] = []
    placed = list(zip(chart.points, periods, strict=True))
    segments = [list(those) for _, those in groupby(placed, key=lambda one: one[0].segment)]
    for names, dash in ((("mean",), [1, 0]), (("lower", "upper"), [6, 4])):
        data = [_span(those, getattr(those[0][0], name)) for name in names for those in segments]
        data = [row for row in data if row["y"] is not None]
        mark = {"type": "rule", "color": INK, "strokeWidth": 1.5, "strokeDash": dash}
        encoding = {"x": field_of("x", x), "x2": {"field": "x2"}, "y": field_of("y", y)}
        if data:
            layers.append({"data": {"values": data}, "mark": mark, "encoding": encoding})
    return layers


def _span(those: list[tuple[Point, Period]], value: float | None) -> dict[str, Any]:
    first, last = those[0][1], those[-1][1]
    return {"x": first.start.toordinal(), "x2": last.end.toordinal() + 1, "y": value}


def _points(series: Told, chart: Chart, periods: Sequence[Period]) -> list[tuple[float, float, Look]]:
    """The points, signals last and so on top; hollow what the limits do not speak of."""
    charted = set(periods)
    others = [(period, value) for period, value in series if period not in charted]
    found = [(middle(period), value, _HOLLOW) for period, value in others if not isinstance(value, Symbol)]
    for reading, (look, _) in SHAPES.items():
        those = zip(chart.points, periods, strict=True)
        found += [(middle(period), point.value, look) for point, period in those if point.reading == reading]
    return found


def _labels(chart: Chart, unit: str) -> list[Label]:
    """What the lines at the right are, with the values that hold now."""
    last = chart.points[-1]
    trial = "trial " if chart.is_trial else ""
    found = [Label(last.mean, f"Mean {said(last.mean, unit)}")]
    if last.upper is not None and last.lower is not None:
        found.append(Label(last.upper, f"Upper {trial}limit {said(last.upper, unit)}", QUIET))
        found.append(Label(last.lower, f"Lower {trial}limit {said(last.lower, unit)}", QUIET))
    return found


def _key(chart: Chart) -> list[str]:
    """What the shapes on this chart mean."""
    shown = {point.reading for point in chart.points}
    return [says for reading, (_, says) in SHAPES.items() if reading in shown and says]


def _trial(chart: Chart) -> list[str]:
    points = chart.based_on[-1] if chart.based_on else len(chart.points)
    limits = [f"The limits are trial limits, from {points} points."] if chart.is_trial else []
    return [*limits, f"A signal is: {chart.rules}."]
