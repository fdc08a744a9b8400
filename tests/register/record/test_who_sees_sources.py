"""Who may see a source, its meeting and its items, as sources come in and change."""

from __future__ import annotations

import pytest

from arising.reading import record as read
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies import operations as bodies_operations
from arising.register.record import queries as record
from arising.register.record.models import Commitment, Source
from register.invented import Add, ScriptedReader


def test_an_embargo_is_not_heeded_where_the_caller_says_so(add: Add, reader: ScriptedReader) -> None:
    reader.finds["embargoes"] = ["Officers undertook"]
    assert add(heed_embargo=False).source.audience == Audience.PUBLIC


def test_a_past_embargo_holds_nothing_back(add: Add, reader: ScriptedReader) -> None:
    day = "2020-01-10"
    past = read.When(words="noon on 10 January 2020", kind="date", edtf=day, earliest=day, latest=day)
    reader.finds["embargoes"] = [("Officers undertook", {"until": past})]
    outcome = add()
    assert outcome.notes == ()
    assert Commitment.objects.visible_to(None).exists()


def test_what_a_person_said_of_a_meeting_is_not_widened_by_a_new_source(add: Add, clerk: User) -> None:
    meeting = add().meeting
    bodies_operations.set_visibility(meeting, Seen(Audience.OFFICERS), actor=clerk, why="Not yet")
    add("Budget\n\nThe Committee noted the report.\n", name="budget.txt")
    meeting.refresh_from_db()
    assert meeting.audience == Audience.OFFICERS


def test_a_public_source_opens_a_meeting_that_members_knew(add: Add) -> None:
    meeting = add(audience="members").meeting
    add("Budget\n\nThe Committee noted the report.\n", name="budget.txt")
    meeting.refresh_from_db()
    assert (meeting.audience, meeting.body.audience) == (Audience.PUBLIC, Audience.PUBLIC)


def test_an_item_that_a_later_version_calls_exempt_closes(add: Add, reader: ScriptedReader) -> None:
    reader.finds["items"] = [("Ofsted update", {})]
    assert Commitment.objects.visible_to(None).filter(source=add().source).exists()
    reader.becomes("test-2", items=[("Ofsted update", {"restricted": True})])
    add()
    assert not Commitment.objects.visible_to(None).exists()


def test_the_file_of_an_earlier_edition_with_an_exempt_item_stays_closed(add: Add, reader: ScriptedReader) -> None:
    reader.finds["items"] = [("Ofsted update", {"restricted": True})]
    first = add()
    reader.becomes("test-2", items=[("A word before.", {})])
    source = add("A word before.\n\nNothing else was said.\n", name="minutes.txt").source
    other = first.source if first.source != source else source
    with pytest.raises(Source.DoesNotExist):
        record.source_file(None, other.pk)
