"""Exchanges: a question, concern, request, challenge or comment, who put it, and who answered.

Open ``exchanges.py`` first: it takes the minutes topic by topic. ``asking.py`` tells what kind of ask a sentence is,
``discussion.py`` puts asks and answers together.
"""

from arising.reading.findings.exchanges.exchanges import exchanges

__all__ = ["exchanges"]
