"""What the pages of the programme room need to know. ``packs.py`` gathers a pack, ``trackers.py`` a tracker."""

from arising.register.programme.queries.packs import MOST, pack
from arising.register.programme.queries.trackers import owed_by, rows_of, tracker

__all__ = ["MOST", "owed_by", "pack", "rows_of", "tracker"]
