"""Shares with between what they may lie, one under the other; and teams in a funnel."""

from __future__ import annotations

from collections.abc import Sequence

from arising.measures.statistics import Funnel, Interval
from arising.register.indicators.drawing import WIDE, Spec, Words
from arising.register.indicators.drawing.frame import (
    GRID,
    INK,
    OWN,
    PAPER,
    QUIET,
    SIZE,
    TARGET,
    WORSE,
    Frame,
    Look,
    Text,
    in_pixels,
    point_layer,
    scale_of,
    wrapped,
    y_axis,
)
from arising.register.indicators.drawing.labels import Label, label

_ROW = 52
_EDGE = 16
_PIXELS: Spec = {"type": "quantitative", "scale": None, "axis": None}
_DOT = Look("circle", OWN, OWN, 130)
_WITHIN = Look("circle", PAPER, OWN, 100)
_OUT = Look("diamond", WORSE, WORSE, 170)


def shares_chart(words: Words, rows: Sequence[tuple[str, Interval]], *, width: int = WIDE) -> Spec:
    """A row for each share: a dot, and a bar from the lowest to the highest that it may be.

    Raises ValueError where there is nothing to draw.
    """
    if not rows:
        raise ValueError("There is no share to draw.")
    frame = Frame(words, width, left=_EDGE, right=_EDGE, height=_ROW * len(rows) + SIZE, axis=1)
    frame.notes.append(
        "Dot: the share. Bar: between what it may lie, so many were asked or looked at. From 0% to 100%."
    )
    bars, points = [], []
    for at, (name, share) in enumerate(rows):
        y = _ROW * at + 36
        first, *more = wrapped(f"{name}: {share.estimate:.0%}", (width - 2 * _EDGE) * 1.05)
        frame.texts.append(Text([f"{first}…" if more else first], 0, y - 16))
        bars.append({"from": _at(frame, 0), "to": _at(frame, 1), "y": y, "colour": GRID, "width": 1})
        bars.append(
            {"from": _at(frame, share.lower), "to": _at(frame, share.upper), "y": y, "colour": QUIET, "width": 6}
        )
        points.append((_at(frame, share.estimate), float(y), _DOT))
    frame.texts += [
        Text([told], _at(frame, share) - 5 * len(told), frame.height + 4)
        for share, told in ((0, "0%"), (0.5, "50%"), (0.97, "100%"))
    ]
    encoding = {
        "x": in_pixels("from"), "x2": {"field": "to"}, "y": in_pixels("y"),
        "color": {"field": "colour", "type": "nominal", "scale": None},
        "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
    }  # fmt: skip
    frame.layers.append({"data": {"values": bars}, "mark": {"type": "rule"}, "encoding": encoding})
    frame.layers += point_layer(points, _PIXELS, _PIXELS)
    return frame.spec()


def funnel_chart(words: Words, funnel: Funnel, *, width: int = WIDE) -> Spec:
    """Teams by how many audits they had and what share was good, between the limits of chance for their size. Those
    outside the wider limits are named; the others stand in the table.

    Raises ValueError where there is no team to draw.
    """
    drawn = [point for point in funnel.points if point.name]
    if not drawn:
        raise ValueError("There is no team to draw.")
    most = max(point.of for point in drawn) * 1.1
    sizes = sorted({max(1, round(1 + (most - 1) * at / 40)) for at in range(41)})
    limits = [(size, funnel.limits(size)) for size in sizes]
    narrow = width < WIDE
    frame = Frame(words, width, right=112 if narrow else 176, height=300)
    scale = scale_of([0, 100])
    x = {"type": "quantitative", "scale": {"domain": [0, most], "nice": False, "zero": False}, "title": None,
         "axis": {"tickCount": 4 if narrow else 6, "grid": False, "format": "d"}}  # fmt: skip
    y = y_axis(scale, "percent")
    for name, dash in (("95", [2, 3]), ("998", [8, 4])):
        for end in ("lower", "upper"):
            line = [{"x": size, "y": 100 * getattr(held, f"{end}{name}")} for size, held in limits]
            frame.layers.append(_line(line, x, y, INK if name == "998" else QUIET, dash))
    target = [{"x": 0, "y": 100 * funnel.target}, {"x": most, "y": 100 * funnel.target}]
    frame.layers.append(_line(target, x, y, TARGET, []))
    points = [(float(one.of), 100 * one.value, _OUT if one.stands_out else _WITHIN) for one in drawn]
    frame.layers += point_layer(points, x, y)
    named = [Label(100 * one.value, one.name, WORSE, bold=True) for one in funnel.stand_out]
    label(frame, scale, [*named, Label(100 * funnel.target, f"All together {funnel.target:.0%}", TARGET)])
    frame.notes += [
        "Along: how many audits a team had. Up: the share that was good.",
        "Dots: teams. Diamonds: teams outside the wider limits, named beside them. Dotted: between these lie 19 of 20 "
        "teams by chance. Dashed: 998 of 1,000.",
    ]
    return frame.spec()


def _line(data: Sequence[Spec], x: Spec, y: Spec, colour: str, dash: Sequence[int]) -> Spec:
    mark = {"type": "line", "color": colour, "strokeWidth": 1.5, "strokeDash": list(dash), "interpolate": "step-after"}
    encoding = {"x": {"field": "x", **x}, "y": {"field": "y", **y}}
    return {"data": {"values": list(data)}, "mark": mark, "encoding": encoding}


def _at(frame: Frame, share: float) -> float:
    return 8 + share * (frame.plot - 16)
