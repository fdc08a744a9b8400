"""A commissioner reads the six-month view, a councillor finds what moved and what did not, and the chain is walked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council
from arising.register.improvement.models import Action, InspectionFinding, Requirement
from arising.register.improvement.operations import say_update
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide
from register.improvement.invented import a_plan, an_action, evidence_for

pytestmark = pytest.mark.browser
WIDTHS = pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, True), (1280, False)])
SEEN = "Decided in a day: 97%"


@pytest.fixture
def action(site: str) -> Action:
    """An action that answers what inspectors asked for and what was directed, with evidence of last week."""
    council, today = Council.objects.get(), timezone.localdate()
    plan = a_plan(council)
    held = an_action(plan, title="Fill the posts at the front door")
    held.requirements.add(Requirement.objects.filter(direction__superseded_by=None).order_by("pk")[0])
    held.findings.add(InspectionFinding.objects.exclude(kind="found").order_by("pk")[0])
    say_update(held, "All are filled.", state="done", on=today - timedelta(days=9), actor=None)
    evidence_for(held, today - timedelta(days=7), title=SEEN)
    late = today - timedelta(days=40)
    an_action(plan, "1.2", title="Write a note on thresholds", first_due=late, due=late)
    return held


@pytest.fixture
def commissioner(site: str) -> User:
    return add_user("c@wexcombe.example", Role.INSPECTOR, name="The Commissioner", actor=None, why="For a test")


@WIDTHS
def test_a_commissioner_reads_what_was_required_and_what_has_been_shown(
    open_page: Open, site: str, action: Action, commissioner: User, width: int, javascript: bool
) -> None:
    page = sign_in(open_page("/improvement/", width=width, javascript=javascript), commissioner, site)
    page.goto("/improvement/")
    page.get_by_role("link", name="the commissioner’s view").click()
    main = page.get_by_role("main")
    expect(page.get_by_label("What is new since when?")).to_have_value("6")
    expect(main).to_contain_text("1 has evidence that something changed")
    expect(main).to_contain_text(SEEN)
    expect(main).to_contain_text(action.requirements.get().words)
    if javascript:
        assert (faults(page), too_wide(page)) == ([], 0)


@WIDTHS
def test_a_councillor_finds_what_moved_and_what_did_not(
    open_page: Open, site: str, action: Action, width: int, javascript: bool
) -> None:
    page = open_page("/improvement/", width=width, javascript=javascript)
    page.get_by_role("link", name="the member’s view").click()
    main = page.get_by_role("main")
    moved = main.get_by_role("region", name="What moved?")
    expect(moved).to_contain_text("1.1 Fill the posts at the front door: is now done")
    expect(moved).to_contain_text(SEEN)
    asked = main.get_by_role("region", name="What might a member ask?")
    expect(asked).to_contain_text("1.2 Write a note on thresholds was first due on")
    if javascript:
        assert (faults(page), too_wide(page)) == ([], 0)
    asked.get_by_role("link", name="1.2 Write a note on thresholds").click()
    expect(main).to_contain_text("40 days overdue")


def test_the_chain_can_be_walked_both_ways(open_page: Open, site: str, action: Action) -> None:
    finding = action.findings.get()
    page = open_page(finding.inspection.get_absolute_url())
    main = page.get_by_role("main")
    main.get_by_role("link", name="1.1 Fill the posts at the front door").first.click()
    main.get_by_role("link", name=SEEN).first.click()
    expect(main).to_contain_text("The audit team")
    main.get_by_role("link", name="1.1 Fill the posts at the front door").first.click()
    main.get_by_role("link", name=finding.words).first.click()
    expect(page).to_have_url(f"{site}{finding.get_absolute_url()}")
