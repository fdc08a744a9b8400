"""What people do with the searches that they keep: save, change, stop, delete."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.search.links import stoppable
from arising.register.search.models import KnownHit, Often, SavedSearch
from arising.register.search.queries.saved import Asks, found_keys

MOST_SEARCHES = 50
"""How many searches one user keeps."""
MOST_KNOWN = 5_000
"""How many things a search may find when alerts on it begin; each is remembered."""


def save_search(user: User, name: str, asks: Asks, *, often: str, note: str = "") -> SavedSearch:
    """Keep a search. What it finds today is known; alerts tell of what comes later.

    Raises ValidationError for a search without words and filters or with too many hits to be told of, for a name that
    is empty or taken, and where ``user`` keeps as many as one may.
    """
    require(user, "search.keep")
    asks = {name: value for name, value in asks.items() if value}
    if not asks:
        raise ValidationError("Search for something first, then save the search.")
    with transaction.atomic():
        held = SavedSearch.objects.select_for_update().filter(user=user)
        if len(held) >= MOST_SEARCHES:
            raise ValidationError(f"You keep {MOST_SEARCHES} searches, and that is the most. Delete one first.")
        saved = SavedSearch(user=user, name=_named(user, name), note=note.strip()[:1000], asks=asks, often=often)
        saved.checked_on = timezone.localdate()
        saved.save()
        if often != Often.NEVER:
            _know(saved)
    return saved


def amend_search(saved: SavedSearch, *, name: str, note: str, often: str, actor: User) -> SavedSearch:
    """Give a saved search another name or note, or say how often to be told. Raises ValidationError as saving does."""
    require(actor, "search.keep", saved)
    with transaction.atomic():
        row = SavedSearch.objects.select_for_update().get(pk=saved.pk)
        begins = row.often == Often.NEVER and often != Often.NEVER
        row.name, row.note, row.often = _named(actor, name, apart_from=row.pk), note.strip()[:1000], often
        if begins:
            row.checked_on = timezone.localdate()
            _know(row)
        row.save()
    return row


def drop_search(saved: SavedSearch, *, actor: User) -> None:
    """Delete a saved search, and all that was remembered of it."""
    require(actor, "search.keep", saved)
    saved.delete()


def stop_alerts(token: str) -> SavedSearch:
    """Send no more mails about a saved search, which is kept. Raises as ``stoppable`` does."""
    saved = stoppable(token)
    SavedSearch.objects.filter(pk=saved.pk).update(often=Often.NEVER)
    return saved


def _named(user: User, name: str, apart_from: int = 0) -> str:
    name = " ".join(name.split())[:100]
    if not name:
        raise ValidationError({"name": "Give the search a name."})
    if SavedSearch.objects.filter(user=user, name=name).exclude(pk=apart_from).exists():
        raise ValidationError({"name": f"You keep a search called “{name}” already. Give this one another name."})
    return name


def _know(saved: SavedSearch) -> None:
    """Remember what a search finds now, so that it is not told of as new."""
    keys = found_keys(saved.user, saved.asks)
    if len(keys) > MOST_KNOWN:
        raise ValidationError(
            f"The search finds {len(keys):,} things, and alerts are sent for {MOST_KNOWN:,} at most. Narrow it first."
        )
    known = set(KnownHit.objects.filter(saved_search=saved).values_list("key", flat=True))
    fresh = [KnownHit(saved_search=saved, key=key) for key in keys if key not in known]
    KnownHit.objects.bulk_create(fresh, batch_size=500)
