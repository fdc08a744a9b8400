"""What a person says that a quoted figure is about. It stands before what the machine proposes."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.indicators.models import Indicator, Match, StatisticalArea
from arising.register.record.models import Figure
from arising.register.record.texts import storable


def set_match(
    figure: Figure, indicator: Indicator | None, *,
    variant: str = "", area: StatisticalArea | None = None, year: int | None = None, why: str = "", actor: Actor,
) -> Match:  # fmt: skip
    """Say what a figure is about; without an indicator, that it is about none. The verdict follows.

    Raises ValidationError for a definition that the indicator has not, or a year that cannot be.
    """
    require(actor, "indicators.match", figure)
    if indicator is not None and variant and variant not in {each.key for each in indicator.card.variants}:
        raise ValidationError({"variant": "The indicator has no such definition. Choose one of its own."})
    if year is not None and not 1990 <= year <= 2100:
        raise ValidationError({"year": "That is no year. Write it as 2022."})
    with transaction.atomic():
        row = Match.objects.select_for_update().filter(figure=figure).first() or Match(figure_id=figure.pk)
        row.indicator, row.variant, row.area, row.year = indicator, variant, area, year
        row.why, row.decided_by = storable(why).strip()[:1000], actor if isinstance(actor, User) else None
        return save(row, actor=actor, why=row.why or "Said what it is about")


def clear_match(figure: Figure, *, actor: Actor, why: str) -> None:
    """Let the words of a figure tell again what it is about."""
    require(actor, "indicators.match", figure)
    for row in Match.objects.filter(figure=figure):
        remove(row, actor=actor, why=why)
