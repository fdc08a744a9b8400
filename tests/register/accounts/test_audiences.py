"""Audiences widen in order, and roles lead to them."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from arising.register.accounts.audiences import Audience, audiences_for
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user, close_account, give_role
from arising.register.accounts.roles import Role
from arising.register.accounts.rules import is_administrator, is_clerk, knows_staff


def test_each_audience_sees_what_the_wider_ones_see() -> None:
    assert [len(audience.up_to_here()) for audience in Audience] == [1, 2, 3, 4]
    assert Audience.OFFICERS.up_to_here() == {Audience.PUBLIC, Audience.MEMBERS, Audience.OFFICERS}


@pytest.mark.parametrize(
    ("role", "audience"),
    [
        (None, Audience.PUBLIC),
        (Role.MEMBER, Audience.MEMBERS),
        (Role.OFFICER, Audience.OFFICERS),
        (Role.BOARD, Audience.OFFICERS),
        (Role.INSPECTOR, Audience.OFFICERS),
        (Role.ADMINISTRATOR, Audience.CLERKS),
        (Role.CLERK, Audience.PUBLIC),
    ],
)
def test_a_role_leads_to_what_it_reads_in_every_body(db: None, role: Role | None, audience: Audience) -> None:
    user = add_user("a@kelderdale.example", role, actor=None, why="Joined")
    assert audiences_for(User.objects.get(pk=user.pk)) == audience.up_to_here()


def test_a_clerk_of_every_body_sees_everything(clerk: User) -> None:
    assert audiences_for(clerk) == set(Audience)


def test_a_superuser_is_an_administrator(db: None) -> None:
    user = User.objects.create_superuser("root@kelderdale.example")
    assert audiences_for(user) == set(Audience)
    assert is_administrator(user)


def test_the_roles_are_groups_from_the_start(db: None) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


def test_a_new_role_takes_the_place_of_the_old(db: None, administrator: User) -> None:
    user = add_user("a@kelderdale.example", Role.OFFICER, actor=administrator, why="Joined")
    assert audiences_for(user) == Audience.OFFICERS.up_to_here()
    give_role(user, Role.MEMBER, actor=administrator, why="Elected")
    assert audiences_for(user) == Audience.MEMBERS.up_to_here()
    assert changes(user)[0]["why"] == "Role: Member. Elected"


@pytest.mark.parametrize("name", ["member", "officer", "board_member", "inspector", "clerk"])
def test_only_an_administrator_gives_roles(request: pytest.FixtureRequest, name: str) -> None:
    user = request.getfixturevalue(name)
    with pytest.raises(PermissionDenied):
        give_role(user, Role.ADMINISTRATOR, actor=user, why="I want it")


def test_nobody_closes_their_own_account(administrator: User) -> None:
    with pytest.raises(ValueError, match="your own account"):
        close_account(administrator, actor=administrator, why="Leaving")


@pytest.mark.parametrize(
    ("name", "clerk_s_work", "staff"),
    [
        ("member", False, False),
        ("officer", False, True),
        ("board_member", False, True),
        ("inspector", False, True),
        ("clerk", True, True),
        ("administrator", True, True),
    ],
)
def test_who_does_a_clerk_s_work_and_who_knows_the_staff(
    request: pytest.FixtureRequest, name: str, clerk_s_work: bool, staff: bool
) -> None:
    user = request.getfixturevalue(name)
    assert (is_clerk(user), knows_staff(user)) == (clerk_s_work, staff)


def test_a_closed_account_is_nobody_s(administrator: User) -> None:
    administrator.is_active = False
    assert not is_administrator(administrator)
    assert not is_clerk(administrator)
    assert audiences_for(administrator) == {Audience.PUBLIC}


def test_an_address_is_one_whatever_its_case(db: None) -> None:
    add_user("Clerk@Kelderdale.Example", Role.CLERK, password="a long password", actor=None, why="Joined")
    assert authenticate(username="CLERK@kelderdale.example", password="a long password") is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("clerk@kelderdale.example")


def test_without_a_password_nobody_signs_in(db: None) -> None:
    add_user("a@kelderdale.example", Role.MEMBER, actor=None, why="Joined")
    assert authenticate(username="a@kelderdale.example", password="") is None


def test_a_user_needs_an_address(db: None) -> None:
    with pytest.raises(ValueError, match="e-mail address"):
        User.objects.create_user("")


def test_the_history_of_a_user_holds_no_password(db: None, clerk: User) -> None:
    assert "password" not in {field.name for field in clerk.history.model._meta.fields}
