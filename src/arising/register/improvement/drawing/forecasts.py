"""Balances over financial years: a forecast with its band, and every forecast beside how the years ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from arising.measures.forecast.years import Year
from arising.measures.periods import Period, month
from arising.register.indicators.drawing import WIDE, Mark, Spec, Words
from arising.register.indicators.drawing.frame import (
    INK,
    OWN,
    PAPER,
    QUIET,
    TARGET,
    WORSE,
    Look,
    Scale,
    frame_over_time,
    point_layer,
    said,
    scale_of,
    y_axis,
)  # fmt: skip
from arising.register.indicators.drawing.labels import Label, label
from arising.register.indicators.drawing.timeline import field_of, mark_layers, middle, x_axis

Role = Literal["unmitigated", "mitigated", "expected", "newest", "earlier", "outturn"]

STROKES: Mapping[Role, dict[str, Any]] = {
    "earlier": {"color": QUIET, "strokeWidth": 1.5},
    "unmitigated": {"color": WORSE, "strokeWidth": 2.5, "strokeDash": [9, 4]},
    "expected": {"color": TARGET, "strokeWidth": 2.5, "strokeDash": [2, 3]},
    "mitigated": {"color": OWN, "strokeWidth": 4},
    "newest": {"color": OWN, "strokeWidth": 4},
    "outturn": {"color": INK, "strokeWidth": 2.5, "strokeDash": [12, 3, 3, 3]},
}
"""In the order in which they are drawn: each differs from the others in width or dashes, and not in colour alone."""
_LOOKS: Mapping[Role, Look] = {
    "earlier": Look("circle", QUIET, QUIET, 30),
    "unmitigated": Look("square", WORSE, WORSE, 70),
    "expected": Look("triangle-up", TARGET, TARGET, 80),
    "mitigated": Look("circle", OWN, OWN, 110),
    "newest": Look("circle", OWN, OWN, 110),
    "outturn": Look("diamond", PAPER, INK, 170),
}
_BAND = "#c9d6e3"


@dataclass(frozen=True)
class Told:
    """One line: what it is called, what it is in the chart, and the balance at the end of each year."""

    name: str
    role: Role
    balances: Sequence[tuple[Year, int]]


@dataclass(frozen=True)
class Between:
    """Between what the balance lies at the end of a year."""

    year: Year
    low: int
    high: int


def balances_chart(
    words: Words,
    lines: Sequence[Told],
    *,
    band: Sequence[Between] = (),
    band_says: str = "",
    ends: date | None = None,
    width: int = WIDE,
) -> Spec:
    """Balances at the ends of years. Nothing stands above the line at £0 that is owed.

    Args:
        words: what is said with it.
        lines: what is drawn. Of earlier forecasts only the first and the last are named, for there may be many.
        band: between what the balance may lie; ``band_says`` is what that means.
        ends: the day on which the statutory override ends.
        width: ``WIDE`` or ``NARROW``, in pixels.

    Raises:
        ValueError: no line has a balance.
    """
    every = [balance for line in lines for _, balance in line.balances]
    if not every:
        raise ValueError("There is no balance to chart.")
    frame = frame_over_time(words, width)
    frame.left = 76
    scale = scale_of([*every, *(edge for one in band for edge in (one.low, one.high))], zero=True)
    periods = sorted({_period(told) for line in lines for told, _ in line.balances})
    override = [Mark(ends, "the statutory override ends")] if ends and _is_within(ends, periods) else []
    x = x_axis(frame, periods, [mark.on for mark in override])
    y = y_axis(scale, "£")
    frame.layers += _band_layers(band, x, y)
    frame.layers += _nothing_owed(scale, y)
    frame.layers += mark_layers(frame, override, (), x)
    for role in STROKES:
        frame.layers += _line_layers(role, [line for line in lines if line.role == role], x, y)
    label(frame, scale, _labels(lines))
    frame.notes += _notes(lines, band_says if band else "")
    frame.notes.append("Each point is the balance on 31 March. Below £0 something is owed.")
    return frame.spec()


def _period(told: Year) -> Period:
    """The month in which a year ends: a balance is of its last day."""
    return month(told + 1, 3)


def _is_within(day: date, periods: Sequence[Period]) -> bool:
    return periods[0].start <= day <= periods[-1].end


def _rows(line: Told) -> list[dict[str, Any]]:
    """The points of a line, with the stretch that each is on: it ends at a year that is not there."""
    found: list[dict[str, Any]] = []
    stretch, before = 0, None
    for told, balance in line.balances:
        stretch += before is not None and told != before + 1
        found.append({"x": middle(_period(told)), "y": balance, "stretch": stretch})
        before = told
    return found


def _line_layers(role: Role, lines: Sequence[Told], x: Spec, y: Spec) -> list[Spec]:
    data = [
        {**row, "stretch": f"{at}.{row['stretch']}"} for at, line in enumerate(lines) for row in _rows(line)
    ]  # fmt: skip
    if not data:
        return []
    encoding = {"x": field_of("x", x), "y": field_of("y", y), "detail": {"field": "stretch", "type": "nominal"}}
    drawn: list[Spec] = [
        {"data": {"values": data}, "mark": {"type": "line", **STROKES[role]}, "encoding": encoding}
    ]  # fmt: skip
    return drawn + point_layer([(row["x"], row["y"], _LOOKS[role]) for row in data], x, y)


def _band_layers(band: Sequence[Between], x: Spec, y: Spec) -> list[Spec]:
    if not band:
        return []
    data = [{"x": middle(_period(one.year)), "low": one.low, "high": one.high} for one in band]
    encoding = {"x": field_of("x", x), "y": field_of("low", y), "y2": {"field": "high"}}
    edge = {"color": QUIET, "strokeWidth": 1}
    mark = {"type": "area", "color": _BAND, "opacity": 1, "line": False}
    layers: list[Spec] = [{"data": {"values": data}, "mark": mark, "encoding": encoding}]
    for name in ("low", "high"):
        along = {"x": field_of("x", x), "y": field_of(name, y)}
        layers.append({"data": {"values": data}, "mark": {"type": "line", **edge}, "encoding": along})
    return layers


def _nothing_owed(scale: Scale, y: Spec) -> list[Spec]:
    if not scale.low <= 0 <= scale.high:
        return []
    mark = {"type": "rule", "color": INK, "strokeWidth": 1.5}
    return [{"data": {"values": [{"y": 0}]}, "mark": mark, "encoding": {"y": field_of("y", y)}}]


def _labels(lines: Sequence[Told]) -> list[Label]:
    """The name and the last balance of each line that is named."""
    earlier = [line for line in lines if line.role == "earlier"]
    found = []
    for line in lines:
        if not line.balances or (line.role == "earlier" and line not in (earlier[0], earlier[-1])):
            continue
        balance = line.balances[-1][1]
        colour = str(STROKES[line.role]["color"])
        bold = line.role in ("mitigated", "newest", "outturn")
        found.append(Label(balance, f"{line.name} {said(balance, '£')}", colour, bold=bold))
    return found


def _notes(lines: Sequence[Told], band: str) -> list[str]:
    roles = {line.role for line in lines}
    found = [band] if band else []
    if "outturn" in roles:
        found.append("Diamonds: how years ended.")
    if sum(line.role == "earlier" for line in lines) > 2:
        found.append("Thin grey lines: earlier forecasts; the first and the last of them are named.")
    return found
