"""The users' pages, which are there for administrators alone."""

from __future__ import annotations

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Body

NEW = {"email": "sam@kelderdale.example", "name": "Sam Okoro", "role": "clerks", "why": "Starts in May"}


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def body(db: None) -> Body:
    council = bodies.council_named("Kelderdale", actor=None, why="For a test")
    return bodies.body_named(council, "Children's Committee", actor=None, why="For a test")


@pytest.mark.parametrize("name", [None, "member", "officer", "board_member", "inspector", "clerk"])
@pytest.mark.parametrize("path", ["", "add/", "{pk}/", "{pk}/role/", "{pk}/name/", "{pk}/open/", "{pk}/bodies/"])
def test_for_everybody_else_there_are_no_such_pages(
    client: Client, request: pytest.FixtureRequest, administrator: User, name: str | None, path: str
) -> None:
    if name:
        client.force_login(request.getfixturevalue(name))
    address = f"/users/{path.format(pk=administrator.pk)}"
    assert client.get(address).status_code == 404
    assert client.post(address, NEW).status_code == 404


def test_a_user_is_added_and_invited_by_mail(
    admin: Client, administrator: User, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    page = admin.post("/users/add/", NEW, follow=True).content.decode()
    user = User.objects.get(email=NEW["email"])
    assert "A link to set a password has been sent to sam@kelderdale.example" in page
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([user.email], "Your account with Matters Arising")
    link = re.search(r"http://testserver(/account/password/new/\S+)", str(mail.body))
    assert link
    assert "Set your password" in Client().get(link[1], follow=True).content.decode()
    assert changes(user)[0]["why"] == "Role: Clerk or scrutiny officer. Starts in May"
    assert changes(user)[0]["who"] == administrator


def test_a_register_that_sends_no_mail_shows_the_address_to_hand_over(admin: Client, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    page = admin.post("/users/add/", NEW, follow=True).content.decode()
    assert "Give Sam Okoro this address" in page


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"email": ""}, "Give their e-mail address."),
        ({"email": "sam"}, "Write the address like name@example.gov.uk."),
        ({"email": "Administrators@kelderdale.example"}, "There is an account with this address already."),
        ({"name": ""}, "Give their name."),
        ({"why": ""}, "Say why."),
    ],
)
def test_a_user_who_cannot_be_added_is_told_of_in_one_line(admin: Client, changed: dict[str, str], told: str) -> None:
    page = admin.post("/users/add/", NEW | changed).content.decode()
    assert page.count(told) == 2
    assert User.objects.count() == 1


def test_a_role_is_changed_with_a_reason_that_stands_on_the_page(admin: Client, member: User) -> None:
    page = admin.post(f"/users/{member.pk}/role/", {"role": "officers", "why": "Took a post"}, follow=True)
    assert User.objects.get(pk=member.pk).roles == {Role.OFFICER.value}
    assert "Role: Officer. Took a post" in page.content.decode()


def test_a_role_is_not_changed_without_a_reason(admin: Client, member: User) -> None:
    admin.post(f"/users/{member.pk}/role/", {"role": "officers", "why": " "})
    assert User.objects.get(pk=member.pk).roles == {Role.MEMBER.value}


def test_a_clerk_is_given_a_body(admin: Client, clerk: User, body: Body) -> None:
    page = admin.post(f"/users/{clerk.pk}/bodies/", {"bodies": [f"body-{body.pk}"], "why": "Hers"}, follow=True)
    served = User.objects.get(pk=clerk.pk).serves
    assert (served.everything, served.bodies) == (False, frozenset({body.pk}))
    assert "Serves: Children&#x27;s Committee. Hers" in page.content.decode()


def test_the_bodies_a_clerk_serves_are_ticked(admin: Client, clerk: User, body: Body) -> None:
    page = admin.get(f"/users/{clerk.pk}/bodies/").content.decode()
    assert re.findall(r'value="(\S+)" checked', page) == ["everything"]


def test_an_account_is_closed_and_opened_again(admin: Client, member: User) -> None:
    admin.post(f"/users/{member.pk}/open/", {"why": "No longer a member"})
    member.refresh_from_db()
    assert not member.is_active
    admin.post(f"/users/{member.pk}/open/", {"why": "Elected again"})
    member.refresh_from_db()
    assert member.is_active


def test_an_administrator_does_not_close_the_own_account(admin: Client, administrator: User) -> None:
    page = admin.post(f"/users/{administrator.pk}/open/", {"why": "Leaving"}).content.decode()
    assert "You cannot close your own account." in page


def test_a_name_is_changed(admin: Client, member: User) -> None:
    admin.post(f"/users/{member.pk}/name/", {"name": "Mair Evans", "why": "Married"})
    member.refresh_from_db()
    assert member.name == "Mair Evans"


def test_an_invitation_is_sent_once_more(admin: Client, member: User, mailoutbox: list[EmailMessage]) -> None:
    admin.post(f"/users/{member.pk}/invite/")
    assert [mail.to for mail in mailoutbox] == [[member.email]]
