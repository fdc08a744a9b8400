"""Commitments: what somebody undertook to do, and what it was said would happen.

Open ``commitments.py`` first. ``rules.py`` holds the rules as data, ``judging.py`` tells a promise from a question or a
supposition, ``attributes.py`` says who owes what, to whom, by when.
"""

from arising.reading.findings.commitments.commitments import commitments
from arising.reading.findings.commitments.rules import RULES

__all__ = ["RULES", "commitments"]
