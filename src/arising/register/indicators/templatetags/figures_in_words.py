"""Figures on pages, in words."""

from __future__ import annotations

from django import template

from arising.measures import words
from arising.measures.cards import Unit
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.indicators.models import Target

register = template.Library()


@register.filter
def target(one: Target, unit: Unit) -> str:
    """ "90% by 31 March 2026, set by the Improvement Plan on 4 June 2024; dropped on 1 May 2025"."""
    by = f" by {day_in_words(one.by)}" if one.by else ""
    set_on = f" on {day_in_words(one.set_on)}" if one.set_on else ""
    dropped = f"; dropped on {day_in_words(one.dropped_on)}" if one.dropped_on else ""
    return f"{words.shown(one.value, unit)}{by}, set by {one.set_by}{set_on}{dropped}"
