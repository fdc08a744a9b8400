"""Forms of the record.

``adding.py`` sends minutes to the register, ``lists.py`` narrows lists, ``review.py`` holds what a person writes at the
review desk.
"""

from arising.register.record.forms.adding import AddSources
from arising.register.record.forms.lists import Narrow, NarrowCommitments, NarrowDecisions, NarrowFigures, NarrowPeople
from arising.register.record.forms.review import (
    MOVES,
    Amend,
    Confirm,
    Merge,
    MoveEnds,
    NarrowReview,
    Reject,
    Reopen,
    Split,
    TogetherFrom,
    meant,
    said,
)

__all__ = [
    "MOVES",
    "AddSources",
    "Amend",
    "Confirm",
    "Merge",
    "MoveEnds",
    "Narrow",
    "NarrowCommitments",
    "NarrowDecisions",
    "NarrowFigures",
    "NarrowPeople",
    "NarrowReview",
    "Reject",
    "Reopen",
    "Split",
    "TogetherFrom",
    "meant",
    "said",
]
