"""What every chart has around it: title, statement, axes, labels beside lines, and notes beneath, all of one size.

Vega-Lite is told the place of everything: nothing is fitted, so the same chart comes out the same and nothing is cut.
All type is 16 pixels or more, which prints as 12 points.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil, floor, log10
from textwrap import wrap
from typing import Any

Spec = dict[str, Any]
"""A chart in Vega-Lite's terms."""

WIDE, NARROW = 640, 320
"""How wide a chart is, in pixels, on a page or in print, and on a telephone."""

INK, QUIET, GRID, PAPER = "#0b0c0c", "#505a5f", "#cecece", "#ffffff"
OWN, BETTER, WORSE, NEITHER, TARGET = "#12436d", "#12436d", "#b34700", "#4c2c92", "#801650"
"""Each stands out from white by more than 4.5 to 1, and from the others in shape or stroke besides."""

SIZE, LARGE = 16, 18
LINE = 21
"""The height of a line of text."""
_CHARACTER = 0.58
"""How wide a character is for its height, on average, in the widest of the fonts."""
_LONGEST = 400
_EDGE = 8


@dataclass(frozen=True)
class Words:
    """What is said with a chart: ``title`` and ``statement`` stand over it, ``description`` is read out in its place.

    ``unit`` is that of the card ("percent", "per 10,000", "children").
    """

    title: str
    statement: str
    description: str
    unit: str = "percent"


@dataclass(frozen=True)
class Mark:
    """Something that stands at a day on the chart: an event, a break in the series, a new version of a definition."""

    on: date
    says: str


@dataclass(frozen=True)
class Text:
    """A block of lines with its place in the plot, in pixels: the foot of its first line, its left edge."""

    lines: Sequence[str]
    x: float
    y: float
    bold: bool = False
    size: int = SIZE
    colour: str = INK


@dataclass
class Frame:
    """The place that a chart is drawn in: its layers, its texts and notes, the margins around the plot.

    ``axis`` is how many lines of labels stand under the plot.
    """

    words: Words
    width: int
    left: int = 62
    right: int = 16
    height: int = 280
    axis: int = 1
    notes: list[str] = field(default_factory=list)
    layers: list[Spec] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    @property
    def plot(self) -> int:
        """How wide the plot is."""
        return self.width - self.left - self.right

    def spec(self) -> Spec:
        """The whole chart."""
        head, above = self._head()
        foot, below = self._foot()
        return {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "usermeta": {"title": plain(self.words.title), "description": plain(self.words.description, 4_000)},
            "width": self.plot,
            "height": self.height,
            "autosize": {"type": "none"},
            "padding": {"left": self.left, "right": self.right, "top": above, "bottom": below},
            "background": PAPER,
            "layer": [*self.layers, *text_layers([*head, *self.texts, *foot])],
            "config": {
                "aria": False,
                "font": "Arial, Liberation Sans, Helvetica, sans-serif",
                "view": {"stroke": None},
                "axis": AXIS,
                "text": {"fontSize": SIZE, "lineHeight": LINE, "align": "left", "baseline": "alphabetic", "color": INK},
            },
        }

    def _head(self) -> tuple[list[Text], int]:
        """The title and the statement, and how much room they take over the plot."""
        room = self.width - 2 * _EDGE
        title = wrapped(self.words.title, room, LARGE * 1.08)
        statement = wrapped(self.words.statement, room)
        above = LINE * (len(title) + len(statement)) + 2 * _EDGE + LINE
        at = _EDGE - self.left
        first = LINE + _EDGE - 4 - above
        return [
            Text(title, at, first, bold=True, size=LARGE),
            Text(statement, at, first + LINE * len(title)),
        ], above

    def _foot(self) -> tuple[list[Text], int]:
        """The notes, one under the other, and how much room they take under the plot with the labels of the axis."""
        found = []
        down = LINE * self.axis + 2 * _EDGE
        for note in self.notes:
            lines = wrapped(note, self.width - 2 * _EDGE)
            found.append(Text(lines, _EDGE - self.left, self.height + down + LINE - 4))
            down += LINE * len(lines)
        return found, down + _EDGE


def frame_over_time(words: Words, width: int) -> Frame:
    """The frame of a chart with time along it and labels at its right; a narrow one is higher, as its labels are."""
    narrow = width <= NARROW
    return Frame(words, width, right=112 if narrow else 176, height=360 if narrow else 280)


def text_layers(texts: Sequence[Text]) -> list[Spec]:
    """The texts in as few layers as can be, for each layer costs time."""
    layers: list[Spec] = []
    kinds = dict.fromkeys((text.bold, text.size, text.colour) for text in texts if text.lines)
    for bold, size, colour in kinds:
        those = [text for text in texts if (text.bold, text.size, text.colour) == (bold, size, colour) and text.lines]
        data = [{"left": text.x, "foot": text.y, "lines": list(text.lines)} for text in those]
        mark = {"type": "text", "fontWeight": "bold" if bold else "normal", "fontSize": size, "color": colour}
        encoding = {"x": in_pixels("left"), "y": in_pixels("foot"), "text": {"field": "lines"}}
        layers.append({"data": {"values": data}, "mark": mark, "encoding": encoding})
    return layers


