"""The files of the journey."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement.models import Paper
from arising.register.improvement.operations import keep_paper
from arising.register.record.operations import files

WHY = "For a test"


def kept(council: Council, content: bytes = b"The letter.", seen: Seen = Seen(), actor: User | None = None) -> Paper:  # noqa: B008
    return keep_paper(council, content, "letters\\letter.txt", seen=seen, actor=actor, why=WHY)


def test_a_paper_is_kept_byte_for_byte(council: Council) -> None:
    paper = kept(council)
    assert (paper.name, files.path_of(paper.sha256).read_bytes()) == ("letter.txt", b"The letter.")


def test_the_same_bytes_are_kept_once(council: Council) -> None:
    assert kept(council) == kept(council)


def test_an_empty_file_is_refused(council: Council) -> None:
    with pytest.raises(ValidationError, match="is empty"):
        kept(council, b"")


def test_a_file_that_is_too_large_is_refused(council: Council, settings: Settings) -> None:
    settings.LARGEST_UPLOAD = 3
    with pytest.raises(ValidationError, match="too large"):
        kept(council)


def test_somebody_who_does_not_keep_the_journey_adds_no_paper(council: Council, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        kept(council, actor=officer)


def test_a_paper_under_embargo_is_not_there_for_the_public(client: Client, council: Council) -> None:
    paper = kept(council, seen=Seen(Audience.PUBLIC, timezone.now() + timedelta(minutes=1)))
    assert client.get(f"/improvement/papers/{paper.pk}/").status_code == 404


def test_a_paper_is_there_from_the_minute_of_its_embargo(client: Client, council: Council) -> None:
    paper = kept(council, seen=Seen(Audience.PUBLIC, timezone.now() - timedelta(minutes=1)))
    answer = client.get(f"/improvement/papers/{paper.pk}/")
    assert b"".join(answer.streaming_content) == b"The letter."  # type: ignore[attr-defined]


def test_papers_are_not_forgotten_as_orphans(council: Council) -> None:
    paper = kept(council)
    files.forget_orphans(older_than=-60)
    assert files.path_of(paper.sha256).exists()
