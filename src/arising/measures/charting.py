"""Whether a series makes a control chart, which part of it, and the chart.

None is drawn of a cumulative or rolling series, nor across a symbol or a period that is missing. A break in the series
begins a new segment. A yearly series of a few points makes no chart; it is shown beside other areas instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from arising.measures.cards import Card
from arising.measures.observations import Observation
from arising.measures.periods import Kind, Period
from arising.measures.spc import PLOT_THE_DOTS, TRIAL, Chart, Rules, chart

FEWEST = 6
"""Of fewer points than this no limits are worth drawing."""


@dataclass(frozen=True)
class Charted:
    """A chart with the observations it is of; or, where ``chart`` is None, ``why`` there is none.

    ``segments`` are the names of its segments, in order.
    """

    chart: Chart | None
    observations: tuple[Observation, ...]
    why: str = ""
    segments: tuple[str, ...] = ("",)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of its points."""
        return tuple(one.period for one in self.observations)


def charted(
    card: Card,
    observations: Sequence[Observation],
    *,
    rebase: Mapping[date, str] | None = None,
    target: float | None = None,
    rules: Rules = PLOT_THE_DOTS,
) -> Charted:
    """The control chart of a series, as far as it makes one.

    ``rebase`` gives a name to each segment that a person began, by the last day of its first period. Raises ValueError
    for observations that are not in order of time.
    """
    if any(after.period <= before.period for before, after in pairwise(observations)):
        raise ValueError("The observations are not in order of time.")
    held = latest_stretch(observations)
    if not card.charted:
        return Charted(None, held, f"It is {card.taken}: each figure holds part of the one before.")
    if len(held) < FEWEST:
        return Charted(None, held, f"It has fewer than {FEWEST} figures in a row.")
    if held[0].period.kind.is_year and len(held) < TRIAL:
        return Charted(None, held, f"It has {len(held)} yearly figures in a row, too few for limits.")
    starts = _starts(card, held, rebase or {})
    drawn = chart(
        [one.number for one in held if one.number is not None],
        improvement=card.polarity, rebase=sorted(starts), target=target, rules=rules,
    )  # fmt: skip
    return Charted(drawn, held, "", ("", *(starts[at] for at in sorted(starts))))


def is_stale(period: Period, today: date) -> bool:
    """Whether a later figure than that of ``period`` should be known by ``today``: the next period is over, and the
    usual time until its figures are published is too."""
    days = {Kind.QUARTER: 180, Kind.MONTH: 90, Kind.WEEK: 30, Kind.DAY: 400}.get(period.kind, 640)
    return (today - period.end).days > days


def latest_stretch(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The latest figures in a row: back from the last one to the first symbol or missing period."""
    held: list[Observation] = []
    for one in reversed(observations):
        if one.number is None:
            if held:
                break
            continue
        if held and not held[-1].period.follows(one.period):
            break
        held.append(one)
    return tuple(reversed(held))


def _starts(card: Card, held: Sequence[Observation], rebase: Mapping[date, str]) -> dict[int, str]:
    """The places at which a segment begins, apart from the first, each with its name."""
    found: dict[int, str] = {}
    for one in card.breaks:
        at = next((at for at, each in enumerate(held) if each.period.end.year >= one.year), 0)
        if at:
            found[at] = one.why
    for at, each in enumerate(held):
        if at and each.period.end in rebase:
            found[at] = rebase[each.period.end]
    return found
