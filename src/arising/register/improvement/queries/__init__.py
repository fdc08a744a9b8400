"""What pages and exports ask of a council's improvement journey. Each takes the reader first and answers only what
they may see.

``councils.py`` answers the councils that have one, ``papers.py`` its files.
"""

from arising.register.improvement.queries.councils import council, councils, councils_kept
from arising.register.improvement.queries.papers import paper_file

__all__ = ["council", "councils", "councils_kept", "paper_file"]
