"""An improvement officer keeps what people say, and what members learn."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council
from arising.register.improvement.operations import appoint_improvement_officer
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser
QUESTION = "I can reach somebody when I need to"
COUNTS = f"question,group,answer,count\n{QUESTION},,Yes,51\n{QUESTION},,No,33\n"


@pytest.fixture
def page(open_page: Open, site: str) -> Page:
    """The browser of an improvement officer."""
    officer = add_user("improvement@wexcombe.example", Role.OFFICER, name="Improvement", actor=None, why="For a test")
    appoint_improvement_officer(officer, Council.objects.get(), actor=None, why="For a test")
    return sign_in(open_page("/", width=320), officer, site)


def fill_day(page: Page, legend: str, day: str) -> None:
    group = page.get_by_role("group", name=legend)
    for label, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
        group.get_by_label(label).fill(part)


def sound(page: Page) -> None:
    """The page has no fault that axe finds, and does not scroll sideways."""
    assert faults(page) == []
    assert too_wide(page) == 0


def test_a_survey_goes_from_its_questions_to_evidence(page: Page, tmp_path: Path) -> None:
    page.goto("/improvement/wexcombe-council/surveys/")
    page.get_by_role("link", name="Add a survey").click()
    sound(page)
    page.get_by_label("What is the survey called?").fill("Foster carers’ views")
    page.get_by_label("Who is asked?").select_option(label="Foster carers")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Foster carers’ views").click()
    page.wait_for_url("**/surveys/*/")
    page.get_by_role("link", name="Add a question").click()
    page.wait_for_url("**/add/")
    sound(page)
    page.get_by_label("The question, as it is asked").fill(QUESTION)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Add a round").click()
    sound(page)
    fill_day(page, "On which day did it begin?", "2 3 2026")
    fill_day(page, "On which day did it end?", "27 3 2026")
    page.get_by_label("How many were asked?").fill("210")
    page.get_by_label("How many answered?").fill("84")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="March 2026").click()
    page.get_by_role("link", name="Type the counts in").click()
    sound(page)
    page.go_back()
    page.get_by_role("link", name="Bring the counts in from a file").click()
    sound(page)
    file = tmp_path / "counts.csv"
    file.write_text(COUNTS, "utf-8")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    assert "Counts: 2 new. Nothing is stored yet." in page.locator("main").inner_text()
    sound(page)
    page.get_by_role("button", name="Store it").click()
    assert f"In March 2026, 61% of 84 foster carers said yes to “{QUESTION}”" in page.locator("main").inner_text()
    page.get_by_role("button", name="Make it evidence").click()
    assert "This round is evidence" in page.locator("main").inner_text()
    sound(page)


def test_what_was_heard_is_logged_and_answered(page: Page) -> None:
    page.goto("/improvement/wexcombe-council/engagement/")
    page.get_by_role("link", name="Log what was heard").click()
    sound(page)
    fill_day(page, "On which day?", "3 3 2026")
    page.get_by_label("Where does it come from?").fill("The youth council")
    page.get_by_label("What was heard?").fill("Meetings are at school time.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="3 March 2026").filter(has_text="The youth council").click()
    page.get_by_role("link", name="Say what was done").click()
    page.get_by_label("What was done?").fill("Meetings are at five.")
    fill_day(page, "When was it done?", "9 3 2026")
    page.get_by_role("button", name="Save").click()
    assert "Done on 9 March 2026: Meetings are at five." in page.locator("main").inner_text()


def test_a_session_is_offered_taken_up_and_led_to_something(page: Page) -> None:
    page.goto("/training/children-and-young-people-committee/")
    page.get_by_role("link", name="Add a session or a visit").click()
    sound(page)
    page.get_by_label("What is it called?").fill("Asking about workforce")
    fill_day(page, "On which day?", "4 3 2024")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Asking about workforce").click()
    page.get_by_role("link", name="Say who took part").click()
    sound(page)
    page.get_by_label("Idris Rao").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Say what it led to").click()
    page.get_by_label("What did it lead to?").fill("A question on caseloads")
    page.get_by_role("button", name="Save").click()
    assert "1 of 2 members took it up." in page.locator("main").inner_text()
    sound(page)
