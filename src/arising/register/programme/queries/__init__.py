"""What the pages of the programme room need to know. ``packs.py`` gathers a pack, ``planning.py`` what is planned."""

from arising.register.programme.queries.calendars import body_calendar, own_calendar
from arising.register.programme.queries.packs import MOST, choices, pack
from arising.register.programme.queries.planning import (
    Asked,
    ItemPage,
    Planned,
    PlannedMeeting,
    Programme,
    cancelled,
    hours,
    item_page,
    planned_meeting,
    plans,
    programme,
    programme_item,
    programme_items,
    to_come,
)

__all__ = [
    "MOST",
    "Asked",
    "ItemPage",
    "Planned",
    "PlannedMeeting",
    "Programme",
    "body_calendar",
    "cancelled",
    "choices",
    "hours",
    "item_page",
    "own_calendar",
    "pack",
    "planned_meeting",
    "plans",
    "programme",
    "programme_item",
    "programme_items",
    "to_come",
]
