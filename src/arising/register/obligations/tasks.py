"""The mails, as tasks: each may be tried again, and none leaves twice."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from arising.register.accounts.models import User
from arising.register.obligations import queries
from arising.register.obligations.models import Digest, Reminder


@task()
def send_reminders(reminder_ids: list[int]) -> int:
    """Send one person the reminders that have not left yet, in one mail; say how many it told of.

    What was answered, extended or hidden since is left out.
    """
    with transaction.atomic():
        rows = list(
            Reminder.objects.select_for_update(of=("self",))
            .filter(pk__in=reminder_ids, sent_at__isnull=True)
            .select_related("user")
        )
        if not rows:
            return 0
        user = rows[0].user
        due = {row.obligation_id: row.due for row in rows if row.user_id == user.pk}
        lines = [
            line
            for line in queries.lines(user, queries.in_brief(user).filter(pk__in=due))
            if line.state.standing.is_waiting and line.obligation.dates.in_force == due[line.obligation.pk]
        ]
        Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=timezone.now())
        if lines:
            _send(user, _subject(lines), "obligations/mail/reminder.txt", {"lines": lines})
        return len(lines)


@task()
def send_digest(digest_id: int) -> bool:
    """Send one person the week's summary, unless it has left already."""
    with transaction.atomic():
        row = Digest.objects.select_for_update(of=("self",)).select_related("user").get(pk=digest_id)
        if row.sent_at:
            return False
        row.sent_at = timezone.now()
        row.save(update_fields=["sent_at"])
        own = queries.Filters(state="waiting", served=True)
        summary = queries.summary(row.user, own)
        lines = queries.most_urgent(row.user, own, limit=10)
        _send(row.user, "What is owed this week", "obligations/mail/digest.txt", {"it": summary, "lines": lines})
        return True


def _subject(lines: list[queries.Line]) -> str:
    late = sum(line.state.standing == "overdue" for line in lines)
    if len(lines) == 1:
        return "Overdue: an answer is owed" if late else "An answer is due soon"
    return f"{len(lines)} answers are owed, {late} overdue" if late else f"{len(lines)} answers are due soon"


def _send(user: User, subject: str, template: str, context: dict[str, object]) -> None:
    text = render_to_string(template, {**context, "user": user, "site": settings.SITE_URL.rstrip("/")})
    EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [user.email]).send()
