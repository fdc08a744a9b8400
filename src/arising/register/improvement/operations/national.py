"""Taking the national table of inspections in: looked at first, then stored in one piece or not at all."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.measures import areas
from arising.reading.inspections.national import OUTCOMES as AREA_OUTCOMES
from arising.reading.inspections.opening import usual_name
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.improvement.models import AreaOutcome, NationalRow, NationalTable
from arising.register.improvement.national import read_table
from arising.register.record.operations import files
from arising.register.record.texts import storable, storable_json


def bring_national_table(content: bytes, name: str, *, actor: Actor) -> NationalTable:
    """Keep a table as it came. Nothing of it counts until it is stored. The same bytes are kept once.

    Raises ValidationError for a file that is no such table.
    """
    require(actor, "improvement.keep")
    told = read_table(content, name)
    sha256 = files.keep(content)
    with transaction.atomic():
        known = NationalTable.objects.filter(sha256=sha256).first()
        return known or NationalTable.objects.create(
            name=storable(name)[-200:], sha256=sha256, kind=told.kind, rows=len(told.rows),
            odd=storable_json(told.odd), brought_by=actor,
        )  # fmt: skip


def store_national_table(table: NationalTable, *, actor: Actor) -> NationalTable:
    """Store the rows of a table that was looked at. From then on its grades count. Storing it again changes nothing."""
    require(actor, "improvement.keep")
    with transaction.atomic():
        row = NationalTable.objects.select_for_update(of=("self",)).get(pk=table.pk)
        if row.state == NationalTable.State.STORED:
            return row
        told = read_table(files.path_of(row.sha256).read_bytes(), row.name)
        NationalRow.objects.bulk_create(
            NationalRow(
                table=row, row=each.row, area_code=each.code, authority=each.authority, starts_on=each.first_day,
                ends_on=each.last_day, published_on=each.published, lead=storable(each.lead_inspector)[:200],
                link=each.link[:500], grades=dict(each.grades), outcome=each.outcome or "", odd=storable_json(each.odd),
            )
            for each in told.rows
        )  # fmt: skip
        row.state, row.stored_at = NationalTable.State.STORED, timezone.now()
        row.save(update_fields=["state", "stored_at"])
    return row


def drop_national_table(table: NationalTable, *, actor: Actor) -> None:
    """Throw a table away that was looked at and is not wanted. One that was stored stays."""
    require(actor, "improvement.keep")
    if table.state == NationalTable.State.STORED:
        raise ValidationError("It is stored. Bring in a newer table: that one counts from then on.")
    table.delete()


def type_outcome(code: str, outcome: str, ends_on: date, source: str, *, actor: Actor, why: str) -> AreaOutcome:
    """Type in the outcome of an area SEND inspection of an authority, which no table of the register has.

    Args:
        code: the authority, by its code.
        outcome: positive, inconsistent or widespread_failings.
        ends_on: the last day of the inspection.
        source: where it is published.

    Raises ValidationError for an authority that is not known, a day to come, or an inspection that was typed in.
    """
    require(actor, "improvement.keep")
    area = areas.known().get(code)
    if area is None or area.level != "authority":
        raise ValidationError({"authority": "Choose an authority from the list."})
    if outcome not in AREA_OUTCOMES.values():
        raise ValidationError({"outcome": "Choose one of the three outcomes of an area SEND inspection."})
    if ends_on > timezone.localdate():
        raise ValidationError({"ends_on": "It has not ended yet. Give the last day of the inspection."})
    if not source.strip():
        raise ValidationError({"source": "Say where it is published."})
    if AreaOutcome.objects.filter(area_code=code, ends_on=ends_on).exists():
        raise ValidationError({"ends_on": "The outcome of this inspection was typed in already."})
    row = AreaOutcome(
        area_code=code, authority=usual_name(area), outcome=outcome, ends_on=ends_on, source=storable(source)[:2000]
    )
    return save(row, actor=actor, why=why)


def drop_outcome(row: AreaOutcome, *, actor: Actor, why: str) -> None:
    """Take an outcome away that was typed in wrongly. Its history stays."""
    require(actor, "improvement.keep")
    if not why.strip():
        raise ValidationError({"why": "Say why it is taken away."})
    remove(row, actor=actor, why=why.strip())
