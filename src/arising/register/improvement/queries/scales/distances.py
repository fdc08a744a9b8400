"""All scales of a council, or of one of its plans: how far each has come, and what the figures beside it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from arising.measures.distance import Beside, Travelled, remark, signal_of
from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import ImprovementPlan, Scale, ScaleIndicator, Score, ScoringRound
from arising.register.improvement.queries.scales.scored import counted, together, travelled_on
from arising.register.indicators import queries as indicators
from arising.register.indicators.models import Indicator


@dataclass(frozen=True)
class InFigures:
    """An indicator beside a scale: what both say together, where it stands, and what its chart says."""

    beside: Beside
    address: str
    change: str


@dataclass(frozen=True)
class Line:
    """A scale, how far it has come, and the indicators that it should move."""

    scale: Scale
    travelled: Travelled
    figures: tuple[InFigures, ...]

    @property
    def disagrees(self) -> bool:
        """Whether any indicator points another way than the scores."""
        return any(each.beside.disagrees for each in self.figures)

    @property
    def is_sustained(self) -> bool:
        """Whether every group that is shown has held its present score above where it began."""
        groups = self.travelled.groups
        return bool(groups) and all(one.is_sustained and one.distance > 0 for one in groups)


@dataclass(frozen=True)
class DistancePage:
    """Scales that are in use, and those that another has followed."""

    council: Council
    plan: ImprovementPlan | None
    plans: tuple[ImprovementPlan, ...]
    lines: tuple[Line, ...]
    earlier: tuple[Scale, ...]
    days: tuple[date, ...]

    @property
    def scored(self) -> tuple[Line, ...]:
        """The scales that have a score to show."""
        return tuple(line for line in self.lines if line.travelled.groups)

    @property
    def words(self) -> str:
        """The answer in a few sentences. How far is said of each scale, never of all together."""
        if not self.lines:
            return "There is no scale yet."
        if not self.scored:
            return f"{_many(len(self.lines), 'scale is', 'scales are')} worded, and none has a score to show yet."
        told = [f"Of {_many(len(self.lines), 'scale', 'scales')}, {len(self.scored)} {_has(len(self.scored))} scores."]
        moved = _moves([_since_last(line.travelled) for line in self.scored])
        told.append(f"{moved} since last time." if moved else "It is the first scoring.")
        apart = sum(bool(line.travelled.spread and line.travelled.spread.is_wide) for line in self.scored)
        disagree = sum(line.disagrees for line in self.scored)
        sustained = sum(line.is_sustained for line in self.scored)
        told += [f"On {apart} the groups do not see the same thing."] if apart else []
        told += [f"On {disagree} scores and figures disagree."] if disagree else []
        told.append(f"{sustained or 'None'} {'are' if sustained > 1 else 'is'} sustained as every group sees it.")
        return " ".join(told)


@dataclass(frozen=True)
class TwoDates:
    """The scales of a page as they stood on two days."""

    page: DistancePage
    first: date
    second: date
    rows: tuple[tuple[Scale, Travelled, Travelled], ...]

    @property
    def words(self) -> str:
        """What moved from one day to the other."""
        changes = [_between(then, now) for _, then, now in self.rows]
        days = f"from {day_in_words(self.first)} to {day_in_words(self.second)}"
        told = _moves(changes)
        return f"{told} {days}." if told else f"No group scored before {day_in_words(self.second)}."


def scales_of(user: Reader, council: Council) -> QuerySet[Scale]:
    """The scales of a council that ``user`` may see, those that were followed among them."""
    return Scale.objects.visible_to(user).filter(council=council).select_related("plan", "follows")


def distance_page(user: Reader, council: Council, plan: int | None = None) -> DistancePage:
    """How far a council has come, or one plan of it. Raises ImprovementPlan.DoesNotExist for a plan that ``user`` may
    not see."""
    plans = ImprovementPlan.objects.visible_to(user).filter(council=council)
    chosen = plans.get(pk=plan) if plan is not None else None
    scales = list(scales_of(user, council).filter(**({"plan": chosen} if chosen else {})))
    followed = {scale.follows_id for scale in scales}
    now = [scale for scale in scales if scale.pk not in followed]
    rows = _rows(user, now)
    figures = figures_beside(user, council, [held for _, held in rows], now)
    lines = tuple(Line(scale, held, figures.get(scale.pk, ())) for scale, held in rows)
    earlier = tuple(scale for scale in scales if scale.pk in followed)
    return DistancePage(council, chosen, tuple(plans), lines, earlier, _days(user, now))


def distance_at_two_dates(
    user: Reader, council: Council, plan: int | None = None, *, first: date | None = None, second: date | None = None
) -> TwoDates:
    """The scales as they stood on two days; without days, at the last scoring and at the one before. Raises
    ValueError where there is no scoring that ``user`` may see, or the days are the wrong way round."""
    page = distance_page(user, council, plan)
    if not page.days:
        raise ValueError("There is no scoring yet that is over.")
    second = second or page.days[-1]
    before = [day for day in page.days if day < second]
    first = first or (before[-1] if before else second)
    if first > second:
        raise ValueError("The first day comes after the second.")
    scales = [line.scale for line in page.lines]
    then, now = (dict(_rows(user, scales, on)) for on in (first, second))
    return TwoDates(page, first, second, tuple((scale, then[scale], now[scale]) for scale in scales))


def distance_summary(user: Reader, council: Council) -> str:
    """How far a council has come, in words, for its front page; "" where ``user`` may see no scale of it."""
    page = distance_page(user, council)
    return page.words if page.lines else ""


def figures_beside(
    user: Reader, council: Council, held: Sequence[Travelled], scales: Sequence[Scale]
) -> dict[int, tuple[InFigures, ...]]:
    """What the indicators beside each scale say, by the key of the scale."""
    area = indicators.area_of(council)
    beside = list(ScaleIndicator.objects.visible_to(user).filter(scale__in=scales).select_related("indicator"))
    if area is None or not beside:
        return {}
    by_scale = {int(each.scale.key): each for each in held}
    found: dict[int, tuple[InFigures, ...]] = {}
    for one in beside:
        try:
            page = indicators.indicator_page(user, one.indicator.key, area, variant=one.variant)
        except Indicator.DoesNotExist:
            continue
        said = remark(by_scale[one.scale_id], page.card.name, signal_of(page.charted.chart))
        change = "" if page.charted.chart else page.charted.why
        found[one.scale_id] = (*found.get(one.scale_id, ()), InFigures(said, page.address, change))
    return found


def _rows(user: Reader, scales: Sequence[Scale], on: date | None = None) -> list[tuple[Scale, Travelled]]:
    rows = counted(Score.objects.visible_to(user).filter(scale__in=scales), on)
    return travelled_on(scales, together(rows))


def _days(user: Reader, scales: Sequence[Scale]) -> tuple[date, ...]:
    """The days of the scorings that scales were scored in, the earliest first."""
    rounds = counted(Score.objects.visible_to(user).filter(scale__in=scales)).values("sheet__round")
    return tuple(sorted({one.day for one in ScoringRound.objects.filter(pk__in=rounds)}))


def _since_last(held: Travelled) -> list[float]:
    """By how much each group moved since last time."""
    return [one.change for one in held.groups if one.change is not None]


def _between(then: Travelled, now: Travelled) -> list[float]:
    """By how much each group that has scores of both days moved."""
    before = {one.group: one.now.value for one in then.groups}
    return [one.now.value - before[one.group] for one in now.groups if one.group in before]


def _moves(changes: Sequence[Sequence[float]]) -> str:
    """How many scales moved which way; "" where none could."""
    up = down = both = same = 0
    for each in changes:
        moves = {_sign(one) for one in each}
        up, down = up + (1 in moves and -1 not in moves), down + (-1 in moves and 1 not in moves)
        both, same = both + ({1, -1} <= moves), same + (moves == {0})
    parts = [f"{up} moved up"] * bool(up) + [f"{down} moved down"] * bool(down)
    parts += [f"{both} moved up for some groups and down for others"] * bool(both)
    parts += [f"{same} stayed the same"] * bool(same)
    return ", ".join(parts)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _has(number: int) -> str:
    return "has" if number == 1 else "have"
