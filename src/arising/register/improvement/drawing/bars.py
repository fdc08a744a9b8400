"""Bars one under the other, in groups: each with its words over it, as long as it is of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arising.register.indicators.drawing import WIDE, Spec, Words
from arising.register.indicators.drawing.frame import (
    GRID,
    OWN,
    SIZE,
    WORSE,
    Frame,
    Text,
    in_pixels,
    wrapped,
)

_EDGE = 16
_TITLE, _STEP, _BAR, _GAP = 30, 46, 14, 12
"""How high the title of a group is, a bar with its words, the bar alone, and the room between groups."""


@dataclass(frozen=True)
class Bar:
    """A bar: what stands over it, its share of the longest that there can be, and whether it is the other of two."""

    says: str
    share: float
    is_other: bool = False


@dataclass(frozen=True)
class Bars:
    """A group of bars under a title."""

    title: str
    bars: Sequence[Bar]


def bars_chart(words: Words, groups: Sequence[Bars], *, notes: Sequence[str] = (), width: int = WIDE) -> Spec:
    """Groups of bars, in the order given. Every bar has its words, so that its colour tells nothing alone.

    Raises ValueError where there is no bar to draw.
    """
    groups = [group for group in groups if group.bars]
    if not groups:
        raise ValueError("There is no bar to draw.")
    height = sum(_TITLE + _STEP * len(group.bars) + _GAP for group in groups)
    frame = Frame(words, width, left=_EDGE, right=_EDGE, height=height, axis=0)
    frame.notes += notes
    rows = []
    top = 0
    for group in groups:
        frame.texts.append(_line(frame, group.title, top + SIZE, bold=True))
        top += _TITLE
        for bar in group.bars:
            frame.texts.append(_line(frame, bar.says, top + SIZE))
            foot = top + SIZE + 8
            ends = {"top": foot, "foot": foot + _BAR}
            rows.append({"from": 0, "to": frame.plot, "colour": GRID, **ends})
            if bar.share > 0:
                long = max(2.0, frame.plot * min(1.0, bar.share))
                rows.append({"from": 0, "to": long, "colour": WORSE if bar.is_other else OWN, **ends})
            top += _STEP
        top += _GAP
    encoding = {
        "x": in_pixels("from"), "x2": {"field": "to"}, "y": in_pixels("top"), "y2": {"field": "foot"},
        "color": {"field": "colour", "type": "nominal", "scale": None},
    }  # fmt: skip
    frame.layers.append({"data": {"values": rows}, "mark": {"type": "rect"}, "encoding": encoding})
    return frame.spec()


def _line(frame: Frame, text: str, foot: float, *, bold: bool = False) -> Text:
    first, *more = wrapped(text, frame.plot - 8)
    return Text([f"{first}…" if more else first], 0, foot, bold=bold)
