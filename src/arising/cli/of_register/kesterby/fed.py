"""What the sample council's improvement journey is fed by: scores, audits, workforce, high-needs forecasts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arising.register.bodies.models import Council
    from arising.register.improvement.models import ImprovementPlan, Scale

_TOLD: dict[str, Any] = {"actor": None, "why": "Came with the sample council"}
_KINDS = {
    "Board": "board",
    "Front line": "front_line",
    "Parents and carers": "parents",
    "Young people": "young_people",
}


def add_scores(council: Council, told: dict[str, Any], plan: ImprovementPlan) -> None:
    """The scales, and what each group scored in each round, with the evidence that it rests on."""
    from arising.register.improvement import operations
    from arising.register.improvement.models import ScoringRound

    groups = [
        operations.add_scoring_group(council, _KINDS[each["name"]], each["size"], **_TOLD) for each in told["groups"]
    ]
    scales = {each["title"]: _scale(council, each, plan) for each in told["scale"]}
    for each in told["round"]:
        one: ScoringRound = operations.add_scoring_round(
            council, list(scales.values()), opens_on=each["opens"], closes_on=each["closes"], title=each["title"],
            plan=plan, **_TOLD,
        )  # fmt: skip
        for at, group in enumerate(groups):
            given = _given(scales, each, at)
            if given:
                operations.type_scores_in(one, group, given, people=group.size, met_on=each["closes"], actor=None)


def _scale(council: Council, told: dict[str, Any], plan: ImprovementPlan) -> Scale:
    from arising.register.improvement import operations
    from arising.register.indicators.models import Indicator

    wording = operations.Wording(told["zero"], told["five"], told["ten"], told["baseline"], told["goal"])
    priority = plan.priorities.get(reference=told["priority"])
    scale = operations.add_scale(
        council, told["title"], wording, plan=plan, priority=priority, baseline_on=date(2023, 3, 24), **_TOLD
    )
    for key in told.get("indicators", ()):
        operations.put_beside(scale, Indicator.objects.get(key=key), **_TOLD)
    return scale


def _given(scales: dict[str, Scale], told: dict[str, Any], at: int) -> list[Any]:
    """What the group at a place of the list scored; nothing where it was not asked."""
    from arising.register.improvement import operations

    return [
        operations.Given(
            scales[title], scores[at], evidence_text=told["evidence"], evidence_on=told["opens"],
            evidence_source="Papers of the scoring",
        )
        for title, scores in told["scores"].items()
        if at < len(scores)
    ]  # fmt: skip


def add_audits(council: Council, told: list[dict[str, Any]]) -> None:
    """What was audited, and how moderators graded the same files."""
    from arising.register.improvement import operations
    from arising.register.improvement.tables.audits import AuditTable, TeamRow

    for each in told:
        one = operations.add_audits(council, each["title"], each["starts_on"], each["ends_on"], **_TOLD)
        teams = tuple(TeamRow(team, None, tuple(counts)) for team, counts in each["teams"].items())
        table = AuditTable(tuple(each["grades"]), teams, tuple(map(tuple, each["moderated"])))
        operations.record_audits(one, table, **_TOLD)


def add_workforce(council: Council, told: dict[str, Any]) -> None:
    """Who was recruited and stayed, and what staff cost."""
    from arising.register.improvement import operations

    for each in told["cohorts"]:
        given = {name: each[name] for name in ("title", "offered_on", "offered", "source")}
        cohort = operations.add_cohort(council, **given, **_TOLD)
        for stage, count, on in each["counts"]:
            operations.count_cohort(cohort, stage, count, on, **_TOLD)
    for each in told["costs"]:
        operations.record_cost(council, **each, **_TOLD)


def add_forecasts(council: Council, told: dict[str, Any]) -> None:
    """What was told of the high-needs deficit, and how the years ended."""
    from arising.measures.forecast.workbook import written
    from arising.register.improvement import operations

    for each in told["forecasts"]:
        name = f"{each['made_on']}-high-needs.xlsx"
        operations.keep_forecast(council, written(_forecast(each, council.name)), name, **_TOLD)
    for each in told["outturns"]:
        operations.add_outturn(council, each["year"], each["cumulative"], source=each["source"], **_TOLD)


def _forecast(told: dict[str, Any], council: str) -> Any:
    from arising.measures.forecast.plan import Cohort, FundingYear, Mitigation, Plan

    def exact(row: dict[str, Any]) -> dict[str, Any]:
        return {name: Decimal(str(value)) if isinstance(value, int | float) else value for name, value in row.items()}

    return Plan(
        council, told["first"], told["years"], told["opening"],
        tuple(Cohort("", "", **exact(row)) for row in told["cohorts"]),
        tuple(FundingYear(told["first"] + at, Decimal(amount)) for at, amount in enumerate(told["funding"])),
        Decimal(str(told["funding_growth"])),
        tuple(
            Mitigation(
                row["name"], row["starts"], Decimal(row["saving"]), tuple(Decimal(str(share)) for share in row["ramp"]),
                Decimal(str(row["confidence"])),
            )
            for row in told["mitigations"]
        ),
        title=told["title"], made_on=told["made_on"], made_by=told["made_by"],
    )  # fmt: skip
