"""Which chart an indicator's page has: the control chart where its series makes one, else the comparator chart."""

from __future__ import annotations

from datetime import date

from arising.measures.values import Symbol
from arising.register.indicators.drawing import Line, Mark, Spec, Words, comparator_chart, control_chart
from arising.register.indicators.queries import IndicatorPage

FORMS = ("svg", "png")


def has_chart(it: IndicatorPage) -> bool:
    """Whether there is anything to draw: two numbers at least."""
    return sum(not isinstance(one.value, Symbol) for one in it.observations) > 1


def chart_of(it: IndicatorPage, width: int) -> Spec:
    """The chart of a page. Raises ValueError where there is nothing to draw."""
    own = [(one.period, one.value) for one in it.observations]
    events = [Mark(each.event.on, each.event.title) for each in it.events]
    breaks = [Mark(date(each.year, 1, 1), each.why) for each in it.card.breaks]
    words = Words(
        title=f"{it.card.name}: {it.area}", statement=it.words[0],
        description=f"{' '.join(it.words)} The figures stand in the table beneath the chart.", unit=it.unit,
    )  # fmt: skip
    if it.charted.chart is not None:
        return control_chart(
            words, own, it.charted.chart, it.charted.periods, events=events, breaks=breaks, width=width
        )  # fmt: skip
    lines = [Line(str(it.area), "own", own)]
    if it.compared is not None and it.own is None:
        for role, areas in (("england", [it.beside.england]), ("region", [it.beside.region])):
            lines += [_line(it, area.code, str(area), role) for area in areas if area]
        lines += [_line(it, area.code, str(area), "neighbour") for area in it.beside.neighbours]
    return comparator_chart(words, lines, events=events, breaks=breaks, width=width)


def _line(it: IndicatorPage, code: str, name: str, role: str) -> Line:
    return Line(name, role, [(one.period, one.value) for one in it.series[code]])  # type: ignore[arg-type]
