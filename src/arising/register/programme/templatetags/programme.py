"""Words of the work programme on its pages."""

from __future__ import annotations

from django import template

from arising.register.programme.notice import InTime
from arising.register.programme.queries import hours

register = template.Library()
register.filter("hours", hours)

_IN_TIME = {InTime.YES: "In time", InTime.TIGHT: "Tight", InTime.TOO_LATE: "Too late"}


@register.filter
def in_time(told: InTime) -> str:
    """Whether it comes in time, in a word or two."""
    return _IN_TIME[told]
