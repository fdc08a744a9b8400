"""What a series says, in sentences: the latest value, what it is beside others, and whether it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from arising.measures.cards import Card, Polarity, Unit
from arising.measures.comparing import Average, Better, Gap, Rank, meaning
from arising.measures.observations import Observation
from arising.measures.periods import Period
from arising.measures.spc import COMMON_CAUSE, TRIAL, Chart
from arising.measures.values import Symbol, Value

_UNITS: dict[Unit, str] = {
    "percent": "{}%",
    "per 10,000": "{} per 10,000",
    "per 100,000": "{} per 100,000",
    "per 100": "{} per 100",
    "children": "{} children",
    "cases": "{} cases",
    "score": "{}",
    "count": "{}",
    "£": "£{}",
}
_ONE: dict[Unit, str] = {"children": "1 child", "cases": "1 case"}
_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd", 21: "21st", 22: "22nd", 23: "23rd", 31: "31st"}
_MEANS: dict[Better, str] = {"better": ", which is better", "worse": ", which is worse", "same": "", "context": ""}
_QUARTERS = {1: "the best quarter", 2: "the second quarter", 3: "the third quarter", 4: "the last quarter"}


def shown(value: Value, unit: Unit) -> str:
    """A value as a reader sees it: "24.8%", "1,240 children", "kept back so that nobody can be recognised"."""
    if isinstance(value, Symbol):
        return value.words
    number = plain(abs(value))
    if number == "1" and unit in _ONE:
        return ("−" if value < 0 else "") + _ONE[unit]
    return ("−" if value < 0 and number != "0" else "") + _UNITS[unit].format(number)


def plain(number: float) -> str:
    """A number with thousands parted and at most one decimal, none where it is whole or large."""
    rounded = round(float(number), 1)
    return f"{number:,.0f}" if rounded.is_integer() or abs(rounded) >= 1000 else f"{rounded:,.1f}"


def points(by: float, unit: Unit) -> str:
    """A difference as a reader sees it: "2.2 percentage points", "12 children"."""
    if unit != "percent":
        return shown(abs(by), unit)
    return f"{plain(abs(by))} percentage point{'' if plain(abs(by)) == '1' else 's'}"


def beside(held: Gap, unit: Unit) -> str:
    """ "higher than England (22.6%), which is worse"."""
    return next(_together([held], unit))


def than(held: Gap, unit: Unit) -> str:
    """ "worse than 22.6%", "higher than 22.6%" where neither is better."""
    how = f"{held.is_} than" if held.is_ in ("better", "worse") else _side(held.by)
    return f"{how} {shown(held.other.value, unit)}"


def ranked(held: Rank, polarity: Polarity, group: str) -> str:
    """ "3rd of 11 among its statistical neighbours, in the best quarter"."""
    quarter = "" if polarity == "neutral" else f", in {_QUARTERS[held.quarter]}"
    return f"{placed(held, polarity)} among {group}{quarter}"


def placed(held: Rank, polarity: Polarity) -> str:
    """ "3rd of 11"."""
    place = _ORDINALS.get(held.place, f"{held.place}th")
    if polarity == "neutral":
        place = {1: "the highest", held.of: "the lowest"}.get(held.place, f"{place} highest")
    return f"{place} of {held.of}"


def averaged(held: Average, unit: Unit) -> str:
    """ "55.1%", "55.1% (8 of 10)" where not all of them have a number."""
    told = shown(held.value, unit)
    return told if held.of == held.among else f"{told} ({held.of} of {held.among})"


def latest(card: Card, own: Observation, gaps: Sequence[Gap], unit: Unit) -> str:
    """The answer in one sentence: "Re-referrals were 24.8% in 2024/25, higher than England (22.6%), which is
    worse."."""
    if isinstance(own.value, Symbol):
        return f"{card.opening} for {own.period.words} {'is' if card.opening_is_one else 'are'} {own.value.words}."
    was = "was" if card.opening_is_one else "were"
    told = list(_together(gaps, unit))
    between = ", and " if told and told[0].endswith(("better", "worse")) else " and "
    others = between.join(told)
    return f"{card.opening} {was} {shown(own.value, unit)} in {own.period.words}{', ' + others if others else ''}."


def _together(gaps: Sequence[Gap], unit: Unit) -> Iterator[str]:
    """What a value is beside others; those that it is the same to are named together."""
    for (side, means), group in groupby(gaps, key=lambda held: (_side(held.by), held.is_)):
        named = " and ".join(f"{held.other.area.name} ({shown(held.other.value, unit)})" for held in group)
        yield f"{side} {named}{_MEANS[means]}"


