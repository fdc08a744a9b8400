"""Accounts from the command line."""

from __future__ import annotations

import io
from contextlib import redirect_stderr

import pytest
from django.test import Client
from typer.testing import CliRunner, Result

from arising.cli.commands import app
from arising.cli.of_register import register, users
from arising.register.accounts import roles
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Body

EMAIL = "pat@kelderdale.example"


@pytest.fixture(autouse=True)
def opened(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register is open already: it is the tests' own."""
    monkeypatch.setattr(register, "open_register", lambda: None)


@pytest.fixture
def body(db: None) -> Body:
    council = bodies.council_named("Kelderdale", actor=None, why="For a test")
    return bodies.body_named(council, "Roads Committee", actor=None, why="For a test")


def run(*words: str) -> Result:
    with redirect_stderr(io.StringIO()):
        return CliRunner().invoke(app, ["user", *words])


def test_an_account_is_made_and_its_password_set_with_the_link() -> None:
    done = run("add", EMAIL, "--role", "member", "--name", "Pat Lewis", "--site", "https://minutes.example/")
    user = User.objects.get(email=EMAIL)
    assert (done.exit_code, user.name, user.roles) == (0, "Pat Lewis", frozenset({"members"}))
    link = done.stdout.strip()
    assert link.startswith("https://minutes.example/account/password/new/")
    page = Client().get(link.removeprefix("https://minutes.example"), follow=True).content.decode()
    assert "Set your password" in page
    assert changes(user)[0]["why"] == "Role: Member. Added from the command line"


def test_a_clerk_serves_every_body_or_those_that_are_named(body: Body) -> None:
    run("add", EMAIL, "--role", "clerk")
    run("add", "one@kelderdale.example", "--role", "clerk", "--body", "roads committee")
    assert User.objects.get(email=EMAIL).serves.everything
    assert User.objects.get(email="one@kelderdale.example").serves.bodies == {body.pk}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["add", EMAIL, "--role", "clerk", "--body", "Lamps Panel"], "Lamps Panel is no body of this register"),
        (["add", EMAIL, "--role", "member", "--body", "Roads Committee"], "only a clerk serves a body"),
        (["add", "pat", "--role", "member"], "pat is no e-mail address"),
        (["add", EMAIL, "--role", "mayor"], "mayor"),
        (["add", EMAIL], "--role"),
    ],
)
def test_what_cannot_be_an_account_makes_none(body: Body, words: list[str], told: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert told in done.output
    assert not User.objects.exists()


def test_an_address_has_one_account() -> None:
    run("add", EMAIL, "--role", "member")
    again = run("add", EMAIL.upper(), "--role", "clerk")
    assert again.exit_code == 1
    assert User.objects.get().roles == {"members"}


def test_a_new_link_is_made_for_somebody_who_has_an_account() -> None:
    run("add", EMAIL, "--role", "member")
    assert "/account/password/new/" in run("invite", EMAIL).stdout
    assert run("invite", "nobody@kelderdale.example").exit_code == 1


def test_the_roles_are_those_of_the_register() -> None:
    assert [role.name for role in users.Role] == [role.name for role in roles.Role]
