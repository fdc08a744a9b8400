"""Distance travelled on pages."""

from __future__ import annotations

from django import template
from django.conf import settings

from arising.measures.distance import Sustaining
from arising.measures.distance.travelled import plain

register = template.Library()
register.filter("score", plain)


@register.simple_tag
def held_rule() -> str:
    """When a score counts as sustained, in words."""
    return str(Sustaining(settings.SUSTAINED_SCORINGS, settings.SUSTAINED_MONTHS)).removeprefix("at or above it ")


@register.simple_tag
def smallest_group() -> int:
    """Of fewer people than this nothing is shown."""
    return int(settings.SMALLEST_GROUP)
