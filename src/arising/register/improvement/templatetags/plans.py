"""Words for pages of the improvement plan."""

from __future__ import annotations

from django import template
from django.db.models import Model
from django.template import Context

from arising.register.bodies.models import Council
from arising.register.improvement.telling import told_from

register = template.Library()


@register.filter
def kind_of(thing: Model) -> str:
    """What a thing is, as it stands in addresses: ``inspectionfinding``."""
    return str(thing._meta.model_name)


@register.inclusion_tag("improvement/plans/told_from.html", takes_context=True)
def rests_on(context: Context, council: Council) -> dict[str, str]:
    """The line that says what a page rests on, for those who do not see all of it."""
    return {"told_from": told_from(context["request"].user, council)}
