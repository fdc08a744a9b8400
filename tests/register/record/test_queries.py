"""Lists are narrowed and ordered as they say, and more rows ask no more of the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from arising.register.accounts.models import User
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Item, Meeting, Person
from arising.register.record import queries
from arising.register.record.models import (
    FINDINGS,
    Commitment,
    Decision,
    Exchange,
    Figure,
    Finding,
    Mention,
    State,
    Topic,
)
from arising.register.record.operations import reject
from arising.register.record.queries import Filters
from arising.register.search.queries import search
from arising.register.site.queries import home
from register.invented import MINUTES, PROMISE, Add, ScriptedReader

COUNTED: tuple[type[Finding], ...] = (Topic, Exchange, Commitment, Decision, Figure, Mention)
"""The kinds that the page of a meeting counts or lists by themselves."""


@pytest.fixture
def three(add: Add, reader: ScriptedReader) -> list[Meeting]:
    """The same minutes of three meetings of two bodies, with another owner and figure in each."""
    told = [
        ("Children's Committee", "2024-03-05", "Head of SEND", "expectation", 60.0),
        ("Children's Committee", "2024-06-04", "Director of People", "undertaking", 66.0),
        ("Cabinet", "2023-12-01", "Leader", "undertaking", 70.0),
    ]
    meetings = []
    for number, (body, day, owner, kind, value) in enumerate(told):
        reader.finds["commitments"] = [(PROMISE, {"owner": owner, "kind": kind})]
        reader.finds["figures"] = [(f"{value:.0f}% of plans were issued in time", {"value": value})]
        meetings.append(add(MINUTES.replace("66%", f"{value:.0f}%"), name=f"{number}.txt", body=body, date=day).meeting)
    return meetings


@pytest.mark.parametrize(
    ("filters", "owners"),
    [
        (Filters(), ["Director of People", "Head of SEND", "Leader"]),
        (Filters(body="childrens-committee"), ["Director of People", "Head of SEND"]),
        (Filters(body="cabinet"), ["Leader"]),
        (Filters(body="childrens-committee", meeting="2024-03-05"), ["Head of SEND"]),
        (Filters(owner="director"), ["Director of People"]),
        (Filters(kind="expectation"), ["Head of SEND"]),
        (Filters(text="BRIEFING lists"), ["Director of People", "Head of SEND", "Leader"]),
        (Filters(text="briefing unicorn"), []),
        (Filters(since=date(2024, 3, 5)), ["Director of People", "Head of SEND"]),
        (Filters(until=date(2024, 3, 5)), ["Head of SEND", "Leader"]),
        (Filters(state="confirmed"), []),
        (Filters(item="minutes"), []),
    ],
)
def test_commitments_are_narrowed(three: list[Meeting], filters: Filters, owners: list[str]) -> None:
    assert [commitment.owner for commitment in queries.commitments(None, filters)] == owners


def test_a_commitment_is_found_by_whom_a_pronoun_stands_for(add: Add, reader: ScriptedReader) -> None:
    reader.finds["commitments"] = [(PROMISE, {"owner": "she", "owner_resolved": "Director of People"})]
    add()
    commitment = queries.commitments(None, Filters(owner="director"))[0]
    assert (commitment.owner, commitment.owed_by) == ("she", "Director of People")
    assert queries.owners(None) == [("Director of People", 1)]


def test_rejected_findings_are_shown_only_when_asked_for(three: list[Meeting], clerk: User) -> None:
    reject(Commitment.objects.get(owner="Leader"), actor=clerk)
    assert len(queries.commitments(None)) == 2
    assert [each.owner for each in queries.commitments(None, Filters(state=State.REJECTED))] == ["Leader"]
    assert queries.owners(None) == [("Director of People", 1), ("Head of SEND", 1)]


@pytest.mark.parametrize(("kind", "count"), [("", 3), ("local", 3), ("national", 0), ("%", 3), ("weeks", 0)])
def test_figures_are_narrowed_by_scope_and_unit(three: list[Meeting], kind: str, count: int) -> None:
    assert len(queries.figures(None, Filters(kind=kind))) == count


@pytest.mark.parametrize(("kind", "count"), [("note", 3), ("recommend", 0)])
def test_decisions_are_narrowed_by_what_was_done(three: list[Meeting], kind: str, count: int) -> None:
    assert len(queries.decisions(None, Filters(kind=kind))) == count


def test_people_are_counted_where_they_are_named(three: list[Meeting]) -> None:
    person: Any = queries.people(None)[0]
    assert (person.name, person.mention_count, person.last_seen) == ("Councillor Anwen Pryce", 3, date(2024, 6, 4))
    narrowed: Any = queries.people(None, Filters(body="cabinet"))[0]
    assert (narrowed.mention_count, narrowed.last_seen) == (1, date(2023, 12, 1))
    assert len(queries.people(None, Filters(text="pryce", owner="chair", kind="present"))) == 1
    assert len(queries.people(None, Filters(owner="secretary"))) == 0


@pytest.mark.parametrize("page", [0, -1, "x", "", 99, "9" * 30, None])
def test_a_page_that_is_not_there_is_the_nearest_that_is(three: list[Meeting], page: Any) -> None:
    assert queries.commitments(None, page=page).number == 1


def test_meetings_come_latest_first_and_undated_last(three: list[Meeting], add: Add) -> None:
    undated = add("Another\n\nNothing was said.\n", name="undated.txt", date=None).meeting
    assert [meeting.date for meeting in bodies.meetings(None)] == ["2024-06-04", "2024-03-05", "2023-12-01", ""]
    body: Any = bodies.body(None, "childrens-committee")
    assert (body.meeting_count, body.latest_meeting) == (3, date(2024, 6, 4))
    assert undated in bodies.meetings(None)


def test_a_meeting_knows_its_neighbours(three: list[Meeting]) -> None:
    page = queries.meeting_page(None, "childrens-committee", "2024-03-05")
    assert (page.previous, page.next) == (None, three[1])


def test_an_item_that_left_the_agenda_keeps_its_page(add: Add, reader: ScriptedReader) -> None:
    text = "1 Minutes\n\nThe minutes were agreed.\n\n2 Budget\n\nThe Committee noted the report.\n"
    reader.finds = {"items": [("Minutes", {"number": "1"}), ("Budget", {"number": "2"})]}
    add(text)
    reader.becomes("test-2", items=[("Minutes", {"number": "1"})])
    add(text)
    page = queries.item_page(None, "childrens-committee", "2024-03-05", "2-budget")
    assert (page.stretches, page.previous, page.next) == ([], None, None)


def test_a_stretch_holds_the_words_of_its_item_alone(add: Add, reader: ScriptedReader) -> None:
    text = "1 Minutes\n\nThe minutes were agreed.\n\n2 Budget\n\nThe Committee noted the report.\n"
    reader.finds = {"items": [("Minutes", {"number": "1", "until": "2 Budget"}), ("Budget", {"number": "2"})]}
    add(text)
    stretch = queries.item_page(None, "childrens-committee", "2024-03-05", "2-budget").stretches[0]
    assert "agreed" not in stretch.text
    assert " ".join(stretch.words(block) for block in stretch.blocks).endswith("The Committee noted the report.")


def item_page(user: User | None) -> Any:
    item = Item.objects.select_related("meeting__body").earliest("pk")
    return queries.item_page(user, item.meeting.body.slug, item.meeting.slug, item.slug)


def meeting_page(user: User | None) -> Any:
    meeting = Meeting.objects.select_related("body").earliest("pk")
    return queries.meeting_page(user, meeting.body.slug, meeting.slug)


PAGES: dict[str, Callable[[User | None], Any]] = {
    "home": home,
    "body": lambda user: queries.body_page(user, "childrens-committee"),
    "meeting": meeting_page,
    "item": item_page,
    "person": lambda user: queries.person_page(user, Person.objects.earliest("pk").slug),
    "commitments": lambda user: [row.source.meeting.body.name for row in queries.commitments(user)],
    "decisions": lambda user: [row.item.meeting.body.slug for row in queries.decisions(user) if row.item],
    "figures": lambda user: [row.topic for row in queries.figures(user)],
    "people": lambda user: list(queries.people(user)),
    "sources": lambda user: [row.meeting.body.name for row in queries.sources(user)],
    "search": lambda user: list(search(user, "briefing")),
}


@pytest.mark.parametrize("name", PAGES)
def test_more_rows_ask_no_more_of_the_database(add: Add, reader: ScriptedReader, name: str, member: User) -> None:
    add()
    with CaptureQueriesContext(connection) as few:
        PAGES[name](User.objects.get(pk=member.pk))
    for number in range(4):
        add(MINUTES.replace("falling", f"falling by {number}"), name=f"{number}.txt")
        add(MINUTES.replace("falling", f"rising by {number}"), name=f"{number}.txt", date=f"2024-0{4 + number}-05")
    with CaptureQueriesContext(connection) as many:
        PAGES[name](User.objects.get(pk=member.pk))
    assert len(many) == len(few)
    assert len(many) < 45


def test_the_page_of_a_meeting_puts_no_long_question_to_kinds_of_findings_that_are_not_there(
    three: list[Meeting],
) -> None:
    absent = [model for model in FINDINGS if not model._default_manager.exists()]
    with CaptureQueriesContext(connection) as asked:
        queries.meeting_page(None, three[0].body.slug, three[0].slug)
    for model in absent:
        assert sum(f'FROM "{model._meta.db_table}"' in one["sql"] for one in asked) <= 1 + (model in COUNTED)
    assert len(absent) > len(COUNTED)
