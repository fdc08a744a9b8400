"""What the pages of the programme room need to know. ``packs.py`` gathers a pack, ``trackers.py`` a tracker,
``imports.py`` says what one that was brought back would change.
"""

from arising.register.programme.queries.imports import (
    imports,
    may_bring_back,
    outcome,
    plan,
    register,
    rows_left_out,
    tracker_import,
)
from arising.register.programme.queries.packs import MOST, pack
from arising.register.programme.queries.trackers import owed_by, rows_of, tracker

__all__ = [
    "MOST",
    "imports",
    "may_bring_back",
    "outcome",
    "owed_by",
    "pack",
    "plan",
    "register",
    "rows_left_out",
    "rows_of",
    "tracker",
    "tracker_import",
]
