"""A clerk's way through the review desk: with the keyboard alone, and without a script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from arising.register.accounts.models import User
from arising.register.record import queries
from arising.register.record.models import Commitment, State
from journeys import invented
from journeys.conftest import Open
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser
IN_TEN_MINUTES = 40
MOST_PRESSES = 2 * IN_TEN_MINUTES
"""Two keys a finding: at one every seven seconds, forty findings take less than ten minutes, reading included."""


@pytest.fixture
def clerk(site: str) -> User:
    """Somebody who decides, with forty findings before them."""
    invented.short(3, "2024-11-12", promises=24)
    clerk = User.objects.create_superuser("clerk@wexcombe.example", name="Bea Clerk")
    assert queries.waiting(clerk) == IN_TEN_MINUTES
    return clerk


class Keyboard:
    """The keys of a page, counted. A press that decides waits for the page after it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
            self.pressed += 1

    def decide(self, *names: str) -> None:
        self.press(*names[:-1])
        with self.page.expect_navigation():
            self.press(names[-1])


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_forty_findings_are_reviewed_with_the_keyboard_alone(open_page: Open, clerk: User, site: str) -> None:
    page = sign_in(open_page("/"), clerk, site)
    page.goto("/review/")
    keys = Keyboard(page)
    page.get_by_role("link", name="Begin").focus()
    keys.decide("Enter")
    amended = rejected = undone = 0
    for number in range(IN_TEN_MINUTES):
        if number in (7, 19, 31):
            keys.decide("r", "Space", "Enter")
            rejected += 1
        elif "undertaking" in heading(page) and amended < 2:
            keys.decide("a", "Tab", *"Bea", "Enter")
            amended += 1
        elif not undone and number > 9:
            keys.decide("c")
            keys.decide("u")
            keys.decide("c")
            undone += 1
        else:
            keys.decide("c")
    expect(page.get_by_role("heading", level=1)).to_have_text("What waits for review?")
    expect(page.get_by_text("No findings wait for somebody")).to_be_visible()
    assert (amended, rejected, undone) == (2, 3, 1)
    assert keys.pressed <= MOST_PRESSES

    kinds = queries.review_rules(clerk)
    assert sum(each.confirmed for each in kinds) == 35
    assert (sum(each.amended for each in kinds), sum(each.rejected for each in kinds)) == (2, 3)
    changed: Any = Commitment.objects.filter(state=State.AMENDED)
    assert {each.owner_resolved for each in changed} == {"Bea"}


def test_every_finding_can_be_skipped_and_comes_again(open_page: Open, clerk: User, site: str) -> None:
    page = sign_in(open_page("/"), clerk, site)
    page.goto("/review/?kind=vote")
    page.get_by_role("link", name="Begin").click()
    page.wait_for_load_state()
    assert heading(page) == "Is this a vote?"
    Keyboard(page).decide("s")
    assert heading(page) == "What waits for review?"


def test_whether_it_is_an_obligation_is_said_with_a_key(open_page: Open, clerk: User, site: str) -> None:
    page = sign_in(open_page("/"), clerk, site)
    page.goto("/review/commitment/1/")
    Keyboard(page).decide("o", "c")
    assert Commitment.objects.get(pk=1).is_obligation is True


def test_a_letter_written_in_a_field_decides_nothing(open_page: Open, clerk: User, site: str) -> None:
    page = sign_in(open_page("/"), clerk, site)
    page.goto("/review/commitment/1/")
    keys = Keyboard(page)
    keys.press("a", "Tab", *"score")
    expect(page.get_by_label("Who owes it")).to_have_value("score")
    keys.press("Escape")
    keys.decide("c")
    assert Commitment.objects.get(pk=1).owner_resolved == ""


def test_with_the_keys_off_no_letter_decides(open_page: Open, clerk: User, site: str) -> None:
    page = sign_in(open_page("/"), clerk, site)
    page.goto("/review/commitment/1/")
    Keyboard(page).press("?")
    page.get_by_role("button", name="Turn the keys off").click()
    page.keyboard.press("c")
    page.keyboard.press("s")
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this an undertaking?")
    assert Commitment.objects.get(pk=1).state == State.PROPOSED


@pytest.mark.parametrize("width", [1280, 320])
def test_the_desk_has_nothing_serious_that_axe_can_find_and_no_scrolling_sideways(
    open_page: Open, clerk: User, site: str, width: int
) -> None:
    page = sign_in(open_page("/", width=width), clerk, site)
    found, wide = [], {}
    for path in (
        "/review/", "/review/commitment/1/", "/review/exchange/1/", "/review/vote/1/", "/review/figure/1/",
        "/review/rules/", "/review/rules/together/?kind=commitment&rule=invented", "/",
    ):  # fmt: skip
        page.goto(path)
        page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true })")
        found += faults(page)
        if over := too_wide(page):
            wide[path] = over
    assert (found, wide) == ([], {})


def test_everything_can_be_done_without_a_script(open_page: Open, clerk: User, site: str) -> None:
    page = sign_in(open_page("/", javascript=False), clerk, site)
    page.get_by_role("link", name="Home").click()
    page.get_by_role("link", name="Review them").click()
    page.get_by_text("Narrow this list").click()
    page.get_by_label("Kind").select_option("Commitments")
    page.get_by_role("button", name="Narrow the list").click()
    page.get_by_role("link", name="Begin").click()
    first = page.url
    page.get_by_role("button", name="Confirm").click()
    assert page.url != first
    page.get_by_role("button", name=re.compile("Undo.*Confirmed")).click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    assert page.url.startswith(first)

    page.get_by_text("Amend", exact=True).click()
    page.get_by_label("Who owes it").fill("The Portfolio Holder")
    page.get_by_label("By when, in words").fill("by March 2025")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_text("Reject", exact=True).click()
    page.get_by_role("button", name="Reject and go on").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a reason, or write your own.")
    page.get_by_label("Nobody is bound by it").check()
    page.get_by_role("button", name="Reject and go on").click()
    page.get_by_role("link", name="Skip", exact=True).click()
    amended = Commitment.objects.get(state=State.AMENDED)
    assert (amended.owner_resolved or amended.owner, amended.due_edtf) == ("The Portfolio Holder", "2025-03")
    assert Commitment.objects.filter(state=State.REJECTED).count() == 1


def test_many_are_looked_over_and_confirmed_together(open_page: Open, clerk: User, site: str) -> None:
    page = sign_in(open_page("/", javascript=False), clerk, site)
    page.goto("/review/rules/")
    page.get_by_role("link", name=re.compile("confirm together.*commitment")).click()
    page.get_by_label("class 3.0").uncheck()
    page.get_by_role("button", name="Confirm those that are ticked").click()
    waiting = Commitment.objects.filter(state=State.PROPOSED)
    assert waiting.count() == 1
    page.get_by_role("button", name=re.compile("Undo what you did: Confirmed together")).click()
    assert waiting.count() == Commitment.objects.count()
