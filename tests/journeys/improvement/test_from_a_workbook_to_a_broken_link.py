"""An improvement officer brings a plan in, links it to a finding, records evidence, and finds a broken link."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council
from arising.register.improvement.models import Inspection, InspectionFinding
from arising.register.improvement.operations import appoint_improvement_officer
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide
from register.improvement.plans.workbooks import plan_file

pytestmark = pytest.mark.browser
ASKED = ("The timeliness of decisions at the front door.", "The stability of the workforce.")


@pytest.fixture
def officer(site: str) -> User:
    """An improvement officer of Wexcombe, of which an inspection asked for two things."""
    council = Council.objects.get()
    inspection = Inspection.objects.create(council=council, kind="ilacs", ends_on=date(2023, 7, 26))
    for words in ASKED:
        InspectionFinding.objects.create(inspection=inspection, kind="to_improve", words=words)
    user = add_user("plans@wexcombe.example", Role.OFFICER, name="Improvement Officer", actor=None, why="For a test")
    appoint_improvement_officer(user, council, actor=None, why="For a test")
    return user


def day(page: Page, question: str, *when: str) -> None:
    """Fill in a day, given as day, month and year."""
    boxes = page.get_by_role("group", name=question)
    for label, value in zip(("Day", "Month", "Year"), when, strict=True):
        boxes.get_by_label(label, exact=True).fill(value)


def begin(page: Page, path: Path) -> None:
    """Begin a plan and choose the workbook."""
    page.get_by_role("link", name="Begin an improvement plan").click()
    page.get_by_label("What is the plan called?").fill("Getting to good")
    page.get_by_role("button", name="Begin it").click()
    page.get_by_role("link", name="Bring in a workbook with the plan").click()
    page.get_by_label("Workbook").set_input_files(path)
    page.get_by_role("button", name="Show what it holds").click()


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, True), (1280, False)])
def test_a_plan_comes_in_is_linked_and_shown_to_work_and_a_broken_link_is_found(
    open_page: Open, site: str, officer: User, tmp_path: Path, width: int, javascript: bool
) -> None:
    def sound() -> None:
        if javascript:
            assert (faults(page), too_wide(page)) == ([], 0), page.url

    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_file())
    page = sign_in(open_page("/about/", width=width, javascript=javascript), officer, site)
    page.goto(f"/improvement/{Council.objects.get().slug}/plans/")
    main = page.get_by_role("main")
    sound()
    begin(page, path)
    expect(page.get_by_label("What Timescale holds")).to_have_value("due")
    sound()
    page.get_by_role("button", name="Read it by this").click()
    expect(main).to_contain_text("Of the actions in the file, 3 are new. Nothing is stored yet.")
    expect(main).to_contain_text("“Blue” is read as done, by a guess")
    sound()
    day(page, "When was this version of the plan agreed?", "1", "6", "2024")
    page.get_by_role("button", name="Store this version").click()
    expect(main).to_contain_text("It was stored as version 1, agreed on 1 June 2024.")
    sound()
    page.get_by_role("link", name="Getting to good").click()
    expect(main).to_contain_text("Of 3 actions, 1 is done.")
    expect(main).to_contain_text("Of 3 actions, none is shown by evidence to have worked.")
    sound()
    page.get_by_role("link", name="1.2 Agree thresholds").click()
    page.get_by_role("link", name="Say what it answers").click()
    page.get_by_label("What does it answer").select_option(label=ASKED[0])
    sound()
    page.get_by_role("button", name="Link it").click()
    page.get_by_role("link", name="Record evidence").click()
    page.get_by_label("What kind of evidence is it?").select_option("Audit")
    page.get_by_label("What does it show?").fill("Nine of ten decisions were made in a day")
    day(page, "Of which day is it?", "1", "10", "2024")
    page.get_by_label("Where does it come from?").fill("Practice audit")
    sound()
    page.get_by_role("button", name="Record it").click()
    page.get_by_role("button", name="Say how it stands").click()
    page.get_by_label("How does it stand?").fill("Decisions are made in a day.")
    page.get_by_label("How far is it?").select_option("Evidenced")
    sound()
    page.get_by_role("button", name="Save the update").click()
    expect(main).to_contain_text("It rests on one piece of evidence, the latest of 1 October 2024.")
    sound()
    page.get_by_role("link", name="Getting to good").click()
    page.get_by_role("link", name="From judgement to evidence").click()
    expect(main).to_contain_text("1 is answered by an action.")
    expect(main.get_by_role("link", name=ASKED[1]).first).to_be_visible()
    expect(main).to_contain_text("Nine of ten decisions were made in a day")
    sound()
    page.get_by_role("link", name="Say which does").filter(has_text=ASKED[1]).click()
    page.get_by_label("Which action?").select_option(label="2.1 Offer permanent posts to agency workers")
    sound()
