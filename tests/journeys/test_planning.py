"""A clerk plans a meeting, gives a request a slot and moves it; the public reads when."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body
from arising.register.bodies.operations import set_clerkships
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Origin
from journeys.conftest import Open
from journeys.invented import BODY
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser
ASKED = "A report on foster carers"


@pytest.fixture
def clerk(site: str) -> User:
    user = add_user("clerk@wexcombe.example", Role.CLERK, name="Clerk", actor=None, why="For a test")
    set_clerkships(user, everything=True, actor=None, why="For a test")
    obligations.add(Origin.REQUEST, ASKED, Body.objects.get(name=BODY), actor=None, why="Asked for")
    return user


def plan(page: Page, *when: str) -> None:
    """Plan a meeting on a day, given as day, month and year."""
    page.get_by_role("link", name="Plan a meeting").click()
    boxes = page.get_by_role("group", name="On which day?")
    for label, value in zip(("Day", "Month", "Year"), when, strict=True):
        boxes.get_by_label(label, exact=True).fill(value)
    page.get_by_label("When does it begin?").fill("6.30 pm")
    page.get_by_label("How long is it?").fill("3 hours")
    page.get_by_role("button", name="Plan it").click()


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (320, True), (1280, False)])
def test_a_clerk_plans_and_the_public_reads_when(
    open_page: Open, site: str, clerk: User, width: int, javascript: bool
) -> None:
    page = sign_in(open_page("/about/", width=width, javascript=javascript), clerk, site)
    page.goto(f"/bodies/{Body.objects.get(name=BODY).slug}/")
    page.get_by_role("link", name="Work programme").click()
    plan(page, "13", "1", "2099")
    plan(page, "10", "2", "2099")
    expect(page.get_by_role("main")).to_contain_text("2 meetings are planned, the next on 13 January 2099.")
    page.get_by_role("link", name="Give it a slot").filter(has_text=ASKED).click()
    page.get_by_label("When is it taken?").select_option("At the meeting of 13 January 2099")
    page.get_by_label("How much time does it get?").fill("45 minutes")
    page.get_by_role("button", name="Put it on").click()
    expect(page.get_by_role("main")).to_contain_text("45 min of 3 h are given to items.")
    if javascript:
        assert (faults(page), too_wide(page)) == ([], 0)
    page.get_by_role("link", name=ASKED).click()
    page.get_by_role("link", name="Move it").click()
    page.get_by_label("Where to?").select_option("At the meeting of 10 February 2099")
    page.get_by_label("Why?").fill("The figures come later")
    page.get_by_role("button", name="Move it").click()
    expect(page.get_by_role("main")).to_contain_text("from 13 January 2099 to 10 February 2099. The figures come later")
    if javascript:
        assert (faults(page), too_wide(page)) == ([], 0)
    reader = open_page("/", width=width, javascript=javascript)
    reader.get_by_role("link", name="10 February 2099").first.click()
    expect(reader.get_by_role("main")).to_contain_text(ASKED)
    expect(reader.get_by_role("link", name="Change what is planned")).to_have_count(0)
