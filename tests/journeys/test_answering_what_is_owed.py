"""From the reminder in the mail to the clerk who sees that it was answered."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from playwright.sync_api import expect
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.operations import set_clerkships
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation
from arising.register.record.models import Source
from journeys.conftest import Open
from journeys.invented import BRIEFING_NOTE
from journeys.walking import faults, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def people(site: str) -> tuple[User, User]:
    """An officer and a clerk."""
    officer, clerk = (
        add_user(f"{role.value}@wexcombe.example", role, name=role.value, actor=None, why="For a test")
        for role in (Role.OFFICER, Role.CLERK)
    )
    set_clerkships(clerk, everything=True, actor=None, why="For a test")
    return officer, clerk


@pytest.fixture
def owed(people: tuple[User, User]) -> Obligation:
    """The briefing note, given to the officer and due on 31 May 2024."""
    one = Obligation.objects.get(commitment__quote=BRIEFING_NOTE)
    due = one.said_on.replace(day=31) if one.said_on else None
    operations.amend(one, {"officer": people[0], "due": due}, actor=None, why="For a test")
    return one


def test_an_officer_follows_the_mail_answers_and_the_clerk_sees_it(
    open_page: Open, site: str, owed: Obligation, people: tuple[User, User], settings: Settings,
    mailoutbox: list[EmailMessage],
) -> None:  # fmt: skip
    officer, clerk = people
    settings.SITE_URL, settings.DIGEST_DAY = site, None
    operations.remind()
    link = re.search(r"http://\S+/my/obligations/", str(mailoutbox[0].body))
    assert link
    page = open_page("/")
    sign_in(page, officer, site)
    page.goto(link[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("What do I owe?")
    assert faults(page) == []
    page.get_by_role("link", name="Briefing note").click()
    page.get_by_label("What was done?").fill("The note was sent to all members.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Where can it be seen?")
    assert faults(page) == []
    page.get_by_label("Where can it be seen?").fill(f"/sources/{Source.objects.latest('pk').pk}/")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_role("main")).to_contain_text("The note was sent to all members.")
    sign_in(page, clerk, site)
    page.goto(f"/obligations/{owed.pk}/")
    expect(page.get_by_role("main")).to_contain_text("Answered")
    page.get_by_role("link", name="Judge this answer").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("Accepted as discharging it")
    assert faults(page) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_serious_on_the_clerks_forms_and_none_scrolls_sideways(
    open_page: Open, site: str, owed: Obligation, people: tuple[User, User], width: int
) -> None:
    page = open_page("/", width=width, javascript=True)
    sign_in(page, people[1], site)
    recommendation = Obligation.objects.get(origin="recommendation")
    paths = [f"/obligations/{owed.pk}/{form}" for form in ("", "change/", "extend/", "end/", "restore/")]
    paths += [f"/obligations/{recommendation.pk}/reply/", "/obligations/add/", "/obligations/officers/"]
    for path in paths:
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, path


def test_the_form_works_without_javascript(
    open_page: Open, site: str, owed: Obligation, people: tuple[User, User], on_day: Callable[[str], None]
) -> None:
    page = open_page("/", javascript=False)
    sign_in(page, people[1], site)
    page.goto(f"/obligations/{owed.pk}/extend/")
    for box, value in (("Day", "1"), ("Month", "9"), ("Year", "2100")):
        page.get_by_label(box, exact=True).fill(value)
    page.get_by_label("Why?").fill("School holidays")
    page.get_by_role("button", name="Extend the date").click()
    expect(page.get_by_role("main")).to_contain_text("Extended from 31 May 2024 to 1 September 2100")
