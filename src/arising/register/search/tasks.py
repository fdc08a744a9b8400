"""The mail about what is new in a saved search, as a task: it may be tried again, and does not leave twice."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from arising.register.bodies.models import Body
from arising.register.search import queries
from arising.register.search.links import stop_link
from arising.register.search.models import Alert, Often, SavedSearch
from arising.register.search.queries.saved import address_of

MOST_IN_A_MAIL = 20


@task()
def send_alert(alert_id: int) -> int:
    """Send one alert, unless it has left already; say how many hits it told of.

    What its reader may no longer see, and what the search finds no more, is left out.
    """
    with transaction.atomic():
        # of a row that is gone with its search nothing is told
        alert = Alert.objects.select_for_update(of=("self",)).filter(pk=alert_id, sent_at__isnull=True).first()
        if alert is None:
            return 0
        saved = SavedSearch.objects.select_related("user").get(pk=alert.saved_search_id)
        if saved.often == Often.NEVER or not saved.user.is_active:
            return 0
        keys = alert.hits.values_list("key", flat=True)
        hits, new = queries.new_hits(saved.user, saved.asks, keys, limit=MOST_IN_A_MAIL)
        alert.sent_at = timezone.now()
        alert.save(update_fields=["sent_at"])
        if hits:
            _send(saved, hits, new)
        return len(hits)


def _send(saved: SavedSearch, hits: list[queries.Hit], new: int) -> None:
    site = settings.SITE_URL.rstrip("/")
    stop = site + stop_link(saved)
    context = {
        "saved": saved,
        "hits": hits,
        "new": new,
        "more": new - len(hits),
        "address": address_of(saved.asks),
        "coverage": _coverage(saved),
        "site": site,
        "stop": stop,
    }
    text = render_to_string("search/mail/alert.txt", context)
    # by which mail programs offer to unsubscribe (RFC 8058)
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    subject = f"{new:,} new: {saved.name}"
    EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [saved.user.email], headers=headers).send()


def _coverage(saved: SavedSearch) -> queries.Coverage | queries.CoverageOfAll:
    body = Body.objects.visible_to(saved.user).filter(slug=saved.asks.get("body", "")).first()
    if body:
        return queries.coverage(saved.user, body)
    return queries.coverage_of_all(saved.user, saved.asks.get("council", ""))
