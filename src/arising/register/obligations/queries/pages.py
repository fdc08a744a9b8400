"""The page of one obligation, and the page of an officer: all that it is about, nothing the reader may not see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.accounts.rules import is_clerk
from arising.register.bodies.models import Body, Meeting
from arising.register.bodies.withheld import cover, mask_for
from arising.register.obligations.models import (
    Answer,
    Ending,
    Extension,
    Obligation,
    Origin,
    Progress,
    Reply,
    ResponsibleOfficer,
)
from arising.register.obligations.queries.lists import Filters, Line, in_brief, lines, most_urgent, summary
from arising.register.obligations.queries.told import answers_to, progress_of
from arising.register.obligations.states import Standing
from arising.register.record.models import Finding
from arising.register.record.operations import files
from arising.register.record.queries import SourceFile

Update = Extension | Answer | Progress | Ending | Reply


@dataclass(frozen=True)
class ObligationPage:
    """An obligation, its finding where the reader may see it, and what people did about it, oldest first.

    ``history`` holds every change and is for clerks. ``others`` are the numbers of other obligations that the reader
    may see.
    """

    line: Line
    finding: Finding | None
    updates: list[Update]
    follows: Reply | None
    history: list[dict[str, Any]]
    others: frozenset[int]

    @property
    def obligation(self) -> Obligation:
        return self.line.obligation


@dataclass(frozen=True)
class Officers:
    """What one person owes: what waits, the most urgent first, what is answered, and the posts they answer for."""

    waiting: list[Line]
    answered: list[Line]
    posts: list[str]

    @property
    def overdue(self) -> int:
        """How many are overdue."""
        return sum(line.state.standing is Standing.OVERDUE for line in self.waiting)


def obligation(user: Reader, pk: int) -> Obligation:
    """One obligation. Raises ``Obligation.DoesNotExist`` where there is none that ``user`` may see."""
    return in_brief(user).get(pk=pk)


def obligation_page(user: Reader, pk: int) -> ObligationPage:
    """The page of an obligation. Raises ``Obligation.DoesNotExist``."""
    row = obligation(user, pk)
    may_read_history = is_clerk(user, row)
    updates = _updates(user, row)
    named = {update.by_id for update in updates if isinstance(update, Ending) and update.by_id}
    return ObligationPage(
        line=lines(user, [row])[0],
        finding=row.finding,
        updates=updates,
        follows=Reply.objects.filter(follow_up=row, obligation__in=in_brief(user).values("pk")).first(),
        history=changes(row) if may_read_history else [],
        others=frozenset(in_brief(user).filter(pk__in=named).values_list("pk", flat=True)),
    )


def _updates(user: Reader, row: Obligation) -> list[Update]:
    replies = list(row.replies.select_related("given_by", "follow_up", "obligation"))
    seen = answers_to(user, [row]).get(row.pk, [])
    shown = {answer.pk for answer in seen}
    updates: list[Update] = [
        *row.extensions.select_related("given_by"),
        *row.endings.select_related("ended_by", "by"),
        *seen,
        *progress_of(user, [row]).get(row.pk, []),
        *(reply for reply in replies if reply.answer_id is None or reply.answer_id in shown),
    ]
    return sorted(cover(user, updates), key=_when)


def _when(update: Update) -> datetime:
    return update.ended_at if isinstance(update, Ending) else update.given_at


def may_open_files(user: Reader, row: Obligation) -> bool:
    """Whether ``user`` may open files that were sent as evidence: who works with the register may.

    Nobody reads what is in them, so where a name is withheld from members, they open none.
    """
    if Audience.MEMBERS not in audiences_for(user) and not is_clerk(user, row):
        return False
    return mask_for(user, row.body.council_id if row.body else None) is None


def answer_file(user: Reader, obligation_pk: int, pk: int) -> SourceFile:
    """The file that was sent with an answer. Raises ``Answer.DoesNotExist`` where ``user`` may not open it."""
    row = obligation(user, obligation_pk)
    if not may_open_files(user, row):
        raise Answer.DoesNotExist
    given = Answer.objects.visible_to(user).exclude(file_sha256="").get(pk=pk, obligation=row)
    path = files.path_of(given.file_sha256)
    return SourceFile(path, given.file_name, "application/octet-stream", path.stat().st_size if path.exists() else 0)


def owed_by(user: Reader) -> QuerySet[Obligation]:
    """What ``user`` owes: given to them, or owed by a post that they answer for. Nobody owes an expectation."""
    if not isinstance(user, User):
        return Obligation.objects.none()
    posts = ResponsibleOfficer.objects.filter(user=user).values("post")
    owed = Q(officer=user) | Q(officer__isnull=True, owner__in=posts)
    return in_brief(user).filter(owed).exclude(origin=Origin.EXPECTATION)


def mine(user: User) -> Officers:
    """The page of what ``user`` owes."""
    posts = ResponsibleOfficer.objects.filter(user=user).select_related("post")
    found = lines(user, owed_by(user))
    order = list(Standing)
    today = timezone.localdate()
    found.sort(
        key=lambda line: (
            order.index(line.state.standing),
            line.obligation.dates.in_force or line.obligation.said_on or today,
            line.obligation.pk,
        )
    )
    return Officers(
        waiting=[line for line in found if line.state.standing.is_waiting],
        answered=[line for line in found if not line.state.standing.is_waiting],
        posts=[responsible.post.name for responsible in posts],
    )


def body_panel(user: Reader, body: Body) -> dict[str, Any]:
    """What the page of a body shows of what is owed to it."""
    filters = Filters(body=body.slug, state="waiting")
    return {"body": body, "summary": summary(user, filters), "lines": most_urgent(user, filters, limit=5)}


def meeting_panel(user: Reader, meeting: Meeting) -> dict[str, Any]:
    """What the page of a meeting shows of what is owed since then."""
    filters = Filters(body=meeting.body.slug, meeting=meeting.slug)
    return {"meeting": meeting, "summary": summary(user, filters)}


def responsible_officers(user: Reader) -> list[ResponsibleOfficer]:
    """Who answers for which post, for clerks; nobody else is told."""
    if Audience.CLERKS not in audiences_for(user):
        return []
    return list(ResponsibleOfficer.objects.select_related("user", "post"))


def impact_to_check(user: Reader) -> list[Reply]:
    """The accepted recommendations whose impact is to be checked by now, the longest waiting first."""
    due = Reply.objects.filter(impact="", impact_due__lte=timezone.localdate())
    seen = due.filter(obligation__in=in_brief(user).filter(ended="").values("pk"))
    return list(seen.select_related("obligation").order_by("impact_due", "pk"))
