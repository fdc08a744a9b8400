"""What was counted of recruitment in a time, and what staff cost."""

from __future__ import annotations

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.annual import Between
from arising.register.improvement.queries.changes.change import Change
from arising.register.improvement.queries.workforce import Cohort, Workforce, compared, costs_and_cohorts

_ABOUT = "workforce"


def workforce_changed(user: Reader, council: Council, time: Between) -> list[Change]:
    """The cohorts of which something was counted in ``time``, as they stood at its end, and what staff cost in a
    period that ended in it. A larger share for agency staff is no move."""
    told = costs_and_cohorts(user, council)
    return [*_cohorts(told, time), *_costs(told, time)]


def _cohorts(told: Workforce, time: Between) -> list[Change]:
    found = []
    for one in told.cohorts:
        by_then = {stage: each for stage, each in one.counts.items() if each.on <= time.until}
        last = max((each.on for each in by_then.values()), default=None)
        if last is not None and last >= time.since:
            stood = Cohort(one.cohort, by_then, min(time.until, timezone.localdate()))
            words = f"{one.cohort}. {stood.words}"
            found.append(Change(words, last, one.cohort.get_absolute_url(), f"{_ABOUT} {one.cohort}"))
    return found


def _costs(told: Workforce, time: Between) -> list[Change]:
    ended = [one for one in told.costs if one.cost.ends_on <= time.until]
    if not ended or ended[0].cost.ends_on < time.since:
        return []
    latest, *earlier = ended
    moved = not earlier or latest.share < earlier[0].share
    return [Change(compared(ended), latest.cost.ends_on, told.address, f"{_ABOUT} agency", moved)]
