"""Obligations made of findings, and kept in step with them without losing what people added."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import Lower

from arising.register.accounts.audiences import Audience
from arising.register.accounts.history import Actor, remove, save, save_new
from arising.register.bodies.models import Meeting, MeetingStatus
from arising.register.obligations.models import Obligation, Origin
from arising.register.obligations.operations.owners import Named
from arising.register.obligations.origins import due_of, held_up_by, origin_of, owner_of, title_of
from arising.register.record.models import Commitment, Decision, Exchange, Finding, Source, State
from arising.register.record.operations.reconciling import CLOSE, shared

_KINDS: dict[str, type[Finding]] = {"commitment": Commitment, "decision": Decision, "exchange": Exchange}
"""The kinds of finding that make obligations, by the column that leads to them."""
_RELATED = ("commitment", "decision", "exchange", "owner", "owing_body", "source", "body")
_DERIVED = (
    "origin", "commitment_id", "decision_id", "exchange_id", "source_id", "item_id", "body_id", "owner_id",
    "owner_words", "owing_body_id", "title", "said_on", "due", "due_words", "due_basis", "due_how", "holds_up", "gone",
)  # fmt: skip
_TAKEN = "Taken from the minutes"
_IN_STEP = "Brought into step with the minutes"


def derive(source: Source, **_: Any) -> None:
    """Make the obligations of a source what its findings say; what a person set stays.

    Hears ``record.signals.source_changed``, and so works within the transaction that changed the source.
    """
    with transaction.atomic():
        source = Source.objects.select_related("meeting__body").get(pk=source.pk)
        named = Named.in_source(source)
        for column, model in _KINDS.items():
            _derive_kind(source, column, model, named)
        _name_waiting(source, named)


def derive_all() -> int:
    """Derive the obligations of every source; say how many obligations the register then has."""
    for source in Source.objects.order_by("pk").iterator():
        derive(source)
    return Obligation.objects.count()


def derive_if_new(plan: Any = None, **_: Any) -> None:
    """After the tables were made in a register that holds sources already, derive their obligations."""
    tables = connection.introspection.table_names()
    if plan and Obligation._meta.db_table in tables and not Obligation.objects.exists():
        derive_all()


def meeting_saved(instance: Meeting, **_: Any) -> None:
    """Work out anew what is due at a meeting of the body whose calendar changed."""
    waiting = (
        Obligation.objects.filter(body=instance.body_id, due_basis="meeting")
        .select_related(*_RELATED)
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    with transaction.atomic():
        for obligation in waiting:
            before = _said(obligation)
            reckon(obligation)
            if _said(obligation) != before:
                _keep(obligation, "The calendar of meetings changed")


def reckon(obligation: Obligation) -> None:
    """Work out when an obligation is due, unless a person has set that. Does not save."""
    if "due" in obligation.set_by_person:
        return
    due, words = due_of(obligation, calendar(obligation))
    obligation.due, obligation.due_basis, obligation.due_how = due.day, due.basis.value, due.how[:600]
    obligation.due_words = words


def calendar(obligation: Obligation) -> list[date]:
    """The days on which the body meets, of those meetings that whoever may see the obligation may see."""
    holder = obligation.source or obligation
    if obligation.body_id is None:
        return []
    found = Meeting.objects.filter(
        body=obligation.body_id,
        latest__isnull=False,
        visible_from__isnull=True,
        audience__in=Audience(holder.audience).up_to_here(),
    ).exclude(status=MeetingStatus.CANCELLED)
    return [day for day in found.values_list("latest", flat=True) if day]


def _derive_kind(source: Source, column: str, model: type[Finding], named: Named) -> None:
    findings = list(model.objects.filter(source=source).order_by("start", "pk"))
    known = {
        getattr(obligation, f"{column}_id"): obligation
        for obligation in Obligation.objects.filter(source=source, **{f"{column}__isnull": False})
        .select_related(*_RELATED)
        .select_for_update(of=("self",))
    }
    _follow_reworded(findings, known, column)
    fresh = []
    for finding in findings:
        obligation = known.get(finding.pk)
        if obligation is None:
            if _stands(finding) and origin_of(finding):
                obligation = Obligation(**{column: finding})
                _fill(obligation, finding, source, named)
                fresh.append(obligation)
            continue
        before = _said(obligation)
        setattr(obligation, column, finding)
        _fill(obligation, finding, source, named)
        if _said(obligation) != before:
            _keep(obligation, _IN_STEP)
    save_new(Obligation, fresh, actor=None, why=_TAKEN)


def _name_waiting(source: Source, named: Named) -> None:
    """Give what was read before to the posts that this source is the first to name."""
    by_words = {f"{article}{post.name.lower()}": post for _, post in named.here for article in ("", "the ")}
    waiting = (
        Obligation.objects.filter(body__council=source.meeting.body.council_id, owner=None, owing_body=None)
        .annotate(words=Lower("owner_words"))
        .filter(words__in=by_words)
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    for obligation in waiting:
        if not {"owner", "owing_body"} & set(obligation.set_by_person):
            obligation.owner = by_words[obligation.words]
            _keep(obligation, _IN_STEP)


def _follow_reworded(findings: list[Finding], known: dict[int, Obligation], column: str) -> None:
    """Lead an obligation whose finding is gone to the finding that now has nearly its words."""
    free = [finding for finding in findings if finding.pk not in known and _stands(finding) and origin_of(finding)]
    for finding in [one for one in findings if one.superseded and one.pk in known]:
        near = [one for one in free if one.item_id == finding.item_id and shared(one.quote, finding.quote) >= CLOSE]
        if not near:
            continue
        best = max(near, key=lambda one: shared(one.quote, finding.quote))
        free.remove(best)
        obligation = known.pop(finding.pk)
        known[best.pk] = obligation


def _fill(obligation: Obligation, finding: Finding, source: Source, named: Named) -> None:
    """Set every column that follows the finding and that no person set."""
    obligation.source, obligation.item_id = source, finding.item_id
    obligation.body, obligation.said_on = source.meeting.body, source.meeting.latest
    obligation.origin = origin_of(finding) or obligation.origin
    values: dict[str, Any] = {
        "title": title_of(finding),
        "owner_words": owner_of(finding),
        "holds_up": held_up_by(finding) if obligation.origin == Origin.GATE else "",
    }
    values["owner"], values["owing_body"] = named.owner(values["owner_words"])
    if {"owner", "owing_body"} & set(obligation.set_by_person):
        values.pop("owner"), values.pop("owing_body")
    for name, value in values.items():
        if name not in obligation.set_by_person:
            setattr(obligation, name, value)
    obligation.gone = _is_gone(obligation, finding)
    reckon(obligation)


def _stands(finding: Finding) -> bool:
    return not finding.superseded and finding.state != State.REJECTED


def _is_gone(obligation: Obligation, finding: Finding) -> bool:
    """Whether it is owed no more because the finding is none, or left the source before anybody added to it."""
    if finding.state == State.REJECTED or origin_of(finding) is None:
        return True
    return finding.superseded and not has_been_worked_on(obligation)


def let_go(finding: Finding, actor: Actor = None, **_: Any) -> None:
    """Take out the obligation of a finding that goes, unless a person has added something to it.

    Hears ``record.signals.finding_goes``.
    """
    for obligation in Obligation.objects.filter(**{finding.kind_name(): finding}):
        if not has_been_worked_on(obligation):
            remove(obligation, actor=actor, why="Its finding went")


def has_been_worked_on(obligation: Obligation) -> bool:
    """Whether a person has added anything to an obligation."""
    if obligation.pk is None:
        return False
    added = (obligation.extensions, obligation.answers, obligation.endings, obligation.replies, obligation.progress)
    return bool(obligation.set_by_person) or any(rows.exists() for rows in added)


def _said(obligation: Obligation) -> tuple[Any, ...]:
    return tuple(getattr(obligation, name) for name in _DERIVED)


def _keep(obligation: Obligation, why: str) -> None:
    obligation.version += 1
    save(obligation, actor=None, why=why)
