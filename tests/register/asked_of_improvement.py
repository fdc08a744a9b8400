"""Every query of the improvement journey, and how each is asked for everything there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Council
from arising.register.improvement import queries as improvement
from arising.register.improvement.annual import Between
from arising.register.improvement.models import (
    Action,
    AreaOutcome,
    Direction,
    Engagement,
    Evidence,
    Forecast,
    ImprovementPlan,
    Inspection,
    LedTo,
    Measure,
    NationalTable,
    Occasion,
    Outturn,
    Paper,
    Phase,
    PlanFile,
    Priority,
    Question,
    Requirement,
    ReviewPoint,
    Scale,
    Survey,
    SurveyRound,
)
from arising.register.obligations.models import Obligation

Asks = Iterable[Callable[[], Any]]

A_LONG_TIME = Between(date(1990, 1, 1), date(2100, 1, 1))


def each_of(model: Any, ask: Callable[[Reader, int], Any], user: Reader) -> Asks:
    """A query of one thing, asked for every row of a table."""
    return [partial(ask, user, row.pk) for row in model.objects.all()]


def numbers(model: Any) -> list[int]:
    return list(model.objects.values_list("pk", flat=True))


ASKED_OF_IMPROVEMENT: dict[str, Callable[[Reader], Asks]] = {
    "improvement.councils": lambda user: [partial(improvement.councils, user)],
    "improvement.council": lambda user: [
        partial(improvement.council, user, each.slug) for each in Council.objects.all()
    ],
    "improvement.paper_file": lambda user: [
        partial(improvement.paper_file, user, each.pk) for each in Paper.objects.all()
    ],
    "improvement.plans": lambda user: [partial(improvement.plans, user)],
    "improvement.plan": lambda user: [partial(improvement.plan, user, pk) for pk in numbers(ImprovementPlan)],
    "improvement.plan_page": lambda user: [partial(improvement.plan_page, user, pk) for pk in numbers(ImprovementPlan)],
    "improvement.plan_summary": lambda user: [
        partial(improvement.plan_summary, user, each) for each in Council.objects.all()
    ],
    "improvement.priorities": lambda user: [
        partial(improvement.priorities, user, each) for each in ImprovementPlan.objects.all()
    ],
    "improvement.priority": lambda user: [partial(improvement.priority, user, pk) for pk in numbers(Priority)],
    "improvement.phases": lambda user: [
        partial(improvement.phases, user, each) for each in ImprovementPlan.objects.all()
    ],
    "improvement.phase": lambda user: [partial(improvement.phase, user, pk) for pk in numbers(Phase)],
    "improvement.measure": lambda user: [partial(improvement.measure, user, pk) for pk in numbers(Measure)],
    "improvement.trajectory": lambda user: [partial(improvement.trajectory, user, pk) for pk in numbers(Measure)],
    "improvement.measures_of": lambda user: [
        partial(improvement.measures_of, user, each, ()) for each in ImprovementPlan.objects.all()
    ],
    "improvement.action": lambda user: [partial(improvement.action, user, pk) for pk in numbers(Action)],
    "improvement.action_page": lambda user: [partial(improvement.action_page, user, pk) for pk in numbers(Action)],
    "improvement.actions_of": lambda user: [
        partial(improvement.actions_of, user, each) for each in ImprovementPlan.objects.all()
    ],
    "improvement.lines": lambda user: [partial(improvement.lines, user, Action.objects.visible_to(user))],
    "improvement.answering": lambda user: [
        partial(improvement.answering, user, each) for each in Obligation.objects.visible_to(user)
    ],
    "improvement.actions_answering": lambda user: [
        partial(improvement.actions_answering, user, each) for each in Obligation.objects.visible_to(user)
    ],
    "improvement.answering_panel": lambda user: [
        partial(improvement.answering_panel, user, each) for each in Obligation.objects.visible_to(user)
    ],
    "improvement.may_be_answered": lambda user: [
        partial(improvement.may_be_answered, user, each) for each in Action.objects.visible_to(user)
    ],
    "improvement.recent_items": lambda user: [
        partial(improvement.recent_items, user, each.pk) for each in Council.objects.all()
    ],
    "improvement.chain": lambda user: [partial(improvement.chain, user, pk) for pk in numbers(ImprovementPlan)],
    "improvement.asking": lambda user: [
        partial(improvement.asking, user, each) for each in ImprovementPlan.objects.visible_to(user)
    ],
    "improvement.stale": lambda user: [partial(improvement.stale, user, pk) for pk in numbers(ImprovementPlan)],
    "improvement.versions": lambda user: [
        partial(improvement.versions, user, each) for each in ImprovementPlan.objects.all()
    ],
    "improvement.dropped": lambda user: [
        partial(improvement.dropped, user, each) for each in ImprovementPlan.objects.all()
    ],
    "improvement.compared": lambda user: [
        partial(improvement.compared, user, pk, "1", after) for pk in numbers(ImprovementPlan) for after in ("2", "now")
    ],
    "improvement.sheets": lambda user: [partial(improvement.sheets, user, pk) for pk in numbers(ImprovementPlan)],
    "improvement.csv_rows": lambda user: [
        partial(improvement.csv_rows, improvement.lines(user, Action.objects.visible_to(user)))
    ],
    "improvement.plan_file": lambda user: [partial(improvement.plan_file, user, pk) for pk in numbers(PlanFile)],
    "improvement.plan_files": lambda user: [
        partial(improvement.plan_files, user, each) for each in ImprovementPlan.objects.all()
    ],
    "improvement.look": lambda user: [partial(improvement.look, user, pk) for pk in numbers(PlanFile)],
    "improvement.book_of": lambda user: [],
    "improvement.layout_of": lambda user: [],
    "improvement.all_evidence": lambda user: [
        partial(improvement.all_evidence, user, each) for each in Council.objects.all()
    ],
    "improvement.one_evidence": lambda user: [partial(improvement.one_evidence, user, pk) for pk in numbers(Evidence)],
    "improvement.evidence_page": lambda user: [
        partial(improvement.evidence_page, user, pk) for pk in numbers(Evidence)
    ],
    "improvement.shown_on": lambda user: [],
    "improvement.years": lambda user: [partial(improvement.years, user, each.slug) for each in Body.objects.all()],
    "improvement.between": lambda user: [partial(improvement.between, user, each.slug) for each in Body.objects.all()],
    "improvement.lead_member_account": lambda user: [
        partial(improvement.lead_member_account, user, each.slug, A_LONG_TIME) for each in Body.objects.all()
    ],
    "improvement.scrutiny_report": lambda user: [
        partial(improvement.scrutiny_report, user, each.slug, A_LONG_TIME) for each in Body.objects.all()
    ],
    "improvement.journey": lambda user: [partial(improvement.journey, user, each) for each in Council.objects.all()],
    "improvement.board_view": lambda user: [
        partial(improvement.board_view, user, each) for each in Council.objects.all()
    ],
    "improvement.member_view": lambda user: [
        partial(improvement.member_view, user, each) for each in Council.objects.all()
    ],
    "improvement.commissioner_view": lambda user: [
        partial(improvement.commissioner_view, user, each) for each in Council.objects.all()
    ],
    "improvement.inspections": lambda user: [partial(improvement.inspections, user)],
    "improvement.inspection": lambda user: each_of(Inspection, improvement.inspection, user),
    "improvement.inspection_page": lambda user: each_of(Inspection, improvement.inspection_page, user),
    "improvement.inspections_page": lambda user: [
        partial(improvement.inspections_page, user, each.slug) for each in Council.objects.all()
    ],
    "improvement.inspection_table": lambda user: each_of(Inspection, improvement.inspection_table, user),
    "improvement.inspection_tables": lambda user: [
        partial(improvement.inspection_tables, user, each.slug, "") for each in Council.objects.all()
    ],
    "improvement.visits_table": lambda user: [
        partial(improvement.visits_table, user, each.slug, "") for each in Council.objects.all()
    ],
    "improvement.neighbour_table": lambda user: [
        partial(improvement.neighbour_table, user, each.slug) for each in Council.objects.all()
    ],
    "improvement.directions_table": lambda user: [
        partial(improvement.directions_table, user, "", slug=each.slug) for each in Council.objects.all()
    ],
    "improvement.send_table": lambda user: [
        partial(improvement.send_table, user, each.slug, "") for each in Council.objects.all()
    ],
    "improvement.send_standing": lambda user: [
        partial(improvement.send_standing, user, each) for each in Council.objects.all()
    ],
    "improvement.area_outcomes": lambda user: [partial(improvement.area_outcomes, user)],
    "improvement.area_outcome": lambda user: each_of(AreaOutcome, improvement.area_outcome, user),
    "improvement.authorities_table": lambda user: [partial(improvement.authorities_table, user, "ilacs", "")],
    "improvement.odd_table": lambda user: each_of(NationalTable, improvement.odd_table, user),
    "improvement.directions": lambda user: [partial(improvement.directions, user)],
    "improvement.direction": lambda user: each_of(Direction, improvement.direction, user),
    "improvement.direction_page": lambda user: each_of(Direction, improvement.direction_page, user),
    "improvement.directions_page": lambda user: [
        partial(improvement.directions_page, user, each.slug) for each in Council.objects.all()
    ],
    "improvement.requirement": lambda user: each_of(Requirement, improvement.requirement, user),
    "improvement.review_point": lambda user: each_of(ReviewPoint, improvement.review_point, user),
    "improvement.national_page": lambda user: [partial(improvement.national_page, user)],
    "improvement.national_table": lambda user: each_of(NationalTable, improvement.national_table, user),
    "improvement.national_table_file": lambda user: each_of(NationalTable, improvement.national_table_file, user),
    "improvement.looked_at": lambda user: each_of(NationalTable, improvement.looked_at, user),
    "improvement.standing": lambda user: [partial(improvement.standing, user, each) for each in Council.objects.all()],
    "improvement.forecasts": lambda user: [
        partial(improvement.forecasts, user, each) for each in Council.objects.all()
    ],
    "improvement.forecast": lambda user: [
        partial(improvement.forecast, user, each.pk) for each in Forecast.objects.all()
    ],
    "improvement.forecast_page": lambda user: [
        partial(improvement.forecast_page, user, each) for each in Forecast.objects.visible_to(user)
    ],
    "improvement.published_balances": lambda user: [
        partial(improvement.published_balances, user, each) for each in Council.objects.all()
    ],
    "improvement.forecasts_page": lambda user: [
        partial(improvement.forecasts_page, user, each) for each in Council.objects.all()
    ],
    "improvement.items_told": lambda user: [
        partial(improvement.items_told, user, each) for each in Council.objects.all()
    ],
    "improvement.outturn": lambda user: [partial(improvement.outturn, user, each.pk) for each in Outturn.objects.all()],
    "improvement.outturns": lambda user: [partial(improvement.outturns, user, each) for each in Council.objects.all()],
    "improvement.audits_page": lambda user: [
        partial(improvement.audits_page, user, each) for each in Council.objects.all()
    ],
    "improvement.audits": lambda user: [partial(improvement.audits, user, 1)],
    "improvement.workforce": lambda user: [
        partial(improvement.workforce, user, each) for each in Council.objects.all()
    ],
    "improvement.cohort": lambda user: [partial(improvement.cohort, user, 1)],
    "improvement.distance_page": lambda user: [
        partial(improvement.distance_page, user, each) for each in Council.objects.all()
    ],
    "improvement.distance_at_two_dates": lambda user: [],
    "improvement.distance_summary": lambda user: [
        partial(improvement.distance_summary, user, each) for each in Council.objects.all()
    ],
    "improvement.scales_of": lambda user: [
        partial(improvement.scales_of, user, each) for each in Council.objects.all()
    ],
    "improvement.scale_page": lambda user: [
        partial(improvement.scale_page, user, each.pk) for each in Scale.objects.all()
    ],
    "improvement.scale_beside": lambda user: [partial(improvement.scale_beside, user, 1)],
    "improvement.scoring_rounds": lambda user: [
        partial(improvement.scoring_rounds, user, each) for each in Council.objects.all()
    ],
    "improvement.scoring_round": lambda user: [partial(improvement.scoring_round, user, 1)],
    "improvement.scoring_groups": lambda user: [
        partial(improvement.scoring_groups, user, each) for each in Council.objects.all()
    ],
    "improvement.scoring_group": lambda user: [partial(improvement.scoring_group, user, 1)],
    "improvement.score_sheet": lambda user: [partial(improvement.score_sheet, user, 1)],
    "improvement.score_with_evidence": lambda user: [partial(improvement.score_with_evidence, user, 1)],
    "improvement.evidence_to_choose": lambda user: [
        partial(improvement.evidence_to_choose, user, each) for each in Council.objects.all()
    ],
    "improvement.asked_by": lambda user: [],
    "improvement.asked_of": lambda user: [],
    "improvement.surveys": lambda user: [partial(improvement.surveys, user, each) for each in Council.objects.all()],
    "improvement.survey_summary": lambda user: [
        partial(improvement.survey_summary, user, each) for each in Council.objects.all()
    ],
    "improvement.survey": lambda user: [partial(improvement.survey, user, each.pk) for each in Survey.objects.all()],
    "improvement.survey_page": lambda user: [
        partial(improvement.survey_page, user, each.pk) for each in Survey.objects.all()
    ],
    "improvement.survey_rows": lambda user: [
        partial(lambda pk: list(improvement.survey_rows(improvement.survey_page(user, pk))), each.pk)
        for each in Survey.objects.all()
    ],
    "improvement.question": lambda user: [
        partial(improvement.question, user, each.pk) for each in Question.objects.all()
    ],
    "improvement.question_page": lambda user: [
        partial(improvement.question_page, user, each.pk) for each in Question.objects.all()
    ],
    "improvement.survey_round": lambda user: [
        partial(improvement.survey_round, user, each.pk) for each in SurveyRound.objects.all()
    ],
    "improvement.round_page": lambda user: [
        partial(improvement.round_page, user, each.pk) for each in SurveyRound.objects.all()
    ],
    "improvement.file_rows": lambda user: [
        partial(improvement.file_rows, user, each.pk) for each in SurveyRound.objects.all()
    ],
    "improvement.engagement_log": lambda user: [
        partial(improvement.engagement_log, user, each) for each in Council.objects.all()
    ],
    "improvement.heard": lambda user: [partial(improvement.heard, user, each.pk) for each in Engagement.objects.all()],
    "improvement.training": lambda user: [partial(improvement.training, user, each) for each in bodies.bodies(user)],
    "improvement.training_summary": lambda user: [
        partial(improvement.training_summary, user, each) for each in bodies.bodies(user)
    ],
    "improvement.label_of": lambda user: [],
    "improvement.occasion": lambda user: [
        partial(improvement.occasion, user, each.pk) for each in Occasion.objects.all()
    ],
    "improvement.occasion_line": lambda user: [
        partial(improvement.occasion_line, user, each.pk) for each in Occasion.objects.all()
    ],
    "improvement.could_have_taken_part": lambda user: [
        partial(improvement.could_have_taken_part, user, each) for each in Occasion.objects.visible_to(user)
    ],
    "improvement.led_to": lambda user: [partial(improvement.led_to, user, each.pk) for each in LedTo.objects.all()],
    "improvement.changes": lambda user: [],
    "improvement.read_file": lambda user: [],
}
"""An asking may raise DoesNotExist."""
