"""The comparator chart, for a series too short for limits: a council beside England, region and similar councils."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from arising.measures.periods import Period
from arising.measures.values import Symbol
from arising.register.indicators.drawing.aims import Aim, aim_days, aim_labels, aim_layers, aim_notes
from arising.register.indicators.drawing.frame import (
    INK,
    OWN,
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
    rows,
    symbol_layers,
    x_axis,
)

Role = Literal["own", "england", "region", "neighbour"]


@dataclass(frozen=True)
class Line:
    """The series of one area, and what it is in the chart."""

    name: str
    role: Role
    series: Told

    @property
    def last(self) -> tuple[Period, float] | None:
        """The latest number."""
        numbers = [(period, value) for period, value in self.series if not isinstance(value, Symbol)]
        return numbers[-1] if numbers else None


STROKES: dict[Role, dict[str, Any]] = {
    "neighbour": {"color": "#858c90", "strokeWidth": 1},
    "region": {"color": INK, "strokeWidth": 2, "strokeDash": [2, 3]},
    "england": {"color": WORSE, "strokeWidth": 2.5, "strokeDash": [9, 4]},
    "own": {"color": OWN, "strokeWidth": 4},
}
"""In the order in which they are drawn: each differs from the others in width or dashes, and not in colour alone."""
_LOOKS: dict[Role, Look] = {
    "neighbour": Look("circle", "#858c90", "#858c90", 16),
    "region": Look("triangle-up", INK, INK, 80),
    "england": Look("square", WORSE, WORSE, 70),
    "own": Look("circle", OWN, OWN, 110),
}
_NEIGHBOURS = "Thin grey lines: similar councils."


def comparator_chart(
    words: Words,
    lines: Sequence[Line],
    *,
    events: Sequence[Mark] = (),
    breaks: Sequence[Mark] = (),
    aims: Sequence[Aim] = (),
    width: int = WIDE,
) -> Spec:
    """A few points of one area beside those of others; the statement of the rank stands in ``words``.

    Args:
        words: what is said with it.
        lines: the area itself, and those it is held against. Its own symbols are shown, those of others are gaps.
        events: what happened when.
        breaks: breaks in the series. No line is drawn across them.
        aims: what is to be reached.
        width: ``WIDE`` or ``NARROW``, in pixels.

    Raises:
        ValueError: no number is given at all.
    """
    numbers = [value for line in lines for _, value in line.series if not isinstance(value, Symbol)]
    if not numbers:
        raise ValueError("There is no number to chart: only symbols.")
    frame = frame_over_time(words, width)
    scale = scale_of([*numbers, *(aim.value for aim in aims)])
    periods = sorted({period for line in lines for period, _ in line.series})
    x = x_axis(frame, periods, [*(mark.on for mark in (*events, *breaks)), *aim_days(aims)])
    y = y_axis(scale, words.unit)
    unit_over(frame)
    frame.layers += mark_layers(frame, events, breaks, x)
    frame.layers += aim_layers(frame, aims, x, y)
    drawn = {role: _rows([line for line in lines if line.role == role], breaks) for role in STROKES}
    for role, data in drawn.items():
        frame.layers += _lines(role, data, x, y)
    frame.layers += point_layer([point for role, data in drawn.items() for point in _points(role, data)], x, y)
    for line in lines:
        if line.role == "own":
            frame.layers += symbol_layers(frame, line.series, x)
    label(frame, scale, [*_labels(lines, words.unit), *aim_labels(aims, words.unit)])
    frame.notes += aim_notes(aims, words.unit)
    if any(line.role == "neighbour" for line in lines):
        frame.notes.insert(0, _NEIGHBOURS)
    frame.notes += [*kind_note(periods), *starts_above_zero(scale, words.unit)]
    return frame.spec()


def _rows(lines: Sequence[Line], breaks: Sequence[Mark]) -> list[dict[str, Any]]:
    """The numbers of several lines, each with the stretch of the line that it is on."""
    every = [(at, row) for at, line in enumerate(lines) for row in rows(line.series, breaks)]
    return [{**row, "stretch": f"{at}.{row['stretch']}"} for at, row in every]


def _lines(role: Role, data: list[dict[str, Any]], x: Spec, y: Spec) -> list[Spec]:
    mark = {"type": "line", **STROKES[role]}
    encoding = {"x": field_of("x", x), "y": field_of("y", y), "detail": {"field": "stretch", "type": "nominal"}}
    return [{"data": {"values": data}, "mark": mark, "encoding": encoding}] if data else []


def _points(role: Role, data: list[dict[str, Any]]) -> list[tuple[float, float, Look]]:
    """The points of lines; of similar councils only those through which no line goes."""
    alone = Counter(row["stretch"] for row in data)
    shown = [row for row in data if role != "neighbour" or alone[row["stretch"]] == 1]
    return [(row["x"], row["y"], _LOOKS[role]) for row in shown]


def _labels(lines: Sequence[Line], unit: str) -> list[Label]:
    """The name and latest value of each line that is labelled; where it ends earlier than others, with the period."""
    ends = [last[0] for line in lines if (last := line.last)]
    found = []
    for line in lines:
        last = line.last
        if line.role == "neighbour" or last is None:
            continue
        period, value = last
        when = "" if period == max(ends) else f" ({period})"
        colour = OWN if line.role == "own" else WORSE if line.role == "england" else INK
        found.append(Label(value, f"{line.name} {said(value, unit)}{when}", colour, bold=line.role == "own"))
    return found
