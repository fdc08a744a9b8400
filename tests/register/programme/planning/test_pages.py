"""The pages and files of the work programme, as a clerk and the public use them."""

from __future__ import annotations

import csv
import io
from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Meeting
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Origin
from arising.register.programme import operations
from arising.register.programme.models import Plan, ProgrammeItem


@pytest.fixture
def as_clerk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


DAY = {"on_day": "4", "on_month": "6", "on_year": "2024"}


def test_a_clerk_plans_a_meeting(as_clerk: Client, body: Body) -> None:
    told = {
        **DAY,
        "starts": "6.30 pm",
        "minutes": "3 hours",
        "theme": "Care",
        "theme_minutes": "2h",
        "audience": "public",
    }
    answer = as_clerk.post(f"/programme/{body.slug}/meetings/add/", told)
    assert answer.status_code == 302
    plan = Plan.objects.get()
    assert (plan.starts, plan.minutes, plan.theme_minutes) == (time(18, 30), 180, 120)


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("minutes", "long", "“long” is no time"),
        ("starts", "25:00", "“25:00” is no time of day"),
        ("on_day", "31", "“31 6 2024” is no day"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_is_stored(
    as_clerk: Client, body: Body, field: str, words: str, said: str
) -> None:
    answer = as_clerk.post(f"/programme/{body.slug}/meetings/add/", {**DAY, "audience": "public", field: words})
    assert said in answer.content.decode()
    assert not Plan.objects.exists()


def test_a_clerk_gives_a_request_a_slot(as_clerk: Client, clerk: User, body: Body, june: Meeting) -> None:
    owed = obligations.add(Origin.REQUEST, "A report on carers", body, actor=clerk, why="Asked for")
    page = as_clerk.get(f"/programme/{body.slug}/items/add/?obligation={owed.pk}").content.decode()
    assert "A report on carers" in page
    told = {"about": "Foster carers", "place": june.slug, "minutes": "45", "audience": "public"}
    as_clerk.post(f"/programme/{body.slug}/items/add/?obligation={owed.pk}", told)
    one = ProgrammeItem.objects.get()
    assert (one.obligation, one.meeting, one.minutes) == (owed, june, 45)


def test_an_item_shows_where_it_was_moved_and_why(as_clerk: Client, clerk: User, body: Body, june: Meeting) -> None:
    one = operations.add_item(body, "Carers", actor=clerk, why="For a test")
    as_clerk.post(f"/programme/items/{one.pk}/move/", {"place": june.slug, "reason": "There is room", "version": "1"})
    assert "to 4 June 2024. There is room" in as_clerk.get(f"/programme/items/{one.pk}/").content.decode()


def test_who_comes_second_is_told_and_keeps_what_was_written(
    as_clerk: Client, clerk: User, body: Body, june: Meeting
) -> None:
    one = operations.add_item(body, "Carers", actor=clerk, why="For a test")
    operations.move_item(one, june, reason="There is room", actor=clerk)
    told = {"about": "Foster carers", "why": "Clearer", "version": "1"}
    page = as_clerk.post(f"/programme/items/{one.pk}/change/", told).content.decode()
    assert "changed this while you were writing" in page
    assert "Foster carers" in page
    one.refresh_from_db()
    assert one.title == "Carers"


@pytest.mark.parametrize(
    "address", ["meetings/add/", "items/add/", "meetings/2024-06-04/change/", "meetings/2024-06-04/cancel/"]
)
def test_the_public_plans_nothing(client: Client, member: User, body: Body, june: Meeting, address: str) -> None:
    assert client.get(f"/programme/{body.slug}/{address}").status_code == 302
    client.force_login(member)
    assert client.post(f"/programme/{body.slug}/{address}", {"reason": "x"}).status_code == 403
    june.refresh_from_db()
    assert june.status == "planned"


def test_the_page_of_a_body_says_when_it_next_meets(client: Client, body: Body, june: Meeting) -> None:
    page = client.get(body.get_absolute_url()).content.decode()
    assert "It next meets on" in page
    assert f"/programme/{body.slug}/meetings/2024-06-04/" in page


def test_the_home_page_lists_no_meeting_to_come_among_the_last(client: Client, body: Body, june: Meeting) -> None:
    page = client.get("/").content.decode()
    last = page[page.index("Which meetings came last?") :]
    assert "4 June 2024" not in last.partition("</ul>")[0]


def test_the_programme_as_a_file_neutralises_formulas(client: Client, clerk: User, body: Body, june: Meeting) -> None:
    operations.add_item(body, "=1+1", meeting=june, actor=clerk, why="For a test")
    text = client.get(f"/programme/{body.slug}.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["Meeting"], row["Theme"], row["Item"]) for row in rows] == [
        ("2024-06-04", "Children in care", "'=1+1")
    ]


def events(client: Client, address: str) -> dict[str, dict[str, str]]:
    """The events of a calendar by what they are called."""
    made = Calendar.from_ical(client.get(address).content)
    return {
        str(event["summary"]): {name.lower(): _text(event[name].to_ical()) for name in event}
        for event in made.walk("VEVENT")
    }


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def test_the_calendar_holds_the_meeting_at_its_hour(client: Client, body: Body, june: Meeting) -> None:
    event = events(client, f"/programme/{body.slug}.ics")[str(body)]
    assert (event["dtstart"], event["dtend"]) == ("20240604T183000", "20240604T213000")
    assert event["location"] == "Guildhall"
    assert event["uid"] == f"meeting-{june.pk}@testserver"


def test_a_meeting_keeps_its_name_in_calendars_when_it_is_put_off(
    client: Client, clerk: User, body: Body, june: Meeting
) -> None:
    before = events(client, f"/programme/{body.slug}.ics")[str(body)]
    operations.change_plan(june, {}, on=date(2024, 6, 11), actor=clerk, why="Election")
    after = events(client, f"/programme/{body.slug}.ics")[str(body)]
    assert after["uid"] == before["uid"]
    assert after["dtstart"].startswith("20240611")
    assert int(after["sequence"]) > int(before["sequence"])


def test_a_cancelled_meeting_is_taken_out_of_calendars(client: Client, clerk: User, body: Body, june: Meeting) -> None:
    operations.drop_meeting(june, reason="Election", actor=clerk)
    assert events(client, f"/programme/{body.slug}.ics")[f"{body} (cancelled)"]["status"] == "CANCELLED"


def test_what_is_due_stands_in_the_calendar_on_its_day(client: Client, clerk: User, body: Body) -> None:
    owed = obligations.add(Origin.DUTY, "The yearly report", body, due=date(2024, 5, 1), actor=clerk, why="The law")
    event = events(client, f"/programme/{body.slug}.ics")["Due: The yearly report"]
    assert event["dtstart"] == "20240501"
    assert event["url"] == f"http://testserver/obligations/{owed.pk}/"


def test_an_officer_takes_what_they_owe_as_a_calendar(client: Client, clerk: User, officer: User, body: Body) -> None:
    for title, who in (("Mine", officer), ("Another's", None)):
        obligations.add(Origin.DUTY, title, body, officer=who, due=date(2024, 5, 1), actor=clerk, why="The law")
    client.force_login(officer)
    assert set(events(client, "/my/obligations.ics")) == {"Due: Mine"}


def test_a_calendar_is_the_same_each_time_it_is_asked_for(client: Client, body: Body, june: Meeting) -> None:
    first, again = (client.get(f"/programme/{body.slug}.ics").content for _ in range(2))
    assert first == again
