"""What waits for review, for whom, and in which order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from arising.register.accounts.models import User
from arising.register.record import queries
from arising.register.record.models import Commitment, Decision, Figure
from arising.register.record.operations import Outcome, confirm, reject
from register.invented import Add, ScriptedReader
from register.record.review.desk import DESK, LATER, address, promise, request, send, text_of

Minutes = Callable[..., Outcome]


def waiting(user: User, **told: str) -> list[str]:
    return [finding.quote for finding in queries.queue(user, queries.Desk(**told)).findings]


def test_the_least_sure_come_first(minutes: Minutes, clerk: User) -> None:
    minutes()
    Decision.objects.filter(action="request").update(confidence=0.4)
    Commitment.objects.update(confidence=0.95)
    found = waiting(clerk)
    assert (found[0], found[-1]) == (request().quote, promise().quote)


def test_what_is_decided_no_longer_waits(minutes: Minutes, clerk: User) -> None:
    minutes()
    before = queries.waiting(clerk)
    confirm(promise(), actor=clerk)
    reject(request(), actor=clerk, why="None")
    assert queries.waiting(clerk) == before - 2


def test_what_is_gone_from_the_source_no_longer_waits(minutes: Minutes, clerk: User, reader: ScriptedReader) -> None:
    minutes()
    reader.becomes("test-2", exchanges=[])
    minutes()
    assert LATER not in waiting(clerk)


def test_people_and_references_wait_only_where_they_are_asked_for(add: Add, clerk: User) -> None:
    add()
    assert "Councillor Anwen Pryce" not in waiting(clerk)
    assert "Councillor Anwen Pryce" in waiting(clerk, kind="mention")


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ({"body": "childrens-committee"}, 6), ({"body": "audit-committee"}, 1), ({"kind": "figure"}, 2),
        ({"rule": "test-decisions"}, 2), ({"kind": "no-such-kind"}, 0),
        ({"body": "childrens-committee", "meeting": "2024-03-05"}, 6),
        ({"body": "childrens-committee", "meeting": "2024-04-05"}, 0),
    ],
)  # fmt: skip
def test_the_queue_is_narrowed(minutes: Minutes, clerk: User, told: dict[str, str], number: int) -> None:
    minutes()
    minutes(f"Accounts\n\n{LATER}\n", "audit.txt", body="Audit Committee")
    assert (len(waiting(clerk, **told)), queries.waiting(clerk, queries.Desk(**told))) == (number, number)


def test_every_finding_comes_once_when_each_is_skipped(minutes: Minutes, clerk: User) -> None:
    minutes()
    minutes(DESK.replace("Ofsted", "Transport"), "second.txt", date="2024-04-05")
    Figure.objects.filter(value=12).update(confidence=0.4)
    first = queries.queue(clerk).findings[0]
    seen, at = [first.anchor], queries.following(clerk, first)
    while at and at.anchor != first.anchor:
        seen.append(at.anchor)
        at = queries.following(clerk, at)
    assert (len(seen), len(set(seen))) == (12, 12)


def test_the_last_finding_has_none_after_it(minutes: Minutes, clerk: User) -> None:
    minutes()
    assert queries.following(clerk, promise(), queries.Desk(kind="commitment")) is None


@pytest.mark.parametrize(
    "path", ["/review/", "/review/rules/", "/review/rules/together/?kind=decision&rule=test-decisions"]
)
def test_for_whoever_may_not_decide_the_desk_is_not_there(
    minutes: Minutes, client: Client, officer: User, path: str
) -> None:
    minutes()
    assert client.get(path).status_code == 404
    client.force_login(officer)
    assert client.get(path).status_code == 404
    assert client.get(address(promise())).status_code == 404
    assert send(client, promise(), "confirm").status_code == 404
    assert promise().state == "proposed"


def test_the_page_says_how_many_wait_and_leads_to_the_first(desk: Client) -> None:
    page = text_of(desk.get("/review/"))
    assert "6 findings wait for somebody" in page
    assert f'href="{address(queries.queue(desk.get("/review/").wsgi_request.user).findings[0])}"' in page


def test_an_empty_queue_says_what_to_do(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    page = text_of(client.get("/review/"))
    assert "No findings wait" in page
    assert "arising add" in page


def test_a_kind_that_there_is_not_is_not_found(desk: Client) -> None:
    assert desk.get("/review/promise/1/").status_code == 404
    assert desk.get("/review/commitment/99999/").status_code == 404


def test_only_a_clerk_is_told_what_waits(desk: Client, client: Client) -> None:
    outcome_page = "/bodies/childrens-committee/2024-03-05/"
    for path in ("/", "/bodies/childrens-committee/", outcome_page):
        assert "6 findings</strong> wait for review" in text_of(desk.get(path)), path
    assert "Review this meeting" in text_of(desk.get(outcome_page))
    desk.logout()
    for path in ("/", "/bodies/childrens-committee/", outcome_page):
        assert "for review" not in text_of(desk.get(path)), path


def test_an_entry_on_the_item_page_leads_a_clerk_to_its_review(desk: Client) -> None:
    item = promise().item
    assert item
    assert f'href="{address(promise())}"' in text_of(desk.get(item.get_absolute_url()))
    desk.logout()
    assert "/review/" not in text_of(desk.get(item.get_absolute_url()))
