"""Every change to what is planned. ``meetings.py`` plans meetings, ``items.py`` puts items on the programme."""

from arising.register.programme.operations.items import (
    Stale,
    add_item,
    amend_item,
    end_item,
    move_item,
    restore_item,
)
from arising.register.programme.operations.meetings import change_plan, drop_meeting, plan

__all__ = [
    "Stale",
    "add_item",
    "amend_item",
    "change_plan",
    "drop_meeting",
    "end_item",
    "move_item",
    "plan",
    "restore_item",
]
