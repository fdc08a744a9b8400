"""Scorings, for those who keep them: how many were asked and answered. Whoever keeps no journey finds none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.urls import reverse
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Evidence, Score, ScoreSheet, ScoringGroup, ScoringRound
from arising.register.improvement.queries.scales.one_scale import scale_page
from arising.register.improvement.queries.scales.scored import is_large_enough


@dataclass(frozen=True)
class Answered:
    """A group in a scoring: how many links were made for it, how many were used, how many people answered."""

    group: ScoringGroup
    links: int
    used: int
    people: int
    is_enough: bool


@dataclass(frozen=True)
class RoundPage:
    """A scoring as its keeper sees it. Nothing that was scored stands on it before it is over."""

    round: ScoringRound
    groups: tuple[Answered, ...]
    typed: tuple[ScoreSheet, ...]
    is_over: bool
    has_opened: bool

    @property
    def words(self) -> str:
        """How it stands, in words."""
        if not self.has_opened:
            return f"It opens on {day_in_words(self.round.opens_on)}."
        people, answered = sum(one.people for one in self.groups), [one for one in self.groups if one.people]
        told = f"{people} {'person has' if people == 1 else 'people have'} answered, of {len(answered)} "
        told += f"group{'' if len(answered) == 1 else 's'}."
        few = [one.group.name for one in answered if not one.is_enough]
        told += f" Too few so far to be shown: {', '.join(few)}." if few else ""
        closed = f"It was closed on {day_in_words(self.round.day)}."
        return f"{told} {closed if self.is_over else f'It closes after {day_in_words(self.round.closes_on)}.'}"


def scoring_rounds(user: Reader, council: Council) -> QuerySet[ScoringRound]:
    """The scorings of a council; none for somebody who does not keep its journey."""
    found = ScoringRound.objects.visible_to(user).filter(council=council)
    return found if _keeps(user, council) else found.none()


def rounds_ahead(user: Reader, council: Council, today: date, until: date) -> list[tuple[ScoringRound, str]]:
    """The scorings of a council that take answers, or will by a day, with the page that has more: that of the scoring
    for who keeps it, for everybody else how far the council has come. That there is one is no secret to those who will
    see what it came to."""
    found = ScoringRound.objects.visible_to(user).filter(
        council=council, closed_on=None, closes_on__gte=today, opens_on__lte=until
    )  # fmt: skip
    keeps, distance = _keeps(user, council), reverse("distance", args=[council.slug])
    return [(one, one.get_absolute_url() if keeps else distance) for one in found.order_by("closes_on", "pk")]


def scoring_round(user: Reader, pk: int) -> RoundPage:
    """A scoring for its keeper. Raises ScoringRound.DoesNotExist for everybody else."""
    one = ScoringRound.objects.visible_to(user).select_related("council", "plan").get(pk=pk)
    if not _keeps(user, one.council):
        raise ScoringRound.DoesNotExist(pk)
    links = _counts(one.links.values("group").annotate(many=Count("pk")))
    used = _counts(one.links.filter(answered=True).values("group").annotate(many=Count("pk")))
    people = _counts(one.sheets.filter(dropped_on=None).values("group").annotate(many=Sum("people")))
    groups = tuple(
        Answered(group, links.get(group.pk, 0), used.get(group.pk, 0), many, is_large_enough(many))
        for group in scoring_groups(user, one.council)
        for many in [people.get(group.pk, 0)]
    )
    typed = tuple(one.sheets.exclude(met_on=None).select_related("group", "typed_by", "dropped_by"))
    today = timezone.localdate()
    return RoundPage(one, groups, typed, one.is_over(today), one.has_opened(today))


def scoring_groups(user: Reader, council: Council) -> list[ScoringGroup]:
    """The groups that score for a council; none for somebody who does not keep its journey."""
    return list(ScoringGroup.objects.filter(council=council)) if _keeps(user, council) else []


def scoring_group(user: Reader, pk: int) -> ScoringGroup:
    """A group, for whoever keeps the journey of its council. Raises ScoringGroup.DoesNotExist."""
    one = ScoringGroup.objects.select_related("council").get(pk=pk)
    if not _keeps(user, one.council):
        raise ScoringGroup.DoesNotExist(pk)
    return one


def score_sheet(user: Reader, pk: int) -> ScoreSheet:
    """What a keeper typed in, for a keeper. Raises ScoreSheet.DoesNotExist."""
    one = ScoreSheet.objects.visible_to(user).exclude(met_on=None).select_related("round__council", "group").get(pk=pk)
    if not _keeps(user, one.round.council):
        raise ScoreSheet.DoesNotExist(pk)
    return one


def score_with_evidence(user: Reader, pk: int) -> Score:
    """A score of a scoring that is over, with the text that it rests on, for a keeper. Raises Score.DoesNotExist."""
    one = Score.objects.visible_to(user).select_related("sheet__round__council", "scale").get(pk=pk)
    shown = {each.score.pk for each in scale_page(user, one.scale_id).reasons}
    if pk not in shown or not one.evidence_text or not _keeps(user, one.scale.council):
        raise Score.DoesNotExist(pk)
    return one


def evidence_to_choose(user: Reader, council: Council) -> QuerySet[Evidence]:
    """The latest evidence of a council that a score may rest on."""
    return Evidence.objects.visible_to(user).filter(council=council)[:100]


def _keeps(user: Reader, council: Council) -> bool:
    return user is not None and user.has_perm("improvement.keep", council)


def _counts(rows: QuerySet[Any, Any]) -> dict[int, int]:
    return {row["group"]: row["many"] for row in rows.order_by()}
