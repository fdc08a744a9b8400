"""Every change to a council's improvement journey, by subject.

``keepers.py`` says who keeps it, ``papers.py`` takes its files in.
"""

from arising.register.improvement.operations.keepers import appoint_improvement_officer, dismiss_improvement_officer
from arising.register.improvement.operations.papers import keep_paper

__all__ = ["appoint_improvement_officer", "dismiss_improvement_officer", "keep_paper"]
