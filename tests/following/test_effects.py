"""What a later statement tells: sentences that must give an effect, and sentences that must give none."""

from __future__ import annotations

import pytest

from arising.following.effects import effect_in, told_in

TOLD = [
    ("answered", "The briefing note had been circulated to Members."),
    ("answered", "Officers said that 12 masons had been recruited and were all still in post."),
    ("answered", "The new hall was opened in May."),
    ("answered", "The Head of Roads presented the report on kerbs."),
    ("slipped", "The storms had resulted in a delay of their arrival."),
    ("slipped", "The opening had been postponed."),
    ("slipped", "Completion was now expected in October."),
    ("slipped", "The survey had not yet been done."),
    ("slipped", "The report was still awaited."),
    ("dropped", "The scheme would not now proceed."),
    ("dropped", "The plan was abandoned."),
    ("dropped", "It was decided not to build the bridge."),
    ("changed", "A letter would be sent instead of a report."),
    ("changed", "The plan had been replaced by a new one."),
    ("reaffirmed", "The report would come to the June meeting."),
    ("reaffirmed", "Officers were due to visit the site."),
]


@pytest.mark.parametrize(("effect", "words"), TOLD, ids=[words for _, words in TOLD])
def test_words_tell_what_became_of_it(effect: str, words: str) -> None:
    told = effect_in(words)
    assert told is not None
    assert told[0] == effect
    assert told[2] in words


@pytest.mark.parametrize("words", ["Members thanked officers.", "The lamps are bright.", "Potholes in Mill Lane"])
def test_other_words_tell_nothing(words: str) -> None:
    assert effect_in(words) is None


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("It was asked whether the hall had been opened.", ""),
        ("Concern was raised that the hall had been delayed.", ""),
        ("It was asked whether the hall had opened and officers confirmed that it was.", " that it was."),
        ("Officers said that the hall was open.", "Officers said that the hall was open."),
    ],
)
def test_of_a_question_only_the_answer_tells(words: str, left: str) -> None:
    assert told_in(words) == left
