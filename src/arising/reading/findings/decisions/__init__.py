"""What the body decided, one finding an operative clause.

Open ``decisions.py`` first: it goes through the places where minutes record a decision. ``resolutions.py`` reads a
resolution and the list under it, ``prose.py`` what a sentence says was decided, ``clauses.py`` cuts either into
clauses, ``actions.py`` says what each clause does, and to whom.
"""

from arising.reading.findings.decisions.decisions import RESOLUTION_RULES, decisions

__all__ = ["RESOLUTION_RULES", "decisions"]
