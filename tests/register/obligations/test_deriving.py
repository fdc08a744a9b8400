"""An obligation exists from the moment its finding is in the register, and keeps what people add to it."""

from __future__ import annotations

from datetime import date

import pytest

from arising.reading import record as read
from arising.register.accounts.audiences import Audience
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Body, Meeting, MeetingStatus, Post
from arising.register.obligations import operations
from arising.register.obligations.models import Obligation, Origin
from arising.register.record.models import Commitment, Decision, Exchange
from arising.register.record.operations import amend, confirm, reject, reopen
from register.invented import MINUTES, PROMISE, Add, ScriptedReader

ASKED = "Councillor Anwen Pryce asked for the figure to be checked."
NOTED = "The Committee noted the report."
NEXT = {"when": read.When(words="the next meeting", kind="event", event="next meeting")}


def owed() -> Obligation:
    return Obligation.objects.get(commitment__quote=PROMISE)


def test_an_undertaking_is_owed_as_soon_as_it_is_read(add: Add) -> None:
    add()
    one = owed()
    assert (one.origin, one.title, one.owed_by) == (Origin.UNDERTAKING, "Briefing note", "Officers")
    assert (str(one.body), one.said_on) == ("Children's Committee", date(2024, 3, 5))
    assert not one.is_confirmed


@pytest.mark.parametrize(
    ("kind", "values", "origin"),
    [
        ("decisions", {"action": "request", "addressee": "Officers"}, Origin.REQUEST),
        ("decisions", {"action": "recommend", "addressee": "the Cabinet"}, Origin.RECOMMENDATION),
        ("decisions", {"action": "refer", "addressee": "the Health Board"}, Origin.BETWEEN_BODIES),
        ("exchanges", {"kind": "request"}, Origin.REQUEST),
        ("commitments", {"kind": "expectation"}, Origin.EXPECTATION),
    ],
)
def test_requests_recommendations_referrals_and_expectations_are_followed_too(
    add: Add, reader: ScriptedReader, kind: str, values: dict[str, str], origin: Origin
) -> None:
    reader.finds = {kind: [(ASKED, values)]}
    add()
    assert Obligation.objects.get().origin == origin


