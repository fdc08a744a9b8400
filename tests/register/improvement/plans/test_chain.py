"""The chain from judgement to evidence, where it is broken, and what is stale."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import (
    Action,
    Direction,
    ImprovementPlan,
    Inspection,
    InspectionFinding,
    Priority,
    Requirement,
)
from arising.register.improvement.said import says_it_is_finished
from arising.register.indicators.models import Indicator, StatisticalArea
from arising.register.indicators.operations import set_area, take_in
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Obligation, Origin
from register.improvement.plans.conftest import WHY, Audit
from register.indicators.figures import EVERYWHERE, MEDWAY, STEADY, WORSE, referrals

ANSWERED_ALL = "An action answers the one point."


def broken(plan: ImprovementPlan, user: User | None = None) -> dict[str, list[str]]:
    """The broken links by their headings."""
    return {title: [each.what for each in those] for title, those in queries.chain(user, plan.pk).by_kind}


def stale(plan: ImprovementPlan) -> dict[str, list[str]]:
    return {title: [each.words for each in those] for title, those in queries.stale(None, plan.pk).by_kind}


@pytest.fixture
def recommendation(council: Council) -> Obligation:
    body = Body.objects.get()
    return obligations.add(Origin.RECOMMENDATION, "Visit the front door", body, actor=None, why=WHY)


@pytest.fixture
def figures(council: Council) -> Callable[[list[float]], Indicator]:
    """Publish thirteen years of re-referrals of the council."""

    def published(values: list[float]) -> Indicator:
        take_in(referrals({MEDWAY: values, **EVERYWHERE}), "referrals.csv", actor=None)
        set_area(council, StatisticalArea.objects.get(code="E06000035"), actor=None, why=WHY)
        return Indicator.objects.get(key="re-referrals")

    return published


def measured(action: Action, indicator: Indicator, **told: object) -> None:
    variant = next(each.key for each in indicator.card.variants if each.place)
    columns = {"kind": "indicator", "indicator": indicator, "variant": variant, "action": action, **told}
    operations.add_measure(action.priority, columns, actor=None, why=WHY)


def test_a_finding_that_no_action_answers_is_a_broken_link(action: Action, finding: InspectionFinding) -> None:
    assert broken(action.plan)["Points that no action answers"] == [finding.words]


def test_a_requirement_that_no_action_answers_is_a_broken_link(action: Action, requirement: Requirement) -> None:
    assert broken(action.plan)["Points that no action answers"] == [requirement.words]


def test_what_was_only_found_asks_for_nothing(action: Action, finding: InspectionFinding) -> None:
    InspectionFinding.objects.update(kind="found")
    assert "Points that no action answers" not in broken(action.plan)


def test_a_recommendation_of_the_plan_s_committee_is_to_be_answered(action: Action, recommendation: Obligation) -> None:
    assert "Points that no action answers" not in broken(action.plan)
    operations.change_plan(action.plan, {"body": recommendation.body}, actor=None, why=WHY)
    assert recommendation.title in broken(action.plan)["Points that no action answers"]


def test_a_direction_that_was_superseded_asks_for_nothing(action: Action, requirement: Requirement) -> None:
    Direction.objects.create(
        council=action.plan.council, title="Revised", given_on=date(2024, 1, 1), supersedes=requirement.direction
    )
    assert "Points that no action answers" not in broken(action.plan)


def test_a_plan_answers_the_inspections_that_it_names_alone(action: Action, finding: InspectionFinding) -> None:
    other = Inspection.objects.create(council=action.plan.council, kind="ilacs", ends_on=date(2019, 7, 26))
    InspectionFinding.objects.create(inspection=other, kind="to_improve", words="An older point.")
    operations.change_plan(action.plan, {}, answers={"inspections": [other]}, actor=None, why=WHY)
    assert broken(action.plan)["Points that no action answers"] == ["An older point."]


def test_a_whole_chain_has_no_broken_link(action: Action, finding: InspectionFinding, audit: Audit) -> None:
    operations.link(action, finding, actor=None, why=WHY)
    told = {"kind": "audit", "title": "Good audits", "baseline": 41.0, "goal": 75.0}
    operations.add_measure(action.priority, told, actor=None, why=WHY)
    operations.attach(audit(), action, "It shows it.", actor=None)
    page = queries.chain(None, action.plan_id)
    assert (page.words, page.broken) == (f"{ANSWERED_ALL} No link is missing.", ())


def test_the_chain_is_walked_from_a_finding_to_the_evidence(
    action: Action, finding: InspectionFinding, audit: Audit
) -> None:
    operations.link(action, finding, actor=None, why=WHY)
    operations.attach(audit(), action, "It shows it.", actor=None)
    (line,) = queries.actions_answering(None, finding)
    assert (line.action, [each.evidence.title for each in line.evidence]) == (action, ["Audit of 2024-05-01"])


def test_an_action_that_answers_nothing_and_has_no_measure_is_listed_twice(action: Action) -> None:
    found = broken(action.plan)
    assert found["Actions that answer nothing"] == found["Actions without a measure"] == [str(action)]


def test_a_measure_without_baseline_goal_and_figure_is_a_broken_link(action: Action) -> None:
    operations.add_measure(action.priority, {"kind": "audit", "title": "Good audits"}, actor=None, why=WHY)
    (link,) = (each for each in queries.chain(None, action.plan_id).broken if each.kind == "measure")
    assert link.words.startswith("It has no baseline and no goal and no figure.")


def test_an_action_done_three_months_ago_without_evidence_is_a_broken_link(
    action: Action, today: Callable[[str], None]
) -> None:
    operations.say_update(action, "It is one team.", state="done", actor=None)
    title = "Actions done three months ago or more, without evidence"
    today("2024-08-31")
    assert title not in broken(action.plan)
    today("2024-09-01")
    assert broken(action.plan)[title] == [str(action)]


def test_evidence_that_is_attached_to_nothing_is_a_broken_link(action: Action, audit: Audit) -> None:
    loose = audit()
    assert broken(action.plan)["Evidence that is attached to nothing"] == [loose.title]


def test_a_finding_under_embargo_is_not_counted(action: Action, finding: InspectionFinding) -> None:
    Inspection.objects.update(audience="officers")
    assert queries.chain(None, action.plan_id).words.startswith("Nothing is here that asks for something")


def test_evidence_of_an_indicator_is_held_to_its_chart(
    action: Action, figures: Callable[[list[float]], Indicator], today: Callable[[str], None]
) -> None:
    today("2025-06-01")
    indicator = figures([*STEADY[:12], 2.0])
    variant = next(each.key for each in indicator.card.variants if each.place)
    told = {"on": date(2025, 5, 1), "indicator": indicator, "variant": variant, "title": "A triumph", "text": "Great"}
    made = operations.add_evidence(action.plan.council, "indicator", told, actor=None, why=WHY)
    assert (made.signal, made.shows_impact, "triumph" in made.title, "improvement" in made.text) == (
        "improvement", True, False, True
    )  # fmt: skip


def test_evidence_of_an_earlier_day_knows_nothing_of_later_figures(
    action: Action, figures: Callable[[list[float]], Indicator], today: Callable[[str], None]
) -> None:
    today("2025-06-01")
    indicator = figures([*STEADY[:12], 2.0])
    variant = next(each.key for each in indicator.card.variants if each.place)
    told = {"on": date(2024, 5, 1), "indicator": indicator, "variant": variant}
    made = operations.add_evidence(action.plan.council, "indicator", told, actor=None, why=WHY)
    assert (made.signal, made.shows_impact, "no signal of change" in made.text) == ("none", False, True)


def test_an_action_is_not_evidenced_by_an_indicator_without_a_signal(
    action: Action, figures: Callable[[list[float]], Indicator], today: Callable[[str], None]
) -> None:
    today("2025-06-01")
    indicator = figures(STEADY)
    variant = next(each.key for each in indicator.card.variants if each.place)
    told = {"on": date(2025, 5, 1), "indicator": indicator, "variant": variant}
    made = operations.add_evidence(action.plan.council, "indicator", told, actor=None, why=WHY)
    operations.attach(made, action, "It fell", actor=None)
    with pytest.raises(ValidationError, match="Attach evidence that it worked first"):
        operations.say_update(action, "It works.", state="evidenced", actor=None)


def test_an_entry_without_an_update_for_long_is_stale(action: Action, today: Callable[[str], None]) -> None:
    today("2024-07-31")
    assert stale(action.plan) == {}
    today("2024-08-01")
    assert stale(action.plan) == {
        "No update for long": ["Nobody has said how it stands yet. That is 61 days ago; 60 are allowed."]
    }


def test_an_entry_that_does_not_start_yet_is_not_stale(action: Action, today: Callable[[str], None]) -> None:
    operations.change_action(action, {"starts_on": date(2024, 9, 1)}, actor=None, why=WHY)
    today("2024-08-01")
    assert stale(action.plan) == {}


def test_an_open_action_whose_milestones_are_all_reached_seems_finished(action: Action) -> None:
    step = operations.add_milestone(action, "The team moves", actor=None, why=WHY)
    operations.reach_milestone(step, date(2024, 6, 1), actor=None, why=WHY)
    assert stale(action.plan)["Seems finished, and is shown as open"] == [
        "It is shown as not started. Every milestone of it was reached."
    ]


def test_an_open_action_whose_update_says_completed_seems_finished(action: Action) -> None:
    operations.say_update(action, "COMPLETED in May.", state="under_way", actor=None)
    assert "Seems finished, and is shown as open" in stale(action.plan)


def test_an_action_shown_as_done_whose_measure_gets_worse_is_listed(
    action: Action, figures: Callable[[list[float]], Indicator], today: Callable[[str], None]
) -> None:
    measured(action, figures(WORSE), baseline=21.0, goal=15.0)
    operations.say_update(action, "It is one team.", state="done", actor=None)
    today("2025-06-01")
    (words,) = stale(action.plan)["Shown as finished, though its measure moves the wrong way"]
    assert "a concern beyond what chance gives" in words


def test_a_measure_without_a_new_figure_is_listed(
    action: Action, figures: Callable[[list[float]], Indicator], today: Callable[[str], None]
) -> None:
    measured(action, figures(STEADY), baseline=21.0, goal=15.0)
    today("2027-06-01")
    assert "Measures without a new figure" in stale(action.plan)


def test_a_summary_of_the_newest_plan_is_there_for_the_front_page(action: Action, council: Council) -> None:
    summary = queries.plan_summary(None, council)
    assert summary is not None
    assert summary.words == (
        "Its one action is not done.", "Its one action is not shown by evidence to have worked."
    )  # fmt: skip


def test_a_council_without_a_plan_has_no_summary(council: Council) -> None:
    assert queries.plan_summary(None, council) is None


def test_a_measure_of_a_whole_priority_is_that_of_each_of_its_actions(priority: Priority, action: Action) -> None:
    operations.add_measure(priority, {"kind": "audit", "title": "Good audits"}, actor=None, why=WHY)
    assert [each.title for each in queries.action_page(None, action.pk).line.measures] == ["Good audits"]


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("COMPLETED", True),
        ("The work is complete.", True),
        ("All posts were advertised. This action has been delivered", True),
        ("Phase one is done, but the training was delivered to everybody", True),
        ("To be completed by May", False),
        ("60% complete", False),
        ("Not yet completed", False),
        ("The review is nearly finished", False),
        ("It will be closed once the Board agrees", False),
        ("The team completes its training next week", False),
        ("Work goes on.", False),
        ("", False),
    ],
)
def test_an_update_says_that_something_is_finished(text: str, finished: bool) -> None:
    assert says_it_is_finished(text) is finished


def test_a_longer_plan_asks_the_database_no_more_often(
    priority: Priority, finding: InspectionFinding, audit: Audit
) -> None:
    def asked() -> list[int]:
        counts = []
        for ask in (queries.plan_page, queries.chain, queries.stale):
            with CaptureQueriesContext(connection) as held:
                ask(None, priority.plan_id)
            counts.append(len(held))
        return counts

    def grow(number: int) -> None:
        for at in range(number):
            action = operations.add_action(priority, f"Action {at}", due=date(2024, 9, 30), actor=None, why=WHY)
            operations.link(action, finding, actor=None, why=WHY)
            operations.attach(audit(), action, "It shows it.", actor=None)
            operations.say_update(action, "It began.", state="under_way", actor=None)

    grow(2)
    before = asked()
    grow(6)
    assert asked() == before


def test_a_revision_that_is_held_back_leaves_what_stood_before_for_those_who_do_not_see_it(
    plan: ImprovementPlan, requirement: Requirement, clerk: User
) -> None:
    later = Direction.objects.create(
        council=plan.council, title="Revised", given_on=date(2024, 5, 1), supersedes=requirement.direction,
        visible_from=datetime(2024, 6, 2, tzinfo=UTC),
    )  # fmt: skip
    Requirement.objects.create(direction=later, number="1", words="Appoint a commissioner.")
    points = [queries.asking(user, plan) for user in (None, clerk)]
    asked = [[each.words for each in those if isinstance(each, Requirement)] for those in points]
    assert asked == [[requirement.words], ["Appoint a commissioner."]]
