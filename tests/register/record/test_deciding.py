"""What a person set stays, whatever is read afterwards."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from arising.reading import record as read
from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.record import queries
from arising.register.record.models import Commitment, Decision, Exchange, Figure, Mention, State, Topic
from arising.register.record.operations import amend, confirm, reject, reopen
from register.invented import DECISION, FIGURE, MINUTES, PROMISE, QUESTION, Add, ScriptedReader

MOVED = "A word before.\n\n" + MINUTES
WITHOUT_PROMISE = MINUTES.replace(PROMISE, "Nothing was promised.")


def promise() -> Commitment:
    return Commitment.objects.get(quote=PROMISE)


def test_a_finding_is_confirmed_by_whom_and_when(add: Add, clerk: User) -> None:
    add()
    confirmed = confirm(promise(), actor=clerk)
    assert (confirmed.state, confirmed.decided_by) == (State.CONFIRMED, clerk)
    assert confirmed.decided_at is not None


def test_an_amendment_stands_beside_what_the_reader_said(add: Add, clerk: User) -> None:
    add()
    amend(promise(), {"owner": "Head of SEND"}, actor=clerk, why="The officer wrote to say so.")
    amended = promise()
    assert (amended.owner, amended.as_read["owner"]) == ("Head of SEND", "Officers")


def test_the_history_of_a_finding_tells_who_what_before_after_and_why(add: Add, clerk: User) -> None:
    add()
    amend(promise(), {"owner": "Head of SEND"}, actor=clerk, why="The officer wrote to say so.")
    latest, first = changes(promise())
    assert (latest["who"], latest["why"]) == (clerk, "The officer wrote to say so.")
    assert latest["changed"]["owner"] == ("Officers", "Head of SEND")
    assert (first["who"], first["why"], first["changed"]) == (None, "Added", {})


def test_an_amendment_survives_a_new_reading(add: Add, clerk: User, reader: ScriptedReader) -> None:
    add()
    amend(promise(), {"owner": "Head of SEND"}, actor=clerk, why="Checked")
    reader.becomes("test-2", commitments=[(PROMISE, {"owner": "Nobody", "deliverable": "report"})])
    add(MOVED)
    kept = promise()
    assert (kept.owner, kept.deliverable, kept.state) == ("Head of SEND", "briefing note", State.AMENDED)
    assert (kept.as_read["owner"], kept.as_read["deliverable"]) == ("Nobody", "report")
    assert kept.reading.current
    assert kept.start == kept.reading.document.text.index(PROMISE)


def test_what_is_only_proposed_takes_the_new_values(add: Add, reader: ScriptedReader) -> None:
    add()
    reader.becomes("test-2", commitments=[(PROMISE, {"owner": "Head of SEND"})])
    add()
    assert promise().owner == "Head of SEND"
    assert changes(promise())[0]["changed"]["owner"] == ("Officers", "Head of SEND")


def test_a_new_place_in_the_text_is_no_change_that_anybody_made(add: Add) -> None:
    add()
    add(MOVED)
    assert len(changes(promise())) == 1


def test_a_confirmed_finding_keeps_the_values_that_were_confirmed(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    add()
    confirm(promise(), actor=clerk)
    reader.becomes("test-2", commitments=[(PROMISE, {"owner": "Nobody"})])
    add()
    assert (promise().owner, promise().as_read["owner"]) == ("Officers", "Nobody")


def test_what_was_rejected_is_not_proposed_again(add: Add, clerk: User, reader: ScriptedReader) -> None:
    add()
    reject(promise(), actor=clerk, why="The Chair said it, nobody owes it.")
    reader.becomes("test-2")
    assert "commitment" not in add(MOVED).counts
    assert promise().state == State.REJECTED


def test_what_was_rejected_is_not_proposed_again_in_slightly_other_words(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    add()
    reject(promise(), actor=clerk)
    shorter = "undertook to circulate a briefing note on waiting lists before the next meeting"
    reader.becomes("test-2", commitments=[shorter])
    add()
    assert Commitment.objects.get().state == State.REJECTED


def test_a_confirmed_finding_read_in_slightly_other_words_is_not_doubled(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    add()
    confirm(promise(), actor=clerk)
    reader.becomes("test-2", commitments=["undertook to circulate a briefing note on waiting lists"])
    add()
    kept = Commitment.objects.get()
    assert (kept.quote, kept.state, kept.superseded) == (PROMISE, State.CONFIRMED, False)
    assert kept.reading.document.text[kept.start : kept.end] == PROMISE
    reader.becomes("test-3")
    add()
    assert Commitment.objects.count() == 1


def test_another_figure_is_proposed_though_one_like_it_was_rejected(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    add()
    reject(Figure.objects.get(), actor=clerk)
    reader.finds["figures"] = [("88% of plans were issued in time", {"value": 88.0})]
    add(MINUTES.replace("66%", "88%"))
    assert list(Figure.objects.standing().values_list("as_read__value", flat=True)) == [88.0]


def test_a_confirmed_finding_that_is_read_no_more_moves_with_its_words(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    add()
    confirm(promise(), actor=clerk)
    reader.becomes("test-2", commitments=[])
    add(MOVED)
    kept = promise()
    assert (kept.superseded, kept.reading.current) == (False, True)
    assert kept.reading.document.text[kept.start : kept.end] == PROMISE


def test_a_confirmed_finding_whose_words_are_gone_stays_on_the_text_it_was_found_in(add: Add, clerk: User) -> None:
    outcome = add()
    confirm(promise(), actor=clerk)
    add(WITHOUT_PROMISE)
    kept = promise()
    assert (kept.superseded, kept.reading.current) == (False, False)
    assert kept.reading.document.text[kept.start : kept.end] == PROMISE
    item = outcome.items[0]
    page = queries.item_page(None, item.meeting.body.slug, item.meeting.slug, item.slug)
    assert page.stretches[0].earlier == [kept]
    assert kept not in page.stretches[0].findings


def test_a_confirmed_exchange_keeps_its_answers_in_place(add: Add, clerk: User, reader: ScriptedReader) -> None:
    answer = read.Answer(speaker="Director of People", quote="they were falling", start=0, end=17)
    reader.finds["exchanges"] = [(QUESTION, {"answers": (answer,)})]
    add()
    confirm(Exchange.objects.get(), actor=clerk)
    reader.becomes("test-2", exchanges=[])
    add(MOVED)
    moved = Exchange.objects.get()
    assert moved.reading.current
    text = moved.reading.document.text
    assert text[moved.answers[0]["start"] : moved.answers[0]["end"]] == "they were falling"
    assert text[moved.start : moved.end] == QUESTION


def test_a_confirmed_topic_ends_within_the_new_text(add: Add, clerk: User, reader: ScriptedReader) -> None:
    reader.finds["topics"] = ["Ofsted update"]
    add()
    confirm(Topic.objects.get(), actor=clerk)
    reader.becomes("test-2", topics=[])
    add(MINUTES[: MINUTES.index(FIGURE)])
    topic = Topic.objects.get()
    assert topic.start < topic.end <= topic.body_end <= len(topic.reading.document.text)


def test_the_same_words_twice_in_an_item_are_two_findings_and_stay_two(add: Add, reader: ScriptedReader) -> None:
    text = f"{DECISION}\n\nA debate followed.\n\n{DECISION}\n"
    reader.finds = {"decisions": [DECISION, DECISION]}
    add(text)
    reader.becomes("test-2")
    add(text)
    assert Decision.objects.standing().count() == 2


def test_what_a_person_set_follows_its_item_and_not_its_neighbour(
    add: Add, clerk: User, reader: ScriptedReader
) -> None:
    text = f"1 Minutes\n\n{DECISION}\n\n2 Budget\n\n{DECISION}\n"
    reader.finds = {
        "items": [("Minutes", {"number": "1", "until": "2 Budget"}), ("Budget", {"number": "2"})],
        "decisions": [DECISION, DECISION],
    }
    add(text)
    budget = Decision.objects.get(item__title="Budget")
    confirm(budget, actor=clerk)
    add(text.replace(f"1 Minutes\n\n{DECISION}", "1 Minutes\n\nThe minutes were agreed."))
    kept = Decision.objects.get(state=State.CONFIRMED)
    assert (kept.pk, kept.item and kept.item.title) == (budget.pk, "Budget")
    assert Decision.objects.standing().count() == 1


def test_a_decision_can_be_taken_back(add: Add, clerk: User) -> None:
    add()
    reject(promise(), actor=clerk)
    reopen(promise(), actor=clerk)
    assert (promise().state, promise().decided_by, promise().decided_at) == (State.PROPOSED, None, None)


@pytest.mark.parametrize("column", ["quote", "start", "state", "as_read", "source"])
def test_what_the_source_says_cannot_be_amended(add: Add, clerk: User, column: str) -> None:
    add()
    with pytest.raises(ValidationError, match="cannot be changed"):
        amend(promise(), {column: "x"}, actor=clerk, why="No reason")


@pytest.mark.parametrize("changed", [{"kind": "promise"}, {"owner": "x" * 501}, {"due_latest": "soon"}])
def test_a_value_that_its_column_does_not_take_is_refused(add: Add, clerk: User, changed: dict[str, str]) -> None:
    add()
    with pytest.raises(ValidationError):
        amend(promise(), changed, actor=clerk, why="No reason")
    assert promise().state == State.PROPOSED


@pytest.mark.parametrize("decide", [confirm, reject, reopen])
def test_only_a_clerk_decides(add: Add, officer: User, decide: object) -> None:
    add()
    with pytest.raises(PermissionDenied):
        decide(promise(), actor=officer)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("column", "value"),
    [("end", 0), ("confidence", 1.5), ("confidence", -0.1), ("state", "perhaps"), ("state", "confirmed")],
)
def test_the_database_refuses_a_finding_that_cannot_be(add: Add, column: str, value: object) -> None:
    add()
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.update(**{column: value})


def test_the_database_refuses_a_finding_twice(add: Add) -> None:
    add()
    twin = promise()
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_amending_a_mention_can_say_who_it_is(add: Add, clerk: User) -> None:
    add()
    mention = Mention.objects.get()
    amend(mention, {"person": None, "name": ""}, actor=clerk, why="It is a post.")
    assert Mention.objects.get().person is None
