"""What people said of figures, one at a time."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.indicators.models import Event, Indicator, Segment, StatisticalArea, Target

Said = Target | Event | Segment


def said(user: Reader, kind: str, pk: int) -> Said:
    """A target, an event or a segment that ``user`` may see. Raises the model's ``DoesNotExist``."""
    match kind:
        case "target":
            return Target.objects.visible_to(user).get(pk=pk)
        case "event":
            return Event.objects.visible_to(user).get(pk=pk)
        case _:
            return Segment.objects.get(pk=pk)


def address_of(one: Said) -> str:
    """The page on which it stands."""
    if isinstance(one, Event):
        about = one.indicators.first()
        return _page(about, one.council, "") if about else reverse("indicators")
    return _page(one.indicator, one.council, one.variant)


def _page(indicator: Indicator, council: Council, variant: str) -> str:
    area = StatisticalArea.objects.filter(council=council).first()
    told = {"area": area.code if area else "", "variant": variant}
    return f"{indicator.get_absolute_url()}?{urlencode({name: value for name, value in told.items() if value})}"
