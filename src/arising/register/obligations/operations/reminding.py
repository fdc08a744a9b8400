"""Reminders before and after the due date, and the week's digest: each made once, then queued."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.obligations import queries, tasks
from arising.register.obligations.models import Digest, Obligation, Origin, Reminder
from arising.register.obligations.states import Standing, State, state_of

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


ALSO_DUE: list[Callable[..., list[Any]]] = []
"""What rooms below send with the reminders: each takes ``dry_run`` and answers the mails that are due, as lines."""


class MailGoesNowhere(Exception):
    """Nobody has said how mail is to be sent, so that what was queued would be lost and taken for sent."""


@dataclass(frozen=True)
class Due:
    """A mail that is due: to whom, on what occasion, about what. ``obligation`` is None for a digest."""

    user: User
    occasion: str
    obligation: Obligation | None
    due: date

    def __str__(self) -> str:
        about = f"{self.obligation}, due {day_in_words(self.due)}" if self.obligation else "what is owed this week"
        return f"{self.user.email}: {self.occasion}: {about}"


def remind(*, dry_run: bool = False) -> list[Any]:
    """Queue every mail that is due today and was not made before; say which.

    ``dry_run`` says so without making or sending any. What was made but never left is queued again. Raises
    ``MailGoesNowhere`` where there is no way to send.
    """
    today = timezone.localdate()
    due = [*_reminders(today), *_digests(today)]
    if dry_run:
        return [*due, *(one for also in ALSO_DUE for one in also(dry_run=True))]
    if settings.EMAIL_BACKEND == NO_MAIL:
        raise MailGoesNowhere("Mail goes nowhere, so none was sent. Set EMAIL_BACKEND (docs/reference/settings.md).")
    with transaction.atomic():
        for one in due:
            if one.obligation:
                Reminder.objects.get_or_create(
                    obligation=one.obligation, user=one.user, occasion=one.occasion, due=one.due
                )
            else:
                Digest.objects.get_or_create(user=one.user, week=one.due)
    _queue()
    return [*due, *(one for also in ALSO_DUE for one in also(dry_run=False))]


def _queue() -> None:
    """Queue what has not left: a person's reminders in one mail. A task sends nothing that left meanwhile."""
    unsent: dict[int, list[int]] = {}
    for pk, user in Reminder.objects.filter(sent_at__isnull=True).values_list("pk", "user_id"):
        unsent.setdefault(user, []).append(pk)
    for reminders in unsent.values():
        tasks.send_reminders.enqueue(reminders)
    for pk in Digest.objects.filter(sent_at__isnull=True).values_list("pk", flat=True):
        tasks.send_digest.enqueue(pk)


def occasion(state: State, extended: bool) -> str | None:
    """The occasion that a reminder would have today: "before-3", "after-14"; None where it is none.

    It is the last threshold that has passed, so that a run that was missed is made up for once. After an extension
    nothing is said until its date is over.
    """
    days = state.days or 0
    if state.standing is Standing.OVERDUE:
        passed = [threshold for threshold in settings.REMIND_AFTER if days >= threshold]
        return f"after-{max(passed)}" if passed else None
    if state.standing in (Standing.DUE_SOON, Standing.OPEN) and not extended:
        reached = [threshold for threshold in settings.REMIND_BEFORE if days <= threshold]
        return f"before-{min(reached)}" if reached else None
    return None


def _reminders(today: date) -> Iterator[Due]:
    waiting = (
        Obligation.objects.filter(answered_on__isnull=True, ended="", gone=False)
        .exclude(origin=Origin.EXPECTATION)
        .filter(Q(due__isnull=False) | Q(extended_to__isnull=False))
        .select_related("owner", "officer", "owing_body", "body")
        .prefetch_related("owner__responsible_officers__user")
        .order_by("due", "pk")
    )
    made = set(Reminder.objects.values_list("obligation_id", "user_id", "occasion", "due"))
    for obligation in waiting:
        dates = obligation.dates
        on = occasion(state_of(dates, today), dates.extended_to is not None)
        if on is None or dates.in_force is None:
            continue
        for user in _officers(obligation):
            known = (obligation.pk, user.pk, on, dates.in_force) in made
            if not known and Obligation.objects.visible_to(user).filter(pk=obligation.pk).exists():
                yield Due(user, on, obligation, dates.in_force)


def _officers(obligation: Obligation) -> list[User]:
    """The officer that it was given to, or else those who answer for the post that owes it."""
    if obligation.officer:
        return [obligation.officer] if obligation.officer.is_active else []
    if obligation.owner is None:
        return []
    return [one.user for one in obligation.owner.responsible_officers.all() if one.user.is_active]


def _digests(today: date) -> Iterator[Due]:
    """The week's summary of what is owed to the bodies that a clerk serves, from the day on which it goes out."""
    if settings.DIGEST_DAY is None:
        return
    week = today - timedelta(days=today.weekday())
    if today.weekday() < settings.DIGEST_DAY:
        return
    made = set(Digest.objects.filter(week=week).values_list("user_id", flat=True))
    clerks = User.objects.filter(is_active=True).filter(Q(is_superuser=True) | Q(groups__name=Role.CLERK))
    for user in clerks.distinct():
        if user.pk not in made and queries.summary(user, queries.Filters(served=True)).waiting:
            yield Due(user, "digest", None, week)
