"""A thing's own page tells what became of it: to the public what and when, to those who work here who and why."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Item, Person
from arising.register.record import operations
from arising.register.record.models import Commitment, Source
from register.invented import Add

WHY = "The Clerk checked the recording"


@pytest.fixture
def source(add: Add, clerk: User, on_day: Callable[[str], None]) -> Source:
    """One source, whose commitment, item, meeting and body a clerk has changed."""
    on_day("2024-06-01T12:00+00:00")
    source = add().source
    on_day("2024-06-08T09:30+00:00")
    commitment = Commitment.objects.get(source=source)
    operations.amend(commitment, {"owner": "Head of Schools"}, actor=clerk, why=WHY)
    bodies.rename_body(source.meeting.body, "Youth Committee", actor=clerk, why=WHY)
    for thing in (source.meeting, Item.objects.get(meeting=source.meeting)):
        bodies.set_visibility(thing, Seen(Audience.PUBLIC), actor=clerk, why=WHY)
    return source


def addresses(source: Source) -> list[str]:
    item = Item.objects.get(meeting=source.meeting)
    return [thing.get_absolute_url() for thing in (source.meeting.body, source.meeting, item)]


def histories(page: str) -> str:
    """The words of the histories on a page."""
    folded = re.findall(r'<details class="govuk-details history">(.*?)</details>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", " ".join(folded)).split())


def test_the_public_is_told_what_changed_and_when_and_not_who_or_why(client: Client, source: Source) -> None:
    for address in addresses(source):
        told = histories(client.get(address).content.decode())
        assert "8 June 2024, 10:30" in told
        assert "Clerk" not in told


@pytest.mark.parametrize("name", ["officer", "inspector", "clerk", "administrator"])
def test_those_who_work_here_are_told_who_and_why(
    client: Client, source: Source, request: pytest.FixtureRequest, name: str
) -> None:
    client.force_login(request.getfixturevalue(name))
    for address in addresses(source):
        assert f"Clerk : {WHY}" in histories(client.get(address).content.decode()).replace("Clerk:", "Clerk :")


def test_a_finding_tells_everybody_what_it_was_and_what_it_became(client: Client, source: Source) -> None:
    told = histories(client.get(addresses(source)[2]).content.decode())
    assert "History of Undertaking 1" in told
    assert "Who owes it : “Officers” became “Head of Schools”" in told.replace("it:", "it :")


def test_what_a_thing_was_called_before_is_for_its_clerks(client: Client, source: Source, clerk: User) -> None:
    address = addresses(source)[0]
    assert "Children" not in histories(client.get(address).content.decode())
    client.force_login(clerk)
    told = histories(client.get(address).content.decode())
    assert "“Children&#x27;s Committee” became “Youth Committee”" in told


def test_a_finding_that_nobody_decided_on_has_no_history(client: Client, source: Source) -> None:
    told = histories(client.get(addresses(source)[2]).content.decode())
    assert told.count("History of") == 1


def test_a_person_has_a_history(client: Client, source: Source, clerk: User) -> None:
    client.force_login(clerk)
    person = Person.objects.get(name="Councillor Anwen Pryce")
    assert "Added" in histories(client.get(person.get_absolute_url()).content.decode())
