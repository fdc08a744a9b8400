"""A clerk sends files of minutes; what cannot be added is told in a line, and leaves nothing behind."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user
from arising.register.accounts.roles import Role
from arising.register.bodies.models import Body, Meeting
from arising.register.bodies.operations import set_clerkships
from arising.register.matters.models import Suggestion
from arising.register.record.models import Source
from following.invented import BODY, JUNE, MARCH
from register.invented import Add

ADDRESS = "/sources/add/"


def minutes(text: str = MARCH, name: str = "march.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


@pytest.fixture
def as_clerk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def send(client: Client, *files: SimpleUploadedFile, **told: str) -> str:
    given = {"audience": "public", "new_body": BODY, **told}
    return client.post(ADDRESS, {"minutes": list(files), **given}).content.decode()


def test_a_clerk_adds_minutes_and_is_told_what_was_found(as_clerk: Client) -> None:
    page = send(as_clerk, minutes(), date_day="5", date_month="3", date_year="2030")
    source = Source.objects.get()
    assert source.meeting.date == "2030-03-05"
    assert source.meeting.body.name == BODY
    assert "1 file read and kept." in page
    assert "Review what was found" in page
    assert f"/packs/{source.meeting.body.slug}/" in page


def test_what_was_added_is_followed_at_once(as_clerk: Client) -> None:
    send(as_clerk, minutes(), minutes(JUNE, "june.txt"))
    assert Suggestion.objects.exists()


def test_what_was_added_before_changes_nothing(as_clerk: Client) -> None:
    send(as_clerk, minutes())
    page = send(as_clerk, minutes())
    assert "it was here already, and nothing changed" in page
    assert Source.objects.count() == 1


def test_a_file_that_cannot_be_read_does_not_stop_the_others(as_clerk: Client) -> None:
    page = send(as_clerk, SimpleUploadedFile("broken.pdf", b"%PDF-1.7 broken"), minutes())
    assert "broken.pdf</strong> was not added:" in page
    assert [source.name for source in Source.objects.all()] == ["march.txt"]


def test_a_file_that_is_too_large_is_told_so(as_clerk: Client, settings: Settings) -> None:
    settings.LARGEST_UPLOAD = 1000
    page = send(as_clerk, SimpleUploadedFile("long.txt", b"x" * 1001))
    assert "“long.txt” is too large" in page
    assert not Source.objects.exists()


def test_no_file_is_told_so(as_clerk: Client) -> None:
    assert "Which files?" in as_clerk.post(ADDRESS, {"audience": "public"}).content.decode()
    assert not Source.objects.exists()


def test_one_day_is_not_given_to_several_meetings(as_clerk: Client) -> None:
    page = send(as_clerk, minutes(), minutes(JUNE, "june.txt"), date_day="5", date_month="3", date_year="2030")
    assert "Give a day for one file at a time" in page
    assert not Source.objects.exists()


def test_minutes_for_clerks_are_seen_by_nobody_else(as_clerk: Client) -> None:
    send(as_clerk, minutes(), audience="clerks")
    assert Client().get(f"/sources/{Source.objects.get().pk}/").status_code == 404


def test_minutes_can_be_held_back(as_clerk: Client) -> None:
    send(as_clerk, minutes(), held_until_day="1", held_until_month="1", held_until_year="2199")
    assert Client().get(f"/sources/{Source.objects.get().pk}/").status_code == 404


def test_a_clerk_adds_nothing_to_a_body_they_do_not_serve(client: Client, add: Add) -> None:
    add()
    one = add_user("one@kelderdale.example", Role.CLERK, actor=None, why="For a test")
    set_clerkships(one, bodies=[Body.objects.get()], actor=None, why="For a test")
    client.force_login(one)
    page = send(client, minutes("Other minutes of 5 March 2030.\n\nOfficers undertook to send a note.\n", "o.txt"))
    assert "a body that you do not serve" in page
    assert Source.objects.count() == 1
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("who", ["member", "officer", "inspector", "board_member"])
def test_only_clerks_add(client: Client, request: pytest.FixtureRequest, who: str) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"minutes": minutes(), "audience": "public"}).status_code == 403
    assert not Source.objects.exists()


def test_the_public_is_asked_to_sign_in(client: Client, db: None) -> None:
    assert client.get(ADDRESS).status_code == 302
