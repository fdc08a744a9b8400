"""Searches on pages: how many of each kind were found."""

from __future__ import annotations

from django import template

from arising.register.bodies.templatetags.words import counted

register = template.Library()

_KINDS = {
    "item": ("agenda item", "agenda items"),
    "obligation": ("thing that is owed", "things that are owed"),
    "expectation": ("thing that was expected", "things that were expected"),
    "person": ("person", "people"),
    "exchange": ("question or answer", "questions and answers"),
    "declaration": ("declaration of interest", "declarations of interest"),
    "urgency": ("reason for urgency", "reasons for urgency"),
    "area": ("service area", "service areas"),
    "reference": ("law, guidance, meeting or body", "laws, guidance, meetings and bodies"),
}


@register.filter
def of_kind(number: int, kind: str) -> str:
    """``2 agenda items``."""
    return counted(number, *_KINDS.get(kind, (kind, f"{kind}s")))