def _side(by: float) -> str:
    return "the same as" if by == 0 else "higher than" if by > 0 else "lower than"


def change(chart: Chart, periods: Sequence[Period]) -> str:
    """Whether a chart shows a change beyond noise, in one or two sentences. ``periods`` are those of its points."""
    last = len(chart.points) - 1
    signals = [at for at, point in enumerate(chart.points) if point.is_signal]
    caution = f" The limits are a trial: they rest on fewer than {TRIAL} points." if chart.is_trial else ""
    if not signals:
        return f"There is no signal of change since {periods[0].words}.{caution}"
    at = signals[-1]
    point = chart.points[at]
    if at < last:
        return f"There is no signal of change since {periods[at].words}.{caution}"
    meaning = {
        "special_cause_improvement": "an improvement beyond what chance gives",
        "special_cause_concern": "a concern beyond what chance gives",
    }.get(point.reading, "a change beyond what chance gives")
    return f"The latest figure is {meaning}: {rule(point.signal)}.{caution}"


def rule(signal: str) -> str:
    """The rule that marks a point, in plain words. Raises ValueError for what is no signal."""
    if signal == COMMON_CAUSE:
        raise ValueError("A point without a signal has no rule.")
    if signal.endswith("UCL"):
        return "it is above the upper limit"
    if signal.endswith("LCL"):
        return "it is below the lower limit"
    if signal.startswith("2 in 3"):
        return f"2 of 3 points in a row are far {'above' if 'Above' in signal else 'below'} the mean"
    length = signal.split()[0]
    if "Trend" in signal:
        return f"{length} points in a row {'rise' if 'Increasing' in signal else 'fall'}"
    return f"{length} points in a row are {'above' if 'Above' in signal else 'below'} the mean"


def assured(chart: Chart, unit: Unit) -> str:
    """Whether the target is met, missed or left to chance; "" without one."""
    if chart.target is None or chart.assurance is None:
        return ""
    target = shown(chart.target, unit)
    return {
        "consistent_pass": f"As things are, the target of {target} is met every time.",
        "consistent_fail": f"As things are, the target of {target} is missed every time.",
        "inconsistent": f"Whether the target of {target} is met is left to chance.",
    }[chart.assurance]


def to_target(own: Observation, target: float, by: str, polarity: Polarity, unit: Unit) -> str:
    """How far a figure is from its target, for a series too short for a chart; ``by`` is the day in words, or ""."""
    if own.number is None:
        return ""
    gap = own.number - target
    apart = points(gap, unit)
    if gap == 0:
        how = "meets it exactly" if polarity != "neutral" else "is the same"
    elif polarity == "neutral":
        how = f"is {apart} {'above' if gap > 0 else 'below'} it"
    else:
        how = f"meets it with {apart} to spare" if meaning(gap, polarity) == "better" else f"misses it by {apart}"
    return f"The target is {shown(target, unit)}{f' by {by}' if by else ''}. The figure of {own.period.words} {how}."


def in_common(own: Observation, gaps: Sequence[Gap], unit: Unit) -> str:
    """Where the latest figure has nothing beside it: the latest one that has."""
    told = " and ".join(_together(gaps, unit))
    return f"The latest that can be held against others is of {own.period.words}: {shown(own.value, unit)}, {told}."


def since_then(earlier: Observation, own: Observation, unit: Unit) -> str:
    """For a series too short for a chart: what it was, and by how much it moved."""
    if earlier.number is None or own.number is None:
        return ""
    return f"It is {moved(earlier, own, unit)} ({shown(earlier.value, unit)})."


def moved(earlier: Observation, own: Observation, unit: Unit) -> str:
    """ "12.2 percentage points higher than in 2021"; "" where either has no number."""
    if earlier.number is None or own.number is None:
        return ""
    by = own.number - earlier.number
    how = "the same as" if by == 0 else f"{points(by, unit)} {'higher' if by > 0 else 'lower'} than"
    return f"{how} in {earlier.period.words}"


def time_since(then: date, today: date) -> str:
    """How long ago something was: "12 days", "7 months", "3 years"."""
    days = (today - then).days
    if days < 60:
        return f"{days} {'day' if days == 1 else 'days'}"
    months = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
    return f"{months} months" if months < 24 else f"{months // 12} years"
