"""Every change to councils, bodies, persons, posts, meetings and items.

``councils.py`` and ``people.py`` put in what is named, ``memberships.py`` says who belongs to what, ``meetings.py`` has
meetings and items, ``planning.py`` meetings to come; ``visibility.py`` says who may see a row, ``naming.py`` finds free
addresses.
"""

from arising.register.bodies.operations.councils import (
    NO_BODY,
    NO_COUNCIL,
    body_named,
    council_named,
    find_council,
    name_council,
    rename_body,
)
from arising.register.bodies.operations.meetings import drop_if_empty, mark_gone, place_item, place_meeting
from arising.register.bodies.operations.memberships import (
    add_member,
    change_membership,
    quoted_in,
    record_membership,
    remove_membership,
)
from arising.register.bodies.operations.people import (
    people_named,
    posts_named,
    set_clerkships,
    stop_withholding,
    withhold,
)
from arising.register.bodies.operations.planning import cancel_meeting, plan_meeting, put_off_meeting
from arising.register.bodies.operations.visibility import follow, set_visibility, widen

__all__ = [
    "NO_BODY",
    "NO_COUNCIL",
    "add_member",
    "body_named",
    "cancel_meeting",
    "change_membership",
    "council_named",
    "drop_if_empty",
    "find_council",
    "follow",
    "mark_gone",
    "name_council",
    "people_named",
    "place_item",
    "place_meeting",
    "plan_meeting",
    "posts_named",
    "put_off_meeting",
    "quoted_in",
    "record_membership",
    "remove_membership",
    "rename_body",
    "set_clerkships",
    "set_visibility",
    "stop_withholding",
    "widen",
    "withhold",
]
