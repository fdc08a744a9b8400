"""The charts of the workforce: who was recruited and stayed, and what permanent and agency staff cost."""

from __future__ import annotations

from arising.register.improvement.drawing.bars import Bar, Bars, bars_chart
from arising.register.improvement.queries import Workforce
from arising.register.improvement.queries.workforce import Cohort, Cost
from arising.register.indicators.drawing import Spec, Words

SHOWN = 4
"""So many cohorts, and so many periods, stand on a chart; all stand in the tables."""
_IN_THE_TABLES = "The figures stand in the tables beneath the chart."


def cohorts_of(it: Workforce, width: int) -> Spec:
    """From offer to still in post, a bar for each stage that was counted. Raises ValueError without a count."""
    counted = [one for one in it.cohorts if one.counts]
    title = f"Recruited in {it.council}, and still there"
    said = Words(title, it.cohort_words, f"{it.cohort_words} {_IN_THE_TABLES}", "")
    notes = ["Bars: the share of those who were offered a post.", *_more(len(counted), "recruitments")]
    return bars_chart(said, [_cohort(one) for one in counted[:SHOWN]], notes=notes, width=width)


def costs_of(it: Workforce, width: int) -> Spec:
    """Two bars for each period, permanent and agency staff. Raises ValueError where no cost is recorded."""
    said = Words(f"What staff cost in {it.council}", it.cost_words, f"{it.cost_words} {_IN_THE_TABLES}", "£")
    shown = it.costs[:SHOWN]
    most = max((max(one.cost.permanent, one.cost.agency) for one in shown), default=0)
    groups = [_cost(one, most) for one in shown] if most else []
    return bars_chart(said, groups, notes=_more(len(it.costs), "periods"), width=width)


def _cohort(one: Cohort) -> Bars:
    offered = one.cohort.offered
    stages = [
        Bar(f"{label}: {count.count} of {offered} ({count.count / offered:.0%})", count.count / offered)
        for label, count, _ in one.cells
        if count
    ]
    return Bars(str(one.cohort), [Bar(f"Offered a post: {offered}", 1.0), *stages])


def _cost(one: Cost, most: int) -> Bars:
    return Bars(
        one.period,
        [
            Bar(f"Permanent staff: {one.permanent}", one.cost.permanent / most),
            Bar(f"Agency staff: {one.agency} ({one.share:.0%} of both)", one.cost.agency / most, is_other=True),
        ],
    )


def _more(count: int, what: str) -> list[str]:
    return [f"The latest {SHOWN} of {count} {what}. All stand in the tables."] if count > SHOWN else []
