"""Scales drawn: from 0 to 10, with where each began, where it is to be, and where each group puts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from arising.measures.distance import GroupTravelled, Score, Travelled
from arising.measures.distance.travelled import plain
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.indicators.drawing import WIDE, Spec, Words
from arising.register.indicators.drawing.frame import (
    GRID,
    INK,
    LINE,
    OWN,
    PAPER,
    QUIET,
    SIZE,
    TARGET,
    Frame,
    Look,
    Text,
    in_pixels,
    point_layer,
    wrapped,
)

_ROW = 50
"""How high a group's row is: its words over its line."""
_HEAD = 34
_TWO = 30
"""How high the row of one day is where there are two."""
_EDGE = 16
_X: Spec = {"type": "quantitative", "scale": None, "axis": None}
NOW = Look("circle", OWN, OWN, 150)
LAST = Look("circle", PAPER, OWN, 110)
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross", "triangle-right", "triangle-left")


def distance_chart(words: Words, lines: Sequence[Travelled], *, width: int = WIDE) -> Spec:
    """A block for each scale, a row for each group: hollow where it was last, filled where it is now.

    Raises ValueError where there is nothing to draw.
    """
    shown = [one for one in lines if one.groups]
    if not shown:
        raise ValueError("There is no score to draw.")
    height = sum(_head_of(one, width) + _ROW * len(one.groups) + LINE for one in shown)
    frame = Frame(words, width, left=_EDGE, right=_EDGE, height=height, axis=0)
    frame.notes += [
        "Filled: now. Hollow: last time. Thin line: where it began. Double line: where it is to be. "
        "Each scale goes from 0 to 10."
    ]
    down = 0
    rules: list[Spec] = []
    ends: list[Spec] = []
    points: list[tuple[float, float, Look]] = []
    for one in shown:
        head = _head_of(one, width)
        frame.texts.append(Text(_title(one, width), 0, down + SIZE, bold=True))
        down += head
        for group in one.groups:
            y = down + _ROW - 14
            ends += _ends(frame, one, y - 11, y + 11)
            frame.texts.append(Text([_said(group)], 0, y - 16))
            rules.append(_rule(_at(frame, 0), _at(frame, 10), y, GRID))
            if group.last is not None and group.last.value != group.now.value:
                rules.append(_rule(_at(frame, group.last.value), _at(frame, group.now.value), y, OWN))
                points.append((_at(frame, group.last.value), y, LAST))
            points.append((_at(frame, group.now.value), y, NOW))
            down += _ROW
        down += LINE
    frame.layers += [_segments(rules), _upright(ends), *point_layer(points, _X, _X)]
    return frame.spec()


def two_dates_chart(
    words: Words, rows: Sequence[tuple[Travelled, Travelled]], letters: Mapping[str, str], first: date, second: date, *,
    width: int = WIDE,
) -> Spec:  # fmt: skip
    """Two rows for each scale, one for each day: the letters of the groups stand where they put it.

    Raises ValueError where there is nothing to draw.
    """
    if not rows:
        raise ValueError("There is no scale to draw.")
    days = [day_in_words(first), day_in_words(second)] if first != second else [day_in_words(second)]
    left = max(len(day) for day in days) * 9 + _EDGE
    block = LINE + _TWO * len(days) + 12
    heads = [LINE * len(wrapped(now.scale.title, width - _EDGE)) for _, now in rows]
    frame = Frame(words, width, left=left, right=40, height=sum(heads) + (block - LINE) * len(rows) + LINE, axis=0)
    frame.notes += [
        "; ".join(f"{letter}: {group}" for group, letter in letters.items()) + ".",
        "Thin line: where it began. Double line: where it is to be. Each scale goes from 0 to 10.",
    ]
    down = LINE
    rules: list[Spec] = []
    ends: list[Spec] = []
    frame.texts += [Text([str(number)], _at(frame, number) - 5 * len(str(number)), SIZE - 2) for number in (0, 5, 10)]
    for (then, now), head in zip(rows, heads, strict=True):
        frame.texts.append(Text(wrapped(now.scale.title, width - _EDGE), 8 - left, down + SIZE, bold=True))
        down += head
        for day, held in zip(days, (then, now) if len(days) > 1 else (now,), strict=True):
            y = down + _TWO / 2 + 6
            frame.texts.append(Text([day], 8 - left, y))
            rules.append(_rule(_at(frame, 0), _at(frame, 10), y + 6, GRID))
            ends += _ends(frame, held, y + 2, y + 10)
            frame.texts += [
                Text([told], _at(frame, value) - 5.5 * len(told), y, bold=True)
                for value, told in _letters(held, letters)
            ]
            down += _TWO
        down += 12
    frame.layers += [_segments(rules), _upright(ends)]
    return frame.spec()


