"""By how much the figures of a council may differ: what it set itself, and what holds where it set nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from arising.measures.agreement import USUAL, Allowed
from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.indicators.models import Indicator, Tolerance


@dataclass(frozen=True)
class Tolerances:
    """What a council set, dropped ones too, the earliest first."""

    every: tuple[Tolerance, ...] = ()

    @property
    def for_all(self) -> Tolerance | None:
        """The one that holds for all indicators without one of their own."""
        return next((one for one in self.every if one.indicator_id is None and one.dropped_on is None), None)

    def of(self, indicator: Indicator) -> Tolerance | None:
        """The one that holds for an indicator: its own, else that for all; None where none is set."""
        return Tolerance.in_force(self.every, indicator)

    def shown(self, about: Iterable[Indicator] | None) -> list[Tolerance]:
        """Those for all indicators and those of the indicators that a page is ``about``; None is every one. What holds
        first, the latest first."""
        keys = None if about is None else {None, *(each.pk for each in about)}
        held = [one for one in reversed(self.every) if keys is None or one.indicator_id in keys]
        return sorted(held, key=lambda one: one.dropped_on is not None)

    def allowed(self, indicator: Indicator) -> Allowed:
        """By how much two figures of an indicator may differ."""
        held = self.of(indicator)
        return held.allowed if held else USUAL


def tolerances(user: Reader, council: Council | None) -> Tolerances:
    """What a council set. Everybody may know it."""
    if council is None:
        return Tolerances()
    held = Tolerance.objects.visible_to(user).filter(council=council).select_related("indicator")
    return Tolerances(tuple(held.order_by("set_on", "pk")))


def tolerance(user: Reader, pk: int) -> Tolerance:
    """One that holds. Raises ``Tolerance.DoesNotExist``."""
    return Tolerance.objects.visible_to(user).select_related("council", "indicator").get(pk=pk, dropped_on=None)
