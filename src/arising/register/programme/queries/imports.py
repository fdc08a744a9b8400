"""Trackers that were brought back: who may, which there are, and what one would change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.accounts.rules import is_clerk
from arising.register.bodies import names
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body
from arising.register.obligations import queries as obligations
from arising.register.obligations.evidence import evidence_at, here
from arising.register.obligations.models import Obligation
from arising.register.obligations.queries import Line
from arising.register.programme.models import TrackerImport
from arising.register.programme.queries.trackers import rows_of
from arising.register.programme.tracker.cells import key, whole_number
from arising.register.programme.tracker.comparing import Given, Known, Preview, Register, Then, compare
from arising.register.programme.tracker.rows import TYPES, evidence
from arising.register.programme.tracker.uploaded import Uploaded, UploadedRow, uploaded
from arising.register.record import queries as record


def may_bring_back(user: Reader, body: Body) -> bool:
    """Whether ``user`` may bring a tracker of ``body`` back: its clerks may, and whoever owes it something."""
    if is_clerk(user, body):
        return True
    return obligations.owed_by(user).filter(body=body).exists()


def imports(user: Reader, body: Body) -> QuerySet[TrackerImport]:
    """The trackers of ``body`` that were brought back, the newest first: all for its clerks, else one's own."""
    found = TrackerImport.objects.filter(body=body).select_related("body", "brought_by", "stored_by").defer("content")
    if is_clerk(user, body):
        return found
    return found.filter(brought_by=user) if isinstance(user, User) else found.none()


def tracker_import(user: Reader, slug: str, pk: int) -> TrackerImport:
    """One tracker that was brought back. Raises ``Body.DoesNotExist`` or ``TrackerImport.DoesNotExist``."""
    return imports(user, bodies.body(user, slug)).get(pk=pk)


def preview(user: Reader, brought: TrackerImport) -> Preview:
    """What a tracker would change if ``user`` stored it now. Raises ``NotATracker``."""
    file = uploaded(bytes(brought.content), brought.name)
    return compare(file, register(user, brought.body, file))


def outcome(user: Reader, brought: TrackerImport) -> list[dict[str, Any]]:
    """What a tracker that was stored changed, row by row, as far as ``user`` may see it now."""
    rows = brought.told.get("rows", [])
    seen = obligations.in_brief(user).filter(pk__in=[row["reference"] for row in rows])
    may_see = set(seen.values_list("pk", flat=True))
    return [row for row in rows if row["reference"] in may_see]


def rows_left_out(brought: TrackerImport, numbers: Iterable[int]) -> list[UploadedRow]:
    """The rows of a tracker with these numbers, as they were brought back."""
    wanted = set(numbers)
    return [row for row in uploaded(bytes(brought.content), brought.name).rows if row.number in wanted]


def register(user: Reader, body: Body, file: Uploaded) -> Register:
    """What the rows of ``file`` are held against, as far as ``user`` may see it."""
    asked = {number for row in file.rows if (number := whole_number(row.cells.get("reference")))}
    seen = obligations.in_brief(user)
    clerk = is_clerk(user, body)
    by_hand: dict[tuple[str, str], int] = {}
    if clerk:
        added = seen.filter(body=body, commitment=None, decision=None, exchange=None).order_by("-pk")
        by_hand = {(str(one.get_origin_display()), key(one.title)): one.pk for one in added}
    found = seen.filter(pk__in=asked | set(by_hand.values()))
    posts = {post.key: post.name for post in record.posts(user).filter(council=body.council_id)}
    return Register(
        today=timezone.localdate(),
        is_clerk=clerk,
        known=_known(user, obligations.lines(user, found.filter(body=body)), file),
        elsewhere=frozenset(found.exclude(body=body).values_list("pk", flat=True)),
        by_hand=by_hand,
        types=TYPES,
        post=lambda words: posts.get(names.key(words)),
        shows=lambda address: _wrong_with(address, user),
        here=here,
    )


def _wrong_with(address: str, user: Reader) -> str:
    try:
        evidence_at(address, actor=user if isinstance(user, User) else None)
    except ValidationError as trouble:
        return " ".join(trouble.messages)
    return ""


def _known(user: Reader, found: list[Line], file: Uploaded) -> dict[int, Known]:
    owed = [line.obligation for line in found]
    said, answers = obligations.progress_of(user, owed), obligations.answers_to(user, owed)
    then, own = _then(owed, file), set(obligations.owed_by(user).values_list("pk", flat=True))
    known = {}
    for one, row in zip(owed, rows_of(user, found), strict=True):
        clerk = is_clerk(user, one)
        known[one.pk] = Known(
            now=row,
            first_due=one.due,
            extended_to=one.extended_to,
            ended=one.get_ended_display().lower() if one.ended else "",
            may_change=clerk,
            may_answer=clerk or one.pk in own,
            answers=tuple(
                Given(each.text, each.answered_on, here(evidence(each, "")), each.given_at)
                for each in answers.get(one.pk, ())
            ),
            progress=tuple((each.text, each.given_at) for each in said.get(one.pk, ())),
            then=then.get(one.pk, {}),
        )
    return known


def _then(owed: list[Obligation], file: Uploaded) -> dict[int, dict[int, Then]]:
    """What obligations said at the versions that the file names."""
    versions = {number for row in file.rows if (number := whole_number(row.cells.get("version")))}
    history: Any = Obligation.history.filter(id__in=[one.pk for one in owed], version__in=versions)
    told: dict[int, dict[int, Then]] = {}
    for entry in history.select_related("owner", "owing_body").order_by("history_date", "history_id"):
        owner = str(entry.owner or entry.owing_body or entry.owner_words)
        then = Then(owner, entry.extended_to or entry.due, entry.title, entry.history_date)
        told.setdefault(entry.id, {})[entry.version] = then
    return told
