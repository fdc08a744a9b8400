"""What a request asks of a programme: whether it is for a report, and whether a dated decision waits for it.

It goes by words and days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from arising.register.obligations.models import Obligation

_REPORT = re.compile(
    r"\b(?:reports?|papers?|updates?|updated|presentations?|reviews?|reported|briefings?"
    r"|(?:brought|come|bring|return\w*)\s+back|return(?:ed)?\s+to|next\s+meeting|future\s+meeting|work\s+programme)\b",
    re.IGNORECASE,
)
_WHO = r"(?P<who>Cabinet|Executive|Full Council|Council|Leader|Mayor)\b"
_DECIDES = re.compile(rf"\b{_WHO}")
_FORWARDED = re.compile(
    r"\b(?:forward|refer|submit|pass|send|sent|report|present|convey|put)\w*\b(?:\W+\w+){0,12}?\W+to\s+(?:the\s+)?"
    + _WHO
)


@dataclass(frozen=True)
class Decision:
    """Who decides, and on which day."""

    by: str
    on: date


def is_for_a_report(*words: str) -> bool:
    """Whether a request, in its words, asks for something that a meeting looks at."""
    return any(_REPORT.search(text) for text in words)


def decision_that_waits(words: str, due: date | None, *, holds_up: str = "", on: date | None = None) -> Decision | None:
    """The dated decision that should hear the answer first; None where there is none.

    It is the decision that is held up, ``holds_up`` planned for ``on``, or that of whoever is to be sent comments, as
    ``words`` say, by the day on which they are due.
    """
    if on is not None:
        named = _DECIDES.search(f"{holds_up} {words}")
        return Decision(named["who"] if named else "the decision-maker", on)
    forwarded = _FORWARDED.search(words)
    if forwarded and due is not None:
        return Decision(forwarded["who"], due)
    return None


def decision_of(obligation: Obligation) -> Decision | None:
    """The dated decision that waits for an obligation."""
    one = obligation
    words = one.finding.quote if one.finding else one.title
    return decision_that_waits(words, one.due, holds_up=one.holds_up, on=one.holds_up_on)
