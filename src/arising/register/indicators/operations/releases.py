"""Published files, taken in whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from arising.measures.published import Table, read, tidy
from arising.measures.published.tables import BETWEEN
from arising.register.accounts.history import Actor
from arising.register.accounts.rules import require
from arising.register.indicators.models import Release, Row
from arising.register.indicators.operations.areas import rows_of

LARGEST = 200 * 1024 * 1024
"""The largest published file that is taken in, in bytes."""


@dataclass(frozen=True)
class TakenIn:
    """What became of a file: the release, and whether it was here already."""

    release: Release
    again: bool


def take_in(
    source: Path | bytes, name: str, *, published_on: date | None = None, actor: Actor
) -> TakenIn:  # fmt: skip
    """Take a published file in. The same file again changes nothing.

    Raises ``NotPublished``, which says where in the file what is wrong; then nothing of it was kept.
    """
    require(actor, "indicators.publish")
    table = read(source, file=name, published_on=published_on)
    tidy.refuse_unknown(table)
    return store(table, actor=actor)


def store(table: Table, *, actor: Actor) -> TakenIn:
    """Store a table that was read."""
    require(actor, "indicators.publish")
    with transaction.atomic():
        held = Release.objects.filter(sha256=table.sha256).first()
        if held is not None:
            return TakenIn(held, again=True)
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
                    release=release, number=row.number, area_id=areas[row.area.code], kind=row.period.kind,
                    start=row.period.start, end=row.period.end, words=BETWEEN.join(row.words), cells=row.text,
                )
                for row in table.rows
            ),
            batch_size=1000,
        )  # fmt: skip
    return TakenIn(release, again=False)
