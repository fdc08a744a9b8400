"""Saved searches: what they ask in words, and what they find, known again whichever way the index was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.bodies import queries as bodies
from arising.register.bodies.dates_in_words import in_words
from arising.register.obligations.states import Standing
from arising.register.record.side_by_side import GROUPS
from arising.register.search.models import SavedSearch
from arising.register.search.queries.finding import WAITING, Narrowing, found_entries, owing_posts
from arising.register.search.queries.hits import Hit, hits

Asks = dict[str, str]
"""The words (``q``) and filters of a search, as in its address; dates are ISO days."""
KINDS = {
    "item": "Agenda items",
    "obligation": "What is owed",
    "expectation": "What was expected",
    "matter": "Matters",
    "person": "People by name",
    **{kind: title for kind, title in GROUPS.items() if kind != "mention"},
}
"""What a search can be narrowed to; posts and persons are found as persons, and where the minutes name them."""
_LABELS = {
    "q": "words", "kind": "kind", "council": "council", "body": "body", "since": "from", "until": "to",
    "said_by": "said by", "owner": "owed by", "state": "state",
}  # fmt: skip
KEYED_BY = (
    "pk", "kind", "anchor", "source", "item", "person", "obligation", "matter", "obligation__answered_on",
    "obligation__ended",
)  # fmt: skip
"""The columns of an entry that make the key of what it leads to."""


def saved_searches(user: User) -> QuerySet[SavedSearch]:
    """The searches that ``user`` keeps, by name. Nobody sees those of somebody else."""
    return SavedSearch.objects.filter(user=user)


def saved_search(user: User, pk: int) -> SavedSearch:
    """One of the searches that ``user`` keeps. Raises ``SavedSearch.DoesNotExist``."""
    return saved_searches(user).get(pk=pk)


def words_of(asks: Asks) -> str:
    """The words that are looked for."""
    return asks.get("q", "")


def narrowing_of(asks: Asks) -> Narrowing:
    """What a search is narrowed to."""
    return Narrowing(
        kinds=(asks["kind"],) if asks.get("kind") else (),
        council=asks.get("council", ""),
        body=asks.get("body", ""),
        since=date.fromisoformat(asks["since"]) if asks.get("since") else None,
        until=date.fromisoformat(asks["until"]) if asks.get("until") else None,
        owner=int(asks.get("owner", 0)),
        state=asks.get("state", ""),
        said_by=asks.get("said_by", ""),
    )


def address_of(asks: Asks) -> str:
    """The address of the search page for a search."""
    return f"{reverse('search')}?{urlencode(asks)}"


Names = dict[str, dict[str, str]]
"""What filters are called, by the name of the filter and its value."""


def names_to(user: Reader) -> Names:
    """What bodies, councils, posts, kinds and states are called, as far as ``user`` may know."""
    return {
        "kind": KINDS,
        "council": dict(bodies.councils().values_list("slug", "name")),
        "body": {body.slug: body.name for body in bodies.bodies(user)},
        "owner": {str(post.pk): post.name for post in owing_posts(user)},
        "state": {WAITING: "All that waits", **{standing.value: standing.label for standing in Standing}},
    }


def in_short(asks: Asks, names: Names) -> str:
    """What a search asks, in one line: ``words: briefing note; kind: What is owed; from: 1 January 2024``."""
    told = {name: names[name].get(value, "not open to you") if name in names else value for name, value in asks.items()}
    told |= {name: in_words(asks[name]) for name in ("since", "until") if name in asks}
    return "; ".join(f"{_LABELS[name]}: {value}" for name, value in told.items() if name in _LABELS)


def found_keys(user: Reader, asks: Asks) -> dict[str, int]:
    """What a search finds for ``user`` now: the key of each thing, and the number of an entry that leads to it.

    What is owed has another key once it was answered or ended, so that this is news too.
    """
    found = found_entries(user, words_of(asks), narrowing_of(asks)).order_by("pk")
    return {key_of(row): row["pk"] for row in found.values(*KEYED_BY)}


def new_hits(user: Reader, asks: Asks, keys: Iterable[str], *, limit: int) -> tuple[list[Hit], int]:
    """Of the things with these keys those that ``user`` may see now and the search still finds, the latest first:
    at most ``limit`` of them, and how many there are."""
    found = found_keys(user, asks)
    wanted = {found[key] for key in keys if key in found}
    latest = Coalesce("source__meeting__latest", "obligation__said_on")
    rows = found_entries(user, words_of(asks), narrowing_of(asks)).filter(pk__in=wanted).annotate(day=latest)
    newest = rows.order_by(F("day").desc(nulls_last=True), "pk").values_list("pk", flat=True)[:limit]
    return hits(user, [(key, None) for key in newest]), len(wanted)


def key_of(row: Mapping[str, Any]) -> str:
    """The key of what an entry leads to, from the columns ``KEYED_BY`` of it."""
    if row["anchor"]:
        return str(row["anchor"])
    thing = row["person"] or row["obligation"] or row["matter"]
    if not thing:
        return f"{row['kind']}-{row['item'] or 0}-{row['source']}"
    became = ":answered" if row["obligation__answered_on"] else f":{row['obligation__ended']}"
    return f"{row['kind']}-{thing}" + (became if row["obligation"] and became != ":" else "")
