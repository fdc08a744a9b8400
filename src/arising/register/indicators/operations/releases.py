"""Published files, taken in whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from django.db import transaction

from arising.measures import areas
from arising.measures.published import Table, UnknownLayout, lait, read, tidy
from arising.measures.published.fractions import refuse_fractions
from arising.measures.published.tables import BETWEEN
from arising.register.accounts.history import Actor
from arising.register.accounts.rules import require
from arising.register.indicators.models import Indicator, Release, Row, StatisticalArea, datasets_known
from arising.register.indicators.operations.areas import rows_of


@dataclass(frozen=True)
class TakenIn:
    """What became of a file: the release, and whether it was here already."""

    release: Release
    again: bool


def read_published(
    source: Path | bytes, name: str, *, published_on: date | None = None, new_areas: bool = False
) -> Table:  # fmt: skip
    """What a published file holds: in the layout of Explore Education Statistics, in one that somebody told the
    register of, or as the Local Authority Interactive Tool gives it.

    An area that is not known is refused unless ``new_areas`` are wanted: a mistyped code would be one. Raises
    ``NotPublished``, and ``UnknownLayout`` where somebody may say which of its columns are which.
    """
    known = datasets_known()
    by_titles = [one for one in known.values() if one.key != lait.LAIT.key]
    try:
        table = read(source, file=name, known=by_titles, published_on=published_on)
    except UnknownLayout:
        if not lait.is_one(source, name):
            raise
        table = replace(lait.read(source, file=name, published_on=published_on), dataset=known[lait.LAIT.key])
    if not new_areas:
        added = StatisticalArea.objects.exclude(code__in=areas.known())
        tidy.refuse_unknown(table, also=[each.named for each in added])
    if table.dataset is not None and table.dataset.places:
        here = Indicator.objects.filter(places__dataset=table.dataset.key).distinct()
        refuse_fractions(table, [each.card for each in here])
    return table


def take_in(
    source: Path | bytes, name: str, *, published_on: date | None = None, new_areas: bool = False, actor: Actor
) -> TakenIn:  # fmt: skip
    """Take a published file in, with ``new_areas`` also those of areas that were not known. The same file again changes
    nothing.

    Raises ``NotPublished``, which says where in the file what is wrong; then nothing of it was kept.
    """
    require(actor, "indicators.publish")
    return store(read_published(source, name, published_on=published_on, new_areas=new_areas), actor=actor)


def store(table: Table, *, actor: Actor) -> TakenIn:
    """Store a table that was read. One whose file is here already stays as it is, unless its layout was not known
    before."""
    require(actor, "indicators.publish")
    with transaction.atomic():
        held = Release.objects.filter(sha256=table.sha256).first()
        if held is not None and (held.dataset or table.dataset is None):
            return TakenIn(held, again=True)
        if held is not None:
            held.delete()
        release = Release.objects.create(
            dataset=table.dataset.key if table.dataset else "", name=table.release, file_name=table.file[-200:],
            sha256=table.sha256, rows=len(table.rows), apart=list(table.apart), titles=list(table.values),
            left_out=dict(table.left_out), published_on=table.published_on, added_by=actor,
            licence=table.dataset.licence if table.dataset else "",
        )  # fmt: skip
        keys = rows_of(table.areas())
        Row.objects.bulk_create(
            (
                Row(
                    release=release, number=row.number, column=row.column[:100], area_id=keys[row.area.code],
                    kind=row.period.kind, start=row.period.start, end=row.period.end, words=BETWEEN.join(row.words),
                    cells=row.text,
                )
                for row in table.rows
            ),
            batch_size=1000,
        )  # fmt: skip
    return TakenIn(release, again=False)
