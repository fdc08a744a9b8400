"""What stands in the calendar of a body, and in that of an officer: nothing that its reader may not see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.accounts.history import latest_entries
from arising.register.accounts.models import User
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.models import Body, Meeting
from arising.register.obligations import queries as obligations
from arising.register.obligations.models import Obligation
from arising.register.obligations.queries import Filters, Line
from arising.register.programme.calendars import Entry
from arising.register.programme.models import Plan
from arising.register.programme.queries.planning import cancelled, planned_meeting, plans


def body_calendar(user: Reader, slug: str) -> tuple[Body, list[Entry]]:
    """A body and its calendar: meetings to come and what is due to it. Raises ``Body.DoesNotExist``."""
    body = bodies.body(user, slug)
    meetings = [*bodies.to_come(user, body=body), *cancelled(user, body)]
    due = obligations.every_line(user, Filters(body=slug, state="waiting"))
    return body, [*_meetings(user, meetings), *_due(due)]


def own_calendar(user: User) -> list[Entry]:
    """What ``user`` owes, on the days on which it is due."""
    return list(_due(obligations.mine(user).waiting))


def _meetings(user: Reader, meetings: list[Meeting]) -> Iterator[Entry]:
    planned = plans(user, meetings)
    changed = _changed(Meeting, (meeting.pk for meeting in meetings))
    replanned = _changed(Plan, (plan.pk for plan in planned.values()))
    for meeting in meetings:
        if meeting.earliest is None or meeting.earliest != meeting.latest:
            continue
        plan = planned.get(meeting.pk)
        times = [changed[meeting.pk], *([replanned[plan.pk]] if plan else [])]
        of = planned_meeting(user, meeting.body.slug, meeting.slug)
        lines = [
            f"Theme: {plan.theme}." if plan and plan.theme else "",
            of.notice,
            *(one.item.title for one in of.items),
        ]
        yield Entry(
            key=f"meeting-{meeting.pk}",
            on=meeting.earliest,
            title=f"{meeting.body}{' (cancelled)' if meeting.status == 'cancelled' else ''}",
            text="\n".join(line for line in lines if line),
            address=reverse("agenda", args=[meeting.body.slug, meeting.slug]),
            changed=max(times),
            version=meeting.history.count() + (plan.version if plan else 0),
            starts=plan.starts if plan else None,
            minutes=plan.minutes if plan else None,
            place=plan.place if plan else "",
            cancelled=meeting.status == "cancelled",
        )


def _due(lines: Iterable[Line]) -> Iterator[Entry]:
    dated = [line for line in lines if line.obligation.dates.in_force]
    changed = _changed(Obligation, (line.obligation.pk for line in dated))
    for line in dated:
        one = line.obligation
        first = in_words(one.due.isoformat()) if one.due and one.extended_to else ""
        text = [one.owed_by, one.due_how, f"First due on {first}." if first else "", _quote(one)]
        assert one.dates.in_force is not None
        yield Entry(
            key=f"obligation-{one.pk}",
            on=one.dates.in_force,
            title=f"Due: {one.title}",
            text="\n".join(part for part in text if part),
            address=one.get_absolute_url(),
            changed=changed[one.pk],
            version=one.version,
        )


def _quote(one: Obligation) -> str:
    return f"“{one.finding.quote}”" if one.finding else ""


def _changed(model: type[Model], pks: Iterable[int]) -> dict[int, datetime]:
    """When each row last changed. What came in with many others at once has no history yet: then it is now."""
    wanted = list(pks)
    known = latest_entries(model, wanted)
    now = timezone.now()
    return {pk: known[pk].history_date if pk in known else now for pk in wanted}
