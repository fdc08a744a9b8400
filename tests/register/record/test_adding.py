"""Sources come in once, whole, and to the right meeting."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Model

from arising.documents import SourceError
from arising.reading import record as read
from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Council, Item, Meeting, Person, Post
from arising.register.record.models import (
    FINDINGS,
    Commitment,
    DocumentText,
    Edition,
    Figure,
    Passage,
    Reading,
    Source,
)
from arising.register.record.operations import (
    Status,
    add_source,
    adding,
    files,
    forget_orphans,
    reconciling,
    reread,
    storing,
)
from arising.register.search.models import Entry
from register.invented import DECISION, FIGURE, MINUTES, NAMED, PROMISE, Add, ScriptedReader

CHANGED = MINUTES.replace("The Director of People introduced the report.", "The Director introduced her report.")


def rows() -> dict[str, int]:
    """How many rows every table of the register has that adding writes to."""
    others: tuple[type[Model], ...] = (
        Council, Body, Meeting, Item, Person, Post, Source, Edition, Reading, DocumentText, Passage, Entry,
    )  # fmt: skip
    return {model.__name__: model._default_manager.count() for model in (*others, *FINDINGS)}


def test_a_source_is_stored_with_its_bytes_text_and_findings(add: Add) -> None:
    outcome = add()
    assert outcome.status is Status.ADDED
    assert str(outcome.meeting) == "Children's Committee, 2024-03-05"
    assert outcome.counts == {"commitment": 1, "figure": 1, "decision": 1, "mention": 1, "exchange": 1}
    edition = outcome.source.editions.get()
    assert edition.sha256 == hashlib.sha256(MINUTES.encode()).hexdigest()
    assert edition.size == len(MINUTES.encode())
    assert files.bytes_of(edition) == MINUTES.encode()


def test_every_finding_stands_on_its_words(add: Add) -> None:
    add()
    for model in FINDINGS:
        for finding in model.objects.all():
            assert finding.reading.document.text[finding.start : finding.end] == finding.quote


def test_the_text_and_the_record_come_back_as_they_were_read(add: Add) -> None:
    reading = add().source.readings.get()
    document = adding.open_document(MINUTES.encode(), name="minutes.txt")
    kept = reading.document.as_document
    assert (kept.text, kept.blocks, kept.original) == (document.text, document.blocks, document.original)
    start = document.text.index("briefing note")
    assert kept.in_original(start, start + 13) == "briefing note"
    assert reading.as_record.commitments[0].quote == PROMISE


def test_an_unchanged_file_changes_nothing(add: Add) -> None:
    add()
    before = rows()
    history = Commitment.history.count()
    assert add().status is Status.UNCHANGED
    assert rows() == before
    assert Commitment.history.count() == history


def test_an_unchanged_file_under_another_name_is_the_same_source(add: Add) -> None:
    first = add()
    again = add(name="copy of minutes.txt", body=None, date=None)
    assert (again.status, again.source) == (Status.UNCHANGED, first.source)


def test_a_changed_file_is_a_new_reading_beside_the_old(add: Add) -> None:
    first = add()
    again = add(CHANGED)
    assert (again.status, again.source) == (Status.NEW_READING, first.source)
    assert again.source.editions.count() == 2
    assert [reading.current for reading in again.source.readings.order_by("pk")] == [False, True]
    assert Commitment.objects.count() == 1
    commitment = Commitment.objects.get()
    assert commitment.reading.document.text[commitment.start : commitment.end] == PROMISE
    assert commitment.reading.current


def test_what_a_changed_file_no_longer_says_is_superseded(add: Add) -> None:
    add()
    add(MINUTES.replace(PROMISE, "Nothing was promised."))
    assert Commitment.objects.get().superseded
    assert not Commitment.objects.standing().exists()


def test_a_file_that_turns_back_to_what_it_was_stands_as_before(add: Add) -> None:
    first = add()
    add(MINUTES.replace(PROMISE, "Nothing was promised."))
    back = add()
    assert back.status is Status.NEW_READING
    assert back.counts == first.counts
    assert back.source.readings.count() == 2
    assert Commitment.objects.get().superseded is False


def test_other_minutes_of_the_same_name_at_another_meeting_are_another_source(add: Add) -> None:
    first = add()
    other = add(CHANGED, date="2024-06-04")
    assert other.status is Status.ADDED
    assert other.source != first.source
    assert Commitment.objects.standing().count() == 2


def test_two_undated_files_of_one_name_and_different_text_are_two_sources(add: Add) -> None:
    first = add(body=None, date=None)
    other = add("Budget\n\nThe Chair spoke of the budget at length.\n", body=None, date=None)
    assert other.status is Status.ADDED
    assert other.meeting != first.meeting


def test_an_undated_file_that_changed_a_little_is_the_same_source(add: Add) -> None:
    first = add(body=None, date=None)
    again = add(CHANGED, body=None, date=None)
    assert (again.status, again.source) == (Status.NEW_READING, first.source)


def test_a_changed_file_is_known_again_without_saying_its_body_and_day(add: Add) -> None:
    first = add()
    again = add(CHANGED, body=None, date=None)
    assert (again.status, again.source, again.meeting) == (Status.NEW_READING, first.source, first.meeting)


def test_a_file_that_comes_to_name_its_day_moves_there(add: Add, reader: ScriptedReader) -> None:
    first = add(date=None)
    reader.says = {"meeting": read.Meeting(body="Children's Committee", date="2024-03-05")}
    again = add(CHANGED, body=None, date=None)
    assert (again.source, again.meeting.date) == (first.source, "2024-03-05")
    assert Meeting.objects.count() == 1


def test_a_page_from_the_same_address_is_the_same_source_whatever_its_name(add: Add) -> None:
    first = add(origin="https://kelderdale.example/minutes/1")
    again = add(CHANGED, name="other.txt", origin="https://kelderdale.example/minutes/1", body=None, date=None)
    assert again.source == first.source


def test_item_pages_of_one_day_share_a_meeting(add: Add) -> None:
    one = add("Budget\n\nThe Committee noted the report.\n", name="budget.txt")
    two = add("Schools\n\nThe Committee noted the report.\n", name="schools.txt")
    assert one.meeting == two.meeting
    assert Item.objects.filter(meeting=one.meeting).count() == 2


def test_one_item_in_two_sources_is_one_item(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {"items": [("Ofsted update", {"number": "5"})]}
    one = add()
    two = add(CHANGED, name="whole.txt")
    assert one.items == two.items


def test_a_new_version_of_the_reader_reads_the_same_bytes_anew(add: Add, reader: ScriptedReader) -> None:
    first = add()
    reader.becomes("test-2", figures=[])
    again = add()
    assert (again.status, again.source) == (Status.NEW_READING, first.source)
    assert Figure.objects.get().superseded
    assert [reading.reader for reading in again.source.readings.order_by("pk")] == ["test-1", "test-2"]
    assert again.source.editions.count() == 1


def test_reading_again_needs_only_the_source(add: Add, reader: ScriptedReader) -> None:
    first = add()
    reader.becomes("test-2", decisions=[])
    again = reread(first.source)
    assert (again.status, again.source, again.meeting) == (Status.NEW_READING, first.source, first.meeting)
    assert "decision" not in again.counts


def test_reading_again_refuses_bytes_that_changed_on_disk(add: Add) -> None:
    edition = add().source.editions.get()
    files.path_of(edition.sha256).write_bytes(b"something else")
    with pytest.raises(ValueError, match="changed on disk"):
        reread(edition.source)


def test_minutes_that_name_no_body_go_to_the_body_that_is_not_known(add: Add) -> None:
    outcome = add(body=None)
    assert outcome.meeting.body.name == "Body not known"
    assert "Add them again with the body's name" in outcome.meeting.body.note


def test_saying_the_body_moves_the_minutes_there(add: Add) -> None:
    first = add(body=None, date=None)
    moved = add(body="Scrutiny Committee", date="2024-03-05")
    assert (moved.status, moved.source) == (Status.MOVED, first.source)
    assert str(moved.meeting) == "Scrutiny Committee, 2024-03-05"
    assert Commitment.objects.get().item in moved.items
    assert not Body.objects.filter(not_known=True).exists()
    assert not Meeting.objects.filter(pk=first.meeting.pk).exists()


def test_minutes_without_a_date_are_of_a_meeting_of_unknown_date(add: Add) -> None:
    meeting = add(date=None).meeting
    assert (meeting.date, meeting.earliest, meeting.latest) == ("", None, None)


def test_a_partial_date_stays_partial(add: Add) -> None:
    meeting = add(date="2020-03").meeting
    assert (meeting.date, meeting.earliest, meeting.latest) == ("2020-03", date(2020, 3, 1), date(2020, 3, 31))


def test_a_date_that_is_none_is_refused_before_anything_is_stored(add: Add) -> None:
    with pytest.raises(ValueError, match="write 2020-01-09"):
        add(date="9 January")
    assert not any(rows().values())


def test_a_date_that_the_reader_got_wrong_counts_as_unknown(add: Add, reader: ScriptedReader) -> None:
    reader.says = {"meeting": read.Meeting(body="Cabinet", date="2024-02-31")}
    outcome = add(body=None, date=None)
    assert (outcome.meeting.body.name, outcome.meeting.date) == ("Cabinet", "")


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n" + b"\0" * 100])
def test_what_cannot_be_read_leaves_nothing(db: None, reader: ScriptedReader, sources: Path, data: bytes) -> None:
    with pytest.raises(SourceError):
        add_source(data, name="picture.txt", council="Kelderdale")
    assert not any(rows().values())
    assert not sources.exists()


@pytest.mark.parametrize("broken", ["reconcile", "_items", "_read_into"])
def test_a_failure_in_the_middle_leaves_nothing(add: Add, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    real = getattr(storing, broken)

    def fails(*args: object, **kwargs: object) -> None:
        real(*args, **kwargs)
        raise RuntimeError("the power went")

    monkeypatch.setattr(storing, broken, fails)
    with pytest.raises(RuntimeError):
        add()
    assert not any(rows().values())


def test_a_listener_that_fails_takes_the_whole_addition_back(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no index")

    monkeypatch.setattr(Entry.objects, "bulk_create", fails)
    with pytest.raises(RuntimeError):
        add()
    assert not any(rows().values())


def test_bytes_without_an_edition_are_forgotten_in_time(add: Add, sources: Path) -> None:
    kept = add().source.editions.get().sha256
    orphan = files.keep(b"nobody's")
    assert forget_orphans() == []
    assert forget_orphans(older_than=-1) == [orphan]
    assert files.path_of(kept).exists()


def test_half_written_bytes_are_written_anew(sources: Path) -> None:
    sha256 = hashlib.sha256(MINUTES.encode()).hexdigest()
    files.path_of(sha256).parent.mkdir(parents=True)
    files.path_of(sha256).write_bytes(b"Ofst")
    files.keep(MINUTES.encode())
    assert files.path_of(sha256).read_bytes() == MINUTES.encode()
    assert [path.name for path in files.path_of(sha256).parent.iterdir()] == [sha256]


def test_a_file_larger_than_is_taken_is_refused_by_name(db: None, settings, tmp_path: Path) -> None:
    settings.LARGEST_UPLOAD = 10
    path = tmp_path / "long.txt"
    path.write_text(MINUTES)
    with pytest.raises(SourceError, match=r"long\.txt"):
        add_source(path, council="Kelderdale")


def test_members_may_not_add_sources(add: Add, member: User, clerk: User) -> None:
    with pytest.raises(PermissionDenied):
        add(actor=member)
    assert add(actor=clerk).source.editions.get().added_by == clerk


def test_the_only_council_is_meant_when_none_is_named(add: Add) -> None:
    first = add()
    assert add(CHANGED, council=None).meeting.body.council == first.meeting.body.council


def test_a_register_without_councils_has_one_to_be_named(add: Add) -> None:
    assert add(council=None).meeting.body.council.name == "Council not named"


def test_minutes_of_two_councils_stay_apart(add: Add) -> None:
    first, other = add(), add(council="Ravensmoor")
    assert first.source != other.source
    assert first.meeting.body.slug != other.meeting.body.slug


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        (PROMISE, PROMISE.lower(), True),
        (PROMISE, "Officers undertook to circulate a briefing note on waiting lists", True),
        (FIGURE, "88% of plans were issued in time", False),
        (DECISION, NAMED, False),
        ("", "", False),
    ],
)
def test_quotes_are_close_when_they_share_their_words_and_numbers(one: str, other: str, close: bool) -> None:
    assert (reconciling.shared(one, other) >= reconciling.CLOSE) is close


def test_adding_the_same_bytes_for_fewer_narrows_them_and_for_more_changes_nothing(add: Add) -> None:
    add()
    narrowed = add(audience="officers")
    assert (narrowed.status, narrowed.meeting.audience) == (Status.NARROWED, Audience.OFFICERS)
    assert not Commitment.objects.visible_to(None).exists()
    assert add().status is Status.UNCHANGED
    assert Source.objects.get().audience == Audience.OFFICERS
    held = add(visible_from=datetime(2100, 1, 1, tzinfo=UTC))
    assert (held.status, held.source.audience) == (Status.NARROWED, Audience.OFFICERS)


def test_an_edition_knows_its_media_type(add: Add) -> None:
    word = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph(PROMISE)
    paper.save(word)
    files_of = {
        "a": (MINUTES.encode(), "text/plain"),
        "b": (f"<html><body><h1>Minutes</h1><p>{PROMISE}</p></body></html>".encode(), "text/html"),
        "c": (word.getvalue(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    }
    for name, (data, media_type) in files_of.items():
        outcome = add_source(data, name=name, council="Kelderdale", date="2024-03-05")
        assert outcome.source.editions.get().media_type == media_type


def test_added_for_an_audience_the_meeting_and_items_are_too(add: Add) -> None:
    outcome = add(audience="members")
    assert {outcome.source.audience, outcome.meeting.audience, outcome.items[0].audience} == {Audience.MEMBERS}
