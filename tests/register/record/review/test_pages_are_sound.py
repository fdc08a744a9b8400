"""Every page of the desk is sound: labels, headings, no id twice, no script or style within."""

from __future__ import annotations

import lxml.html
import pytest
from django.test import Client

from arising.register.accounts.models import User
from arising.register.record.models import Decision, Exchange, Figure
from arising.register.record.operations import merge, reject, split
from register.record.review.desk import OTHER, address, promise, request, send, text_of
from register.record.test_pages import faults


def sound(page: str) -> list[str]:
    return faults(lxml.html.document_fromstring(page))


@pytest.mark.parametrize(
    "path",
    [
        "/review/", "/review/?kind=vote", "/review/?body=no-such-body", "/review/rules/", "/review/rules/?kind=area",
        "/review/rules/together/?kind=figure&rule=test-figures",
        "/review/rules/together/?kind=figure&rule=test-figures&at_least=100",
        "/review/rules/together/?kind=figure&rule=test-figures&at_least=many",
    ],
)  # fmt: skip
def test_a_page_of_the_queue_and_the_rules_is_sound(desk: Client, path: str) -> None:
    assert sound(text_of(desk.get(path))) == []


def test_the_page_of_a_finding_is_sound_whatever_its_kind(desk: Client) -> None:
    for finding in (promise(), request(), Exchange.objects.get(), Figure.objects.get(value=66)):
        assert sound(text_of(desk.get(address(finding)))) == []


@pytest.mark.parametrize("do", ["amend", "reject", "ends", "split", "merge", "confirm", "nothing"])
def test_a_page_that_refuses_is_sound(desk: Client, do: str) -> None:
    assert sound(text_of(send(desk, request(), do, shown="another", is_obligation="perhaps"))) == []


def test_a_page_after_something_was_done_is_sound(desk: Client, clerk: User) -> None:
    merge(request(), Decision.objects.get(quote=OTHER), actor=clerk)
    first, _ = split(promise(), 3, actor=clerk)
    reject(Exchange.objects.get(), actor=clerk, why="None")
    for page in (
        address(request()), address(Decision.objects.get(quote=OTHER)), address(first), "/review/?undone",
        f"{address(Exchange.objects.get())}?undone",
    ):  # fmt: skip
        assert sound(text_of(desk.get(page))) == [], page
