"""Audiences widen in order, and roles lead to them."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from arising.register.accounts.audiences import Audience, audiences_for
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user, give_role


def test_each_audience_sees_what_the_wider_ones_see() -> None:
    assert [len(audience.up_to_here()) for audience in Audience] == [1, 2, 3, 4]
    assert Audience.OFFICERS.up_to_here() == {Audience.PUBLIC, Audience.MEMBERS, Audience.OFFICERS}


@pytest.mark.parametrize("role", Audience)
def test_a_role_leads_to_its_audience(db: None, role: Audience) -> None:
    user = add_user("a@kelderdale.example", role, actor=None, why="Joined")
    assert audiences_for(User.objects.get(pk=user.pk)) == role.up_to_here()


def test_a_new_role_takes_the_place_of_the_old(db: None, clerk: User) -> None:
    user = add_user("a@kelderdale.example", Audience.CLERKS, actor=clerk, why="Joined")
    assert audiences_for(user) == Audience.CLERKS.up_to_here()
    give_role(user, Audience.MEMBERS, actor=clerk, why="Elected")
    assert audiences_for(user) == Audience.MEMBERS.up_to_here()
    assert changes(user)[0]["why"] == "Role: Members, officers and clerks. Elected"


def test_only_a_clerk_gives_roles(db: None, member: User) -> None:
    with pytest.raises(PermissionDenied):
        give_role(member, Audience.CLERKS, actor=member, why="I want it")


def test_an_address_is_one_whatever_its_case(db: None) -> None:
    add_user("Clerk@Kelderdale.Example", Audience.CLERKS, password="a long password", actor=None, why="Joined")
    assert authenticate(username="CLERK@kelderdale.example", password="a long password") is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("clerk@kelderdale.example")


def test_without_a_password_nobody_signs_in(db: None) -> None:
    add_user("a@kelderdale.example", Audience.MEMBERS, actor=None, why="Joined")
    assert authenticate(username="a@kelderdale.example", password="") is None


def test_a_user_needs_an_address(db: None) -> None:
    with pytest.raises(ValueError, match="e-mail address"):
        User.objects.create_user("")


def test_the_history_of_a_user_holds_no_password(db: None, clerk: User) -> None:
    assert "password" not in {field.name for field in clerk.history.model._meta.fields}
