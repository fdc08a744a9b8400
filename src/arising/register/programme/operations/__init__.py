"""Every change in the programme room. ``trackers.py`` takes trackers in."""

from arising.register.programme.operations.trackers import AlreadyStored, PlanChanged, bring_back, store

__all__ = ["AlreadyStored", "PlanChanged", "bring_back", "store"]
