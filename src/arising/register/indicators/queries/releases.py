"""Published files: those in the register, and what one that was brought in holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from arising.measures.published import Table, read
from arising.measures.values import Symbol
from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.indicators.models import Brought, Indicator, Release, Row


@dataclass(frozen=True)
class Holds:
    """What a published file holds: its rows by level, its periods, the indicators it has figures of, its symbols."""

    table: Table
    levels: dict[str, int]
    left_out: dict[str, int]
    indicators: tuple[str, ...]
    symbols: tuple[tuple[Symbol, int], ...]
    here: Release | None
    earlier: Release | None

    @property
    def periods(self) -> tuple[str, str]:
        """The earliest and the latest period."""
        held = sorted({row.period for row in self.table.rows})
        return held[0].label, held[-1].label


def release(pk: int) -> Release:
    """One published file. Raises ``Release.DoesNotExist``."""
    return Release.objects.get(pk=pk)


def rows_in(held: Release) -> int:
    """How many rows of a release are kept."""
    return Row.objects.filter(release=held).count()


def brought(user: Reader, pk: int) -> Brought:
    """A file that ``user`` brought in. Raises ``Brought.DoesNotExist``."""
    if not isinstance(user, User):
        raise Brought.DoesNotExist
    return Brought.objects.get(pk=pk, brought_by=user)


def held_by(one: Brought) -> Holds:
    """What a file that was brought in holds. Raises ``NotPublished``."""
    table = read(bytes(one.content), file=one.name, published_on=one.day)
    key = table.dataset.key if table.dataset else ""
    cards = [each.card for each in Indicator.objects.all()]
    return Holds(
        table=table,
        levels=dict(Counter(row.area.level for row in table.rows)),
        left_out=dict(table.left_out),
        indicators=tuple(
            card.name for card in cards if any(each.place and each.place.dataset == key for each in card.variants)
        ),
        symbols=tuple(sorted(table.symbols().items(), key=lambda each: each[0].value)),
        here=Release.objects.filter(sha256=table.sha256).first(),
        earlier=Release.objects.filter(dataset=key).order_by("-pk").first() if key else None,
    )
