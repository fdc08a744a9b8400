"""Several authorities in one period: bars in order, the council's own marked, symbols in words in place of a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from arising.measures.values import Symbol, Value
from arising.register.indicators.drawing.frame import (
    INK,
    OWN,
    QUIET,
    SIZE,
    WIDE,
    Frame,
    Scale,
    Spec,
    Text,
    Words,
    in_pixels,
    plain,
    said,
    scale_of,
    wrapped,
)

_STEP, _BAR = 46, 16
"""How high a row is, and its bar: the name stands over it, so that it may be long on a telephone too."""
_BAR_AT = SIZE + 6
_BAR_FOOT = _BAR_AT + _BAR
_BESIDE = 6
_CHARACTER = 10


@dataclass(frozen=True)
class Row:
    """An area and its value. An ``average`` is England, a region or a group; the rest are authorities."""

    name: str
    value: Value
    role: Literal["own", "authority", "average"] = "authority"


_LOOKS: dict[str, dict[str, Any]] = {
    "own": {"fill": OWN, "stroke": OWN},
    "authority": {"fill": "#b1b4b6", "stroke": QUIET},
    "average": {"fill": "#ffffff", "stroke": INK, "strokeWidth": 2},
}


def comparison_chart(words: Words, rows: Sequence[Row], *, highest_first: bool = True, width: int = WIDE) -> Spec:
    """Bars from zero, in order of their values; areas with a symbol stand last, in the order of their names.

    Args:
        words: what is said with it.
        rows: the areas.
        highest_first: whether the order begins with the highest value. Give False where lower is better.
        width: ``WIDE`` or ``NARROW``, in pixels.

    Raises:
        ValueError: there are no areas.
    """
    if not rows:
        raise ValueError("There are no areas to compare.")
    numbers = [(row, row.value) for row in rows if not isinstance(row.value, Symbol)]
    symbols = [(row, row.value) for row in rows if isinstance(row.value, Symbol)]
    numbers.sort(key=lambda one: (-one[1] if highest_first else one[1], one[0].name))
    symbols.sort(key=lambda one: one[0].name)
    longest = max((len(said(value, words.unit)) for _, value in numbers), default=4)
    frame = Frame(words, width, left=8, right=_CHARACTER * longest + 16, height=_STEP * len(rows), axis=0)
    frame.notes += _key(rows)
    scale = scale_of([value for _, value in numbers], zero=True)
    frame.layers += _bars(numbers, frame, scale)
    for at, (row, value) in enumerate(numbers):
        end = _pixel(frame, scale, max(value, 0)) + _BESIDE
        frame.texts += [_name(frame, row, at), Text([said(value, words.unit)], end, _STEP * at + _BAR_FOOT - 2)]
    for at, (row, symbol) in enumerate(symbols, start=len(numbers)):
        frame.texts += [_name(frame, row, at), _symbol(frame, symbol, at)]
    return frame.spec()


def _key(rows: Sequence[Row]) -> list[str]:
    own = [row.name for row in rows if row.role == "own"]
    found = [f"Dark bar and bold: {plain(own[0])}."] if own else []
    return [*found, *(["White bars: averages."] if any(row.role == "average" for row in rows) else [])]


def _name(frame: Frame, row: Row, at: int) -> Text:
    name, *more = wrapped(row.name, (frame.width - 2 * frame.left) * 1.12)
    return Text([f"{name}…" if more else name], 0, _STEP * at + SIZE, bold=row.role == "own")


def _symbol(frame: Frame, symbol: Symbol, at: int) -> Text:
    """What a symbol means, in the place of a bar; where there is no room for that, in the notes."""
    means = f"{symbol.value}: {symbol.words}"
    if len(wrapped(means, frame.width - 2 * frame.left)) > 1:
        note = f"“{symbol.value}” means: {symbol.words}."
        frame.notes += [note] if note not in frame.notes else []
        means = f"{symbol.value}, no number"
    return Text([means], 0, _STEP * at + _BAR_FOOT - 2)


def _bars(numbers: Sequence[tuple[Row, float]], frame: Frame, scale: Scale) -> list[Spec]:
    """A layer for each look, in pixels: the scale is said by the figures."""
    zero = _pixel(frame, scale, 0)
    layers: list[Spec] = []
    for role, look in _LOOKS.items():
        data = [
            {
                "from": zero,
                "to": _pixel(frame, scale, value),
                "top": _STEP * at + _BAR_AT,
                "foot": _STEP * at + _BAR_FOOT,
            }
            for at, (row, value) in enumerate(numbers)
            if row.role == role
        ]
        encoding = {"x": in_pixels("from"), "x2": {"field": "to"}, "y": in_pixels("top"), "y2": {"field": "foot"}}
        if data:
            layers.append({"data": {"values": data}, "mark": {"type": "rect", **look}, "encoding": encoding})
    return layers


def _pixel(frame: Frame, scale: Scale, value: float) -> float:
    return (value - scale.low) / (scale.high - scale.low) * frame.plot
