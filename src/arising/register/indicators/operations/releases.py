"""Published files, taken in whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from django.db import transaction

from arising.measures.published import Table, UnknownLayout, lait, read, tidy
from arising.measures.published.fractions import refuse_fractions
from arising.measures.published.tables import BETWEEN
from arising.register.accounts.history import Actor
from arising.register.accounts.rules import require
from arising.register.indicators.models import Indicator, Release, Row, datasets_known
from arising.register.indicators.operations.areas import rows_of


@dataclass(frozen=True)
class TakenIn:
    """What became of a file: the release, and whether it was here already."""

    release: Release
    again: bool


def read_published(source: Path | bytes, name: str, *, published_on: date | None = None) -> Table:
    """What a published file holds: in the layout of Explore Education Statistics, in one that somebody told the
    register of, or as the Local Authority Interactive Tool gives it.

    Raises ``NotPublished``, and ``UnknownLayout`` where somebody may say which of its columns are which.
    """
    known = datasets_known()
    by_titles = [one for one in known.values() if one.key != lait.LAIT.key]
    try:
        table = read(source, file=name, known=by_titles, published_on=published_on)
    except UnknownLayout:
        if not lait.is_one(source, name):
            raise
        table = replace(lait.read(source, file=name, published_on=published_on), dataset=known[lait.LAIT.key])
    tidy.refuse_unknown(table)
    if table.dataset is not None and table.dataset.places:
        here = Indicator.objects.filter(places__dataset=table.dataset.key).distinct()
        refuse_fractions(table, [each.card for each in here])
    return table


def take_in(
    source: Path | bytes, name: str, *, published_on: date | None = None, actor: Actor
) -> TakenIn:  # fmt: skip
    """Take a published file in. The same file again changes nothing.

    Raises ``NotPublished``, which says where in the file what is wrong; then nothing of it was kept.
    """
    require(actor, "indicators.publish")
    return store(read_published(source, name, published_on=published_on), actor=actor)


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
        areas = rows_of(table.areas())
        Row.objects.bulk_create(
            (
                Row(
                    release=release, number=row.number, column=row.column[:100], area_id=areas[row.area.code],
                    kind=row.period.kind, start=row.period.start, end=row.period.end, words=BETWEEN.join(row.words),
                    cells=row.text,
                )
                for row in table.rows
            ),
            batch_size=1000,
        )  # fmt: skip
    return TakenIn(release, again=False)
