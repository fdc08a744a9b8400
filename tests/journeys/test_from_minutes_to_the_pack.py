"""A clerk from new minutes to the pack, and a member from the home page to a question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.operations import set_clerkships
from following.invented import JUNE, MARCH
from journeys.conftest import Open
from journeys.invented import BRIEFING_NOTE
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser
ROADS = "Roads Committee"


@pytest.fixture
def clerk(site: str) -> User:
    user = add_user("clerk@wexcombe.example", Role.CLERK, name="Clerk", actor=None, why="For a test")
    set_clerkships(user, everything=True, actor=None, why="For a test")
    return user


@pytest.fixture
def member(site: str) -> User:
    return add_user("member@wexcombe.example", Role.MEMBER, name="Member", actor=None, why="For a test")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Minutes of two meetings, which say their days."""
    written = []
    for text, day in ((MARCH, "5 March 2030"), (JUNE, "4 June 2030")):
        path = tmp_path / f"{day}.txt"
        path.write_text(f"{ROADS}\n\nMinutes of the meeting held on {day}\n\n{text}", "utf-8")
        written.append(path)
    return written


@pytest.mark.parametrize("javascript", [True, False])
def test_a_clerk_goes_from_new_minutes_through_the_review_to_the_pack(
    open_page: Open, site: str, clerk: User, files: list[Path], on_day: Callable[[str], None], javascript: bool
) -> None:
    on_day("2030-10-15T12:00")
    page = sign_in(open_page("/about/", javascript=javascript), clerk, site)
    page.goto("/")
    page.get_by_role("link", name="Add minutes").click()
    page.get_by_label("Which files?").set_input_files(files)
    page.get_by_label("Or the name of a body that is new here").fill(ROADS)
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("main")).to_contain_text("2 files read and kept.")
    page.get_by_role("link", name="Review what was found in 5 March 2030.txt").click()
    expect(page.get_by_role("main")).to_contain_text("footbridge")
    page.get_by_role("link", name="Begin").click()
    asked = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("main")).to_contain_text("Confirmed")
    assert asked.startswith("Is this")
    page.goto("/")
    page.get_by_role("link", name=ROADS, exact=True).click()
    page.get_by_role("link", name="Matters arising: what is needed before it next meets").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Matters arising")
    expect(page.get_by_role("main")).to_contain_text("undertook to provide a briefing note on")
    expect(page.get_by_role("heading", name="What might a member ask?")).to_be_visible()
    if javascript:
        assert faults(page) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_for_new_minutes_have_nothing_serious(
    open_page: Open, site: str, clerk: User, files: list[Path], width: int
) -> None:
    page = sign_in(open_page("/about/", width=width), clerk, site)
    page.goto("/sources/add/")
    assert (faults(page), too_wide(page)) == ([], 0)
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("alert")).to_contain_text("Which files?")
    assert (faults(page), too_wide(page)) == ([], 0)
    page.get_by_label("Which files?").set_input_files(files[0])
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("main")).to_contain_text("1 file read and kept.")
    assert (faults(page), too_wide(page)) == ([], 0)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_member_goes_from_the_home_page_to_a_question_and_the_words_it_rests_on(
    open_page: Open, site: str, member: User, width: int
) -> None:
    page = sign_in(open_page("/about/", width=width), member, site)
    page.goto("/")
    page.get_by_role("link", name="what a member might ask").first.click()
    asked = page.get_by_role("region", name="What might a member ask?")
    question = asked.get_by_role("listitem").filter(has_text=BRIEFING_NOTE)
    expect(question).to_contain_text("?")
    assert (faults(page), too_wide(page)) == ([], 0)
    question.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text(BRIEFING_NOTE)
    assert page.url.startswith((f"{site}/obligations/", f"{site}/bodies/"))
    assert (faults(page), too_wide(page)) == ([], 0)