def test_what_was_noted_or_merely_asked_is_owed_by_nobody(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {"decisions": [NOTED], "exchanges": [(ASKED, {"kind": "question"})]}
    add()
    assert (Decision.objects.count(), Exchange.objects.count()) == (1, 1)
    assert not Obligation.objects.exists()


def test_an_expectation_is_owed_by_nobody(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {"commitments": [(PROMISE, {"kind": "expectation", "owner": "Officers"})]}
    add()
    assert owed().owed_by == ""


def test_a_clerks_confirmation_of_the_finding_confirms_what_is_owed(add: Add, clerk: User) -> None:
    add()
    confirm(Commitment.objects.get(), actor=clerk)
    assert owed().is_confirmed


def test_an_amended_finding_changes_what_is_owed(add: Add, clerk: User) -> None:
    add()
    before = owed()
    amend(Commitment.objects.get(), {"deliverable": "briefing note on waiting lists"}, actor=clerk, why="Clearer")
    after = owed()
    assert (after.pk, after.title, after.version) == (before.pk, "Briefing note on waiting lists", before.version + 1)


def test_what_a_clerk_rejected_is_owed_no_more_until_it_is_reopened(add: Add, clerk: User) -> None:
    add()
    reject(Commitment.objects.get(), actor=clerk)
    assert owed().gone
    reopen(Commitment.objects.get(), actor=clerk)
    assert not owed().gone


def test_reading_again_keeps_what_a_person_set(add: Add, clerk: User, reader: ScriptedReader) -> None:
    add()
    operations.amend(owed(), {"title": "A note on waiting lists", "due": date(2024, 4, 1)}, actor=clerk, why="Agreed")
    reader.becomes("test-2", commitments=[(PROMISE, {"deliverable": "report", "due": "in due course"})])
    add("A word before.\n\n" + MINUTES)
    one = owed()
    assert (one.title, one.due, one.gone) == ("A note on waiting lists", date(2024, 4, 1), False)
    assert Obligation.objects.count() == 1


def test_reading_again_without_change_changes_nothing(add: Add, reader: ScriptedReader) -> None:
    add()
    reader.becomes("test-2")
    add()
    assert (owed().version, len(changes(owed()))) == (1, 1)


def test_an_obligation_follows_its_words_when_they_are_put_a_little_differently(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    add()
    first = owed()
    operations.extend(first, date(2024, 9, 1), reason="Agreed", actor=clerk)
    reworded = PROMISE.replace("before", "by")
    reader.becomes("test-2", commitments=[reworded])
    add(MINUTES.replace(PROMISE, reworded))
    assert Obligation.objects.get(commitment__quote=reworded).pk == first.pk


def test_what_left_the_source_is_owed_no_more(add: Add, reader: ScriptedReader) -> None:
    add()
    reader.becomes("test-2", commitments=[])
    add()
    assert owed().gone


def test_what_left_the_source_stays_owed_where_a_person_had_worked_on_it(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    add()
    operations.extend(owed(), date(2024, 9, 1), reason="Agreed", actor=clerk)
    reader.becomes("test-2", commitments=[])
    add()
    assert not owed().gone


def test_the_next_meeting_becomes_a_day_when_the_calendar_knows_it(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {"commitments": [(PROMISE, NEXT)]}
    add()
    assert (owed().due, owed().due_basis) == (None, "meeting")
    body = Body.objects.get()
    Meeting.objects.create(
        body=body, date="2024-12-04", earliest=date(2024, 12, 4), latest=date(2024, 12, 4), slug="2024-12-04",
        status=MeetingStatus.PLANNED,
    )  # fmt: skip
    assert owed().due == date(2024, 12, 4)
    assert owed().due_how == "“the next meeting” = 4 December 2024."


def test_a_cancelled_meeting_and_one_that_is_not_for_the_readers_are_no_next_meeting(
    add: Add, reader: ScriptedReader
) -> None:
    reader.finds = {"commitments": [(PROMISE, NEXT)]}
    add()
    day = date(2024, 12, 4)
    meeting = Meeting.objects.create(
        body=Body.objects.get(), date=day.isoformat(), earliest=day, latest=day, slug="x", audience=Audience.CLERKS
    )
    assert owed().due is None
    meeting.audience, meeting.status = Audience.PUBLIC, MeetingStatus.CANCELLED
    meeting.save()
    assert owed().due is None
    meeting.status = MeetingStatus.PLANNED
    meeting.save()
    assert owed().due == day


def test_a_post_that_the_minutes_name_owes_what_it_promised(add: Add, reader: ScriptedReader) -> None:
    named = ("Councillor Anwen Pryce", {"name": "Anwen Pryce", "role": "Director of People"})
    reader.finds = {"commitments": [(PROMISE, {"owner": "the Director of People"})], "people": [named]}
    add()
    assert owed().owner == Post.objects.get(name="Director of People")


def test_an_issue_raised_for_another_body_is_owed_by_that_body(add: Add, reader: ScriptedReader) -> None:
    add(name="other.txt", body="Health Board", date="2024-02-01")
    reader.becomes("test-2", commitments=[], decisions=[(NOTED, {"action": "refer", "addressee": "the Health Board"})])
    add(text=MINUTES + "\nMore.\n")
    one = Obligation.objects.get(origin=Origin.BETWEEN_BODIES)
    assert (str(one.owing_body), str(one.body)) == ("Health Board", "Children's Committee")


def test_what_cabinet_must_wait_for_is_a_gate_that_names_the_decision(add: Add, reader: ScriptedReader) -> None:
    words = "That the plan come to this Committee before it is considered by Cabinet in June."
    reader.finds = {"decisions": [(words, {"action": "request"})]}
    add(MINUTES + "\n" + words + "\n")
    one = Obligation.objects.get()
    assert (one.origin, one.holds_up) == (Origin.GATE, "before it is considered by Cabinet in June")


def test_a_recommendation_runs_for_two_months_from_the_meeting_until_receipt_is_told(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    reader.finds = {"decisions": [(NOTED, {"action": "recommend", "addressee": "the Cabinet"})]}
    add()
    one = Obligation.objects.get()
    assert one.due == date(2024, 5, 4)
    assert "until somebody says" in one.due_how
    operations.amend(one, {"received_on": date(2024, 3, 20)}, actor=clerk, why="The Cabinet's minutes say so")
    one.refresh_from_db()
    assert one.due == date(2024, 5, 19)
    assert "until somebody says" not in one.due_how


def test_a_source_that_moves_to_its_body_takes_what_is_owed_with_it(add: Add) -> None:
    add(body=None)
    assert owed().body is not None
    add(body="Roads Committee")
    assert str(owed().body) == "Roads Committee"
    assert Obligation.objects.count() == 1


def test_a_register_that_holds_minutes_already_gets_its_obligations_with_the_tables(add: Add) -> None:
    add()
    Obligation.objects.all().delete()
    operations.deriving.derive_if_new(plan=[("a migration", False)])
    assert owed().title == "Briefing note"


def test_a_renamed_body_keeps_what_is_owed_to_it(add: Add, clerk: User) -> None:
    add()
    bodies.rename_body(Body.objects.get(), "Young People's Committee", actor=clerk, why="Renamed")
    assert str(owed().body) == "Young People's Committee"


@pytest.mark.parametrize(
    ("owner", "post"),
    [
        ("the Director", "Director of People"),
        ("Mrs Crake", "Head of Highways"),
        ("Mrs Crake, Head", "Head of Highways"),
        ("the Head", None),
        ("Mr Lowmoor", None),
        ("he", None),
    ],
)
def test_short_words_mean_the_one_post_of_these_minutes_that_they_fit(
    add: Add, reader: ScriptedReader, owner: str, post: str | None
) -> None:
    said = "Ann Crake, the Head of Highways, and the Head of Housing and the Director of People spoke."
    reader.finds = {
        "commitments": [(PROMISE, {"owner": owner})],
        "people": [
            ("Ann Crake, the Head of Highways", {"name": "Ann Crake", "role": "Head of Highways"}),
            ("the Head of Housing", {"name": None, "role": "Head of Housing"}),
            ("the Director of People", {"name": None, "role": "Director of People"}),
        ],
    }
    add(MINUTES + "\n" + said + "\n")
    assert (owed().owner.name if owed().owner else None) == post  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("That the figures be sent by 30 April 2024.", date(2024, 4, 30)),
        ("That comments be forwarded to the Board for its meeting on 30 April 2024.", date(2024, 4, 30)),
        ("That officers report progress in twelve months.", date(2025, 3, 5)),
        ("That the figures for March 2023 be checked.", None),
        ("That the plan of April 2025 be published.", None),
    ],
)
def test_a_request_is_due_when_its_words_say_so(add: Add, reader: ScriptedReader, words: str, due: date | None) -> None:
    reader.finds = {"decisions": [(words, {"action": "request"})]}
    add(MINUTES + "\n" + words + "\n")
    assert Obligation.objects.get().due == due


@pytest.mark.parametrize("vague", ["report", "it", "each of them"])
def test_a_title_that_would_tell_nothing_is_the_words_themselves(add: Add, reader: ScriptedReader, vague: str) -> None:
    reader.finds = {"commitments": [(PROMISE, {"deliverable": vague})]}
    add()
    assert owed().title == PROMISE


def test_what_was_promised_by_a_post_that_only_later_minutes_name_becomes_its_own(
    add: Add, reader: ScriptedReader
) -> None:
    reader.finds = {"commitments": [(PROMISE, {"owner": "the Director of People"})]}
    add()
    assert owed().owner is None
    reader.finds = {"people": [("Director of People", {"name": None, "role": "Director of People"})]}
    add("The Director of People spoke.\n", name="later.txt", date="2024-06-01")
    assert owed().owner == Post.objects.get()
