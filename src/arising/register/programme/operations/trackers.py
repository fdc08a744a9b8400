"""Taking a filled-in tracker in: kept as it came, looked at, and then stored in one piece or not at all."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.models import User
from arising.register.bodies import names
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Body, Post
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Obligation, Origin
from arising.register.programme import queries
from arising.register.programme.models import TrackerImport
from arising.register.programme.tracker.comparing import Change, Preview, Trouble, Wanted
from arising.register.programme.tracker.uploaded import uploaded
from arising.register.record.texts import storable, storable_json


class AlreadyStored(Exception):
    """The tracker was stored before."""


class PreviewChanged(Exception):
    """What the tracker would change is not what was looked at any more. Nothing was stored."""


def bring_back(body: Body, name: str, content: bytes, *, actor: User) -> TrackerImport:
    """Keep a filled-in tracker as it came. It changes nothing until it is stored.

    The same file that one brought back before and that still waits is that one. Raises ``NotATracker``,
    ``PermissionDenied``.
    """
    if not queries.may_bring_back(actor, body):
        raise PermissionDenied(f"{actor} may not do this.")
    name = storable(name)[-200:]
    uploaded(content, name)
    sha256 = hashlib.sha256(content).hexdigest()
    same = TrackerImport.objects.filter(body=body, sha256=sha256, name=name, brought_by=actor, state="waiting")
    with transaction.atomic():
        return same.first() or TrackerImport.objects.create(
            body=body, name=name, content=content, sha256=sha256, brought_by=actor
        )


def store(brought: TrackerImport, seen: str, *, actor: User) -> TrackerImport:
    """Store what a tracker would change, which is what ``seen`` (``Preview.seen``) names, all in one piece.

    A row that an operation refuses stays out and is told of. Raises ``AlreadyStored``, ``PreviewChanged``, and
    ``PermissionDenied``.
    """
    if not queries.may_bring_back(actor, brought.body):
        raise PermissionDenied(f"{actor} may not do this.")
    with transaction.atomic():
        row = TrackerImport.objects.select_for_update(of=("self",)).select_related("body").get(pk=brought.pk)
        if row.state == TrackerImport.State.STORED:
            assert row.stored_at is not None
            raise AlreadyStored(f"{row.name} was stored on {day_in_words(timezone.localdate(row.stored_at))} already.")
        _hold(row.body)
        preview = queries.preview(actor, row)
        if preview.seen != seen:
            raise PreviewChanged(f"What {row.name} would change is not what you looked at any more. Look at it again.")
        done, refused = _apply(preview, row, actor)
        row.state, row.stored_by, row.stored_at = TrackerImport.State.STORED, actor, timezone.now()
        row.told = storable_json(_told(preview, done, refused))
        row.save(update_fields=["state", "stored_by", "stored_at", "told"])
    return row


def _hold(body: Body) -> None:
    """Let nobody change what is owed to the body until the transaction ends."""
    list(Obligation.objects.select_for_update(of=("self",)).filter(body=body).order_by("pk").values_list("pk"))


def _apply(preview: Preview, brought: TrackerImport, actor: User) -> tuple[list[tuple[Wanted, int]], list[Trouble]]:
    """Do what each row wants; say the number of the obligation with each, and which rows were refused."""
    done: list[tuple[Wanted, int]] = []
    refused: list[Trouble] = []
    for wanted in preview.wanted:
        why = f"from the tracker {brought.name}, row {wanted.number}"
        try:
            with transaction.atomic():
                one = _obligation(wanted, brought.body, actor, why)
                for change in wanted.changes:
                    _do(change, one, actor, why)
                done.append((wanted, one.pk))
        except ValidationError as trouble:
            refused.append(Trouble(wanted.number, "", " ".join(trouble.messages)))
    return done, refused


def _obligation(wanted: Wanted, body: Body, actor: User, why: str) -> Obligation:
    if wanted.reference is not None:
        return Obligation.objects.get(pk=wanted.reference)
    told = {change.column: change.value for change in wanted.changes}
    origin = Origin(told["origin"])
    post, said_on = _post(body, told.get("owner", "")), told.get("said_on")
    runs = origin in (Origin.DOCUMENT_REQUEST, Origin.RECOMMENDATION)
    return obligations.add(
        origin, told["title"], body, actor=actor, why=why.capitalize(), owner=post,
        owner_words="" if post else told.get("owner", ""), due=told.get("due"), said_on=said_on,
        received_on=said_on if runs else None,
    )  # fmt: skip


def _do(change: Change, one: Obligation, actor: User, why: str) -> None:
    """One change. What says no more than another (``does`` is empty) is done with that one."""
    given: Any = {"actor": actor, "why": why}
    match change.does:
        case "owner":
            body = one.body
            assert body is not None
            obligations.amend(one, {"owner": _post(body, change.value), "owing_body": None}, **given)
        case "amend":
            obligations.amend(one, {"due": change.value}, **given)
        case "extend":
            assert isinstance(change.value, date)
            obligations.extend(one, change.value, reason=why.capitalize(), actor=actor)
        case "progress":
            obligations.say_progress(one, change.value, **given)
        case "answer":
            text, on, evidence = change.value
            obligations.answer(one, text, evidence, on=on, **given)


def _post(body: Body, name: str) -> Post | None:
    return Post.objects.filter(council=body.council_id, key=names.key(name)).first() if name else None


def _told(preview: Preview, done: list[tuple[Wanted, int]], refused: list[Trouble]) -> dict[str, Any]:
    """What became of each row, to be kept."""
    return {
        "rows": [
            {
                "number": wanted.number,
                "reference": reference,
                "added": wanted.reference is None,
                "title": wanted.title,
                "changes": [[change.column, change.before, change.after] for change in wanted.changes],
            }
            for wanted, reference in done
        ],
        "troubles": [[one.number, one.column, one.line] for one in (*preview.troubles, *refused)],
        "unchanged": preview.unchanged,
        "elsewhere": preview.elsewhere,
        "ignored": list(preview.ignored),
    }
