"""The inspections of a council. ``pages.py`` answers what its pages show, ``files.py`` the same as tables to take
away."""

from arising.register.improvement.queries.inspections.files import (
    authorities_table,
    directions_table,
    inspection_table,
    inspection_tables,
    neighbour_table,
    odd_table,
    send_table,
    visits_table,
)
from arising.register.improvement.queries.inspections.pages import (
    InspectionPage,
    InspectionsPage,
    inspection,
    inspection_page,
    inspections,
    inspections_page,
)
from arising.register.improvement.queries.inspections.send import (
    SendOutcome,
    SendStanding,
    area_outcome,
    area_outcomes,
    send_standing,
)

__all__ = [
    "InspectionPage",
    "InspectionsPage",
    "SendOutcome",
    "SendStanding",
    "area_outcome",
    "area_outcomes",
    "authorities_table",
    "directions_table",
    "inspection",
    "inspection_page",
    "inspection_table",
    "inspection_tables",
    "inspections",
    "inspections_page",
    "neighbour_table",
    "odd_table",
    "send_standing",
    "send_table",
    "visits_table",
]
