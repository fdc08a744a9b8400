"""What the tutorial says of the sample council is so."""

import re
from pathlib import Path

import pytest

from arising.documents import Document, open_document
from arising.reading import read
from arising.sample import documents

TUTORIAL = (Path(__file__).parents[2] / "docs/tutorial/first-meeting.md").read_text(encoding="utf-8")
QUOTES = [" ".join(re.sub(r"(?m)^> ?", "", quote).split()) for quote in re.findall(r"(?m)(?:^> .+\n)+", TUTORIAL)]
SEARCHES = re.findall(r"(?m)^\| `(.+?)` \|", TUTORIAL)


@pytest.fixture(scope="module")
def published() -> dict[str, Document]:
    return {sample.path.name: open_document(sample.path) for sample in documents() if sample.audience == "public"}


def holding(words: str, published: dict[str, Document]) -> list[str]:
    """The files that hold every one of the words, as the search does."""
    wanted = words.lower().split()
    return [name for name, document in published.items() if all(word in document.text.lower() for word in wanted)]


@pytest.mark.parametrize("quote", QUOTES)
def test_every_quote_stands_in_the_minutes(quote: str, published: dict[str, Document]) -> None:
    assert any(quote in " ".join(document.text.split()) for document in published.values())


@pytest.mark.parametrize("words", SEARCHES)
def test_every_search_finds_something(words: str, published: dict[str, Document]) -> None:
    assert holding(words, published)


def test_the_staff_survey_is_found_in_one_meeting_alone(published: dict[str, Document]) -> None:
    assert "staff survey" in SEARCHES
    assert holding("staff survey", published) == ["2023-10-12-children.html"]


def test_the_minutes_to_practise_on_give_an_undertaking_and_a_decision() -> None:
    practice = re.search(r"```text\n(.+?)```", TUTORIAL, re.DOTALL)
    assert practice is not None
    record = read(open_document(practice[1].encode(), name="allotments.txt"))
    (undertaking,) = record.commitments
    (decision,) = record.decisions
    assert (undertaking.kind, undertaking.owner, undertaking.deliverable) == ("undertaking", "Parks Manager", "note")
    assert (decision.action, decision.quote) == ("note", "that the report be noted")
    assert (record.meeting.body, record.meeting.date) == ("Allotments Committee", "2024-03-05")