@dataclass(frozen=True)
class Look:
    """How a point looks: its shape, what it is filled with, its edge, how many square pixels it has."""

    shape: str
    fill: str
    edge: str
    size: int


def point_layer(points: Sequence[tuple[float, float, Look]], x: Spec, y: Spec) -> list[Spec]:
    """Points of all looks in one layer, in the order in which they are drawn."""
    if not points:
        return []
    data = [
        {"x": at, "y": value, "shape": look.shape, "fill": look.fill, "edge": look.edge, "size": look.size}
        for at, value, look in points
    ]
    encoding = {
        "x": {"field": "x", **x},
        "y": {"field": "y", **y},
        "shape": {"field": "shape", "type": "nominal", "scale": None},
        "fill": {"field": "fill", "type": "nominal", "scale": None},
        "stroke": {"field": "edge", "type": "nominal", "scale": None},
        "size": {"field": "size", "type": "quantitative", "scale": None},
    }
    return [{"data": {"values": data}, "mark": {"type": "point", "opacity": 1}, "encoding": encoding}]


def in_pixels(name: str) -> Spec:
    """A field that gives its place in pixels."""
    return {"field": name, "type": "quantitative", "scale": None, "axis": None}


def plain(text: str, longest: int = _LONGEST) -> str:
    """Text as one line that can stand in a picture: no control characters, not without end."""
    kept = "".join(" " if unicodedata.category(one) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") else one for one in text)
    one_line = " ".join(kept.split())
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1]}…"


def wrapped(text: str, room: float, size: float = SIZE) -> list[str]:
    """Text in lines that fit into so many pixels."""
    return wrap(plain(text), max(6, int(room / (size * _CHARACTER))), break_on_hyphens=False)


def said(value: float, unit: str) -> str:
    """A value with its unit, short enough to stand beside a point: "24.8%", "£1.2m", "61.4"."""
    if unit == "percent":
        return f"{_number(value)}%"
    if unit == "£":
        return f"{'-' if value < 0 else ''}£{_short(abs(value))}"
    return _number(value)


def _number(value: float) -> str:
    text = f"{value:,.1f}"
    return text.removesuffix(".0")


def _short(value: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"{_number(value / size)}{letter}"
    return _number(value)


@dataclass(frozen=True)
class Scale:
    """A scale of values and where its ticks are."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def pixel(self, value: float, height: int) -> float:
        """How far below the top of the plot a value stands."""
        return (self.high - value) / (self.high - self.low) * height


def scale_of(values: Iterable[float], *, zero: bool = False) -> Scale:
    """A scale that holds all values with some room, from zero where that is asked for."""
    every = list(values) or [0.0]
    low, high = min(every), max(every)
    if zero:
        low, high = min(low, 0), max(high, 0)
    if high - low < 1e-9:
        low, high = (low - 1, high + 1) if not zero else (min(low, 0), max(high, 1))
    room = (high - low) * 0.08
    bottom = low if zero and low == 0 else low - room
    if min(every) >= 0 and bottom < 0:
        bottom = 0
    step = _step((high + room - bottom) / 4)
    ticks = tuple(round(step * at, 10) for at in range(ceil(bottom / step), floor((high + room) / step) + 1))
    return Scale(bottom, high + room, ticks)


def _step(rough: float) -> float:
    size: float = 10.0 ** floor(log10(rough))
    return next(size * many for many in (1, 2, 2.5, 5, 10) if size * many >= rough * 0.999)


def y_axis(scale: Scale, unit: str) -> Spec:
    """The encoding of values up the chart."""
    # a label below zero is looked up by the minus that Vega writes
    labels = {f"{tick:.10g}".replace("-", "−"): said(tick, unit) for tick in scale.ticks}
    return {
        "type": "quantitative",
        "scale": {"domain": [scale.low, scale.high], "nice": False, "zero": False},
        "axis": {"values": list(scale.ticks), "gridColor": GRID, "labelExpr": lookup(labels)},
        "title": None,
    }


AXIS: Mapping[str, Any] = {
    "labelFontSize": SIZE,
    "labelLineHeight": LINE,
    "labelColor": INK,
    "domainColor": QUIET,
    "tickColor": QUIET,
    "labelOverlap": False,
    "labelLimit": 0,
}


def unit_over(frame: Frame) -> None:
    """The unit over the axis, where its figures do not carry it."""
    if frame.words.unit not in ("percent", "£"):
        frame.texts.append(Text([plain(frame.words.unit, 30).capitalize()], _EDGE - frame.left, -_EDGE))


def lookup(labels: Mapping[str, str | list[str]]) -> str:
    """An expression that gives the label of a tick by its value. Labels are literals in it and never code."""
    return f"({json.dumps(dict(labels), ensure_ascii=True)})[format(datum.value, '.10~g')] || ''"


def starts_above_zero(scale: Scale, unit: str) -> list[str]:
    """A note that the scale does not begin at zero, where it does not."""
    if scale.low <= 0 <= scale.high:
        return []
    return [f"The scale does not begin at zero: it goes from {said(scale.low, unit)} to {said(scale.high, unit)}."]
