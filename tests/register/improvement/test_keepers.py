"""Who keeps the improvement journey of a council."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement.models import ImprovementOfficer
from arising.register.improvement.operations import appoint_improvement_officer, dismiss_improvement_officer

WHY = "For a test"


def test_an_improvement_officer_keeps_the_journey_of_their_council(keeper: User, council: Council) -> None:
    assert keeper.has_perm("improvement.keep", council)


def test_an_improvement_officer_keeps_no_other_councils_journey(keeper: User) -> None:
    other = Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    assert not keeper.has_perm("improvement.keep", other)


def test_an_officer_who_was_not_appointed_keeps_nothing(officer: User, council: Council) -> None:
    assert not officer.has_perm("improvement.keep", council)


def test_a_member_cannot_be_made_an_improvement_officer(member: User, council: Council) -> None:
    with pytest.raises(ValidationError, match="no officer"):
        appoint_improvement_officer(member, council, actor=None, why=WHY)


def test_an_improvement_officer_cannot_appoint_another(keeper: User, council: Council) -> None:
    with pytest.raises(PermissionDenied):
        appoint_improvement_officer(keeper, council, actor=keeper, why=WHY)


def test_whoever_was_dismissed_keeps_nothing(keeper: User, council: Council, clerk: User) -> None:
    dismiss_improvement_officer(ImprovementOfficer.objects.get(), actor=clerk, why=WHY)
    assert not keeper.has_perm("improvement.keep", council)


def test_a_clerk_appoints_on_the_councils_page(client: Client, clerk: User, officer: User, council: Council) -> None:
    client.force_login(clerk)
    answer = client.post(f"/improvement/{council.slug}/officers/add/", {"email": officer.email})
    assert (answer.status_code, officer.has_perm("improvement.keep", council)) == (302, True)


def test_an_address_of_nobody_is_one_clear_line(client: Client, clerk: User, council: Council) -> None:
    client.force_login(clerk)
    answer = client.post(f"/improvement/{council.slug}/officers/add/", {"email": "nobody@kelderdale.example"})
    assert "No officer signs in here as nobody@kelderdale.example." in answer.content.decode()


def test_somebody_who_may_not_appoint_is_refused(client: Client, keeper: User, council: Council) -> None:
    client.force_login(keeper)
    assert client.get(f"/improvement/{council.slug}/officers/add/").status_code == 403
