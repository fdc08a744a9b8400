"""Search over items, findings and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Narrowing:
    """What a search is narrowed to: ``kinds`` ("item", "person", "commitment", …), a body's slug, meeting dates."""

    kinds: tuple[str, ...] = ()
    body: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Hit:
    """One hit. ``passage`` is safe HTML: the words around, those that were searched for in ``<mark>``.

    ``url`` leads to the item (with the finding's anchor), or to the person.
    """

    kind: str
    title: str
    passage: SafeString
    url: str
    body: str
    meeting_date: str
