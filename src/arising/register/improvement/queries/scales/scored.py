"""What groups scored, as the measures take it: of scorings that are over, from whole groups alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from arising.measures import distance
from arising.measures.distance import Answer, Sustaining, scored
from arising.register.improvement.models import Scale, Score, ScoringGroup, ScoringRound


def is_large_enough(people: int) -> bool:
    """Whether the score of so many may be shown."""
    return people >= settings.SMALLEST_GROUP


def last_shown(group: ScoringGroup, scale: Scale, before: ScoringRound) -> distance.Score | None:
    """What a group scored last before a scoring, as far as it was shown: a score of too few is nobody's to be held
    against."""
    on = before.opens_on - timedelta(days=1)
    rows = counted(Score.objects.filter(scale=scale, sheet__group=group), on)
    held = [one for one in together(rows).get(scale.pk, []) if is_large_enough(one.people)]
    return held[-1] if held else None


def counted(rows: QuerySet[Score], on: date | None = None) -> QuerySet[Score]:
    """Those of ``rows`` that count: of scorings that are over, and by the day ``on``; not taken back."""
    today = timezone.localdate()
    over = Q(sheet__round__closes_on__lt=today) | Q(sheet__round__closed_on__isnull=False)
    rows = rows.filter(over, sheet__dropped_on=None)
    if on is None:
        return rows
    early = Q(sheet__round__closed_on__isnull=False, sheet__round__closed_on__lte=on)
    return rows.filter(early | Q(sheet__round__closed_on=None, sheet__round__closes_on__lte=on))


def together(rows: Iterable[Score]) -> dict[int, list[distance.Score]]:
    """What each group scored in each scoring, by the key of the scale, in the order of days."""
    if isinstance(rows, QuerySet):
        rows = rows.select_related("sheet__round", "sheet__group").order_by("sheet__group__pk", "pk")
    answers: dict[tuple[int, str, date], list[Answer]] = {}
    for one in rows:
        key = (one.scale_id, one.sheet.group.name, one.sheet.round.day)
        answers.setdefault(key, []).append(Answer(one.value, one.sheet.people))
    found: dict[int, list[distance.Score]] = {}
    for (scale, group, on), given in answers.items():
        found.setdefault(scale, []).append(scored(group, on, given))
    return {scale: sorted(scores, key=lambda one: one.on) for scale, scores in found.items()}


def travelled_on(
    scales: Collection[Scale], scores: dict[int, list[distance.Score]]
) -> list[tuple[Scale, distance.Travelled]]:  # fmt: skip
    """How far each scale has come, by the settings of this register."""
    rule = Sustaining(settings.SUSTAINED_SCORINGS, settings.SUSTAINED_MONTHS)
    return [
        (
            scale,
            distance.travelled(
                scale.measured, scores.get(scale.pk, []), smallest=settings.SMALLEST_GROUP, rule=rule
            ),
        )
        for scale in scales
    ]  # fmt: skip
