"""Every change to what is kept of the workforce."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import CohortCount, RecruitmentCohort, WorkforceCost
from arising.register.improvement.queries.workforce import months_after
from arising.register.record.texts import storable

Stage = CohortCount.Stage


def add_cohort(
    council: Council, title: str, offered_on: date, offered: int, *, source: str, seen: Seen = BY_EVERYBODY,
    actor: Actor, why: str,
) -> RecruitmentCohort:  # fmt: skip
    """Follow people who were offered posts at one time.

    Raises ValidationError for so few that what became of one could be told, for offers still to come, and without a
    title or source.
    """
    require(actor, "improvement.keep", council)
    if offered < settings.SMALLEST_GROUP:
        raise ValidationError(
            {"offered": f"A cohort of {offered} is too small: of fewer than {settings.SMALLEST_GROUP} people it could "
                        "be told who left. Take several months of offers together."}
        )  # fmt: skip
    _not_to_come(offered_on, "offered_on")
    one = RecruitmentCohort(
        council=council, title=_told(title, "title", "Say who was to be recruited.", 200), offered_on=offered_on,
        offered=offered, source=_told(source, "source", "Say where the number comes from.", 500),
        audience=seen.audience, visible_from=seen.visible_from,
    )  # fmt: skip
    return save(one, actor=actor, why=why)


def count_cohort(
    cohort: RecruitmentCohort, stage: str, count: int, on: date, *, actor: Actor, why: str
) -> CohortCount:  # fmt: skip
    """Say how many of a cohort had come so far. Saying it again takes the place of the first, which stays in the
    history.

    Raises ValidationError for more than had come so far before, fewer than are said to have come further, and a day on
    which it could not be known yet.
    """
    require(actor, "improvement.keep", cohort.council)
    if stage not in Stage.values:
        raise ValidationError({"stage": f"“{stage}” is no stage."})
    at = Stage(stage)
    _not_to_come(on, "on")
    earliest = months_after(cohort.offered_on, at.months)
    if on < earliest:
        raise ValidationError({"on": f"That can be counted from {day_in_words(earliest)} on, and not before."})
    with transaction.atomic():
        RecruitmentCohort.objects.select_for_update(of=("self",)).get(pk=cohort.pk)
        known = {each.stage: each for each in cohort.counts.all()}
        order = list(Stage.values)
        before = [known[each].count for each in order[: order.index(stage)] if each in known]
        after = [known[each].count for each in order[order.index(stage) + 1 :] if each in known]
        most, fewest = min([cohort.offered, *before]), max(after, default=0)
        if not fewest <= count <= most:
            raise ValidationError({"count": f"It cannot be {count}: from {fewest} to {most} have come so far."})
        one = known.get(stage) or CohortCount(cohort=cohort, stage=stage)
        one.count, one.on = count, on
        return save(one, actor=actor, why=why)


def drop_cohort(cohort: RecruitmentCohort, *, actor: Actor, why: str) -> None:
    """Take a cohort away with its counts."""
    require(actor, "improvement.keep", cohort.council)
    remove(cohort, actor=actor, why=why)


def record_cost(
    council: Council, starts_on: date, ends_on: date, permanent: int, agency: int, *, source: str,
    seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> WorkforceCost:  # fmt: skip
    """Say what permanent and agency staff cost in a period. Said again, it takes the place of the first.

    Raises ValidationError for a period that ends before it begins or overlaps another, and without a source.
    """
    require(actor, "improvement.keep", council)
    if ends_on < starts_on:
        raise ValidationError({"ends_on": "The last day is before the first."})
    if not permanent + agency:
        raise ValidationError({"permanent": "Give what at least one of them cost."})
    with transaction.atomic():
        costs = WorkforceCost.objects.select_for_update().filter(council=council)
        one = costs.filter(starts_on=starts_on, ends_on=ends_on).first() or WorkforceCost(
            council=council, starts_on=starts_on, ends_on=ends_on
        )
        if other := costs.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exclude(pk=one.pk).first():
            days = f"{day_in_words(other.starts_on)} to {day_in_words(other.ends_on)}"
            raise ValidationError({"starts_on": f"The cost of {days} is here already, and would count twice."})
        one.permanent, one.agency = permanent, agency
        one.source = _told(source, "source", "Say where the cost comes from.", 500)
        one.audience, one.visible_from = seen.audience, seen.visible_from
        return save(one, actor=actor, why=why)


def _told(text: str, column: str, otherwise: str, longest: int) -> str:
    told = storable(text).strip()[:longest]
    if not told:
        raise ValidationError({column: otherwise})
    return told


def _not_to_come(on: date, column: str) -> None:
    if on > timezone.localdate():
        raise ValidationError({column: f"{day_in_words(on)} is still to come."})
