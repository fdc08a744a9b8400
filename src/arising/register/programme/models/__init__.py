"""``planning.py`` holds what is planned, ``trackers.py`` the trackers that were brought back."""

from arising.register.programme.models.planning import LONGEST, Ended, Move, Plan, ProgrammeItem
from arising.register.programme.models.trackers import TrackerImport

__all__ = ["LONGEST", "Ended", "Move", "Plan", "ProgrammeItem", "TrackerImport"]
