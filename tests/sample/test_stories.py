"""The stories are in the minutes word for word, and what is said to be missing is missing."""

import re

import pytest

from arising.documents import Document, open_document
from arising.sample import Moment, Story, documents, stories
from arising.sample.stories import STORIES

TOLD = stories()
MOMENTS = [(story, moment) for story in TOLD for moment in story.moments]


@pytest.fixture(scope="module")
def opened() -> dict[str, Document]:
    return {sample.path.name: open_document(sample.path) for sample in documents()}


def folded(text: str) -> str:
    return " ".join(text.split())


def story(name: str) -> Story:
    (found,) = [story for story in TOLD if story.id == name]
    return found


@pytest.mark.parametrize(
    ("story", "moment"), MOMENTS, ids=[f"{story.id}-{at}" for at, (story, _) in enumerate(MOMENTS)]
)
def test_the_quote_stands_in_the_document(story: Story, moment: Moment, opened: dict[str, Document]) -> None:
    assert folded(moment.quote) in folded(opened[moment.document].text)


@pytest.mark.parametrize(
    ("story", "moment"), MOMENTS, ids=[f"{story.id}-{at}" for at, (story, _) in enumerate(MOMENTS)]
)
def test_the_quote_stands_in_one_paragraph(story: Story, moment: Moment, opened: dict[str, Document]) -> None:
    document = opened[moment.document]
    assert any(folded(moment.quote) in folded(document.words(block)) for block in document.blocks)


def test_every_story_has_its_own_name() -> None:
    names = [story.id for story in TOLD]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("told", [told for told in TOLD if told.outcome != "recorded"], ids=lambda told: told.id)
def test_moments_come_in_the_order_of_their_meetings(told: Story) -> None:
    days = [moment.document[:10] for moment in told.moments]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("name", "word"), [("staff-survey", "survey"), ("behaviour-pilot", "pilot"), ("easy-read-plan", "easy-read")]
)
def test_what_is_forgotten_is_never_mentioned_again(name: str, word: str, opened: dict[str, Document]) -> None:
    (promise,) = story(name).moments
    assert story(name).outcome == "forgotten"
    later = [document.text for file, document in opened.items() if file[:10] > promise.document[:10]]
    assert not any(word in text for text in later)


def test_the_strategy_slips_twice_before_it_comes() -> None:
    assert [moment.what for moment in story("send-strategy").moments][:4] == ["promised", "slipped", "slipped", "kept"]


def test_the_figure_that_changes_is_different_each_time() -> None:
    whats = [moment.what for moment in story("academy-first-cohort").moments]
    quotes = [moment.quote for moment in story("academy-first-cohort").moments]
    assert all(re.search(rf"\b{what}\b", quote) for what, quote in zip(whats, quotes, strict=True))
    assert len(set(whats)) == 3


def test_the_published_minute_says_nothing_of_the_exempt_discussion(opened: dict[str, Document]) -> None:
    published = opened["2024-10-17-children.docx"].text
    assert "exempt minute" in published
    assert "payment in advance" not in published
    assert "payment in advance" in opened["2024-10-17-children-exempt.txt"].text


def test_an_outcome_that_is_not_known_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    odd = tmp_path_factory.mktemp("told") / "stories.toml"
    odd.write_text(STORIES.read_text(encoding="utf-8").replace('outcome = "kept"', 'outcome = "cept"', 1), "utf-8")
    with pytest.raises(ValueError, match="'cept' is not a valid Outcome"):
        stories(odd)
