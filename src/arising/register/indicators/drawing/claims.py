"""The claims chart: what was published as a line, what the Committee was told as dots with their keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from arising.measures.values import Symbol
from arising.register.indicators.drawing.frame import (
    INK,
    OWN,
    PAPER,
    WIDE,
    WORSE,
    Look,
    Mark,
    Spec,
    Words,
    frame_over_time,
    plain,
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
    day,
    field_of,
    kind_note,
    mark_layers,
    rows,
    symbol_layers,
    x_axis,
)

Verdict = Literal["matches", "differs", "cannot tell"]


@dataclass(frozen=True)
class Dot:
    """A figure that the Committee was told: on which day, and the ``key`` under which its quote stands on the page."""

    on: date
    value: float
    key: str
    verdict: Verdict = "cannot tell"


SHAPES: dict[Verdict, tuple[Look, str]] = {
    "matches": (Look("circle", INK, INK, 130), "Filled circle: told, and it matches."),
    "differs": (Look("diamond", WORSE, WORSE, 190), "Diamond: told, and it differs from what was published."),
    "cannot tell": (
        Look("square", PAPER, INK, 130),
        "Hollow square: told, and it cannot be told whether it matches.",
    ),
}
"""For each verdict how its dot looks, and what is said of that."""
_PUBLISHED = Look("circle", OWN, OWN, 40)
_DASHES = ([1, 0], [9, 4], [2, 3], [9, 3, 2, 3])


def claims_chart(
    words: Words,
    published: Sequence[tuple[str, Told]],
    dots: Sequence[Dot],
    *,
    events: Sequence[Mark] = (),
    breaks: Sequence[Mark] = (),
    width: int = WIDE,
) -> Spec:
    """What was published, a line for each variant of the definition, and what was told.

    Args:
        words: what is said with it.
        published: the name of each variant ("with exceptions") and its series.
        dots: the figures told.
        events: what happened when.
        breaks: breaks in the series. No line is drawn across them.
        width: ``WIDE`` or ``NARROW``, in pixels.

    Raises:
        ValueError: there is nothing to draw, or more than four variants, which no dashes would tell apart.
    """
    if len(published) > len(_DASHES):
        raise ValueError(f"{len(published)} variants are too many for one chart: give at most {len(_DASHES)}.")
    values = [value for _, told in published for _, value in told if not isinstance(value, Symbol)]
    values += [dot.value for dot in dots]
    periods = sorted({period for _, told in published for period, _ in told})
    if not values or not periods:
        raise ValueError("There is nothing published to hold the figures against.")
    frame = frame_over_time(words, width)
    scale = scale_of(values)
    x = x_axis(frame, periods, [dot.on for dot in dots] + [mark.on for mark in (*events, *breaks)])
    y = y_axis(scale, words.unit)
    unit_over(frame)
    frame.layers += mark_layers(frame, events, breaks, x)
    for at, (_, told) in enumerate(published):
        frame.layers += _line(told, breaks, _DASHES[at], x, y)
    for _, told in published[:1]:
        frame.layers += symbol_layers(frame, told, x)
    frame.layers += [*point_layer(_points(published, dots), x, y), *_keys(dots, x, y)]
    label(frame, scale, _labels(published, words.unit))
    shown = {dot.verdict for dot in dots}
    frame.notes.insert(0, "Lines: what was published.")
    frame.notes[:0] = [says for verdict, (_, says) in SHAPES.items() if verdict in shown]
    frame.notes += [*_listed(dots, words.unit), *kind_note(periods), *starts_above_zero(scale, words.unit)]
    return frame.spec()


def _line(told: Told, breaks: Sequence[Mark], dash: list[int], x: Spec, y: Spec) -> list[Spec]:
    data = rows(told, breaks)
    if not data:
        return []
    mark = {"type": "line", "color": OWN, "strokeWidth": 2.5, "strokeDash": dash}
    encoding = {"x": field_of("x", x), "y": field_of("y", y), "detail": {"field": "stretch", "type": "nominal"}}
    return [{"data": {"values": data}, "mark": mark, "encoding": encoding}]


def _points(published: Sequence[tuple[str, Told]], dots: Sequence[Dot]) -> list[tuple[float, float, Look]]:
    """What was published as small points on its line, what was told over it."""
    found = [(row["x"], row["y"], _PUBLISHED) for _, told in published for row in rows(told)]
    return [*found, *((day(dot.on), dot.value, SHAPES[dot.verdict][0]) for dot in dots)]


def _keys(dots: Sequence[Dot], x: Spec, y: Spec) -> list[Spec]:
    """The key of each dot over it, on white so that it can be read on a line; those at one place share it."""
    if not dots:
        return []
    together: dict[tuple[float, float], list[str]] = {}
    for dot in dots:
        together.setdefault((day(dot.on), dot.value), []).append(plain(dot.key, 6))
    data = [{"x": at, "y": value, "key": ", ".join(keys)} for (at, value), keys in together.items()]
    text = {"type": "text", "dy": -13, "align": "center", "fontWeight": "bold"}
    behind = {**text, "color": PAPER, "stroke": PAPER, "strokeWidth": 4}
    encoding = {"x": field_of("x", x), "y": field_of("y", y), "text": {"field": "key"}}
    return [{"data": {"values": data}, "mark": mark, "encoding": encoding} for mark in (behind, text)]


def _labels(published: Sequence[tuple[str, Told]], unit: str) -> list[Label]:
    found = []
    for name, told in published:
        numbers = [value for _, value in told if not isinstance(value, Symbol)]
        if numbers:
            found.append(Label(numbers[-1], f"{name[:1].upper()}{name[1:]} {said(numbers[-1], unit)}", OWN))
    return found


def _listed(dots: Sequence[Dot], unit: str) -> list[str]:
    """Each dot with its day, in the order of time."""
    return [
        f"{plain(dot.key, 6)}: {said(dot.value, unit)}, told on {dot.on.day} {dot.on:%B %Y}."
        for dot in sorted(dots, key=lambda one: (one.on, one.key))
    ]
