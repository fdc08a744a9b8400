"""The figures of an area on one page, for members."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.indicators.models import StatisticalArea
from arising.register.indicators.queries.signals import Line, area_page

MOST = 10
"""So many indicators at most: members read a page, and larger type leaves no room for more."""


@dataclass(frozen=True)
class Dashboard:
    """Some indicators of an area, those that stand out first. ``others`` are those with a figure that are not on it."""

    area: StatisticalArea
    lines: tuple[Line, ...]
    others: tuple[Line, ...]
    words: str
    day: date

    @property
    def title(self) -> str:
        """What stands over it."""
        return f"The figures of {self.area} on one page"

    def of(self, many: int) -> Dashboard:
        """The same with its first ``many`` indicators."""
        return replace(self, lines=self.lines[:many], others=(*self.lines[many:], *self.others))


def dashboard(user: Reader, area: StatisticalArea, keys: Collection[str] = ()) -> Dashboard:
    """The indicators with these keys, or those that stand out and as many others as there is room for. What it says in
    words is of every indicator of the area."""
    page = area_page(user, area)
    standing_out = page.standing_out
    ordered = [*standing_out, *(line for line in page.lines if line.why is None)]
    chosen = [line for line in ordered if not keys or line.card.key in keys][:MOST]
    others = tuple(line for line in ordered if line not in chosen)
    return Dashboard(area, tuple(chosen), others, page.words, timezone.localdate())
