"""What pages ask of the record.

``lists.py`` answers lists with filters and pages, ``pages.py`` the page of a body, meeting, item, person or
source. Every function takes the reader first and answers only what that reader may see.
"""

from arising.register.record.queries.lists import (
    PER_PAGE,
    Filters,
    asking,
    commitments,
    decisions,
    exchanges,
    figures,
    national,
    owners,
    people,
    undated,
    votes,
)
from arising.register.record.queries.pages import (
    BodyPage,
    ItemPage,
    MeetingPage,
    PersonPage,
    SourceFile,
    SourcePage,
    Stretch,
    body_page,
    item_page,
    meeting_page,
    person_page,
    source_file,
    source_page,
    sources,
)

__all__ = [
    "PER_PAGE",
    "BodyPage",
    "Filters",
    "ItemPage",
    "MeetingPage",
    "PersonPage",
    "SourceFile",
    "SourcePage",
    "Stretch",
    "asking",
    "body_page",
    "commitments",
    "decisions",
    "exchanges",
    "figures",
    "item_page",
    "meeting_page",
    "national",
    "owners",
    "people",
    "person_page",
    "source_file",
    "source_page",
    "sources",
    "undated",
    "votes",
]
