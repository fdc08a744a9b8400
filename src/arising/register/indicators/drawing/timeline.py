"""Time along a chart: a place for each period, labels that do not run into one another, lines that stop at gaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from arising.measures.periods import Kind, Period
from arising.measures.values import Symbol, Value
from arising.register.indicators.drawing.frame import SIZE, Frame, Mark, Spec, lookup

Told = Sequence[tuple[Period, Value]]
"""A series: for each period its value, or the symbol in its place; the earliest first."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FLAG = 16
"""How wide a letter over a rule is, with room beside it, in pixels."""
_GAP = timedelta(days=4)
"""Two periods so far apart follow one another all the same: weeks may leave a weekend out."""


def middle(period: Period) -> float:
    """The place of a period along the axis, in days."""
    return (period.start.toordinal() + period.end.toordinal() + 1) / 2


def day(on: date) -> float:
    """The place of a day along the axis."""
    return float(on.toordinal())


def label(period: Period) -> str | list[str]:
    """A period in as few characters as tell it: "2022/23", ["Apr–Jun", "2025"]."""
    start, end = period.start, period.end
    match period.kind:
        case Kind.CALENDAR_YEAR | Kind.YEAR_TO_SEPTEMBER:
            return str(end.year)
        case Kind.FINANCIAL_YEAR | Kind.ACADEMIC_YEAR:
            return [str(start.year), f"/{end.year % 100:02}"]
        case Kind.QUARTER:
            return [f"{_short(start)}–{_short(end)}", str(end.year)]
        case Kind.MONTH:
            return [_short(start), str(start.year)]
        case Kind.WEEK | Kind.DAY:
            return [f"{end.day} {_short(end)}", str(end.year)]


def _short(on: date) -> str:
    return f"{on:%b}"


def kind_note(periods: Sequence[Period]) -> list[str]:
    """What the labels leave out: that years are school years, or end in September."""
    said = {
        Kind.FINANCIAL_YEAR: "Years run from April to March.",
        Kind.ACADEMIC_YEAR: "Years are school years.",
        Kind.YEAR_TO_SEPTEMBER: "Years end in September.",
        Kind.WEEK: "Weeks are named by their last day.",
    }
    kinds = dict.fromkeys(period.kind for period in periods)
    return [said[kind] for kind in kinds if kind in said]


def x_axis(frame: Frame, periods: Sequence[Period], days: Sequence[date] = ()) -> Spec:
    """The encoding of time along the chart, as many periods labelled as there is room for, the last always."""
    places = [middle(period) for period in periods]
    every = [*places, *(day(on) for on in days)]
    low, high = min(every), max(every)
    room = (high - low) * 0.04 or 200
    widest = max(len(part) for period in periods for part in _parts(label(period)))
    fits = max(2, int(frame.plot // (widest * SIZE * 0.6 + 8)))
    step = _step(places, high - low + 2 * room, fits)
    shown = list(reversed(periods[::-1][::step]))
    frame.axis = max(len(_parts(label(period))) for period in shown)
    return {
        "type": "quantitative",
        "scale": {"domain": [low - room, high + room], "nice": False, "zero": False},
        "title": None,
        "axis": {
            "values": [middle(period) for period in shown],
            "grid": False,
            "labelExpr": lookup({f"{middle(period):.10g}": label(period) for period in shown}),
        },
    }


def _parts(told: str | list[str]) -> list[str]:
    return [told] if isinstance(told, str) else told


def _step(places: Sequence[float], span: float, fits: int) -> int:
    """Every how manyth period is labelled, so that no two labels are nearer than there is room for."""
    nearest = span / fits
    for step in range(1, len(places)):
        shown = places[::-1][::step]
        if all(later - earlier >= nearest for later, earlier in pairwise(shown)):
            return step
    return max(1, len(places))


def rows(told: Told, breaks: Sequence[Mark] = ()) -> list[dict[str, Any]]:
    """A row for each number, with the stretch of line that it is on: a line ends at a symbol, at a period that is not
    there and at a break in the series."""
    found: list[dict[str, Any]] = []
    stretch, before = 0, None
    for period, value in told:
        if isinstance(value, Symbol):
            before = None
            stretch += 1
            continue
        apart = before is not None and period.start - before.end > _GAP
        broken = before is not None and any(before.end < mark.on <= period.end for mark in breaks)
        stretch += apart or broken
        found.append({"x": middle(period), "y": value, "stretch": stretch})
        before = period
    return found


def symbol_layers(frame: Frame, told: Told, x: Spec) -> list[Spec]:
    """The symbols of a series at the foot of the plot, where no line goes; what they mean goes into the notes."""
    found = [(period, value) for period, value in told if isinstance(value, Symbol)]
    for symbol in dict.fromkeys(value for _, value in found):
        frame.notes.append(f"“{symbol.value}” means: {symbol.words}.")
    if not found:
        return []
    data = [{"x": middle(period), "says": value.value} for period, value in found]
    mark = {"type": "text", "y": frame.height - 8, "fontWeight": "bold", "align": "center"}
    return [{"data": {"values": data}, "mark": mark, "encoding": {"x": field_of("x", x), "text": {"field": "says"}}}]


def mark_layers(frame: Frame, events: Sequence[Mark], breaks: Sequence[Mark], x: Spec) -> list[Spec]:
    """A rule with a letter for each event and each break, in order of time; what they say goes into the notes."""
    every = sorted([(mark, False) for mark in events] + [(mark, True) for mark in breaks], key=lambda one: one[0].on)
    if not every:
        return []
    data = []
    for at, (mark, is_break) in enumerate(every):
        letter = _LETTERS[at % len(_LETTERS)]
        data.append({"x": day(mark.on), "letter": letter, "break": is_break})
        what = "break in the series: " if is_break else ""
        frame.notes.append(f"{letter}: {what}{mark.says}, {mark.on.day} {mark.on:%B %Y}.")
    rule = {"type": "rule", "color": "#0b0c0c", "strokeWidth": 1.5}
    layers: list[Spec] = []
    for is_break, dash in ((False, [2, 4]), (True, [10, 3])):
        those = [row for row in data if row["break"] is is_break]
        if those:
            layers.append({
                "data": {"values": those},
                "mark": {**rule, "strokeDash": dash, "y": 0, "y2": frame.height},
                "encoding": {"x": field_of("x", x)},
            })  # fmt: skip
    flag = {"type": "text", "y": -6, "fontWeight": "bold", "align": "center"}
    letters = {"x": field_of("x", x), "text": {"field": "letter"}}
    return [*layers, {"data": {"values": _flags(data, frame, x)}, "mark": flag, "encoding": letters}]


def _flags(data: Sequence[dict[str, Any]], frame: Frame, x: Spec) -> list[dict[str, Any]]:
    """The letters over the rules; one flag for rules that stand too near for two."""
    low, high = x["scale"]["domain"]
    found: list[dict[str, Any]] = []
    for row in data:
        if found and (row["x"] - found[-1]["x"]) / (high - low) * frame.plot < _FLAG * len(found[-1]["letter"]):
            found[-1]["letter"] += row["letter"]
        else:
            found.append({"x": row["x"], "letter": row["letter"]})
    return found


def field_of(name: str, axis: Spec) -> Spec:
    """A field along an axis."""
    return {"field": name, **axis}
