"""Words for pages of the improvement plan."""

from __future__ import annotations

from django import template
from django.db.models import Model

register = template.Library()


@register.filter
def kind_of(thing: Model) -> str:
    """What a thing is, as it stands in addresses: ``inspectionfinding``."""
    return str(thing._meta.model_name)
