"""What goes into a tracker: what is owed, with what people said of it, as far as its reader may see it."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.accounts.models import User
from arising.register.bodies import queries as bodies
from arising.register.obligations import queries as obligations
from arising.register.obligations.queries import Filters, Line
from arising.register.programme.tracker.columns import Row, Tracker
from arising.register.programme.tracker.rows import row

EVERYTHING = Filters()
"""A list that nothing narrows."""


def tracker(user: Reader, slug: str = "", filters: Filters = EVERYTHING, *, mine: bool = False) -> Tracker:
    """The tracker of a body, or of every body, as ``user`` may see it; with ``mine`` only what they owe themselves.

    Raises ``Body.DoesNotExist``.
    """
    body = bodies.body(user, slug) if slug else None
    found = obligations.every_line(user, filters)
    if body:
        found = [line for line in found if line.obligation.body_id == body.pk]
    if mine:
        own = set(obligations.owed_by(user).values_list("pk", flat=True))
        found = [line for line in found if line.obligation.pk in own]
    what = "What was expected" if filters.expectations else "What is owed"
    return Tracker(
        title=f"{what}: {body or 'every body'}",
        made_on=timezone.localdate(),
        reader=str(user) if isinstance(user, User) else "everybody",
        rows=rows_of(user, found),
        narrowed=_narrowed(filters, mine),
    )


def rows_of(user: Reader, found: Sequence[Line]) -> list[Row]:
    """A row for each line, as ``user`` may see it."""
    site = settings.SITE_URL.rstrip("/")
    owed = [line.obligation for line in found]
    said, answers = obligations.progress_of(user, owed), obligations.answers_to(user, owed)
    return [row(one, said.get(one.obligation.pk, ()), answers.get(one.obligation.pk, ()), site=site) for one in found]


def _narrowed(filters: Filters, mine: bool) -> str:
    asked = ("meeting", "owner", "state", "origin", "text")
    told = [f"{name} {value}" for name in asked if (value := getattr(filters, name))]
    return "; ".join([*(["what I owe"] if mine else []), *told]).replace("_", " ")
