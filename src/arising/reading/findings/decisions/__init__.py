"""What the body decided, one finding an operative clause.

Open ``decisions.py`` first: it finds where a decision is recorded. ``clauses.py`` cuts a resolution into clauses,
``actions.py`` says what each does, and to whom.
"""

from arising.reading.findings.decisions.decisions import RESOLUTION_RULES, decisions

__all__ = ["RESOLUTION_RULES", "decisions"]
