"""What the pages of the programme room need to know.

``packs.py`` gathers a pack, ``planning.py`` what is planned, ``calendars.py`` calendars, ``trackers.py`` a tracker;
``imports.py`` says what a tracker that was brought back would change.
"""

from arising.register.programme.queries.calendars import body_calendar, own_calendar
from arising.register.programme.queries.imports import (
    imports,
    may_bring_back,
    outcome,
    preview,
    register,
    rows_left_out,
    tracker_import,
)
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
from arising.register.programme.queries.trackers import rows_of, tracker

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
    "imports",
    "item_page",
    "may_bring_back",
    "outcome",
    "own_calendar",
    "pack",
    "planned_meeting",
    "plans",
    "preview",
    "programme",
    "programme_item",
    "programme_items",
    "register",
    "rows_left_out",
    "rows_of",
    "to_come",
    "tracker",
    "tracker_import",
]
