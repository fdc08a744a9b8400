"""``inspections.py`` holds what was judged and found, ``directions.py`` what was required, ``plans.py`` what will be
done, ``evidence.py`` what shows that it worked, ``papers.py`` the files of all these, ``national.py`` every
authority's latest grades, ``keepers.py`` who keeps them."""

from arising.register.improvement.models.audits import AuditedTeam, AuditRound, Moderated
from arising.register.improvement.models.directions import Direction, Requirement, ReviewPoint
from arising.register.improvement.models.engagement import Engagement
from arising.register.improvement.models.evidence import Attached, Evidence
from arising.register.improvement.models.forecasts import Forecast, Outturn
from arising.register.improvement.models.inspections import Inspection, InspectionDeadline, InspectionFinding, Judgement
from arising.register.improvement.models.keepers import ImprovementOfficer
from arising.register.improvement.models.national import AreaOutcome, NationalRow, NationalTable
from arising.register.improvement.models.papers import Paper
from arising.register.improvement.models.plans import (
    Action,
    ImprovementPlan,
    Measure,
    Milestone,
    Phase,
    PlanFile,
    PlanVersion,
    Priority,
    Update,
)
from arising.register.improvement.models.scales import (
    Scale,
    ScaleIndicator,
    Score,
    ScoreSheet,
    ScoringGroup,
    ScoringLink,
    ScoringRound,
)
from arising.register.improvement.models.surveys import (
    AnswerCount,
    GroupResponse,
    People,
    Question,
    Survey,
    SurveyRound,
)
from arising.register.improvement.models.training import LedTo, Occasion, TookPart
from arising.register.improvement.models.workforce import CohortCount, RecruitmentCohort, WorkforceCost

__all__ = [
    "Action",
    "AnswerCount",
    "AreaOutcome",
    "Attached",
    "AuditRound",
    "AuditedTeam",
    "CohortCount",
    "Direction",
    "Engagement",
    "Evidence",
    "Forecast",
    "GroupResponse",
    "ImprovementOfficer",
    "ImprovementPlan",
    "Inspection",
    "InspectionDeadline",
    "InspectionFinding",
    "Judgement",
    "LedTo",
    "Measure",
    "Milestone",
    "Moderated",
    "NationalRow",
    "NationalTable",
    "Occasion",
    "Outturn",
    "Paper",
    "People",
    "Phase",
    "PlanFile",
    "PlanVersion",
    "Priority",
    "Question",
    "RecruitmentCohort",
    "Requirement",
    "ReviewPoint",
    "Scale",
    "ScaleIndicator",
    "Score",
    "ScoreSheet",
    "ScoringGroup",
    "ScoringLink",
    "ScoringRound",
    "Survey",
    "SurveyRound",
    "TookPart",
    "Update",
    "WorkforceCost",
]
