"""What pages, mails and exports ask of obligations.

``lists.py`` answers lists with filters, states and pages, ``pages.py`` the page of one obligation and of an officer,
``told.py`` what people said of obligations.
Every function takes the reader first and answers only what that reader may see.
"""

from arising.register.obligations.queries.lists import (
    Filters,
    Line,
    Listed,
    Summary,
    every_line,
    in_brief,
    lines,
    listed,
    most_urgent,
    summary,
)
from arising.register.obligations.queries.pages import (
    ObligationPage,
    Officers,
    answer_file,
    body_panel,
    impact_to_check,
    may_open_files,
    meeting_panel,
    mine,
    obligation,
    obligation_page,
    owed_by,
    responsible_officers,
)
from arising.register.obligations.queries.told import answers_to, progress_of

__all__ = [
    "Filters",
    "Line",
    "Listed",
    "ObligationPage",
    "Officers",
    "Summary",
    "answer_file",
    "answers_to",
    "body_panel",
    "every_line",
    "impact_to_check",
    "in_brief",
    "lines",
    "listed",
    "may_open_files",
    "meeting_panel",
    "mine",
    "most_urgent",
    "obligation",
    "obligation_page",
    "owed_by",
    "progress_of",
    "responsible_officers",
    "summary",
]
