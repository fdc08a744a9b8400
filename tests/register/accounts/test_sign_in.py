"""Signing in and out, with a second step where it is required, and a password that was forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user, close_account, invitation
from arising.register.accounts.roles import Role

PASSWORD = "lanterns over gravel"
ADDRESS = "pat@kelderdale.example"
SIGN_IN = "/account/sign-in/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def no_attempts_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def pat(db: None) -> User:
    return add_user(ADDRESS, Role.MEMBER, name="Pat Lewis", password=PASSWORD, actor=None, why="Elected")


def sign_in(client: Client, password: str = PASSWORD, **more: str) -> str:
    """Where signing in leads, "" where it stays."""
    return client.post(SIGN_IN, {"login": ADDRESS, "password": password, **more}).headers.get("Location", "")


def is_it_you(client: Client, path: str) -> str:
    """The page at ``path``, for which the password is asked again."""
    again = client.get(path).headers["Location"]
    return client.post(again, {"password": PASSWORD}, follow=True).content.decode()


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_an_address_and_a_password_sign_in(client: Client, pat: User) -> None:
    assert sign_in(client) == "/"
    assert "Pat Lewis: your account" in client.get("/").content.decode()


def test_signing_in_leads_back_to_where_one_was(client: Client, pat: User) -> None:
    assert sign_in(client, next="/figures/") == "/figures/"


def test_signing_in_never_leads_to_another_site(client: Client, pat: User) -> None:
    assert sign_in(client, next="https://elsewhere.example/") == "/"


@pytest.mark.parametrize("address", [ADDRESS, "nobody@kelderdale.example"])
def test_a_wrong_password_and_a_wrong_address_are_answered_alike(client: Client, pat: User, address: str) -> None:
    page = client.post(SIGN_IN, {"login": address, "password": "not this one at all"}).content.decode()
    assert re.findall(r"<li>(.*?)</li>", page[page.index("There is a problem") :])[0] == (
        "The email address and/or password you specified are not correct."
    )
    assert "Pat Lewis" not in page


def test_five_wrong_passwords_close_the_door_for_a_while(client: Client, pat: User) -> None:
    for _ in range(5):
        sign_in(client, "not this one at all")
    assert sign_in(client) == ""


def test_too_many_requests_are_told_to_wait(client: Client, pat: User) -> None:
    answers = [client.post(SIGN_IN, {"login": f"{n}@kelderdale.example", "password": "x"}) for n in range(31)]
    assert answers[-1].status_code == 429
    assert "Wait five minutes" in answers[-1].content.decode()


def test_signing_out_is_sent_and_never_followed(client: Client, pat: User) -> None:
    client.force_login(pat)
    assert "Do you want to sign out?" in client.get("/account/sign-out/").content.decode()
    assert "_auth_user_id" in client.session
    client.post("/account/sign-out/")
    assert "_auth_user_id" not in client.session


def test_a_closed_account_does_not_sign_in(client: Client, pat: User) -> None:
    close_account(pat, actor=None, why="No longer a member")
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_nobody_makes_an_account_of_their_own(client: Client, db: None) -> None:
    assert "Accounts are made by whoever runs this register" in client.get("/account/new/").content.decode()
    told = {"email": ADDRESS, "password1": PASSWORD, "password2": PASSWORD}
    client.post("/account/new/", told)
    assert not User.objects.exists()


def test_a_session_is_kept_from_scripts_and_ends(client: Client, pat: User, settings: Settings) -> None:
    sign_in(client)
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["expires"]) == (True, "Lax", "")
    assert settings.SESSION_COOKIE_AGE <= 24 * 60 * 60


def test_a_forgotten_password_is_set_anew_with_a_link_from_the_mail(
    client: Client, pat: User, mailoutbox: list[EmailMessage]
) -> None:
    client.post("/account/password/forgotten/", {"email": ADDRESS})
    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == ("Set your password for Matters Arising", [ADDRESS])
    link = re.search(r"http://testserver(\S+)", str(mail.body))
    assert link
    set_password(client, link[1], "gravel under lanterns")
    assert sign_in(client, "gravel under lanterns") == "/"


def test_no_mail_goes_to_an_address_without_an_account(
    client: Client, db: None, mailoutbox: list[EmailMessage]
) -> None:
    answer = client.post("/account/password/forgotten/", {"email": ADDRESS}, follow=True)
    assert "Look in your mail" in answer.content.decode()
    assert mailoutbox == []


def set_password(client: Client, path: str, password: str) -> str:
    at = client.get(path, follow=True).redirect_chain[-1][0]
    return client.post(at, {"password1": password, "password2": password}, follow=True).content.decode()


def test_an_invitation_works_once(client: Client, pat: User) -> None:
    path = invitation(pat, actor=None)
    assert "Your password is set" in set_password(client, path, "gravel under lanterns")
    assert "This link no longer works" in client.get(path, follow=True).content.decode()


def test_a_short_password_is_refused_in_words(client: Client, pat: User) -> None:
    assert "too short" in set_password(client, invitation(pat, actor=None), "gravel")


def test_a_password_is_changed_by_whoever_knows_it(client: Client, pat: User) -> None:
    client.force_login(pat)
    told = {"oldpassword": PASSWORD, "password1": "gravel under lanterns", "password2": "gravel under lanterns"}
    client.post("/account/password/", told)
    pat.refresh_from_db()
    assert pat.check_password("gravel under lanterns")


def test_a_second_step_is_set_up_and_asked_for(client: Client, pat: User) -> None:
    sign_in(client)
    page = is_it_you(client, "/account/second-step/app/")
    key = re.search(r'id="authenticator-key">(\w+)<', page)
    assert key
    codes = client.post("/account/second-step/app/", {"code": code_of(key[1])}, follow=True).content.decode()
    assert "10 of 10 codes are left" in codes
    client.post("/account/sign-out/")
    assert sign_in(client) == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    cache.clear()
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    recovery = re.findall(r"<li>([0-9a-z]{8,})</li>", codes)[0]
    assert client.post(reverse("mfa_authenticate"), {"code": recovery}).headers["Location"] == "/"


@pytest.mark.parametrize("role", [Role.CLERK, Role.ADMINISTRATOR])
@pytest.mark.parametrize("path", ["/", "/account/", "/commitments/", "/users/"])
def test_a_role_that_needs_a_second_step_sets_it_up_before_anything_else(
    client: Client, pat: User, settings: Settings, role: Role, path: str
) -> None:
    settings.MFA_REQUIRED = True
    strict = add_user("strict@kelderdale.example", role, actor=None, why="For a test")
    client.force_login(strict)
    assert client.get(path).headers["Location"] == "/account/second-step/app/"
    assert client.post(path).status_code == 403
    TOTP.activate(strict, SECRET)
    RecoveryCodes.activate(strict)
    assert client.get("/").status_code == 200


def test_other_roles_need_no_second_step(client: Client, pat: User, settings: Settings) -> None:
    settings.MFA_REQUIRED = True
    client.force_login(pat)
    assert client.get("/").status_code == 200


def test_whoever_must_set_up_a_second_step_may_still_sign_out(client: Client, clerk: User, settings: Settings) -> None:
    settings.MFA_REQUIRED = True
    client.force_login(clerk)
    client.post("/account/sign-out/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "path",
    ["/account/", "/account/password/", "/account/second-step/app/", "/account/second-step/codes/", "/account/again/"],
)
def test_one_s_own_account_asks_to_sign_in_first(client: Client, db: None, path: str) -> None:
    assert client.get(path).headers["Location"].startswith(SIGN_IN)
