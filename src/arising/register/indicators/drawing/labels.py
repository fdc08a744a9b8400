"""Labels at the right of a plot, beside the lines that they name, pushed apart where they would lie on each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arising.register.indicators.drawing.frame import INK, LINE, Frame, Scale, Text, wrapped

_BESIDE = 10


@dataclass(frozen=True)
class Label:
    """Words beside a value."""

    value: float
    says: str
    colour: str = INK
    bold: bool = False


def label(frame: Frame, scale: Scale, labels: Sequence[Label]) -> None:
    """Put labels on a chart in the order of their values, each in as many lines as the margin asks for."""
    room = (frame.right - _BESIDE) * 0.92
    most = max(1, (frame.height + LINE) // LINE // max(1, len(labels)))
    blocks = [(one, _shortened(wrapped(one.says, room), most)) for one in sorted(labels, key=lambda one: -one.value)]
    wanted = [scale.pixel(one.value, frame.height) - LINE * (len(lines) - 1) / 2 for one, lines in blocks]
    tops = _apart(wanted, [LINE * len(lines) for _, lines in blocks], frame.height + LINE)
    frame.texts += [
        Text(lines, frame.plot + _BESIDE, top + 5, one.bold, colour=one.colour)
        for (one, lines), top in zip(blocks, tops, strict=True)
    ]


def _shortened(lines: list[str], most: int) -> list[str]:
    """No more lines than there is room for; the last stays, for the figure stands in it."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 2], f"{lines[most - 2]}…", lines[-1]] if most > 1 else lines[-1:]


def _apart(wanted: list[float], heights: list[int], bottom: float) -> list[float]:
    """Places as near to those wanted as can be without one block of text on the next."""
    tops: list[float] = []
    free = -float(LINE)
    for place, height in zip(wanted, heights, strict=True):
        tops.append(max(place, free))
        free = tops[-1] + height
    limit = bottom
    for at in range(len(tops) - 1, -1, -1):
        tops[at] = min(tops[at], limit - heights[at])
        limit = tops[at]
    return tops
