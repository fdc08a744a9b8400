"""What audits of a time graded, beside those before them."""

from __future__ import annotations

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.annual import Between
from arising.register.improvement.queries.audits import audits_page
from arising.register.improvement.queries.changes.change import Change


def audits_changed(user: Reader, council: Council, time: Between) -> list[Change]:
    """The last audits of ``time`` of which enough were done to tell what was graded. What may be chance is no move."""
    graded = audits_page(user, council).compared
    last = next((each for each in reversed(graded) if time.since <= each.audits.round.ends_on <= time.until), None)
    if last is None:
        return []
    one = last.audits.round
    moved = last.earlier is None or (last.is_beyond_chance and last.share.estimate > last.earlier.estimate)
    return [Change(last.words, one.ends_on, one.get_absolute_url(), "audits of practice", moved)]
