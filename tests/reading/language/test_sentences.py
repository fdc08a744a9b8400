from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.reading.language.sentences import sentence_around, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ("The lamps were out.", "Members asked why."),
        ("Is it open?", "It is."),
        ("He said no.", "The plan fell."),
        ("It was due (approx. May).", "Members noted it."),
        ("Lamps, kerbs, etc. were noted.", "All agreed."),
        ("The hall was full.", "“Why was that?”", "Nobody knew."),
        ("Mr. A. B. Hill spoke.", "The Chair agreed."),
        ("St. Mary’s school closed.", "It reopened."),
        ("It cost £1.5m.", "Members noted it."),
        ("Mr Hill paid tribute to Ann Moss, who retired last month.", "Ann had worked for the Council for years."),
        ("The rate was 61%.", "The guests came from the NHS.", "The plan dates from 2019.", "It was noted."),
        ("The grant was spent (as was planned).", "Mr. Moss agreed."),
    ],
    ids=" ".join,
)
def test_sentences_are_parted_where_one_ends_and_another_begins(parts: tuple[str, ...]) -> None:
    assert cut(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr. Moss spoke of the lamps.",
        "Cllrs. Moss and Tan spoke.",
        "The Cllrs. Moss and the Depts. of Works met.",
        "The paras. Members asked of were noted.",
        "The meeting began at 10.30 a.m. and closed at noon.",
        "It cost approx. £1.5m in all.",
        "See No. 4 for details.",
        "The work, i.e. the roof, was done.",
        "Ms. J. K. Perrin left.",
        "They met at St. Anne’s.",
        "A sum of £2.153m was spent.",
        "No full stop here",
    ],
)
def test_an_abbreviation_or_a_number_ends_no_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The drift would continue Officers explained that it would.",
         ["The drift would continue", "Officers explained that it would."]),
        ("It would pass to the service.The Director agreed.",
         ["It would pass to the service.", "The Director agreed."]),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_its_full_stop_or_space_was_lost(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_speaker_in_mid_sentence_begins_no_sentence() -> None:
    text = "They heard that the Director explained it, as Officers said before."
    assert cut(text) == [text]


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "One came. Two came. Three came."
    assert [text[start:end] for start, end in sentences(text, 10, 19)] == ["Two came."]


def test_white_space_makes_no_sentence() -> None:
    assert cut("   ") == []


@given(st.text(alphabet=st.sampled_from("aAzZ .?!\n“”’()-;:,0123£CcLlRrMm"), max_size=120))
def test_sentences_are_in_order_trimmed_and_hold_every_printed_character(text: str) -> None:
    spans = sentences(text, 0, len(text))
    end = 0
    for start, stop in spans:
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("66%", "Some 66% of lamps were lit."),
        ("Approx. ten", "Approx. ten were not."),
        ("kerbs", "A line about kerbs"),
    ],
)
def test_the_sentence_around_some_words_is_found(words: str, sentence: str) -> None:
    text = "A line about kerbs\nMembers met. Some 66% of lamps were lit. Approx. ten were not.\nThe end."
    start = text.index(words)
    assert sentence_around(text, start, start + len(words)) == sentence
