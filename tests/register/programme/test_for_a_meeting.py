"""The pack for one meeting: as of which day, since when, under which title, and the way to it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from arising.register.accounts import history
from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Meeting, MeetingStatus
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation
from arising.register.programme import printing, queries
from arising.register.record.operations import add_source
from following.invented import BODY
from register.programme.test_pack import section


def plan(body: Body, day: str, status: str = MeetingStatus.PLANNED, audience: str = Audience.PUBLIC) -> Meeting:
    on = date.fromisoformat(day)
    meeting = Meeting(body=body, date=day, earliest=on, latest=on, slug=day, status=status, audience=audience)
    return history.save(meeting, actor=None, why="For a test")


@pytest.fixture
def december(body: Body) -> Meeting:
    """The next meeting, seven weeks after the day of the tests."""
    return plan(body, "2030-12-03")


@pytest.fixture
def due_in_november(note: Obligation, clerk: User) -> Obligation:
    operations.amend(note, {"due": date(2030, 11, 13)}, actor=clerk, why="Agreed", version=note.version)
    return note


def test_the_pack_for_a_meeting_to_come_stands_as_on_its_day(
    body: Body, december: Meeting, due_in_november: Obligation
) -> None:
    made = queries.pack(None, body.slug, december.slug)
    assert (made.on, made.ahead) == (date(2030, 12, 3), True)
    assert section(made, "What is overdue?").answer == "1 thing is overdue, the longest by 20 days."
    assert section(queries.pack(None, body.slug), "What is overdue?").entries == ()


def test_it_says_that_it_looks_ahead(body: Body, december: Meeting) -> None:
    said = queries.pack(None, body.slug, december.slug).opening
    assert said.startswith(
        "As it will stand on 3 December 2030 if nothing changes before then."
        " The meeting before it whose minutes are here was on 1 October 2030."
    )


def test_its_title_names_the_body_and_the_day_of_the_meeting(body: Body, december: Meeting) -> None:
    made = queries.pack(None, body.slug, december.slug)
    assert made.title == f"Matters arising: {BODY}, meeting of 3 December 2030"


def test_the_pack_for_a_meeting_that_was_held_stands_as_today_and_tells_since_the_one_before(body: Body) -> None:
    made = queries.pack(None, body.slug, "2030-10-01")
    assert (made.on, made.ahead, made.since) == (date(2030, 10, 15), False, date(2030, 6, 4))


def test_what_was_answered_before_the_last_meeting_stands_in_that_meetings_pack_alone(
    body: Body, note: Obligation, clerk: User
) -> None:
    operations.answer(note, "It was sent.", "https://example.gov.uk/note", on=date(2030, 9, 1), actor=clerk)
    answers = {
        slug: section(queries.pack(clerk, body.slug, slug), "What was answered?").answer for slug in ("", "2030-10-01")
    }
    assert answers == {
        "": "Nothing was answered since 1 October 2030.",
        "2030-10-01": "1 thing was answered since 4 June 2030.",
    }


def test_the_first_meeting_has_none_before_it(body: Body) -> None:
    assert queries.pack(None, body.slug, "2030-03-05").since is None


def test_a_meeting_does_not_come_up_in_its_own_pack(body: Body, december: Meeting) -> None:
    plan(body, "2030-12-17")
    coming = section(queries.pack(None, body.slug, december.slug), "What comes up in the next sixty days?")
    assert [entry.words for entry in coming.entries] == ["The committee meets on 17 December 2030."]


def test_a_meeting_that_was_cancelled_does_not_come_up(body: Body) -> None:
    plan(body, "2030-11-05", MeetingStatus.CANCELLED)
    assert "5 November" not in printing.as_markdown(queries.pack(None, body.slug))


def test_a_meeting_without_a_date_has_a_pack_of_today(body: Body) -> None:
    undated = add_source(
        b"Bridges\n\nNothing was said.\n", name="x.txt", council="Kelderdale", body=BODY
    ).source.meeting
    made = queries.pack(None, body.slug, undated.slug)
    assert (made.on, made.title.endswith("a meeting whose date is not known")) == (date(2030, 10, 15), True)


@pytest.mark.parametrize("form", ["/", ".md", ".docx", ".xlsx"])
def test_a_meeting_that_a_reader_may_not_see_has_no_pack(client: Client, body: Body, clerk: User, form: str) -> None:
    plan(body, "2030-11-05", audience=Audience.CLERKS)
    address = f"/packs/{body.slug}/2030-11-05{form}"
    assert client.get(address).status_code == 404
    client.force_login(clerk)
    assert client.get(address).status_code == 200


def test_a_reader_chooses_among_the_meetings_they_may_see(client: Client, body: Body, december: Meeting) -> None:
    plan(body, "2030-11-05", audience=Audience.CLERKS)
    page = client.get(f"/packs/{body.slug}/").content.decode()
    assert '<option value="2030-12-03">3 December 2030, planned</option>' in page
    assert '<option value="2030-10-01">1 October 2030</option>' in page
    assert "5 November 2030" not in page


def test_the_meeting_that_was_chosen_leads_to_its_pack(client: Client, body: Body, december: Meeting) -> None:
    answer = client.get(f"/packs/{body.slug}/?meeting=2030-12-03")
    assert answer.headers["Location"] == f"/packs/{body.slug}/2030-12-03/"
    assert "meeting of 3 December 2030" in client.get(answer.headers["Location"]).content.decode()


@pytest.mark.parametrize("meeting", ["2031-01-01", "no/such", "<b>"])
def test_a_meeting_that_is_not_there_is_not_found(client: Client, body: Body, meeting: str) -> None:
    assert client.get(f"/packs/{body.slug}/", {"meeting": meeting}).status_code == 404


def test_the_files_of_a_meetings_pack_are_of_that_meeting(client: Client, body: Body, december: Meeting) -> None:
    page = client.get(f"/packs/{body.slug}/2030-12-03/").content.decode()
    assert f'href="/packs/{body.slug}/2030-12-03.docx"' in page
    answer = client.get(f"/packs/{body.slug}/2030-12-03.md")
    assert answer["Content-Disposition"] == f'attachment; filename="{body.slug}-2030-12-03-pack.md"'
    assert "meeting of 3 December 2030" in answer.content.decode()


def test_the_page_of_a_meeting_leads_to_its_pack(client: Client, body: Body, december: Meeting) -> None:
    for meeting in Meeting.objects.all():
        page = client.get(meeting.get_absolute_url()).content.decode()
        assert f'href="/packs/{body.slug}/{meeting.slug}/"' in page


def test_the_page_of_a_cancelled_meeting_leads_to_no_pack(client: Client, body: Body) -> None:
    cancelled = plan(body, "2030-11-05", MeetingStatus.CANCELLED)
    assert "/packs/" not in client.get(cancelled.get_absolute_url()).content.decode()
