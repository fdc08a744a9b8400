"""Shares with between what each may lie: a bar for the interval and a point for the share, one row under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from arising.measures.statistics import Interval
from arising.register.indicators.drawing.frame import (
    GRID,
    OWN,
    QUIET,
    SIZE,
    WIDE,
    Frame,
    Look,
    Spec,
    Text,
    Words,
    in_pixels,
    point_layer,
    wrapped,
)

_STEP, _BAR = 52, 12
"""How high a row is, and its bar: the name stands over it, so that it may be long on a telephone too."""
_BAR_AT = SIZE + 10
_TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Share:
    """A row: what it is called, and its share; None where that is kept back."""

    name: str
    interval: Interval | None


def shares_chart(words: Words, rows: Sequence[Share], *, width: int = WIDE) -> Spec:
    """Shares from 0 to 100%, in the order given, each with its interval.

    Raises:
        ValueError: there is no share to draw.
    """
    if not any(row.interval for row in rows):
        raise ValueError("There is no share to draw.")
    frame = Frame(words, width, left=16, right=30, height=_STEP * len(rows) + 8, axis=1)
    level = next(row.interval.level for row in rows if row.interval)
    frame.notes.append(f"The point is the share, the bar between what it lies with {level:.0%} certainty.")
    frame.layers += _ticks(frame)
    bars: list[dict[str, Any]] = []
    points: list[tuple[float, float, Look]] = []
    for at, row in enumerate(rows):
        top = _STEP * at
        if row.interval is None:
            frame.texts += [_name(frame, f"{row.name}: kept back, too few answered", top)]
            continue
        middle = top + _BAR_AT + _BAR / 2
        name = f"{row.name}: {100 * row.interval.estimate:.0f}%"
        frame.texts.append(_name(frame, name, top))
        bars.append(
            {
                "from": frame.plot * row.interval.lower, "to": frame.plot * row.interval.upper,
                "top": top + _BAR_AT, "foot": top + _BAR_AT + _BAR,
            }
        )  # fmt: skip
        points.append((frame.plot * row.interval.estimate, middle, Look("diamond", OWN, OWN, 160)))
    encoding = {"x": in_pixels("from"), "x2": {"field": "to"}, "y": in_pixels("top"), "y2": {"field": "foot"}}
    mark = {"type": "rect", "fill": "#b1b4b6", "stroke": QUIET}
    frame.layers.append({"data": {"values": bars}, "mark": mark, "encoding": encoding})
    in_place = {"type": "quantitative", "scale": None, "axis": None}
    frame.layers += point_layer(points, in_place, in_place)
    return frame.spec()


def _name(frame: Frame, text: str, top: float) -> Text:
    name, *more = wrapped(text, frame.width - frame.left - 8)
    return Text([f"{name}…" if more else name], 0, top + SIZE + 2)


def _ticks(frame: Frame) -> list[Spec]:
    """Lines up the chart at every quarter, with their percentages under them."""
    data = [{"at": frame.plot * tick / 100, "top": 0, "foot": frame.height} for tick in _TICKS]
    encoding = {"x": in_pixels("at"), "y": in_pixels("top"), "y2": {"field": "foot"}}
    for tick in _TICKS:
        label = f"{tick}%"
        frame.texts.append(Text([label], frame.plot * tick / 100 - 5 * len(label), frame.height + SIZE + 4))
    return [{"data": {"values": data}, "mark": {"type": "rule", "stroke": GRID}, "encoding": encoding}]
