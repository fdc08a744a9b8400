"""Every change to audits of practice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import AuditedTeam, AuditRound, Evidence, Moderated
from arising.register.improvement.operations.evidence import add_evidence, counted, say_counted
from arising.register.improvement.queries.audits import told_of
from arising.register.improvement.tables import AuditTable
from arising.register.record.texts import storable


def add_audits(
    council: Council, title: str, starts_on: date, ends_on: date, *, planned: Mapping[str, int] | None = None,
    seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> AuditRound:  # fmt: skip
    """Plan the audits of a period: how many by which team. Raises ValidationError for one that has no name or ends
    before it begins."""
    require(actor, "improvement.keep", council)
    title = storable(title).strip()[:200]
    if not title:
        raise ValidationError({"title": "Say what the audits are called."})
    if ends_on < starts_on:
        raise ValidationError({"ends_on": "The last day is before the first."})
    with transaction.atomic():
        one = AuditRound(
            council=council, title=title, starts_on=starts_on, ends_on=ends_on, audience=seen.audience,
            visible_from=seen.visible_from,
        )  # fmt: skip
        save(one, actor=actor, why=why)
        AuditedTeam.objects.bulk_create(
            AuditedTeam(round=one, team=storable(team)[:100], planned=many) for team, many in (planned or {}).items()
        )
        return one


def record_audits(
    one: AuditRound, table: AuditTable, *, good: int = 2, file: str = "", actor: Actor, why: str
) -> AuditRound:  # fmt: skip
    """Take in what was graded, in place of what stood there. A number planned stays where the table gives none.
    Evidence that was made of it says what is counted now.

    Raises ValidationError where good or better is not some of the grades, and where evidence was made of it and so few
    were graded that nothing may be shown.
    """
    require(actor, "improvement.keep", one.council)
    if not 1 <= good < len(table.grades):
        raise ValidationError({"good": f"Say which of the {len(table.grades)} grades are good or better: not all."})
    with transaction.atomic():
        row = AuditRound.objects.select_for_update(of=("self",)).get(pk=one.pk)
        planned = {each.team: each.planned for each in row.teams.all()}
        row.teams.all().delete()
        row.moderated.all().delete()
        row.grades, row.good, row.file = [storable(each) for each in table.grades], good, storable(file)[:300]
        save(row, actor=actor, why=why)
        told = {each.team: each for each in table.teams}
        AuditedTeam.objects.bulk_create(
            AuditedTeam(
                round=row, team=storable(team)[:100],
                planned=told[team].planned if team in told and told[team].planned is not None else planned.get(team),
                counts=list(told[team].counts) if team in told else [],
            )
            for team in dict.fromkeys([*told, *planned])
        )  # fmt: skip
        Moderated.objects.bulk_create(
            Moderated(round=row, auditor=auditor, moderator=moderator, count=count)
            for auditor, line in enumerate(table.moderated)
            for moderator, count in enumerate(line)
            if count
        )
        if row.evidence is not None:
            say_counted(row.evidence, Evidence.Kind.AUDIT, _said(row), seen=row.seen, actor=actor, why=why)
        return row


def audits_as_evidence(one: AuditRound, *, actor: Actor, why: str) -> Evidence:
    """Make what audits found a piece of evidence, with the audience that they have. It follows their counts.

    Raises ValidationError before they are over, and where nothing was graded yet, or too few to be shown.
    """
    require(actor, "improvement.keep", one.council)
    with transaction.atomic():
        row = AuditRound.objects.select_for_update(of=("self",)).get(pk=one.pk)
        if row.evidence is not None:
            return row.evidence
        told = _said(row)
        if row.ends_on > timezone.localdate():
            raise ValidationError(f"They run until {day_in_words(row.ends_on)}. Make them evidence when they are over.")
        made = add_evidence(row.council, Evidence.Kind.AUDIT, told, seen=row.seen, actor=actor, why=why)
        row.evidence = made
        save(row, actor=actor, why=why)
        return made


def drop_audits(one: AuditRound, *, actor: Actor, why: str) -> None:
    """Take audits away with all their counts. Raises ValidationError where evidence was made of them."""
    require(actor, "improvement.keep", one.council)
    if one.evidence_id is not None:
        raise ValidationError("Evidence was made of it, so it stays.")
    remove(one, actor=actor, why=why)


def _said(row: AuditRound) -> dict[str, Any]:
    """What its evidence says."""
    told = told_of(row)
    if not told.done:
        raise ValidationError("Nothing was graded yet.")
    if not told.is_enough:
        raise ValidationError("Too few audits were done to show what was graded, so they are no evidence.")
    source = f"Audits of practice: {row.title}"
    return counted(row.ends_on, f"{row.title}: {told.share_in_words}", " ".join(told.words), source)
