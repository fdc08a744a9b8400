"""A resident's way: from the search box of the home page to what became of a promise; and a member's, to the mail."""

from __future__ import annotations

import re

import pytest
from django.core.mail import EmailMessage
from playwright.sync_api import expect
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation
from arising.register.search.models import SavedSearch
from journeys import invented
from journeys.conftest import Open
from journeys.invented import BRIEFING_NOTE
from journeys.walking import faults, sign_in, too_wide

pytestmark = pytest.mark.browser


@pytest.fixture
def answered(site: str) -> Obligation:
    """The briefing note, sent and accepted."""
    one = Obligation.objects.get(commitment__quote=BRIEFING_NOTE)
    given = operations.answer(one, "The note was sent to all members.", "https://wexcombe.example/note", actor=None)
    operations.judge(given, operations.answering.Judgement.ACCEPTED, actor=None, why="")
    return one


@pytest.fixture
def member(site: str) -> User:
    return add_user("member@wexcombe.example", Role.MEMBER, name="A member", actor=None, why="For a test")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_resident_goes_from_the_search_box_to_what_became_of_a_promise(
    open_page: Open, answered: Obligation, javascript: bool, width: int
) -> None:
    page = open_page("/", javascript=javascript, width=width)
    page.get_by_label("Search the minutes").last.fill("briefing note")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="3 places speak of “briefing note”")).to_be_visible()
    assert too_wide(page) == 0
    expect(page.get_by_text("They are 1 commitment, 1 agenda item and 1 thing that is owed.")).to_be_visible()
    page.get_by_role("link", name="1 thing that is owed").click()
    hit = page.locator(".hit")
    expect(hit).to_contain_text("Answered, on")
    expect(page.get_by_role("heading", name="Which minutes are in?")).to_be_visible()
    if javascript:
        assert faults(page) == []
    hit.get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_role("heading", name="What became of it?")).to_be_visible()
    expect(page.get_by_text("The note was sent to all members.")).to_be_visible()
    expect(page.locator("blockquote").first).to_contain_text(BRIEFING_NOTE)
    assert too_wide(page) == 0


def test_a_promise_in_the_minutes_leads_on_to_its_fate(open_page: Open, answered: Obligation) -> None:
    page = open_page("/search/?q=briefing+note&kind=commitment")
    page.get_by_role("link", name="See what became of it").click()
    expect(page.get_by_text("The note was sent to all members.")).to_be_visible()


def test_a_search_is_narrowed_without_a_script(open_page: Open, site: str) -> None:
    page = open_page("/search/", javascript=False, width=320)
    page.get_by_text("Narrow the search").click()
    page.get_by_label("Body").select_option("Children and Young People Committee")
    page.get_by_label("Meetings from").fill("2023")
    page.get_by_label("Meetings to").fill("soon")
    page.get_by_label("State of what is owed").select_option("All that waits")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("alert")).to_contain_text("“soon” is no date.")
    page.get_by_label("Meetings to").fill("1/2024")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name=re.compile(r"^\d+ places? fits?$"))).to_be_visible()
    expect(page.get_by_text("Minutes of all 3 meetings of the Children and Young People Committee")).to_be_visible()
    page.get_by_role("link", name="Search everything").click()
    expect(page.get_by_label("Meetings from")).to_have_value("")


def test_a_member_saves_a_search_gets_a_mail_and_stops_it(
    open_page: Open, site: str, member: User, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    settings.SITE_URL, settings.DIGEST_DAY = site, None
    page = open_page("/")
    sign_in(page, member, site)
    page.goto("/search/?q=attendance&kind=obligation")
    page.get_by_role("link", name="Save this search").click()
    assert faults(page) == []
    page.get_by_label("Name").fill("Attendance")
    page.get_by_label("How often do you want a mail?").select_option("Every day on which there is something new")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("rowheader")).to_contain_text("words: attendance; kind: What is owed")
    assert faults(page) == []

    invented.short(3, "2024-10-01")
    SavedSearch.objects.update(checked_on="2024-01-01")
    operations.remind()
    (message,) = mailoutbox
    link = re.search(r"http://\S+/obligations/\d+/", str(message.body))
    stop = re.search(r"http://\S+/alerts/stop/\S+/", str(message.body))
    assert link
    assert stop
    page.goto(link[0])
    expect(page.get_by_role("heading", level=1)).to_contain_text("attendance figures of class 3.0")

    page.context.clear_cookies()
    page.goto(stop[0])
    assert faults(page) == []
    page.get_by_role("button", name="Stop these mails").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("No more of these mails come")
    assert faults(page) == []


def test_a_member_deletes_a_search(open_page: Open, site: str, member: User) -> None:
    page = open_page("/")
    sign_in(page, member, site)
    page.goto("/my/searches/add/?q=attendance")
    page.get_by_label("Name").fill("Attendance")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Change or delete Attendance").click()
    assert faults(page) == []
    page.get_by_role("button", name="Delete this search").click()
    expect(page.get_by_text("You keep no searches.")).to_be_visible()
    assert faults(page) == []
