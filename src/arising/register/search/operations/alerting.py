"""Alerts: what is new in saved searches is noted first, then queued, and mailed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from arising.register.accounts.models import User
from arising.register.search import tasks
from arising.register.search.models import Alert, KnownHit, Often, SavedSearch
from arising.register.search.queries.saved import found_keys


@dataclass(frozen=True)
class DueAlert:
    """A mail that is due: to whom, about which saved search, and how much is new in it."""

    user: User
    saved_search: SavedSearch
    new: int

    def __str__(self) -> str:
        return f"{self.user.email}: alert: {self.saved_search}, {self.new} new"


def send_alerts(*, dry_run: bool = False) -> list[DueAlert]:
    """Queue a mail for every saved search that is due today and finds something new; say which.

    ``dry_run`` says so without making or sending any. What was made but never left is queued again.
    """
    today = timezone.localdate()
    due = list(filter(None, (_look(saved, today, dry_run) for saved in _due(today))))
    if not dry_run:
        unsent = Alert.objects.filter(sent_at__isnull=True, saved_search__user__is_active=True)
        for pk in unsent.exclude(saved_search__often=Often.NEVER).values_list("pk", flat=True):
            tasks.send_alert.enqueue(pk)
    return due


def _due(today: date) -> list[SavedSearch]:
    """The searches that were not looked at today, or in the last seven days."""
    daily = Q(often=Often.DAILY, checked_on__lt=today)
    weekly = Q(often=Often.WEEKLY, checked_on__lte=today - timedelta(days=7))
    found = SavedSearch.objects.filter(daily | weekly, user__is_active=True)
    return list(found.select_related("user").order_by("pk"))


def _look(saved: SavedSearch, today: date, dry_run: bool) -> DueAlert | None:
    """Look for what is new in a search, and note it."""
    with transaction.atomic():
        row = SavedSearch.objects.select_for_update().get(pk=saved.pk)
        if row.checked_on != saved.checked_on:
            return None
        known = set(KnownHit.objects.filter(saved_search=row).values_list("key", flat=True))
        new = [key for key in found_keys(saved.user, row.asks) if key not in known]
        if not dry_run:
            row.checked_on = today
            row.save(update_fields=["checked_on"])
            if new:
                alert = Alert.objects.create(saved_search=row)
                told = [KnownHit(saved_search=row, key=key, alert=alert) for key in new]
                KnownHit.objects.bulk_create(told, batch_size=500)
    return DueAlert(saved.user, row, len(new)) if new else None
