"""Figures on pages, in words."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone

from arising.measures import words
from arising.measures.cards import Unit
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.indicators.models import Remark, Target, Tolerance
from arising.register.indicators.queries.side_by_side.variances import figures_of

register = template.Library()


@register.filter
def target(one: Target, unit: Unit) -> str:
    """ "90% by 31 March 2026, set by the Improvement Plan on 4 June 2024; dropped on 1 May 2025"."""
    by = f" by {day_in_words(one.by)}" if one.by else ""
    set_on = f" on {day_in_words(one.set_on)}" if one.set_on else ""
    dropped = f"; dropped on {day_in_words(one.dropped_on)}" if one.dropped_on else ""
    return f"{words.shown(one.value, unit)}{by}, set by {one.set_by}{set_on}{dropped}"


@register.filter
def by_how_much(one: Tolerance) -> str:
    """ "5% of the larger figure", "2 percentage points"."""
    card = one.indicator.card if one.indicator else None
    units = {card.unit_of(each.key) for each in card.variants} if card else set()
    if one.of == Tolerance.Of.UNIT and len(units) != 1:
        return f"{words.plain(one.value)} in the unit of each definition"
    return one.allowed.words(units.pop() if units else "count")


@register.filter
def figures(remark: Remark, unit: Unit) -> str:
    """The two figures that a remark is about: "12% and 14%"."""
    return figures_of(remark, unit)


@register.filter
def local_day(at: datetime) -> date:
    """The day of a moment, as the clock stands here."""
    return timezone.localtime(at).date()
