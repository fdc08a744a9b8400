"""The improvement journey of the sample council: its inspections, the direction, the plan and what shows that it
worked. It is told in ``sample/journey/journey.toml`` and goes in by the operations that people use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from arising.cli.of_register.kesterby.fed import add_audits, add_forecasts, add_scores, add_workforce
from arising.cli.of_register.kesterby.people import add_surveys, add_training, log_what_was_heard
from arising.cli.terminal import counted, say

if TYPE_CHECKING:
    from arising.register.bodies.models import Council
    from arising.register.improvement.models import Action, Direction, Evidence, ImprovementPlan, Inspection, Paper

_TOLD: dict[str, Any] = {"actor": None, "why": "Came with the sample council"}


def add_journey() -> None:
    """Put the improvement journey of the sample council in the register, once."""
    from arising.register.bodies.models import Council
    from arising.register.improvement.models import ImprovementPlan
    from arising.sample import COUNCIL, journey

    council = Council.objects.filter(name=COUNCIL).first()
    if council is None or ImprovementPlan.objects.filter(council=council).exists():
        # none of its minutes could be added, and each has said why; or it is there already
        return
    told = journey()
    inspections = _inspections(council)
    direction = _direction(council, told["direction"], inspections[0])
    plan = _plan(council, told, direction)
    add_scores(council, told["scales"], plan)
    add_audits(council, told["audits"])
    add_workforce(council, told)
    add_forecasts(council, told)
    add_surveys(council, told["surveys"])
    log_what_was_heard(council, told["heard"], plan)
    add_training(council, told["members"])
    say(f"{council}: {counted(len(inspections), 'inspection')}, a direction, a plan of {plan.actions.count()} actions.")


def _inspections(council: Council) -> list[Inspection]:
    from arising.register.improvement import operations
    from arising.sample import inspection_reports

    return [
        operations.add_report(
            council, path.read_bytes(), path.name, published=date.fromisoformat(path.name[:10]), **_TOLD
        )
        for path in inspection_reports()
    ]  # fmt: skip


def _direction(council: Council, told: dict[str, Any], inspection: Inspection) -> Direction:
    from arising.register.improvement import operations

    return operations.give_direction(
        council, told["title"], told["given_on"], required=told["requirements"], basis=told["basis"],
        commissioner_words=told["commissioner"], inspection=inspection, **_TOLD,
    )  # fmt: skip


def _plan(council: Council, told: dict[str, Any], direction: Direction) -> ImprovementPlan:
    """The plan as it came about: the first version, what was said of it until the second, the second, and since."""
    from arising.register.improvement import operations

    plan = operations.add_plan(council, told["plan"]["title"], stale_after=told["plan"]["stale_after"], **_TOLD)
    first, second = told["plan"]["versions"]
    actions: dict[str, Action] = {}
    evidence = _evidence(council, told["evidence"])
    _add_actions(plan, told["priorities"], 1, actions, direction)
    operations.agree_version(plan, first["agreed_on"], title=first["title"], reason=first["reason"], actor=None)
    said = sorted(_said(told["priorities"]), key=lambda one: one[1]["on"])
    for reference, update in said:
        if update["on"] < second["agreed_on"]:
            _update(actions[reference], update, told, evidence)
    _add_actions(plan, told["priorities"], 2, actions, direction)
    dropped = {actions[reference].pk: why for reference, why in second["drops"].items()}
    operations.agree_version(
        plan, second["agreed_on"], title=second["title"], reason=second["reason"], drop=dropped, actor=None
    )
    for reference, update in said:
        if update["on"] >= second["agreed_on"]:
            _update(actions[reference], update, told, evidence)
    return plan


def _add_actions(
    plan: ImprovementPlan,
    priorities: list[dict[str, Any]],
    since: int,
    actions: dict[str, Action],
    direction: Direction,
) -> None:
    """The actions of a version, with the measures of their priorities and what they answer."""
    from arising.register.improvement import operations
    from arising.register.improvement.models import Priority

    for each in priorities:
        priority = Priority.objects.filter(plan=plan, reference=each["reference"]).first()
        if priority is None:
            priority = operations.add_priority(
                plan, each["title"], reference=each["reference"], outcome=each["outcome"], **_TOLD
            )
            for measure in each.get("measures", ()):
                operations.add_measure(priority, _measure(measure), **_TOLD)
        for one in each["actions"]:
            if one.get("since", 1) == since:
                action = operations.add_action(
                    priority,
                    one["title"],
                    reference=one["reference"],
                    owner_words=one["owner"],
                    due=one["due"],
                    **_TOLD,
                )
                actions[one["reference"]] = action
                _link(action, one, direction)


def _measure(told: dict[str, Any]) -> dict[str, Any]:
    from arising.register.indicators.models import Indicator

    key = told.get("indicator")
    return {**told, "indicator": Indicator.objects.get(key=key) if key else None}


def _link(action: Action, told: dict[str, Any], direction: Direction) -> None:
    from arising.register.improvement import operations
    from arising.register.improvement.models import InspectionFinding

    for words in told.get("answers", ()):
        finding = InspectionFinding.objects.get(inspection__council=action.plan.council, words__contains=words)
        operations.link(action, finding, **_TOLD)
    required = list(direction.requirements.order_by("order"))
    for number in told.get("requirements", ()):
        operations.link(action, required[number - 1], **_TOLD)


def _said(priorities: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for each in priorities:
        for action in each["actions"]:
            for update in action.get("updates", ()):
                yield action["reference"], {**update, "evidence": action.get("evidence", ())}


def _update(action: Action, update: dict[str, Any], told: dict[str, Any], evidence: dict[str, Evidence]) -> None:
    """Say an update; what is called evidenced rests on the evidence there was by then."""
    from arising.register.improvement import operations

    action.refresh_from_db()
    if update["state"] in ("evidenced", "embedded"):
        for key in update["evidence"]:
            if evidence[key].on <= update["on"]:
                operations.attach(evidence[key], action, told["evidence"][key]["why"], actor=None)
    operations.say_update(
        action, update["text"], state=update["state"], due=update.get("due"), on=update["on"], actor=None
    )


def _evidence(council: Council, told: dict[str, dict[str, Any]]) -> dict[str, Evidence]:
    from arising.register.improvement import operations
    from arising.register.improvement.models import Paper

    papers: dict[str, Paper] = {paper.name: paper for paper in Paper.objects.filter(council=council)}
    added = {}
    for key, each in told.items():
        given = {name: each[name] for name in ("on", "title", "source")}
        given["paper"] = papers.get(each.get("paper", ""))
        added[key] = operations.add_evidence(council, each["kind"], given, **_TOLD)
    return added
