"""What an update says of itself: that the thing is finished."""

from __future__ import annotations

import re

_FINISHED = r"completed?|finished|delivered|achieved|implemented|concluded|closed|embedded|signed off"
_NOT_YET = (
    r"not|no|never|yet|until|unless|once|when|if|will|would|shall|should|must|to be|being|be|due|expected|expect|plan|"
    r"planned|aim|aims|partly|partially|nearly|almost|largely|mostly|in part|some|before|after|cannot|remains?|awaiting"
)
_SAYS = re.compile(rf"\b(?:{_FINISHED})\b", re.IGNORECASE)
_BARS = re.compile(rf"\b(?:{_NOT_YET})\b|\d\s*%|n['’]t\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[.;!?\n]|,\s+(?:but|although|though)\b|\bbut\b", re.IGNORECASE)


def says_it_is_finished(text: str) -> bool:
    """Whether a clause of ``text`` says that something is complete, with nothing beside it that takes that back:
    "COMPLETED", "The team has been brought together and the work is complete", not "60% complete", not "to be completed
    by May"."""
    return any(_SAYS.search(clause) and not _BARS.search(clause) for clause in _CLAUSES.split(text))
