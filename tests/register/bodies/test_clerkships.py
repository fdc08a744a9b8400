"""A clerk does everything in the bodies they serve, and reads what is public of the others."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from arising.register.accounts.audiences import Audience, Seen, body_path, council_path
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user, give_role
from arising.register.accounts.roles import Role
from arising.register.accounts.rules import is_clerk
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Body, Clerkship, Council, Item, Meeting, Membership, Person
from arising.register.record import operations as record
from arising.register.record import queries
from arising.register.record.models import Commitment, Source
from arising.register.search import queries as search
from arising.register.search.models import Entry
from register.invented import PROMISE, Add

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
OTHER_MINUTES = f"Roads\n\nThe lantern of Mill Lane was broken.\n\n{PROMISE}\n"


@pytest.fixture
def served(add: Add) -> Source:
    """A source for clerks only, of the body that the clerk serves."""
    return add(audience="clerks").source


@pytest.fixture
def other(add: Add) -> Source:
    """A source for clerks only, of another body of the council."""
    return add(OTHER_MINUTES, name="roads.txt", body="Roads Committee", audience="clerks").source


@pytest.fixture
def its_clerk(served: Source) -> User:
    """A clerk of the one body."""
    user = add_user("one@kelderdale.example", Role.CLERK, **TOLD)
    bodies.set_clerkships(user, bodies=[served.meeting.body], **TOLD)
    return user


def test_a_clerk_sees_everything_in_a_body_they_serve(its_clerk: User, served: Source) -> None:
    assert list(Source.objects.visible_to(its_clerk)) == [served]
    assert queries.commitments(its_clerk).paginator.count == 1
    assert Item.objects.visible_to(its_clerk).count() == 1
    assert queries.source_page(its_clerk, served.pk).whole


def test_a_clerk_of_another_body_sees_nothing(its_clerk: User, other: Source) -> None:
    assert other not in Source.objects.visible_to(its_clerk)
    assert not Body.objects.visible_to(its_clerk).filter(name="Roads Committee").exists()
    assert search.search(its_clerk, "lantern").paginator.count == 0
    assert not Commitment.objects.visible_to(its_clerk).filter(source=other).exists()


def test_a_clerk_reads_what_is_public_of_another_body(its_clerk: User, other: Source) -> None:
    record.set_visibility(other, Audience.PUBLIC, why="Open")
    assert Commitment.objects.visible_to(its_clerk).filter(source=other).exists()
    assert search.search(its_clerk, "lantern").paginator.count
    record.set_visibility(other, Audience.MEMBERS, why="For members")
    assert not Commitment.objects.visible_to(its_clerk).filter(source=other).exists()


def test_a_clerk_does_not_decide_on_a_finding_of_another_body(its_clerk: User, served: Source, other: Source) -> None:
    record.confirm(Commitment.objects.get(source=served), actor=its_clerk)
    with pytest.raises(PermissionDenied):
        record.confirm(Commitment.objects.filter(source=other)[0], actor=its_clerk)


def test_a_clerk_adds_no_source_to_another_body(its_clerk: User, other: Source, add: Add) -> None:
    add("Budget\n\nThe Committee noted the report.\n", name="budget.txt", actor=its_clerk)
    before = Source.objects.count(), Body.objects.count()
    for body in ("Roads Committee", "A new committee"):
        with pytest.raises(PermissionDenied):
            add("Lanterns\n\nThe Committee noted the report.\n", name="x.txt", body=body, actor=its_clerk)
    assert (Source.objects.count(), Body.objects.count()) == before


def test_a_clerk_does_not_take_a_source_out_of_another_body(its_clerk: User, other: Source, add: Add) -> None:
    with pytest.raises(PermissionDenied):
        add(OTHER_MINUTES, name="roads.txt", body="Children's Committee", actor=its_clerk)
    other.refresh_from_db()
    assert other.meeting.body.name == "Roads Committee"


def test_a_clerk_of_a_council_serves_every_body_of_it(its_clerk: User, other: Source, add: Add) -> None:
    elsewhere = add("Elsewhere\n\nIt was noted.\n", name="e.txt", council="Ravensmoor", audience="clerks").source
    bodies.set_clerkships(its_clerk, councils=[other.meeting.body.council], **TOLD)
    seen = Source.objects.visible_to(its_clerk)
    assert other in seen
    assert elsewhere not in seen
    assert is_clerk(its_clerk, other)
    assert not is_clerk(its_clerk, elsewhere)


def test_a_clerk_of_no_body_is_the_public(its_clerk: User, served: Source) -> None:
    bodies.set_clerkships(its_clerk, **TOLD)
    assert not Source.objects.visible_to(its_clerk).exists()
    assert not is_clerk(its_clerk, served)


def test_whoever_is_a_clerk_no_longer_serves_nothing(its_clerk: User, served: Source) -> None:
    give_role(its_clerk, Role.MEMBER, **TOLD)
    assert not Source.objects.visible_to(its_clerk).exists()


@pytest.mark.parametrize("model", [Body, Meeting, Item, Membership, Source, Commitment, Entry])
def test_every_thing_with_an_audience_knows_the_way_to_its_body(model: Any) -> None:
    assert body_path(model) is not None
    assert council_path(model)


def test_a_thing_of_a_council_is_changed_by_a_clerk_of_one_of_its_bodies(its_clerk: User, served: Source) -> None:
    person = Person.objects.get(name="Councillor Anwen Pryce")
    assert its_clerk.has_perm("bodies.change", person)
    elsewhere = bodies.council_named("Ravensmoor", **TOLD)
    stranger = bodies.people_named(elsewhere, ["Ifor Stone"], **TOLD)["Ifor Stone"]
    assert not its_clerk.has_perm("bodies.change", stranger)


def test_a_membership_for_clerks_is_seen_by_the_clerk_of_the_body_alone(
    its_clerk: User, served: Source, other: Source
) -> None:
    person = Person.objects.get(name="Councillor Anwen Pryce")
    for source in (served, other):
        bodies.record_membership(person, body=source.meeting.body, audience=Audience.CLERKS, **TOLD)
    assert [held.body for held in Membership.objects.visible_to(its_clerk)] == [served.meeting.body]


def test_a_clerk_of_another_body_does_not_hold_a_meeting_back(its_clerk: User, other: Source) -> None:
    with pytest.raises(PermissionDenied):
        bodies.set_visibility(other.meeting, Seen(Audience.PUBLIC), actor=its_clerk, why="It is ours")


@pytest.mark.parametrize("name", ["member", "clerk"])
def test_only_an_administrator_says_which_bodies_a_clerk_serves(
    request: pytest.FixtureRequest, its_clerk: User, name: str
) -> None:
    with pytest.raises(PermissionDenied):
        bodies.set_clerkships(its_clerk, everything=True, actor=request.getfixturevalue(name), why="More")


def test_what_a_clerk_served_stands_in_history(its_clerk: User, served: Source, other: Source) -> None:
    body = other.meeting.body
    bodies.set_clerkships(its_clerk, bodies=[body], actor=None, why="Moved")
    assert changes(its_clerk)[0]["why"] == "Serves: Roads Committee. Moved"
    assert Clerkship.history.filter(history_type="-", body=served.meeting.body, history_change_reason="Moved").exists()


def test_a_clerkship_is_there_once(its_clerk: User, served: Source) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Clerkship.objects.create(user=its_clerk, body=served.meeting.body)
    with pytest.raises(IntegrityError), transaction.atomic():
        Clerkship.objects.create(user=its_clerk, body=served.meeting.body, council=Council.objects.get())


def test_rights_are_asked_for_once(its_clerk: User, served: Source, django_assert_num_queries: Any) -> None:
    user = User.objects.get(pk=its_clerk.pk)
    with django_assert_num_queries(5):  # groups, clerkships, names withheld, and each list
        list(Source.objects.visible_to(user))
        list(Item.objects.visible_to(user))
