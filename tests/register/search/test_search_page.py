"""The search page."""

from __future__ import annotations

from collections.abc import Callable

import lxml.html
import pytest
from django.test import Client

from journeys import invented

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
    assert [link.get("href", "").partition("#")[2].split("-")[0] for link in hit.iter("a")] == ["commitment"]


@pytest.mark.parametrize(
    "query", ["q=zebra", "q=", "q=%22", "q=*", "q=%00", "q=carers&body=atlantis&kind=person", "page=9"]
)
def test_whatever_is_typed_is_answered(hits: Hits, query: str) -> None:
    assert hits(query) == []


def test_markup_in_a_search_is_only_words(client: Client, db: None) -> None:
    assert "<script>" not in client.get("/search/?q=<script>").content.decode().split("</head>")[1]
