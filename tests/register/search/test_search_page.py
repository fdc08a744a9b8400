"""The search page."""

from __future__ import annotations

from collections.abc import Callable

import lxml.html
import pytest
from django.test import Client

from arising.register.obligations.models import Obligation
from journeys import invented
from register.invented import Add

Hits = Callable[[str], list[lxml.html.HtmlElement]]


@pytest.fixture
def hits(db: None, client: Client) -> Hits:
    """The hits on the page of a query."""
    invented.placements()

    def found(query: str) -> list[lxml.html.HtmlElement]:
        answer = client.get(f"/search/?{query}")
        assert answer.status_code == 200
        tree = lxml.html.document_fromstring(answer.content.decode())
        return [each for each in tree.iter("li") if each.get("class") == "hit"]

    return found


def test_a_hit_shows_the_words_marked_and_leads_to_them(hits: Hits) -> None:
    (hit,) = hits("q=briefing+note&kind=commitment")
    assert [mark.text for mark in hit.iter("mark")] == ["briefing", "note"]
    assert [link.get("href", "").partition("#")[2].split("-")[0] for link in hit.findall("h3/a")] == ["commitment"]


@pytest.mark.parametrize(
    "query", ["q=zebra", "q=", "q=%22", "q=*", "q=%00", "q=carers&body=atlantis&kind=person", "page=9"]
)
def test_whatever_is_typed_is_answered(hits: Hits, query: str) -> None:
    assert hits(query) == []


def test_markup_in_a_search_is_only_words(client: Client, db: None) -> None:
    assert "<script>" not in client.get("/search/?q=<script>").content.decode().split("</head>")[1]


def main_of(client: Client, query: str) -> str:
    answer = client.get(f"/search/?{query}")
    assert answer.status_code == 200
    tree = lxml.html.document_fromstring(answer.content.decode())
    return " ".join(str(tree.xpath("string(//main)")).split())


def test_the_answer_says_in_words_how_many_of_each_kind_there_are(owed: Obligation, client: Client) -> None:
    told = main_of(client, "q=briefing")
    assert "3 places speak of “briefing”" in told
    assert "They are 1 commitment, 1 agenda item and 1 thing that is owed." in told
    assert "Among 1 commitment, 1 agenda item and 1 thing that is owed." in main_of(client, "q=briefing&kind=item")


def test_a_promise_says_what_became_of_it_and_leads_there(owed: Obligation, client: Client) -> None:
    tree = lxml.html.document_fromstring(client.get("/search/?q=briefing&kind=commitment").content.decode())
    assert "No date given, said 28 days ago." in str(tree.xpath("string(//li[@class='hit'])"))
    assert tree.xpath("//li[@class='hit']/p/a/@href") == [owed.get_absolute_url()]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("q=briefing&owner={owner}", 1),
        ("q=briefing&state=overdue", 0),
        ("q=briefing&said_by=director", 2),
        ("q=briefing&since=5/3/2024", 3),
        ("q=briefing&since=March+2024&until=2024", 3),
        ("q=briefing&since=6+March+2024", 0),
        ("q=briefing&until=2/2024", 0),
        ("q=briefing&until=2024-03", 3),
        ("state=waiting", 1),
    ],
)
def test_filters_narrow_the_search(owed: Obligation, client: Client, query: str, places: int) -> None:
    wanted = {0: "No place", 1: "1 place"}.get(places, f"{places} places")
    assert wanted.lower() in main_of(client, query.format(owner=owed.owner_id)).lower()


@pytest.mark.parametrize("query", ["since=soon", "until=31/2/2024", "since=5/13/2024", "since=00/2024"])
def test_what_is_no_date_is_said_to_be_none(owed: Obligation, client: Client, query: str) -> None:
    told = main_of(client, f"q=briefing&{query}")
    assert "is no date. Write it as 5/3/2023, 3/2023 or 2023." in told
    assert "3 places speak" in told


def test_the_council_is_asked_for_where_there_is_more_than_one(owed: Obligation, add: Add, client: Client) -> None:
    assert "Every council" not in main_of(client, "q=briefing")
    add(council="Wexcombe", body="Cabinet")
    assert "Every council" in main_of(client, "q=briefing")
    assert "1 place speaks" in main_of(client, "q=briefing&council=wexcombe&kind=item")


def test_pages_and_kinds_keep_the_filters(owed: Obligation, client: Client) -> None:
    tree = lxml.html.document_fromstring(client.get("/search/?q=briefing&since=2024&page=1").content.decode())
    links = [link.get("href") for link in tree.iter("a") if link.text == "1 agenda item"]
    assert links == ["?q=briefing&since=2024&kind=item"]
