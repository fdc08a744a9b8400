"""Who belongs to a body: said by its clerk, changed, ended, and never taken from the record of somebody quoted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies import operations, queries
from arising.register.bodies.models import Body, Membership, Person
from arising.register.record.models import Mention
from register.conftest import Add

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
TODAY = "2026-06-01T12:00"


@pytest.fixture
def body(add: Add, on_day: Callable[[str], None]) -> Body:
    """The Children's Committee of Kelderdale, on 1 June 2026."""
    on_day(TODAY)
    add()
    return Body.objects.get()


@pytest.fixture
def member(body: Body) -> Membership:
    """Quill Feather, a member since May 2025."""
    return operations.add_member(body, "Quill Feather", role="Member", start="2025-05", **TOLD)


@pytest.fixture
def as_clerk(client: Client, body: Body, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def change(membership: Membership, actor: User | None = None, **told: str) -> Membership:
    columns = {"role": membership.role, "start": membership.start, "end": membership.end, **told}
    return operations.change_membership(membership, **columns, actor=actor, why="For a test")


def page(client: Client, body: Body) -> str:
    answer = client.get(f"/members/{body.slug}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_answers_in_words_who_belongs_now_and_who_did(body: Body, member: Membership) -> None:
    operations.add_member(body, "Ada Lowe", start="2021", end="2024-05", **TOLD)
    operations.add_member(body, "Ben Marsh", start="2027-05", **TOLD)
    assert queries.members(None, body.slug).words == "1 belongs to it now, 1 did before, 1 will."


def test_a_body_of_which_nothing_is_known_says_so(client: Client, body: Body) -> None:
    said = page(client, body)
    assert "The register does not hold who belongs to it." in said
    assert "Its clerk says who belongs to it." in said


def test_a_membership_that_ends_is_told_among_those_before(member: Membership) -> None:
    change(member, end="2026-05-31")
    it = queries.members(None, member.body.slug if member.body else "")
    assert ([each.name for each in it.now], [each.name for each in it.others]) == ([], ["Quill Feather"])


def test_who_ends_today_still_belongs_to_it(member: Membership) -> None:
    change(member, end="2026-06-01")
    assert queries.members(None, member.body.slug if member.body else "").now


def test_what_was_said_before_stays_in_the_history(member: Membership) -> None:
    change(member, role="Chair", end="2026-05-31")
    told = changes(member)[0]["changed"]
    assert told["role"] == ("Member", "Chair")
    assert told["end"] == ("", "2026-05-31")


def test_the_person_stays_when_a_membership_ends_or_goes(member: Membership) -> None:
    change(member, end="2026-05-31")
    operations.remove_membership(member, **TOLD)
    assert Person.objects.filter(name="Quill Feather").exists()
    assert not Membership.objects.exists()


def test_a_membership_of_somebody_whom_its_minutes_name_is_never_taken_away(body: Body) -> None:
    mention: Any = Mention.objects.exclude(person=None)[0]
    person = mention.person
    row = operations.record_membership(person, body=body, **TOLD)
    with pytest.raises(ValidationError, match="Minutes of the body name them"):
        operations.remove_membership(row, **TOLD)
    assert Membership.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"end": "2024"}, "cannot end before it begins"),
        ({"start": "May 2023"}, "is no date"),
        ({"end": "2026-13"}, "no such month"),
    ],
)
def test_a_time_that_cannot_be_is_refused(member: Membership, told: dict[str, Any], line: str) -> None:
    with pytest.raises(ValidationError, match=line):
        change(member, **told)
    member.refresh_from_db()
    assert (member.start, member.end) == ("2025-05", "")


def test_what_is_no_name_is_refused(body: Body) -> None:
    with pytest.raises(ValidationError, match="That is no name"):
        operations.add_member(body, "—", **TOLD)


def test_a_clerk_of_another_body_changes_nothing(add: Add, member: Membership) -> None:
    add(name="other.txt", body="Other Committee")
    other = add_user("one@kelderdale.example", Role.CLERK, **TOLD)
    operations.set_clerkships(other, bodies=[Body.objects.get(name="Other Committee")], **TOLD)
    with pytest.raises(PermissionDenied):
        change(member, actor=other, role="Chair")
    with pytest.raises(PermissionDenied):
        operations.remove_membership(member, actor=other, why="Try")


def test_a_membership_for_officers_is_neither_shown_nor_counted(
    client: Client, body: Body, member: Membership, officer: User
) -> None:
    Membership.objects.update(audience=Audience.OFFICERS)
    said = page(client, body)
    assert "Quill Feather" not in said
    assert "does not hold who belongs to it" in said
    client.force_login(officer)
    assert "Quill Feather" in page(client, body)


def test_a_name_that_is_withheld_stays_withheld_and_is_counted(client: Client, body: Body, member: Membership) -> None:
    operations.withhold(member.person, "They asked for it.", actor=None)
    change(member, role="Foster carer")
    said = page(client, body)
    assert "Feather" not in said
    assert "Foster carer" not in said
    assert "Name withheld" in said
    assert "1 belongs to it now." in said


def test_a_body_for_officers_has_no_page_of_members_for_the_public(client: Client, body: Body) -> None:
    Body.objects.update(audience=Audience.OFFICERS)
    assert client.get(f"/members/{body.slug}/").status_code == 404


def test_a_clerk_adds_changes_ends_and_takes_away_on_pages(as_clerk: Client, body: Body) -> None:
    as_clerk.post(f"/members/{body.slug}/add/", {"name": "Ada Lowe", "role": "Member", "start": "2025-05"})
    row = Membership.objects.get()
    assert "Change or end" in page(as_clerk, body)
    told = {"role": "Chair", "start": "2025-05-14", "end": "2026-05", "why": "Elections"}
    assert as_clerk.post(f"/memberships/{row.pk}/change/", told).headers["Location"] == f"/members/{body.slug}/"
    row.refresh_from_db()
    assert (row.role, row.start, row.end) == ("Chair", "2025-05-14", "2026-05")
    as_clerk.post(f"/memberships/{row.pk}/remove/", {"why": "Never a member"})
    assert not Membership.objects.exists()


def test_a_refusal_stands_beside_its_box(as_clerk: Client, member: Membership) -> None:
    told = {"role": "Member", "start": "2025", "end": "2024", "why": "Try"}
    said = as_clerk.post(f"/memberships/{member.pk}/change/", told).content.decode()
    assert "It cannot end before it begins." in said


def test_the_public_is_offered_no_change(client: Client, body: Body, member: Membership) -> None:
    assert "Change or end" not in page(client, body)
    assert client.get(f"/memberships/{member.pk}/change/").status_code == 302


def test_the_page_of_the_body_leads_to_its_members(client: Client, body: Body) -> None:
    assert f'href="/members/{body.slug}/"' in client.get(body.get_absolute_url()).content.decode()
