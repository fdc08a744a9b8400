"""Teams in a funnel: by how many audits they had, between the limits of chance."""

from __future__ import annotations

from collections.abc import Sequence

from arising.measures.statistics import Funnel
from arising.register.indicators.drawing import WIDE, Spec, Words
from arising.register.indicators.drawing.frame import (
    INK,
    OWN,
    PAPER,
    QUIET,
    TARGET,
    WORSE,
    Frame,
    Look,
    point_layer,
    scale_of,
    y_axis,
)
from arising.register.indicators.drawing.labels import Label, label

_WITHIN = Look("circle", PAPER, OWN, 100)
_OUT = Look("diamond", WORSE, WORSE, 170)


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
