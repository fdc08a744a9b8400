"""What pages and exports ask of a council's improvement journey. Each takes the reader first and answers only what
they may see.

``councils.py`` answers the councils that have one, ``papers.py`` its files,
``annual`` the annual accounts.
"""

from arising.register.improvement.queries.annual import between, lead_member_account, scrutiny_report, years
from arising.register.improvement.queries.councils import council, councils, councils_kept
from arising.register.improvement.queries.papers import paper_file

__all__ = [
    "between",
    "council",
    "councils",
    "councils_kept",
    "lead_member_account",
    "paper_file",
    "scrutiny_report",
    "years",
]
