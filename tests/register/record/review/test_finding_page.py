"""One finding at the desk: what is shown, and what each button does."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from arising.register.accounts.models import User
from arising.register.record import queries
from arising.register.record.models import Exchange, Figure, State
from arising.register.record.operations import amend, confirm, reject
from arising.register.record.versions import version
from register.record.review.desk import (
    BOTH,
    DESK,
    EARLIER,
    KINDS,
    LATER,
    ONE,
    address,
    as_written,
    promise,
    request,
    send,
    text_of,
)


def test_the_words_stand_marked_between_the_paragraphs_around_them(desk: Client) -> None:
    page = text_of(desk.get(address(request())))
    assert f"{ONE[:-1]}.<i" in page.replace("</mark>", "") or ONE in page
    assert 'class="mark mark--decision"' in page
    assert EARLIER in page
    assert "66% of plans" in page


def test_the_page_says_what_the_reader_took_from_the_words_and_how_sure_it_was(desk: Client) -> None:
    page = text_of(desk.get(address(promise())))
    for words in (
        "Is this an undertaking?",
        "<dd>Officers</dd>",
        "very sure (90%)",
        "test-commitments",
        "6 findings wait",
    ):
        assert words in page, words


def test_confirming_leads_to_the_next_finding(desk: Client, clerk: User) -> None:
    following = queries.following(clerk, promise())
    assert following
    answer = send(desk, promise(), "confirm")
    assert (promise().state, promise().decided_by, answer.url) == (State.CONFIRMED, clerk, address(following))


def test_the_last_decision_leads_back_to_the_queue(desk: Client) -> None:
    assert send(desk, promise(), "confirm", where="?kind=commitment").url == "/review/?kind=commitment"


def test_the_next_finding_is_of_the_same_part_of_the_queue(desk: Client) -> None:
    answer = send(desk, Figure.objects.get(value=66), "confirm", where="?kind=figure")
    assert answer.url == f"{address(Figure.objects.get(value=12))}?kind=figure"


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_sent_as_it_was_opened_says_that_nothing_was_changed(desk: Client, kind: Any) -> None:
    finding = kind.objects.first()
    answer = send(desk, finding, "amend", **as_written(desk, finding))
    assert (answer.status_code, "Nothing was changed. Change something" in text_of(answer)) == (200, True)
    finding.refresh_from_db()
    assert finding.state == State.PROPOSED


def test_amending_keeps_what_the_minutes_say_beside_who_it_is(desk: Client) -> None:
    written = as_written(desk, promise()) | {"owner": "Head of SEND", "deliverable": "a note and a report"}
    assert send(desk, promise(), "amend", **written).status_code == 302
    now = promise()
    assert (now.state, now.owner, now.owner_resolved, now.deliverable) == (
        State.AMENDED, "Officers", "Head of SEND", "a note and a report",
    )  # fmt: skip
    assert "The reader had said:" in text_of(desk.get(address(now)))


@pytest.mark.parametrize(
    ("words", "edtf", "latest", "event"),
    [
        ("by June 2025", "2025-06", "2025-06-30", ""), ("in two weeks", "2024-03-19~", "2024-03-19", ""),
        ("the next meeting", "", "None", "next meeting"), ("once it is ready", "", "None", ""), ("", "", "None", ""),
    ],
)  # fmt: skip
def test_a_time_in_other_words_is_worked_out_again(
    desk: Client, words: str, edtf: str, latest: str, event: str
) -> None:
    assert send(desk, promise(), "amend", **as_written(desk, promise()) | {"due": words}).status_code == 302
    now = promise()
    assert (now.due, now.due_edtf, str(now.due_latest), now.due_event) == (words, edtf, latest, event)


def test_an_exchange_is_amended_with_names_between_semicolons(desk: Client) -> None:
    exchange = Exchange.objects.get()
    written = as_written(desk, exchange) | {"askers": "Councillor Bell; ; the Chair", "kind": "request"}
    send(desk, exchange, "amend", **written)
    exchange.refresh_from_db()
    assert (exchange.askers, exchange.kind) == (["Councillor Bell", "the Chair"], "request")


def test_a_figure_is_amended_and_a_number_that_is_none_is_refused_in_words(desk: Client) -> None:
    figure = Figure.objects.get(value=66)
    refused = send(desk, figure, "amend", **as_written(desk, figure) | {"value": "many"})
    assert (refused.status_code, "write a number, such as 66 or 4.5" in text_of(refused)) == (200, True)
    assert 'value="many"' in text_of(refused)
    send(desk, figure, "amend", **as_written(desk, figure) | {"value": "67", "approximate": "yes"})
    figure.refresh_from_db()
    assert (figure.value, figure.approximate, figure.unit) == (67.0, True, "%")


def test_rejecting_needs_a_reason(desk: Client) -> None:
    refused = send(desk, request(), "reject")
    assert (refused.status_code, "Choose a reason, or write your own" in text_of(refused)) == (200, True)
    assert request().state == State.PROPOSED


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"reason": "twice"}, "It is here already"), ({"words": "The Chair said it."}, "The Chair said it"),
        ({"reason": "cut", "words": "half"}, "The words are cut off or run together. half"),
    ],
)  # fmt: skip
def test_the_reason_is_kept(desk: Client, told: dict[str, str], why: str) -> None:
    send(desk, request(), "reject", **told)
    assert request().state == State.REJECTED
    assert request().history.latest().history_change_reason == why


@pytest.mark.parametrize(("answer", "kept"), [("yes", True), ("no", False), ("", None)])
def test_whether_it_is_an_obligation_is_said_with_confirming(desk: Client, answer: str, kept: bool | None) -> None:
    for finding in (promise(), request()):
        send(desk, finding, "confirm", is_obligation=answer)
        finding.refresh_from_db()
        assert (finding.state, finding.is_obligation) == (State.CONFIRMED, kept)


def test_of_a_question_nobody_is_asked_whether_it_is_an_obligation(desk: Client) -> None:
    assert "Is it an obligation?" in text_of(desk.get(address(request())))
    assert "Is it an obligation?" not in text_of(desk.get(address(Exchange.objects.get())))


def test_a_button_that_there_is_not_is_refused(desk: Client) -> None:
    assert send(desk, promise(), "delete").status_code == 400


def test_the_second_of_two_people_is_told_what_the_first_did_and_loses_nothing(desk: Client, officer: User) -> None:
    shown, written = version(promise()), as_written(desk, promise())
    other = User.objects.create_superuser("second@kelderdale.example", name="Olu Second")
    amend(promise(), {"to": "the Chair"}, actor=other, why="The Chair wrote.")
    answer = send(desk, promise(), "amend", shown=shown, **written | {"deliverable": "quite another thing"})
    page = text_of(answer)
    assert (answer.status_code, promise().deliverable, promise().to) == (409, "a note", "the Chair")
    assert "Olu Second amended this finding: The Chair wrote." in page
    assert 'value="quite another thing"' in page
    assert f'value="{version(promise())}"' in page


def test_a_mistake_in_the_form_does_not_hide_what_another_did_meanwhile(desk: Client) -> None:
    figure = Figure.objects.get(value=66)
    shown, written = version(figure), as_written(desk, figure)
    amend(figure, {"value": 68.0}, actor=None, why="Checked")
    refused = send(desk, figure, "amend", shown=shown, **written | {"value": "many"})
    assert f'value="{shown}"' in text_of(refused)
    assert send(desk, figure, "amend", shown=shown, **written | {"value": "67"}).status_code == 409
    assert Figure.objects.get(pk=figure.pk).as_read["value"] == 66.0
    assert Figure.objects.filter(value=68).exists()


def test_a_decision_without_a_version_is_not_taken(desk: Client) -> None:
    assert desk.post(address(promise()), {"do": "confirm"}).status_code == 409
    assert promise().state == State.PROPOSED


def test_confirming_twice_goes_on_as_if_once(desk: Client) -> None:
    shown = version(promise())
    send(desk, promise(), "confirm", shown=shown)
    assert send(desk, promise(), "confirm", shown=shown).status_code == 302
    assert promise().history.count() == 2


def test_what_was_decided_is_shown_with_who_decided(desk: Client, clerk: User) -> None:
    confirm(promise(), actor=clerk)
    page = text_of(desk.get(address(promise())))
    assert "Undertaking: confirmed by Clerk" in page
    assert "Put it back in the queue" in page


def test_a_finding_is_put_back_in_the_queue(desk: Client, clerk: User) -> None:
    reject(promise(), actor=clerk, why="None")
    send(desk, promise(), "reopen")
    assert promise().state == State.PROPOSED


def where(desk: Client, back: str) -> str:
    """Where turning the keys off leads."""
    return str(desk.post("/review/keys/", {"keys": "off", "back": back}).headers["Location"])


def test_the_keys_can_be_turned_off_and_on(desk: Client) -> None:
    here = address(promise())
    assert 'data-review-keys="on"' in text_of(desk.get(here))
    assert where(desk, back=here) == here
    assert 'data-review-keys="off"' in text_of(desk.get(here))
    desk.post("/review/keys/", {"keys": "on", "back": here})
    assert 'data-review-keys="on"' in text_of(desk.get(here))


def test_turning_the_keys_off_leads_to_no_other_site(desk: Client) -> None:
    assert where(desk, back="https://elsewhere.example/") == "/review/"


def test_the_quote_cannot_be_written(desk: Client) -> None:
    send(desk, promise(), "amend", **as_written(desk, promise()) | {"quote": "Nothing", "to": "the Chair"})
    assert (promise().quote, promise().to) == (BOTH, "the Chair")
    assert LATER in DESK
