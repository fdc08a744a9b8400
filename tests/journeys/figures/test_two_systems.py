"""From how good the figures are to why two systems differ."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.operations import set_clerkships
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser


@pytest.fixture
def clerk(site: str) -> User:
    user = add_user("clerk@kelderdale.example", Role.CLERK, name="Clerk", actor=None, why="For a test")
    set_clerkships(user, everything=True, actor=None, why="For a test")
    return user


def test_a_reader_comes_from_an_indicator_to_what_each_system_tells(open_page: Open) -> None:
    page = open_page("/indicators/caseload/?area=E06000035")
    page.get_by_role("link", name="What each system tells, and why they differ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Do two systems tell the same about Medway?")
    expect(page.get_by_text("In 2 of 4 places two systems differ by more than they may")).to_be_visible()
    expect(page.get_by_text("The tool counts cases of students too.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_clerk_says_why_two_systems_differ(open_page: Open, clerk: User, site: str, javascript: bool) -> None:
    page = sign_in(open_page("/", javascript=javascript), clerk, site)
    page.goto("/areas/E06000035/systems/?indicator=caseload&status=open")
    page.get_by_role("link", name="Say why they differ").first.click()
    page.get_by_label("What is to be said of them?").fill("The tool was asked on the first of the month.")
    page.get_by_label("How does it stand?").select_option("explained")
    page.get_by_label("Who says so?").fill("The head of performance")
    page.get_by_role("button", name="Save").click()
    row = page.get_by_role("row").filter(has_text="March 2024")
    expect(row).to_contain_text("Explained")
    expect(row).to_contain_text("The tool was asked on the first of the month.")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_forms_have_no_fault_and_fit_the_screen(open_page: Open, clerk: User, site: str, width: int) -> None:
    page = sign_in(open_page("/", width=width), clerk, site)
    page.goto("/areas/E06000035/systems/?status=open")
    for name in ("Say why they differ", "Set by how much they may differ"):
        page.goto("/areas/E06000035/systems/?indicator=caseload")
        page.get_by_role("link", name=name).first.click()
        assert faults(page) == []
        assert too_wide(page) == 0
