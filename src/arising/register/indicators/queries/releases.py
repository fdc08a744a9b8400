"""Published files: those in the register, and what one that was brought in holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from arising.measures.cards import Variant
from arising.measures.published import Table, lait
from arising.measures.values import Symbol
from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.indicators import operations
from arising.register.indicators.models import Brought, Indicator, Release, Row


@dataclass(frozen=True)
class Found:
    """A definition of an indicator in a file, and how many figures the file has of it."""

    indicator: Indicator
    variant: Variant
    figures: int


@dataclass(frozen=True)
class Holds:
    """What a published file holds: its rows by level, its periods, the indicators it has figures of, its symbols.
    ``measures`` are those of the Local Authority Interactive Tool."""

    table: Table
    levels: dict[str, int]
    left_out: dict[str, int]
    indicators: tuple[Found, ...]
    measures: tuple[str, ...]
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


@dataclass(frozen=True)
class Waiting:
    """Files that wait to be stored, for at most so many ``days``."""

    files: tuple[Brought, ...]
    days: int


def waiting(user: Reader, *, own: bool) -> Waiting:
    """The files that ``user`` brought in and did not store: of a council's ``own`` figures, or published ones."""
    held = Brought.objects.filter(release=None, report=None, council__isnull=not own).defer("content")
    mine = held.filter(brought_by=user) if isinstance(user, User) else held.none()
    return Waiting(tuple(mine.select_related("council")), operations.WAITS.days)


def held_by(one: Brought) -> Holds:
    """What a file that was brought in holds. Raises ``NotPublished``, and ``UnknownLayout`` where somebody has to say
    which of its columns are which."""
    table = operations.read_published(bytes(one.content), one.name, published_on=one.day)
    key = table.dataset.key if table.dataset else ""
    return Holds(
        table=table,
        levels=dict(Counter(row.area.level for row in table.rows)),
        left_out=dict(table.left_out),
        indicators=tuple(_found(table)),
        measures=tuple(lait.measures(table)) if key == lait.LAIT.key else (),
        symbols=tuple(sorted(table.symbols().items(), key=lambda each: each[0].value)),
        here=_here(table),
        earlier=Release.objects.filter(dataset=key).order_by("-pk").first() if key else None,
    )


def _here(table: Table) -> Release | None:
    """The release that this very file is already, unless it is of a layout that was not known then."""
    held = Release.objects.filter(sha256=table.sha256).first()
    return held if held and (held.dataset or table.dataset is None) else None


def _found(table: Table) -> Iterator[Found]:
    for indicator in Indicator.objects.all():
        card = indicator.card
        for variant in card.variants:
            if table.place_of(card, variant):
                yield Found(indicator, variant, sum(1 for _ in table.observations(card, variant)))
