"""Links on pages: quotes without what stood around them, and how long something has waited."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils import timezone

from arising.register.matters.queries import Timeline
from arising.register.matters.series import Series
from arising.register.record.models import Commitment

register = template.Library()


@register.filter
def trimmed(quote: str) -> str:
    """A quote without the dash or bullet before it."""
    return quote.strip(" –—-•")


@register.filter
def days_since(commitment: Commitment) -> int:
    """How many days have gone by since a commitment was made; 0 where the day is not known."""
    said = commitment.source.meeting.latest
    return max(0, (timezone.localdate() - said).days) if said else 0


@register.filter
def meetings(timeline: Timeline) -> int:
    """How many meetings a timeline runs over."""
    return len({moment.meeting.pk for moment in timeline.moments})


@register.simple_tag
def chart_address(timeline: Timeline, series: Series) -> str:
    """The address of the chart of a series on the page of a topic or a matter."""
    if timeline.topic:
        return reverse("topic-chart", args=[timeline.topic.pk, series.key])
    return reverse("matter-chart", args=[timeline.matter.slug if timeline.matter else "", series.key])
