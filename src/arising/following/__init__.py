"""Records in, links out: the same matter, what became of a commitment, silence, figures that do not agree.

``follow`` is the door. ``index.py`` holds the subjects of all records, ``matters.py`` proposes which are one matter,
``closures.py`` what became of commitments, ``effects.py`` the words that tell it. In ``figures.py``, ``series`` finds
the figures of one measure and ``repeated`` those that were told again, unchanged, without a remark.
"""

from arising.following.figures import Repetition, repeated, series
from arising.following.follow import Calendar, follow, follow_on
from arising.following.index import Index
from arising.following.links import Closure, Disagreement, Effect, Links, Quote, Silence, Suggestion

__all__ = [
    "Calendar", "Closure", "Disagreement", "Effect", "Index", "Links", "Quote", "Repetition", "Silence", "Suggestion",
    "follow", "follow_on", "repeated", "series",
]  # fmt: skip
