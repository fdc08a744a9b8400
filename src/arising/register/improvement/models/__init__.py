"""``inspections.py`` holds what was judged and found, ``directions.py`` what was required, ``plans.py`` what will be
done, ``evidence.py`` what shows that it worked, ``papers.py`` the files of all these, ``keepers.py`` who keeps them."""

from arising.register.improvement.models.directions import Direction, Requirement, ReviewPoint
from arising.register.improvement.models.evidence import Attached, Evidence
from arising.register.improvement.models.inspections import Inspection, InspectionFinding, Judgement
from arising.register.improvement.models.keepers import ImprovementOfficer
from arising.register.improvement.models.papers import Paper
from arising.register.improvement.models.plans import (
    Action,
    ImprovementPlan,
    Measure,
    Milestone,
    Phase,
    PlanVersion,
    Priority,
    Update,
)

__all__ = [
    "Action",
    "Attached",
    "Direction",
    "Evidence",
    "ImprovementOfficer",
    "ImprovementPlan",
    "Inspection",
    "InspectionFinding",
    "Judgement",
    "Measure",
    "Milestone",
    "Paper",
    "Phase",
    "PlanVersion",
    "Priority",
    "Requirement",
    "ReviewPoint",
    "Update",
]
