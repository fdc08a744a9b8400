"""The work programme: meetings to come, items, slots, moves, what comes too late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Body, Meeting, MeetingStatus
from arising.register.obligations import operations as obligations
from arising.register.obligations.models import Obligation, Origin
from arising.register.programme import operations, queries
from arising.register.programme.models import Ended, Move, Plan, ProgrammeItem
from register.invented import Add


@pytest.fixture
def july(body: Body, clerk: User) -> Meeting:
    return operations.plan(body, date(2024, 7, 9), actor=clerk, why="For a test").meeting


@pytest.fixture
def item(body: Body, june: Meeting, clerk: User) -> ProgrammeItem:
    return operations.add_item(body, "Placements", meeting=june, minutes=60, actor=clerk, why="For a test")


@pytest.fixture
def request_of_a_report(body: Body, clerk: User) -> Obligation:
    return obligations.add(Origin.REQUEST, "A report on foster carers", body, actor=clerk, why="Asked for")


def test_a_planned_meeting_is_to_come_and_not_among_those_held(body: Body, june: Meeting, clerk: User) -> None:
    it = queries.programme(None, body.slug)
    assert [planned.meeting for planned in it.meetings] == [june]
    assert it.words == "One meeting is planned, on 4 June 2024."
    assert june.status == MeetingStatus.PLANNED


def test_a_body_meets_once_on_a_day(body: Body, june: Meeting, clerk: User) -> None:
    with pytest.raises(ValidationError, match="It meets on 4 June 2024 already"):
        operations.plan(body, date(2024, 6, 4), actor=clerk, why="For a test")
    assert Meeting.objects.filter(date="2024-06-04").count() == 1


def test_minutes_of_a_planned_meeting_make_it_one_that_was_held(
    body: Body, june: Meeting, add: Add, on_day: Callable[[str], None]
) -> None:
    on_day("2024-06-20T12:00")
    add("Other minutes.\n\nOfficers undertook to send a note.\n", name="june.txt", date="2024-06-04")
    june.refresh_from_db()
    assert june.status == MeetingStatus.HELD
    assert Plan.objects.get(meeting=june).theme == "Children in care"


def test_the_theme_is_no_longer_than_the_meeting(body: Body, clerk: User) -> None:
    with pytest.raises(ValidationError, match="cannot take longer"):
        operations.plan(body, date(2024, 6, 4), theme="Care", minutes=60, theme_minutes=90, actor=clerk, why="Test")
    assert not Meeting.objects.filter(date="2024-06-04").exists()


def test_the_time_that_is_given_is_held_against_the_time_there_is(body: Body, june: Meeting, clerk: User) -> None:
    operations.add_item(body, "Placements", meeting=june, minutes=120, on_theme=True, actor=clerk, why="For a test")
    it = queries.planned_meeting(None, body.slug, june.slug)
    assert it.time == "2 h of 3 h are given to items, 2 h of 2 h to the theme."
    operations.add_item(body, "Budget", meeting=june, minutes=90, actor=clerk, why="For a test")
    it = queries.planned_meeting(None, body.slug, june.slug)
    assert it.time == "3 h 30 min of 3 h are given to items, 2 h of 2 h to the theme. That is 30 min too much."
    assert it.is_over


def test_what_is_beside_the_theme_has_only_the_rest_of_the_time(body: Body, june: Meeting, clerk: User) -> None:
    operations.add_item(body, "Budget", meeting=june, minutes=90, actor=clerk, why="For a test")
    assert queries.planned_meeting(None, body.slug, june.slug).time.endswith(
        "That is 30 min too much beside the theme."
    )


def test_the_agenda_must_be_out_five_clear_days_before(body: Body, june: Meeting) -> None:
    # 27 May 2024 was a bank holiday: 28, 29, 30, 31 May and 3 June are clear
    assert "must be out by 24 May 2024" in queries.planned_meeting(None, body.slug, june.slug).notice


def test_a_request_without_a_slot_stands_out(body: Body, june: Meeting, request_of_a_report: Obligation) -> None:
    it = queries.programme(None, body.slug)
    assert [asked.line.obligation for asked in it.requested] == [request_of_a_report]
    assert "1 report that was asked for or planned has no slot." in it.words


def test_a_request_that_has_a_slot_stands_out_no_more(
    body: Body, june: Meeting, request_of_a_report: Obligation, clerk: User
) -> None:
    operations.add_item(
        body, "Foster carers", meeting=june, obligation=request_of_a_report, actor=clerk, why="For a test"
    )
    assert queries.programme(None, body.slug).requested == ()


def test_a_request_whose_item_was_withdrawn_stands_out_again(
    body: Body, request_of_a_report: Obligation, clerk: User
) -> None:
    one = operations.add_item(body, "Carers", obligation=request_of_a_report, actor=clerk, why="For a test")
    operations.end_item(one, Ended.WITHDRAWN, reason="A mistake", actor=clerk)
    assert len(queries.programme(None, body.slug).requested) == 1


def test_a_request_stands_on_the_programme_once(body: Body, request_of_a_report: Obligation, clerk: User) -> None:
    operations.add_item(body, "Carers", obligation=request_of_a_report, actor=clerk, why="For a test")
    with pytest.raises(ValidationError, match="on the programme already"):
        operations.add_item(body, "Carers again", obligation=request_of_a_report, actor=clerk, why="For a test")


def test_an_item_is_for_no_more_readers_than_the_request_is(body: Body, clerk: User) -> None:
    secret = obligations.add(
        Origin.REQUEST, "A report", body, seen=Seen(Audience.OFFICERS), actor=clerk, why="Asked for"
    )
    one = operations.add_item(body, "A report", obligation=secret, actor=clerk, why="For a test")
    assert one.audience == Audience.OFFICERS
    assert not queries.programme_items(None).exists()


def test_every_move_of_an_item_is_kept(item: ProgrammeItem, july: Meeting, clerk: User) -> None:
    operations.move_item(item, july, reason="Officers need more time", actor=clerk, version=item.version)
    operations.move_item(item, None, reason="No room", actor=clerk)
    told = [(move.day_before, move.day_after, move.reason) for move in Move.objects.filter(item=item)]
    assert told == [
        ("", "2024-06-04", "For a test"),
        ("2024-06-04", "2024-07-09", "Officers need more time"),
        ("2024-07-09", "", "No room"),
    ]


def test_an_item_is_not_moved_without_a_reason(item: ProgrammeItem, july: Meeting, clerk: User) -> None:
    with pytest.raises(ValidationError, match="Say why it is moved"):
        operations.move_item(item, july, reason=" ", actor=clerk)


def test_two_who_move_the_same_item_are_told(item: ProgrammeItem, july: Meeting, clerk: User) -> None:
    seen = item.version
    operations.move_item(item, july, reason="Later", actor=clerk, version=seen)
    with pytest.raises(operations.Stale, match="changed this while you were writing"):
        operations.move_item(item, None, reason="Off", actor=clerk, version=seen)
    item.refresh_from_db()
    assert item.meeting == july


def test_the_items_of_a_cancelled_meeting_have_no_slot(item: ProgrammeItem, june: Meeting, clerk: User) -> None:
    operations.drop_meeting(june, reason="Election", actor=clerk)
    item.refresh_from_db()
    assert item.meeting is None
    last = Move.objects.filter(item=item).last()
    assert last
    assert last.reason == "The meeting of 4 June 2024 is cancelled: Election"
    assert not queries.to_come(None)


def test_a_meeting_that_is_put_off_keeps_its_items(item: ProgrammeItem, june: Meeting, clerk: User) -> None:
    operations.change_plan(june, {}, on=date(2024, 6, 11), actor=clerk, why="Election")
    june.refresh_from_db()
    assert (june.date, june.slug) == ("2024-06-11", "2024-06-11")
    assert [one.item for one in queries.to_come(None)[0].items] == [item]


def test_a_meeting_that_was_held_is_not_put_off(body: Body, clerk: User) -> None:
    held = Meeting.objects.get(date="2024-03-05")
    with pytest.raises(ValidationError, match="not one to come"):
        operations.change_plan(held, {}, on=date(2024, 6, 11), actor=clerk, why="A mistake")
    with pytest.raises(ValidationError, match="not one to come"):
        operations.drop_meeting(held, reason="A mistake", actor=clerk)


@pytest.mark.parametrize(
    ("decided", "said"),
    [("2024-06-03", "Too late"), ("2024-06-04", "Too late"), ("2024-06-10", "Tight"), ("2024-06-30", "In time")],
)
def test_comments_for_a_dated_decision_are_flagged(
    body: Body, june: Meeting, clerk: User, client: Client, decided: str, said: str
) -> None:
    operations.add_item(
        body, "School places", meeting=june, decision_by="Cabinet", decision_on=date.fromisoformat(decided),
        actor=clerk, why="For a test",
    )  # fmt: skip
    assert f"{said}: Cabinet decides on" in client.get(f"/programme/{body.slug}/").content.decode()


def test_a_gate_that_no_meeting_reaches_in_time_is_flagged(body: Body, june: Meeting, clerk: User) -> None:
    obligations.add(
        Origin.GATE, "The Committee sees the plan first", body, holds_up="School places plan",
        holds_up_on=date(2024, 5, 14), actor=clerk, why="Agreed",
    )  # fmt: skip
    it = queries.programme(None, body.slug)
    assert it.requested[0].reach
    assert "1 thing comes too late for the decision." in it.words


def test_what_is_no_report_is_told_apart(body: Body, june: Meeting, clerk: User) -> None:
    obligations.add(Origin.REQUEST, "Parents to be told of the visit", body, actor=clerk, why="Asked for")
    it = queries.programme(None, body.slug)
    assert (it.reports, len(it.other_requests)) == ([], 1)


def test_a_decision_day_needs_somebody_who_decides(body: Body, clerk: User) -> None:
    with pytest.raises(ValidationError, match="Say who decides"):
        operations.add_item(body, "Places", decision_on=date(2024, 6, 1), actor=clerk, why="For a test")


def test_what_was_planned_for_a_past_meeting_waits_to_be_settled(
    body: Body, item: ProgrammeItem, clerk: User, on_day: Callable[[str], None]
) -> None:
    on_day("2024-06-20T12:00")
    assert queries.programme(None, body.slug).unsettled == (item,)
    operations.end_item(item, Ended.TAKEN, reason="", actor=clerk)
    assert queries.programme(None, body.slug).unsettled == ()


def test_nothing_is_withdrawn_without_a_reason(item: ProgrammeItem, clerk: User) -> None:
    with pytest.raises(ValidationError, match="Say why it is withdrawn"):
        operations.end_item(item, Ended.WITHDRAWN, reason="", actor=clerk)


@pytest.mark.parametrize("who", ["member", "officer", "inspector"])
def test_only_a_clerk_plans(body: Body, request: pytest.FixtureRequest, who: str) -> None:
    user = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        operations.plan(body, date(2024, 9, 3), actor=user, why="For a test")
    with pytest.raises(PermissionDenied):
        operations.add_item(body, "Placements", actor=user, why="For a test")


def test_a_meeting_that_is_planned_for_clerks_is_nobody_elses(body: Body, clerk: User, client: Client) -> None:
    planned = operations.plan(body, date(2024, 9, 3), seen=Seen(Audience.CLERKS), actor=clerk, why="For a test")
    operations.add_item(body, "Placements", meeting=planned.meeting, actor=clerk, why="For a test")
    assert queries.programme(None, body.slug).meetings == ()
    assert "Placements" not in client.get(f"/programme/{body.slug}/").content.decode()
    assert client.get(f"/programme/{body.slug}/meetings/2024-09-03/").status_code == 404


def test_an_obligation_due_at_the_next_meeting_is_due_on_the_day_that_is_planned(
    body: Body, june: Meeting, clerk: User
) -> None:
    assert "2024-06-04" in [day.isoformat() for day in _calendar(Obligation.objects.all()[0])]


def _calendar(obligation: Obligation) -> list[date]:
    from arising.register.obligations.operations.deriving import calendar

    return calendar(obligation)
