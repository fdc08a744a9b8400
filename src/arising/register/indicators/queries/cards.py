"""Cards as charts and claims take them, where a definition changed, a break in the series; and the rules of charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings

from arising.measures.cards import Break, Card
from arising.measures.spc import Rules
from arising.register.indicators.models import Definition, Indicator


def rules() -> Rules:
    """The rules of control charts, as this register sets them."""
    return Rules(settings.SPC_RUN, settings.SPC_TREND)


def cards_of(indicators: Iterable[Indicator]) -> dict[str, Card]:
    """The cards of indicators by their keys, each with a break at the year from which a later version of its
    definition holds."""
    cards = {each.key: each.card for each in indicators}
    later = Definition.objects.filter(indicator__key__in=list(cards), number__gt=1, since__isnull=False)
    for key, number, since in later.order_by("number").values_list("indicator__key", "number", "since"):
        card = cards[key]
        assert since is not None
        changed = Break(since, f"Version {number} of the definition")
        cards[key] = replace(card, breaks=tuple(sorted((*card.breaks, changed), key=lambda each: each.year)))
    return cards
