"""What is to be reached, on a chart: a target as a rule across it, a trajectory as a line from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from arising.register.indicators.drawing.frame import PAPER, TARGET, Frame, Look, Spec, point_layer, said
from arising.register.indicators.drawing.labels import Label
from arising.register.indicators.drawing.timeline import day, field_of

_CROSS = Look("cross", PAPER, TARGET, 150)
_DASH = [12, 3, 3, 3]


@dataclass(frozen=True)
class Aim:
    """A value to be reached: by a day, or always."""

    value: float
    by: date | None = None


def aim_layers(frame: Frame, aims: Sequence[Aim], x: Spec, y: Spec) -> list[Spec]:
    """A rule for each that holds always; a cross on its day for each other one, with a line from one to the next."""
    layers: list[Spec] = []
    stroke = {"color": TARGET, "strokeWidth": 3, "strokeDash": _DASH}
    if always := [{"y": aim.value} for aim in aims if aim.by is None]:
        mark = {"type": "rule", **stroke, "x": 0, "x2": frame.plot}
        layers.append({"data": {"values": always}, "mark": mark, "encoding": {"y": field_of("y", y)}})
    places = [(day(aim.by), aim.value) for aim in _dated(aims) if aim.by]
    if len(places) > 1:
        data = [{"x": at, "y": value} for at, value in places]
        encoding = {"x": field_of("x", x), "y": field_of("y", y)}
        layers.append({"data": {"values": data}, "mark": {"type": "line", **stroke}, "encoding": encoding})
    return [*layers, *point_layer([(at, value, _CROSS) for at, value in places], x, y)]


def aim_days(aims: Sequence[Aim]) -> list[date]:
    """The days that must have a place along the chart."""
    return [aim.by for aim in aims if aim.by]


def aim_labels(aims: Sequence[Aim], unit: str) -> list[Label]:
    """A label for what holds always, and one for the last step of a trajectory."""
    always = [Label(aim.value, f"Target {said(aim.value, unit)}", TARGET, bold=True) for aim in aims if aim.by is None]
    last = [
        Label(aim.value, f"Target {said(aim.value, unit)} by {aim.by:%b %Y}", TARGET, bold=True)
        for aim in _dated(aims)[-1:]
    ]
    return [*always, *last]


def aim_notes(aims: Sequence[Aim], unit: str) -> list[str]:
    """What each cross means."""
    told = [f"{said(aim.value, unit)} by {aim.by.day} {aim.by:%B %Y}" for aim in _dated(aims) if aim.by]
    return [f"Cross: to be reached, {', '.join(told)}."] if told else []


def _dated(aims: Sequence[Aim]) -> list[Aim]:
    return sorted((aim for aim in aims if aim.by), key=lambda aim: aim.by or date.max)
