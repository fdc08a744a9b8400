"""Scores beside the indicators that they should move, and a plain remark where the two disagree.

Scores, audits and figures are kept as strands apart: where they point different ways, that is what to ask about, and
neither is put right by the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from arising.measures.distance.travelled import Travelled, plain
from arising.measures.spc import Chart

Signal = Literal["better", "worse", "changed", "unchanged", "unknown"]
"""What the control chart of an indicator shows of its latest point; "unknown" where it makes no chart."""

_READINGS: dict[str, Signal] = {
    "common_cause": "unchanged",
    "special_cause_improvement": "better",
    "special_cause_concern": "worse",
}
_SAYS: dict[Signal, str] = {
    "better": "improved",
    "worse": "got worse",
    "changed": "changed",
    "unchanged": "unchanged",
    "unknown": "cannot be told yet",
}


@dataclass(frozen=True)
class Beside:
    """A scale beside one indicator. ``disagrees`` says whether they point different ways; None where nothing can be
    told."""

    indicator: str
    signal: Signal
    disagrees: bool | None
    words: str


def signal_of(chart: Chart | None) -> Signal:
    """What a control chart shows of its latest point."""
    return "unknown" if chart is None else _READINGS.get(chart.points[-1].reading, "changed")


def remark(travelled: Travelled, indicator: str, signal: Signal) -> Beside:
    """What scores and an indicator say together: "scored 8, indicator unchanged".

    Scores have risen where any group is above the baseline, for one group that sees progress is already a claim to be
    held against the figures.
    """
    values = sorted({one.now.value for one in travelled.groups})
    if not values:
        return Beside(indicator, signal, None, f"Nothing is scored yet; {indicator} {_SAYS[signal]}.")
    span = plain(values[0]) if len(values) == 1 else f"{plain(values[0])} to {plain(values[-1])}"
    start = travelled.scale.baseline
    told = f"Scored {span}, {indicator} {_SAYS[signal]}"
    if signal in ("unknown", "changed"):
        return Beside(indicator, signal, None, f"{told}.")
    risen, fallen = values[-1] > start, values[0] < start
    expected: set[Signal] = {"better"} if risen else set()
    expected |= {"worse"} if fallen else set()
    expected = expected or {"unchanged"}
    if signal in expected:
        return Beside(indicator, signal, False, f"{told}: they point the same way.")
    return Beside(indicator, signal, True, f"{told}: they disagree. {_ask(risen, signal)}")


def _ask(risen: bool, signal: Signal) -> str:
    """What to ask where they disagree."""
    if risen and signal == "worse":
        return "Ask what the scores rest on, and why the figures went the other way."
    if risen:
        return "Ask what the scores rest on, and when the figures should follow."
    if signal == "better":
        return "Ask why nobody has felt what the figures show."
    return "Ask what the figures show that the groups do not see."
