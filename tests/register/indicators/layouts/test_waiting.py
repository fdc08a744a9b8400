"""Files that were brought in and not stored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Council
from arising.register.indicators import operations
from arising.register.indicators.models import Brought, StatisticalArea
from register.conftest import a_user
from register.indicators.figures import MEDWAY, STEADY, referrals
from register.indicators.test_reporting import FILE as OWN

FILE = referrals({MEDWAY: STEADY})


@pytest.fixture
def waiting(clerk: User) -> Brought:
    return operations.bring("referrals.csv", FILE, published_on=None, actor=clerk)


def test_files_that_wait_stand_on_the_page_for_adding(waiting: Brought, clerk: User, client: Client) -> None:
    client.force_login(clerk)
    said = client.get("/releases/add/").content.decode()
    assert waiting.get_absolute_url() in said
    assert "A file that waits for more than 30 days is thrown away." in said


def test_a_councils_own_files_stand_on_their_own_page(
    clerk: User, client: Client, council: Council, medway: StatisticalArea
) -> None:
    own = operations.bring_own(council, "Mosaic", "own.csv", OWN, actor=clerk)
    client.force_login(clerk)
    assert own.get_absolute_url() in client.get("/figures/own/add/").content.decode()
    assert own.get_absolute_url() not in client.get("/releases/add/").content.decode()


def test_a_file_is_thrown_away_on_the_page(waiting: Brought, clerk: User, client: Client) -> None:
    client.force_login(clerk)
    said = client.post(f"{waiting.get_absolute_url()}throw-away/", follow=True).content.decode()
    assert "referrals.csv is thrown away." in said
    assert not Brought.objects.exists()


def test_a_look_at_the_address_throws_nothing_away(waiting: Brought, clerk: User, client: Client) -> None:
    client.force_login(clerk)
    client.get(f"{waiting.get_absolute_url()}throw-away/")
    assert Brought.objects.exists()


def test_nobody_sees_or_throws_away_what_another_brought_in(waiting: Brought, client: Client) -> None:
    other = a_user(Role.ADMINISTRATOR)
    client.force_login(other)
    assert waiting.get_absolute_url() not in client.get("/releases/add/").content.decode()
    assert client.post(f"{waiting.get_absolute_url()}throw-away/").status_code == 404
    with pytest.raises(Brought.DoesNotExist):
        operations.throw_away(waiting, actor=other)


def test_what_was_stored_is_not_thrown_away(waiting: Brought, clerk: User) -> None:
    operations.store_brought(waiting, actor=clerk)
    with pytest.raises(Brought.DoesNotExist):
        operations.throw_away(waiting, actor=clerk)


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_a_file_that_waited_too_long_is_dropped_when_another_comes(
    waiting: Brought, clerk: User, days: int, kept: bool
) -> None:
    Brought.objects.update(brought_at=timezone.now() - timedelta(days=days))
    operations.bring("other.csv", referrals({MEDWAY: [1.0]}), published_on=None, actor=clerk)
    assert Brought.objects.filter(pk=waiting.pk).exists() == kept


def test_a_stored_file_is_never_dropped_for_its_age(waiting: Brought, clerk: User) -> None:
    operations.store_brought(waiting, actor=clerk)
    Brought.objects.update(brought_at=timezone.now() - timedelta(days=400))
    operations.bring("other.csv", referrals({MEDWAY: [1.0]}), published_on=None, actor=clerk)
    assert Brought.objects.filter(pk=waiting.pk).exists()
