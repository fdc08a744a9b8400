"""Records in, links out: the same matter, what became of a commitment, silence, figures that do not agree.

``follow`` is the door. ``index.py`` holds the subjects of all records, ``matters.py`` proposes which are one matter,
``closures.py`` what became of commitments, ``effects.py`` the words that tell it. ``series``, in ``figures.py``, finds
the figures of one measure.
"""

from arising.following.figures import series
from arising.following.follow import Calendar, follow, follow_on
from arising.following.index import Index
from arising.following.links import Closure, Disagreement, Effect, Links, Quote, Silence, Suggestion

__all__ = [
    "Calendar", "Closure", "Disagreement", "Effect", "Index", "Links", "Quote", "Silence", "Suggestion", "follow",
    "follow_on", "series",
]  # fmt: skip
