"""From an invitation to a password, a second step, a page for clerks, and out again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user, invitation
from arising.register.accounts.roles import Role
from journeys.conftest import Open
from journeys.walking import faults

pytestmark = pytest.mark.browser
PASSWORD = "lanterns over gravel"
ADDRESS = "pat@wexcombe.example"


@pytest.fixture(autouse=True)
def no_attempts_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def add(role: Role) -> User:
    return add_user(ADDRESS, role, name="Pat Lewis", password=PASSWORD, actor=None, why="For a test")


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def sign_in(page: Page) -> None:
    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_an_administrator_sets_up_a_second_step_and_signs_in_with_it(open_page: Open, settings: Settings) -> None:
    settings.MFA_REQUIRED = True
    user = add(Role.ADMINISTRATOR)
    page = open_page(invitation(user, actor=None))
    seen = faults(page)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    seen += faults(page)
    sign_in(page)
    page.get_by_label("Password").fill(PASSWORD)
    seen += faults(page)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Set up a second step")).to_be_visible()
    seen += faults(page)
    secret = page.locator("#authenticator-key").inner_text()
    page.get_by_label("code").fill(code_of(secret))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", name="Keep your recovery codes")).to_be_visible()
    seen += faults(page)
    code = page.locator("main li").first.inner_text()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    page.get_by_role("link", name="Sign in").click()
    sign_in(page)
    seen += faults(page)
    page.get_by_label("code").fill(code)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Users").click()
    expect(page.get_by_role("row").filter(has_text="Pat Lewis")).to_contain_text("Administrator")
    seen += faults(page)
    page.get_by_role("link", name="Add a user").click()
    seen += faults(page)
    assert seen == []


def test_a_member_signs_in_and_out_without_scripts(open_page: Open) -> None:
    add(Role.MEMBER)
    page = open_page("/figures/", javascript=False)
    page.get_by_role("link", name="Sign in").click()
    sign_in(page)
    page.get_by_role("link", name="Pat Lewis: your account").click()
    expect(page.get_by_role("main")).to_contain_text("Member")
    page.get_by_role("button", name="Sign out").first.click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_what_is_wrong_is_said_where_it_is_wrong(open_page: Open) -> None:
    add(Role.MEMBER)
    page = open_page("/account/sign-in/", width=320)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert faults(page) == []
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.get_by_label("E-mail address")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_a_clerk_withholds_a_name_and_the_public_no_longer_reads_it(open_page: Open) -> None:
    from arising.register.bodies.operations import set_clerkships

    set_clerkships(add(Role.CLERK), everything=True, actor=None, why="For a test")
    page = open_page("/account/sign-in/?next=/people/amina-okafor/")
    sign_in(page)
    page.get_by_role("link", name="Withhold this name from the public").click()
    assert faults(page) == []
    page.get_by_label("Why?").fill("She was threatened.")
    page.get_by_role("button", name="Withhold the name").click()
    page.get_by_text("who changed what, when and why").click()
    expect(page.get_by_text("Name withheld: She was threatened.")).to_be_visible()
    public = open_page("/bodies/children-and-young-people-committee/2024-05-02/7-placements-for-children-in-care/")
    expect(public.locator(".minutes").first).to_contain_text("Services, Name withheld, introduced")
    assert re.search("Okafor", public.content()) is None
    assert urlsplit(public.url).path.startswith("/bodies/")
