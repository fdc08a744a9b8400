"""What a page rests on is said to those who do not see all of it."""

from __future__ import annotations

import pytest
from django.test import Client

from arising.register.accounts.roles import Role
from arising.register.bodies.operations import set_clerkships
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Action, ImprovementPlan, InspectionFinding, Judgement
from register.conftest import a_user
from register.improvement.plans.conftest import WHY

PUBLISHED = "This is told from what is published. Anything kept for members or officers is not counted"


def pages(plan: ImprovementPlan, action: Action) -> list[str]:
    of_plan = plan.get_absolute_url()
    return [of_plan, f"{of_plan}chain/", f"{of_plan}stale/", action.get_absolute_url()]


def test_the_public_is_told_that_it_does_not_see_all(client: Client, plan: ImprovementPlan, action: Action) -> None:
    assert [PUBLISHED in client.get(path).content.decode() for path in pages(plan, action)] == [True] * 4


@pytest.mark.parametrize(("who", "told"), [("member", "what is for members."), ("officer", "what is for officers.")])
def test_members_and_officers_are_told_what_they_do_not_see(
    client: Client, plan: ImprovementPlan, request: pytest.FixtureRequest, who: str, told: str
) -> None:
    client.force_login(request.getfixturevalue(who))
    assert f"This is told from {told}" in client.get(plan.get_absolute_url()).content.decode()


@pytest.mark.parametrize("who", ["clerk", "keeper"])
def test_those_who_see_all_of_it_are_told_nothing(
    client: Client, plan: ImprovementPlan, action: Action, request: pytest.FixtureRequest, who: str
) -> None:
    client.force_login(request.getfixturevalue(who))
    assert not any("This is told from" in client.get(path).content.decode() for path in pages(plan, action))


def test_an_action_tells_what_was_judged_in_words(client: Client, action: Action, finding: InspectionFinding) -> None:
    Judgement.objects.create(inspection=finding.inspection, area="help_and_protection", grade="requires_improvement")
    operations.link(action, finding, actor=None, why=WHY)
    page = client.get(action.get_absolute_url()).content.decode()
    assert "The experiences and progress of children who need help and protection, requires improvement" in page


@pytest.mark.parametrize("view", ["board", "commissioner", "member"])
def test_a_view_says_what_it_rests_on_but_to_those_who_see_all(plan: ImprovementPlan, view: str) -> None:
    council = plan.council
    ask = {"board": queries.board_view, "commissioner": queries.commissioner_view, "member": queries.member_view}[view]
    assert ask(None, council, 6).opening.endswith("It rests on what is published alone.")
    clerk = a_user(Role.CLERK)
    set_clerkships(clerk, everything=True, actor=None, why=WHY)
    assert "It rests on" not in ask(clerk, council, 6).opening
