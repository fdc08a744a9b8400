"""Which charts an indicator's page has: the control chart where its series makes one, else the comparator chart; what
committees were told on what was published; several areas at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from arising.measures.observations import Observation
from arising.measures.values import Symbol
from arising.measures.words import shown
from arising.register.indicators.drawing import (
    Aim,
    Dot,
    Line,
    Mark,
    Row,
    Spec,
    Words,
    claims_chart,
    comparator_chart,
    comparison_chart,
    control_chart,
    spark_line,
    svg,
)
from arising.register.indicators.queries import Claim, IndicatorPage
from arising.register.indicators.queries import Line as InRow

Series = Sequence[Observation]


def has_chart(it: IndicatorPage) -> bool:
    """Whether there is anything to draw: two numbers at least."""
    return sum(not isinstance(one.value, Symbol) for one in it.observations) > 1


def chart_of(it: IndicatorPage, width: int) -> Spec:
    """The chart of a page. Raises ValueError where there is nothing to draw."""
    own = [(one.period, one.value) for one in it.observations]
    events, breaks = _events(it), _breaks(it)
    aims = [Aim(each.value, each.by) for each in it.aims]
    words = Words(
        title=f"{it.card.name}: {it.area}", statement=it.words[0],
        description=f"{' '.join(it.words)} The figures stand in the table beneath the chart.", unit=it.unit,
    )  # fmt: skip
    if it.charted.chart is not None:
        return control_chart(
            words, own, it.charted.chart, it.charted.periods, events=events, breaks=breaks, aims=aims, width=width
        )  # fmt: skip
    lines = [Line(str(it.area), "own", own)]
    if it.compared is not None and it.own is None:
        for role, areas in (("england", [it.beside.england]), ("region", [it.beside.region])):
            lines += [_line(it, area.code, str(area), role) for area in areas if area]
        lines += [_line(it, area.code, str(area), "neighbour") for area in it.beside.neighbours]
    return comparator_chart(words, lines, events=events, breaks=breaks, aims=aims, width=width)


def spark_of(line: InRow) -> str:
    """The series of a row as a small picture, SVG; "" where there are not two numbers to draw."""
    series = [(one.period, one.value) for one in line.own]
    numbers = [one for one in line.own if one.number is not None]
    if len(numbers) < 2:
        return ""
    first, last = numbers[0], numbers[-1]
    told = [f"{shown(one.value, line.unit)} in {one.period.words}" for one in (first, last)]
    return svg(spark_line(f"From {told[0]} to {told[1]}", line.card.name, series))


def claims_chart_of(it: IndicatorPage, claims: Sequence[Claim], lines: Mapping[str, Series], width: int) -> Spec:
    """What was published, a line for each definition, and what committees were told; each dot has the number of its row
    in the table. Raises ValueError where there is nothing to draw."""
    dots = _dots(it, claims)
    words = Words(
        title=f"What was told of {it.card.name}: {it.area}",
        statement="Each dot is a figure that a committee was told, on the day of the meeting.",
        description="What was published as lines, and what committees were told as dots. Both stand in the tables.",
        unit=it.unit,
    )
    if not dots:
        raise ValueError("There is no dot to draw.")
    told = [(name, [(one.period, one.value) for one in series]) for name, series in lines.items()][:4]
    return claims_chart(words, told, dots, events=_events(it), breaks=_breaks(it), width=width)


def has_dots(it: IndicatorPage, claims: Sequence[Claim]) -> bool:
    """Whether any figure that was told has a place on the chart of what was published."""
    return bool(_dots(it, claims)) and bool(it.series[it.area.code])


def _dots(it: IndicatorPage, claims: Sequence[Claim]) -> list[Dot]:
    return [
        Dot(one.verdict.told.told_on, one.verdict.number, str(number), one.outcome)
        for number, one in enumerate(claims, start=1)
        if one.verdict.told.told_on and one.verdict.match and one.verdict.match.area == it.area.named
    ]


def comparison_of(it: IndicatorPage, width: int) -> Spec:
    """The areas of a page beside one another in one period. Raises ValueError where there is nothing to draw."""
    rows = [
        Row(one.area.name, one.value, "own" if one.area.code == it.area.code else _role(one))
        for one in it.at_once
    ]  # fmt: skip
    period = it.at_once[0].period.words if rows else ""
    words = Words(
        title=f"{it.card.name} in {period}", statement=it.words[0],
        description=f"{it.words[0]} The figures of all areas stand in the table beneath the chart.", unit=it.unit,
    )  # fmt: skip
    return comparison_chart(words, rows, highest_first=it.card.polarity != "decrease", width=width)


def _role(one: Observation) -> Literal["authority", "average"]:
    return "authority" if one.area.level == "authority" else "average"


def _events(it: IndicatorPage) -> list[Mark]:
    return [Mark(each.event.on, each.event.title) for each in it.events]


def _breaks(it: IndicatorPage) -> list[Mark]:
    return [Mark(date(each.year, 1, 1), each.why) for each in it.card.breaks]


def _line(it: IndicatorPage, code: str, name: str, role: str) -> Line:
    return Line(name, role, [(one.period, one.value) for one in it.series[code]])  # type: ignore[arg-type]
