"""Scorings: what is asked, from when, and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import ImprovementPlan, Scale, ScoringRound
from arising.register.record.texts import storable


def add_scoring_round(
    council: Council, scales: Collection[Scale], *, opens_on: date, closes_on: date, title: str = "",
    plan: ImprovementPlan | None = None, seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> ScoringRound:  # fmt: skip
    """Open a scoring of some scales, from one day to another; answers are taken on both.

    Raises ValidationError where there is no scale, a scale is another council's or was followed by another, the days
    are the wrong way round, or a scale is asked in another scoring at the time.
    """
    require(actor, "improvement.keep", council)
    if not scales:
        raise ValidationError({"scales": "Choose at least one scale."})
    for scale in scales:
        if scale.council_id != council.pk:
            raise ValidationError({"scales": f"“{scale}” is not a scale of {council}."})
        if Scale.objects.filter(follows=scale).exists():
            raise ValidationError({"scales": f"Another scale has followed “{scale}”. Ask that one."})
    with transaction.atomic():
        one = ScoringRound(
            council=council, plan=plan, title=_title(title, closes_on), opens_on=opens_on, closes_on=closes_on,
            audience=seen.audience, visible_from=seen.visible_from,
        )  # fmt: skip
        _free(one, scales)
        save(one, actor=actor, why=why)
        one.scales.set(scales)
        return one


def extend_scoring_round(one: ScoringRound, closes_on: date, *, actor: Actor, why: str) -> ScoringRound:
    """Let answers come in until another day. Raises ValidationError once it is over: its scores were shown."""
    with _held(one, actor) as row:
        row.closes_on = closes_on
        _free(row, list(row.scales.all()))
        return save(row, actor=actor, why=why)


def close_scoring_round(one: ScoringRound, *, actor: Actor, why: str) -> ScoringRound:
    """Take no more answers, from now on. Raises ValidationError where it is over already, or has not opened."""
    today = timezone.localdate()
    with _held(one, actor) as row:
        if not row.has_opened(today):
            raise ValidationError(f"It opens on {day_in_words(row.opens_on)}.")
        row.closed_on = today
        return save(row, actor=actor, why=why)


@contextmanager
def _held(one: ScoringRound, actor: Actor) -> Iterator[ScoringRound]:
    """A scoring that is not over, kept from others meanwhile."""
    require(actor, "improvement.keep", one.council)
    with transaction.atomic():
        row = ScoringRound.objects.select_for_update(of=("self",)).get(pk=one.pk)
        if row.is_over(timezone.localdate()):
            raise ValidationError(f"The scoring was closed on {day_in_words(row.day)}, and its scores were shown.")
        yield row


def _free(one: ScoringRound, scales: Collection[Scale]) -> None:
    """Raises ValidationError where a scoring ends before it begins, or asks what another asks at the time."""
    if one.closes_on < one.opens_on:
        raise ValidationError({"closes_on": "The last day for answers is before the first."})
    others = ScoringRound.objects.annotate(last=Coalesce("closed_on", "closes_on")).filter(
        scales__in=scales, opens_on__lte=one.closes_on, last__gte=one.opens_on
    )
    others = others.exclude(pk=one.pk)
    if other := others.first():
        raise ValidationError(
            {"closes_on": f"One of its scales is asked in “{other}” from {day_in_words(other.opens_on)} to "
                          f"{day_in_words(other.day)}. Scorings of one scale come one after the other."}
        )  # fmt: skip


def _title(title: str, closes_on: date) -> str:
    return storable(title).strip()[:200] or f"Scoring of {day_in_words(closes_on)}"
