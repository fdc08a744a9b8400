"""What is said of which minutes are in, and which are missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from arising.register.accounts.audiences import Audience
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Meeting, MeetingStatus
from arising.register.bodies.operations import place_meeting
from arising.register.record import operations as record
from arising.register.record.models import Source
from arising.register.search.queries import coverage, coverage_of_all
from arising.register.search.queries.coverage import rhythm
from register.invented import MINUTES, Add


@pytest.fixture
def committee(add: Add, on_day: Callable[[str], None]) -> Body:
    """A committee with minutes of two meetings, one held without minutes here, one cancelled and two planned."""
    on_day("2024-06-01T12:00")
    add(MINUTES.replace("66%", "60%"), date="2023-11-07")
    body = add(date="2024-03-05").meeting.body
    for day, status in (
        ("2024-01-09", MeetingStatus.HELD),
        ("2024-02-06", MeetingStatus.CANCELLED),
        ("2024-05-07", MeetingStatus.PLANNED),
        ("2024-07-02", MeetingStatus.PLANNED),
    ):
        known_of(body, day, status)
    return body


def known_of(body: Body, day: str, status: MeetingStatus = MeetingStatus.HELD) -> Meeting:
    meeting = place_meeting(body, day, actor=None, why="For a test")
    Meeting.objects.filter(pk=meeting.pk).update(status=status)
    return meeting


def test_the_meetings_without_minutes_are_named(committee: Body) -> None:
    assert coverage(None, committee).words == (
        "Minutes of 2 of the 3 meetings of the Children's Committee held since 7 November 2023 are in; missing:"
        " 9 January 2024. The latest in is of 5 March 2024."
        " Planned, and perhaps held, without minutes here: 7 May 2024."
    )


def test_a_cancelled_and_a_coming_meeting_lack_no_minutes(committee: Body) -> None:
    told = coverage(None, committee)
    assert (told.held, told.covered) == (3, 2)
    assert not {"2024-02-06", "2024-07-02"} & {*told.missing, *told.unsure}


def test_where_nothing_is_missing_it_says_so(add: Add) -> None:
    body = add().meeting.body
    assert coverage(None, body).words == (
        "Minutes of the one meeting of the Children's Committee known to be held since 5 March 2024 are in."
    )


def test_minutes_that_are_not_for_the_reader_are_missing_to_them(committee: Body, clerk: User) -> None:
    source = Source.objects.get(meeting__slug="2024-03-05")
    meeting = source.meeting
    record.set_visibility(source, Audience.MEMBERS, actor=clerk, why="By mistake")
    Meeting.objects.filter(pk=meeting.pk).update(audience=Audience.PUBLIC)
    assert coverage(None, committee).missing == ("2024-03-05", "2024-01-09")
    assert coverage(clerk, committee).missing == ("2024-01-09",)


def test_a_meeting_that_the_reader_may_not_know_of_is_not_counted(committee: Body, clerk: User) -> None:
    record.set_visibility(Source.objects.get(meeting__slug="2024-03-05"), Audience.CLERKS, actor=clerk, why="Closed")
    told = coverage(None, committee)
    assert (told.held, told.missing) == (2, ("2024-01-09",))


def test_many_that_are_missing_are_counted(committee: Body) -> None:
    for month in range(1, 10):
        known_of(committee, f"2022-{month:02}-14")
    assert "14 June 2022, 14 May 2022 and 4 more. The latest" in coverage(None, committee).words


def test_all_bodies_are_summed_up(committee: Body, add: Add) -> None:
    add(MINUTES.replace("66%", "61%"), body="Cabinet", date="2024-03-12")
    assert coverage_of_all(None).words == (
        "Minutes of 3 of the 4 meetings known to be held by 2 bodies are in; of 1 they are missing."
    )
    assert coverage_of_all(None, "atlantis").words == "No minutes are in."


def every_month(*left_out: int) -> list[date]:
    return [date(2023, 1, 10) + timedelta(days=30 * n) for n in range(14) if n not in left_out]


@pytest.mark.parametrize(
    ("days", "gaps"),
    [
        (every_month(), []),
        (every_month(4), []),
        (every_month(4, 5), []),
        (every_month(4, 5, 6), [(date(2023, 4, 10), date(2023, 8, 8))]),
        (every_month(13, 12, 11, 10), [(date(2023, 10, 7), None)]),
        (every_month()[:5], []),
        ([], []),
    ],
)
def test_a_gap_is_told_of_where_the_rhythm_is_broken(days: list[date], gaps: list[tuple[date, date | None]]) -> None:
    assert [(gap.since, gap.until) for gap in rhythm(days, date(2024, 3, 1))[1]] == gaps


def test_a_gap_is_only_perhaps_one(committee: Body, on_day: Callable[[str], None]) -> None:
    for day in ("2023-06-06", "2023-07-04", "2023-08-01", "2023-09-05", "2023-10-03", "2023-12-05"):
        known_of(committee, day)
    on_day("2025-01-01T12:00")
    assert coverage(None, committee).words.endswith(
        "Perhaps there are more: it usually meets about every 4 weeks, and none is known after 2 July 2024."
    )


def test_the_search_page_and_the_page_of_the_body_say_it(committee: Body, client: Client) -> None:
    words = "missing: 9 January 2024."
    assert words in client.get(f"/search/?body={committee.slug}").content.decode()
    assert words in client.get(committee.get_absolute_url()).content.decode()
    assert "known to be held by 1 body" in client.get("/search/").content.decode()
