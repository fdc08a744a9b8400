"""The addresses of the improvement journey, and what to put into those that take arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model

from arising.register.bodies.models import Body, Council, Meeting
from arising.register.improvement.models import (
    Action,
    AreaOutcome,
    Attached,
    AuditRound,
    Direction,
    Engagement,
    Evidence,
    Forecast,
    ImprovementPlan,
    Inspection,
    LedTo,
    Measure,
    Milestone,
    NationalTable,
    Occasion,
    Outturn,
    Paper,
    Phase,
    PlanFile,
    Priority,
    Question,
    RecruitmentCohort,
    Requirement,
    ReviewPoint,
    Scale,
    ScaleIndicator,
    Score,
    ScoreSheet,
    ScoringGroup,
    ScoringRound,
    Survey,
    SurveyRound,
)
from arising.register.improvement.views.told.readers import VIEWS
from arising.register.obligations.models import Obligation
from arising.register.programme import printing
from register.planted.scored import links_of_all

Arguments = dict[str, Any]


def all_of(model: Any) -> Iterator[Arguments]:
    yield from ({"pk": one.pk} for one in model.objects.all())


def each_body() -> Iterator[Arguments]:
    yield from ({"body": body.slug} for body in Body.objects.all())


def each_meeting() -> Iterator[Arguments]:
    for meeting in Meeting.objects.select_related("body"):
        yield {"body": meeting.body.slug, "meeting": meeting.slug}


def _plan_files() -> Iterator[Arguments]:
    """Of every plan as CSV and Excel, of one in other forms: the words are the same."""
    plans = list(all_of(ImprovementPlan))
    yield from ({**each, "form": form} for each in plans for form in ("csv", "xlsx"))
    yield from ({**plans[-1], "form": form.suffix} for form in printing.forms_here() if form.suffix in ("docx", "pdf"))


def _councils() -> Iterator[Arguments]:
    yield from ({"council": council.slug} for council in Council.objects.all())


def _keys(model: type[Model]) -> Callable[[], Iterator[Arguments]]:
    return lambda: ({"pk": one.pk} for one in model._default_manager.all())


def _asked_groups() -> Iterator[Arguments]:
    for one in ScoringRound.objects.all():
        yield from ({"pk": one.pk, "group": group.pk} for group in one.council.scoring_groups.all())


def _forecasts() -> Iterator[Arguments]:
    yield from ({"pk": one.pk} for one in Forecast.objects.all())


def _surveys() -> Iterator[Arguments]:
    yield from ({"pk": survey.pk} for survey in Survey.objects.all())


def _questions() -> Iterator[Arguments]:
    yield from ({"pk": question.pk} for question in Question.objects.all())


def _rounds() -> Iterator[Arguments]:
    yield from ({"pk": each.pk} for each in SurveyRound.objects.all())


def _occasions() -> Iterator[Arguments]:
    yield from ({"pk": each.pk} for each in Occasion.objects.all())


OF_IMPROVEMENT: dict[str, Callable[[], Iterable[Arguments]]] = {
    "change-plan": each_meeting,
    "journey": _councils,
    "appoint-improvement-officer": _councils,
    "journey-for": lambda: ({**one, "reader": reader} for one in _councils() for reader in VIEWS),
    "journey-for-file": lambda: ({**one, "reader": reader, "form": "md"} for one in _councils() for reader in VIEWS),
    "annual-account": lambda: ({**body, "kind": kind} for body in each_body() for kind in ("lead-member", "scrutiny")),
    "annual-account-file": lambda: (
        {**body, "kind": kind, "form": form}
        for body in list(each_body())[:1]
        for kind in ("lead-member", "scrutiny")
        for form in ("md", "docx")
    ),
    "forecasts": _councils,
    "forecasts-csv": _councils,
    "forecasts-chart": lambda: ({**each, "form": "svg"} for each in _councils()),
    "add-forecast": _councils,
    "take-published-balance": _councils,
    "add-outturn": _councils,
    "drop-outturn": lambda: ({"pk": one.pk} for one in Outturn.objects.all()),
    "forecast": _forecasts,
    "forecast-csv": _forecasts,
    "forecast-excel": _forecasts,
    "forecast-chart": lambda: ({**each, "form": "svg"} for each in _forecasts()),
    "withdraw-forecast": _forecasts,
    "paper": lambda: ({"pk": one.pk} for one in Paper.objects.all()),
    **dict.fromkeys(("inspections", "add-inspection", "bring-inspection", "plan-visit"), _councils),
    **dict.fromkeys(("directions", "add-direction"), _councils),
    **dict.fromkeys(
        (
            "inspection",
            "change-inspection",
            "hold-visit",
            "add-letter",
            "cancel-visit",
            "owe-deadlines",
            "type-judgement",
            "type-finding",
        ),
        lambda: ({"pk": one.pk} for one in Inspection.objects.all()),
    ),
    **dict.fromkeys(
        ("direction", "revise-direction", "lift-direction", "owe-reviews", "add-review"),
        lambda: ({"pk": one.pk} for one in Direction.objects.all()),
    ),
    "inspections-file": lambda: ({**each, "form": form} for each in _councils() for form in ("csv", "xlsx")),
    "inspection-file": lambda: ({**each, "form": form} for each in all_of(Inspection) for form in ("csv", "xlsx")),
    **dict.fromkeys(("visits-csv", "neighbours-csv", "send-csv", "directions-csv"), _councils),
    "drop-outcome": lambda: all_of(AreaOutcome),
    "direction-csv": lambda: all_of(Direction),
    "national-table-odd-csv": lambda: all_of(NationalTable),
    "change-requirement": lambda: ({"pk": one.pk} for one in Requirement.objects.all()),
    "move-review": lambda: ({"pk": one.pk} for one in ReviewPoint.objects.all()),
    **dict.fromkeys(
        ("national-table", "national-table-file", "drop-national-table"),
        lambda: ({"pk": one.pk} for one in NationalTable.objects.all()),
    ),
    "plans": _councils,
    "add-plan": _councils,
    "all-evidence": _councils,
    "evidence-csv": _councils,
    "add-evidence": _councils,
    "add-signal": _councils,
    "plan-export": _plan_files,
    **dict.fromkeys(("plan-file", "plan-file-columns", "throw-plan-file-away"), lambda: all_of(PlanFile)),
    **dict.fromkeys(("change-priority", "add-action", "add-measure"), lambda: all_of(Priority)),
    **dict.fromkeys(("change-phase", "remove-phase"), lambda: all_of(Phase)),
    **dict.fromkeys(
        ("measure", "measure-csv", "type-steps", "change-measure", "remove-measure"), lambda: all_of(Measure)
    ),
    "unlink-action": lambda: ({"pk": one.pk, "kind": "item", "point": 1} for one in Action.objects.all()),
    **dict.fromkeys(("reach-milestone", "move-milestone", "remove-milestone"), lambda: all_of(Milestone)),
    "answer-point": lambda: ({"kind": "obligation", "pk": one.pk} for one in Obligation.objects.all()[:8]),
    **dict.fromkeys(("evidence", "amend-evidence", "attach-evidence", "remove-evidence"), lambda: all_of(Evidence)),
    "detach-evidence": lambda: all_of(Attached),
    "distance": _councils,
    "distance-csv": _councils,
    "distance-pdf": _councils,
    "distance-chart": lambda: ({**each, "form": "svg"} for each in _councils()),
    "add-scale": _councils,
    "scoring-groups": _councils,
    "add-scoring-group": _councils,
    "add-scoring-round": _councils,
    "scale": _keys(Scale),
    "scale-chart": lambda: ({"pk": one.pk, "form": "svg"} for one in Scale.objects.all()),
    "change-scale": _keys(Scale),
    "follow-scale": _keys(Scale),
    "put-beside": _keys(Scale),
    "take-from-beside": _keys(ScaleIndicator),
    "resize-scoring-group": _keys(ScoringGroup),
    "scoring-round": _keys(ScoringRound),
    "extend-scoring-round": _keys(ScoringRound),
    "close-scoring-round": _keys(ScoringRound),
    "make-scoring-links": _asked_groups,
    "send-scoring-links": _asked_groups,
    "type-scores-in": _asked_groups,
    "take-sheet-back": _keys(ScoreSheet),
    "show-score-evidence": _keys(Score),
    "score": lambda: ({"token": token} for token in links_of_all()),
    "audits": _councils,
    "audits-csv": _councils,
    **dict.fromkeys(
        ("audits-chart", "cohorts-chart", "costs-chart"),
        lambda: ({**each, "form": "svg"} for each in _councils()),
    ),
    "add-audits": _councils,
    "audit": _keys(AuditRound),
    "audit-chart": lambda: ({"pk": one.pk, "form": "svg"} for one in AuditRound.objects.all()),
    "bring-audits": _keys(AuditRound),
    "audits-as-evidence": _keys(AuditRound),
    "drop-audits": _keys(AuditRound),
    "workforce": _councils,
    "workforce-csv": _councils,
    "add-cohort": _councils,
    "record-cost": _councils,
    "count-cohort": _keys(RecruitmentCohort),
    "drop-cohort": _keys(RecruitmentCohort),
    "surveys": _councils,
    "add-survey": _councils,
    **dict.fromkeys(("survey", "survey-csv", "change-survey", "remove-survey", "add-question", "add-round"), _surveys),
    **dict.fromkeys(("reword-question", "remove-question"), _questions),
    "question-chart": lambda: ({**each, "form": "svg"} for each in _questions()),
    **dict.fromkeys(
        ("survey-round", "change-round", "remove-round", "type-counts-in", "bring-counts", "round-evidence"), _rounds
    ),
    "round-file": lambda: ({**each, "form": form} for each in _rounds() for form in ("csv", "xlsx")),
    **dict.fromkeys(("training", "training-csv", "add-occasion"), each_body),
    **dict.fromkeys(("occasion", "change-occasion", "remove-occasion", "took-part", "add-led-to"), _occasions),
    "remove-led-to": lambda: ({"pk": each.pk} for each in LedTo.objects.all()),
    **dict.fromkeys(("engagement", "engagement-csv", "log-engagement"), _councils),
    **dict.fromkeys(
        ("heard", "change-engagement", "remove-engagement"),
        lambda: ({"pk": each.pk} for each in Engagement.objects.all()),
    ),
}
