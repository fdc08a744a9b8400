"""The link in a mail that stops the next, without sign-in: signed, so that nobody can make one up."""

from __future__ import annotations

from django.core import signing
from django.urls import reverse

from arising.register.search.models import SavedSearch


def stop_link(saved: SavedSearch) -> str:
    """The address that stops the mails about a saved search. It works for as long as the search is kept."""
    return reverse("stop-alerts", args=[_signer().sign(str(saved.pk))])


def stoppable(token: str) -> SavedSearch:
    """The saved search of such an address. Raises ``SavedSearch.DoesNotExist`` for one that was not made here."""
    try:
        pk = _signer().unsign(token)
    except signing.BadSignature:
        raise SavedSearch.DoesNotExist from None
    return SavedSearch.objects.get(pk=pk)


def _signer() -> signing.Signer:
    return signing.Signer(salt="search.stop", sep="~")
