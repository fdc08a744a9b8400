"""What a person did at the desk is taken back, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.models import User
from arising.register.record import queries
from arising.register.record.models import Exchange, Finding, ReviewStep, State
from arising.register.record.operations import Outcome, amend, confirm, move_ends, reject, take_back
from arising.register.record.versions import version
from register.invented import ScriptedReader
from register.record.review.desk import BOTH, DESK, address, promise, request, send, text_of

Minutes = Callable[..., Outcome]


@pytest.fixture
def second(db: None) -> User:
    return User.objects.create_superuser("second@kelderdale.example", name="Olu Second")


def last(user: User) -> ReviewStep:
    return queries.last_steps(user)[0].step


def undo(client: Client) -> Any:
    return client.post(f"/review/undo/{ReviewStep.objects.filter(taken_back_at=None)[0].pk}/")


@pytest.mark.parametrize(
    "decide",
    [
        lambda row, by: confirm(row, actor=by, is_obligation=True),
        lambda row, by: amend(row, {"owner": "Head of SEND", "to": "the Chair"}, actor=by, why="Checked"),
        lambda row, by: reject(row, actor=by, why="None"),
        lambda row, by: move_ends(row, end_by=-3, actor=by),
    ],
    ids=["confirm", "amend", "reject", "move ends"],
)
def test_a_step_taken_back_leaves_everything_as_it_was(
    minutes: Minutes, clerk: User, decide: Callable[[Finding, User], Finding]
) -> None:
    minutes()
    before = version(promise()), promise().start, promise().end
    decide(promise(), clerk)
    assert version(promise()) != before[0]
    take_back(last(clerk), actor=clerk)
    assert (version(promise()), promise().start, promise().end) == before
    assert promise().history.latest().history_change_reason == "Taken back"


def test_several_steps_are_taken_back_one_after_the_other(minutes: Minutes, clerk: User) -> None:
    minutes()
    states = [version(promise())]
    for owner in ("Head of SEND", "Head of Transport", "The Chair"):
        amend(promise(), {"owner": owner}, actor=clerk, why="Checked")
        states.append(version(promise()))
    for state in reversed(states[:-1]):
        take_back(last(clerk), actor=clerk)
        assert version(promise()) == state
    assert queries.last_steps(clerk) == []


def test_the_page_offers_to_undo_and_leads_back_to_the_finding(desk: Client) -> None:
    page = text_of(desk.get(send(desk, promise(), "confirm").url))
    assert "You did last: <strong>Confirmed</strong>" in page
    answer = undo(desk)
    assert answer.url == f"{address(promise())}?undone"
    assert promise().state == State.PROPOSED
    assert "Taken back." in text_of(desk.get(answer.url))


def test_what_somebody_else_changed_since_is_not_taken_back(desk: Client, clerk: User, second: User) -> None:
    confirm(promise(), actor=clerk)
    amend(promise(), {"to": "the Chair"}, actor=second, why="The Chair wrote.")
    answer = undo_of(desk, clerk)
    assert answer.status_code == 409
    assert "Olu Second amended this finding: The Chair wrote. That was after your step" in text_of(answer)
    assert (promise().state, promise().to) == (State.AMENDED, "the Chair")


def undo_of(client: Client, user: User) -> Any:
    return client.post(f"/review/undo/{last(user).pk}/")


def test_an_earlier_step_on_another_finding_can_still_be_taken_back(
    minutes: Minutes, clerk: User, second: User
) -> None:
    minutes()
    confirm(request(), actor=clerk)
    confirm(promise(), actor=clerk)
    reject(promise(), actor=second, why="None")
    earlier = queries.last_steps(clerk)[1].step
    take_back(earlier, actor=clerk)
    assert (request().state, promise().state) == (State.PROPOSED, State.REJECTED)


def test_a_step_is_taken_back_once(minutes: Minutes, clerk: User) -> None:
    minutes()
    confirm(promise(), actor=clerk)
    step = last(clerk)
    take_back(step, actor=clerk)
    with pytest.raises(ValidationError, match="took it back already"):
        take_back(step, actor=clerk)


def test_nobody_takes_back_what_another_did(minutes: Minutes, clerk: User, second: User, officer: User) -> None:
    minutes()
    confirm(promise(), actor=clerk)
    with pytest.raises(ValidationError, match="You did no such step"):
        take_back(last(clerk), actor=second)
    with pytest.raises(PermissionDenied):
        take_back(last(clerk), actor=officer)
    assert queries.last_steps(second) == []
    assert promise().state == State.CONFIRMED


def test_an_address_of_anothers_step_is_not_there(desk: Client, clerk: User, second: User) -> None:
    confirm(promise(), actor=second)
    assert undo_of(desk, second).status_code == 404


def test_a_step_is_taken_back_after_the_source_was_read_again(
    minutes: Minutes, clerk: User, reader: ScriptedReader
) -> None:
    minutes()
    move_ends(promise(), end_by=-3, actor=clerk)
    reader.becomes("test-2")
    minutes("A word before.\n\n" + DESK)
    take_back(last(clerk), actor=clerk)
    now = promise()
    assert (now.quote, now.state) == (BOTH, State.PROPOSED)
    assert now.reading.document.text[now.start : now.end] == BOTH


def test_what_the_command_does_is_no_step(minutes: Minutes) -> None:
    minutes()
    confirm(promise(), actor=None)
    assert not ReviewStep.objects.exists()


def test_undoing_needs_a_press_of_the_button(desk: Client) -> None:
    send(desk, Exchange.objects.get(), "confirm")
    assert desk.get(f"/review/undo/{ReviewStep.objects.get().pk}/").status_code == 405
