"""A file as evidence: kept byte for byte, given out as a download, and only to those who work with the register."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from arising.register.accounts.models import User
from arising.register.bodies.operations import people_named, withhold
from arising.register.obligations import operations
from arising.register.obligations.evidence import SentFile
from arising.register.obligations.models import Answer, Judgement, Obligation
from arising.register.record.operations import forget_orphans

NOTE = SentFile("The note.pdf", b"%PDF-1.7 the note")


@pytest.fixture
def given(owed: Obligation, director: User) -> Answer:
    return operations.answer(owed, "The note was sent.", file=NOTE, actor=director)


def address(given: Answer) -> str:
    return f"/obligations/{given.obligation_id}/answers/{given.pk}/file/"


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_an_officer_sends_a_file_on_the_page(owed: Obligation, director: User) -> None:
    sent = {"text": "The note was sent.", "file": SimpleUploadedFile(NOTE.name, NOTE.content)}
    assert as_user(director).post(f"/obligations/{owed.pk}/answer/", sent).status_code == 302
    given = Answer.objects.get()
    assert (given.file_name, given.link, given.source) == (NOTE.name, "", None)


@pytest.mark.parametrize("who", ["director", "member", "clerk", "inspector"])
def test_who_works_with_the_register_gets_the_bytes_as_a_download(
    given: Answer, request: pytest.FixtureRequest, who: str
) -> None:
    answer = as_user(request.getfixturevalue(who)).get(address(given))
    assert b"".join(answer) == NOTE.content
    assert answer["Content-Disposition"] == 'attachment; filename="The note.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_public_reads_that_there_is_a_file_and_opens_none(given: Answer, clerk: User) -> None:
    operations.judge(given, Judgement.ACCEPTED, actor=clerk)
    assert Client().get(address(given)).status_code == 404
    page = Client().get(f"/obligations/{given.obligation_id}/").content.decode()
    assert "Evidence: a file, which the clerk keeps" in page
    assert "The note.pdf" not in page


def test_members_open_no_file_where_a_name_is_withheld_from_them(given: Answer, member: User, clerk: User) -> None:
    body = given.obligation.body
    assert body
    person = people_named(body.council, ["Gwenda Ash"], actor=None, why="For a test")["Gwenda Ash"]
    withhold(person, "A witness", actor=clerk)
    assert as_user(member).get(address(given)).status_code == 404
    with contextlib.closing(as_user(clerk).get(address(given))) as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (SentFile("page.html", b"<script>"), "no file that is taken"),
        (SentFile("noending", b"x"), "no file that is taken"),
        (SentFile("empty.pdf", b""), "is empty"),
        (SentFile("large.pdf", b"x" * 1001), "is too large"),
    ],
)
def test_what_is_not_taken_is_told_in_one_line_and_nothing_is_stored(
    owed: Obligation, director: User, settings: Settings, sources: Path, file: SentFile, said: str
) -> None:
    settings.LARGEST_UPLOAD = 1000
    before = sorted(sources.rglob("*"))
    with pytest.raises(ValidationError, match=said):
        operations.answer(owed, "Sent", file=file, actor=director)
    assert not Answer.objects.exists()
    assert sorted(sources.rglob("*")) == before


def test_a_file_that_is_too_large_is_told_on_the_page(owed: Obligation, director: User, settings: Settings) -> None:
    settings.LARGEST_UPLOAD = 10
    sent = {"text": "The note was sent.", "file": SimpleUploadedFile(NOTE.name, NOTE.content)}
    page = as_user(director).post(f"/obligations/{owed.pk}/answer/", sent).content.decode()
    assert "“The note.pdf” is too large" in page
    assert not Answer.objects.exists()


def test_an_address_and_a_file_are_two_answers(owed: Obligation, director: User) -> None:
    with pytest.raises(ValidationError, match="not both"):
        operations.answer(owed, "Sent", "https://kelderdale.example/note", file=NOTE, actor=director)


def test_nothing_shown_is_refused(owed: Obligation, director: User) -> None:
    with pytest.raises(ValidationError):
        operations.answer(owed, "Sent", actor=director)


def test_a_path_in_the_name_of_a_file_is_left_out(owed: Obligation, director: User) -> None:
    given = operations.answer(owed, "Sent", file=SentFile("..\\secret/../note.pdf", b"x"), actor=director)
    assert given.file_name == "note.pdf"


def test_the_bytes_of_evidence_are_no_orphans(given: Answer) -> None:
    assert given.file_sha256 not in forget_orphans(older_than=-1)
