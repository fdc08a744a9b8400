"""Every change in the programme room.

``meetings.py`` plans meetings, ``items.py`` puts items on the programme, ``trackers.py`` takes trackers in.
"""

from arising.register.programme.operations.items import (
    Stale,
    add_item,
    amend_item,
    end_item,
    move_item,
    restore_item,
)
from arising.register.programme.operations.meetings import change_plan, drop_meeting, plan
from arising.register.programme.operations.trackers import AlreadyStored, PreviewChanged, bring_back, store

__all__ = [
    "AlreadyStored",
    "PreviewChanged",
    "Stale",
    "add_item",
    "amend_item",
    "bring_back",
    "change_plan",
    "drop_meeting",
    "end_item",
    "move_item",
    "plan",
    "restore_item",
    "store",
]