def scale_chart(words: Words, scale: Travelled, scores: Sequence[Score], *, width: int = WIDE) -> Spec:
    """One scale through time: a block for each scoring, its groups with shapes of their own in one line.

    Raises ValueError where there is nothing to draw.
    """
    if not scores:
        raise ValueError("There is no score to draw.")
    days = sorted({one.on for one in scores})
    groups = list(dict.fromkeys(one.group for one in scores))
    shapes = {group: SHAPES[at % len(SHAPES)] for at, group in enumerate(groups)}
    frame = Frame(words, width, left=_EDGE, right=_EDGE, height=(LINE + 34) * len(days) + LINE, axis=0)
    named = {"circle": "circle", "square": "square", "cross": "cross", "diamond": "diamond"}
    frame.notes += [
        "; ".join(f"{named.get(shape, shape.replace('-', ' pointing '))}: {group}" for group, shape in shapes.items())
        + ".",
        "Where groups score the same, their shapes stand above one another. Thin line: where it began. Double line: "
        "where it is to be. The scale goes from 0 to 10.",
    ]
    points: list[tuple[float, float, Look]] = []
    rules: list[Spec] = []
    ends: list[Spec] = []
    for at, day in enumerate(days):
        top = (LINE + 34) * at
        y = top + LINE + 18
        frame.texts.append(Text([day_in_words(day)], 0, top + SIZE))
        rules.append(_rule(_at(frame, 0), _at(frame, 10), y, GRID))
        ends += _ends(frame, scale, y - 13, y + 9)
        taken: dict[float, int] = {}
        for one in (each for each in scores if each.on == day):
            place = taken[one.value] = taken.get(one.value, -1) + 1
            points.append((_at(frame, one.value), y - 9 * place, Look(shapes[one.group], PAPER, OWN, 110)))
    frame.layers += [_segments(rules), _upright(ends), *point_layer(points, _X, _X)]
    frame.texts += [
        Text([str(number)], _at(frame, number) - 5 * len(str(number)), frame.height) for number in (0, 5, 10)
    ]
    return frame.spec()


def _letters(held: Travelled, letters: Mapping[str, str]) -> list[tuple[float, str]]:
    """The letters at each score, those of one score together."""
    by_value: dict[float, str] = {}
    for one in held.groups:
        by_value[one.now.value] = by_value.get(one.now.value, "") + letters[one.group]
    return sorted(by_value.items())


def _said(group: GroupTravelled) -> str:
    was = f", was {plain(group.last.value)}" if group.last else ", first score"
    return f"{group.group}: {plain(group.now.value)}{was}"


def _title(one: Travelled, width: int) -> list[str]:
    return wrapped(one.scale.title, (width - 2 * _EDGE) * 0.95)


def _head_of(one: Travelled, width: int) -> int:
    return _HEAD + LINE * (len(_title(one, width)) - 1)


def _at(frame: Frame, value: float) -> float:
    """How far to the right a score stands."""
    return 8 + value / 10 * (frame.plot - 16)


def _ends(frame: Frame, one: Travelled, top: float, bottom: float) -> list[Spec]:
    """Where a scale began, as a thin line, and where it is to be, as a double one."""
    start, goal = _at(frame, one.scale.baseline), _at(frame, one.scale.goal)
    lines = [(start, QUIET), (goal - 2, TARGET), (goal + 2, TARGET)]
    return [{"x": x, "top": top, "foot": bottom, "colour": colour} for x, colour in lines]


def _upright(ends: Sequence[Spec]) -> Spec:
    encoding = {
        "x": in_pixels("x"), "y": in_pixels("top"), "y2": {"field": "foot"},
        "color": {"field": "colour", "type": "nominal", "scale": None},
    }  # fmt: skip
    return {"data": {"values": list(ends)}, "mark": {"type": "rule", "strokeWidth": 1.5}, "encoding": encoding}


def _rule(start: float, end: float, y: float, colour: str = INK) -> Spec:
    return {"from": start, "to": end, "y": y, "colour": colour, "width": 1 if colour == GRID else 3}


def _segments(rules: Sequence[Spec]) -> Spec:
    encoding = {
        "x": in_pixels("from"), "x2": {"field": "to"}, "y": in_pixels("y"),
        "color": {"field": "colour", "type": "nominal", "scale": None},
        "strokeWidth": {"field": "width", "type": "quantitative", "scale": None},
    }  # fmt: skip
    return {"data": {"values": list(rules)}, "mark": {"type": "rule"}, "encoding": encoding}
