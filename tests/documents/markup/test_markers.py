"""Markers that were typed."""

from __future__ import annotations

import pytest

from arising.documents.markup.markers import is_marker, leading_marker, numeral


@pytest.mark.parametrize(
    ("text", "marker", "words"),
    [
        ("·\u00a0\u00a0\u00a0 Early help – it was asked", "·", "Early help – it was asked"),
        ("• one", "•", "one"),
        ("\uf0b7one", "\uf0b7", "one"),
        ("- one", "-", "one"),
        ("– one", "–", "one"),
        ("(a) that it be noted", "(a)", "that it be noted"),
        ("(iv)that it be noted", "(iv)", "that it be noted"),
        ("a) one", "a)", "one"),
        ("1. Apologies", "1.", "Apologies"),
        ("76. Apologies", "76.", "Apologies"),
        ("4.1 The Director said", "4.1", "The Director said"),
        ("4.1. The Director said", "4.1.", "The Director said"),
        ("b. two", "b.", "two"),
        ("iii. three", "iii.", "three"),
    ],
)
def test_a_marker_is_taken_off(text: str, marker: str, words: str) -> None:
    found = leading_marker(text)
    assert found is not None
    assert (found[0], text[found[1] :]) == (marker, words)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee noted the report.",
        "A. Smith spoke.",
        "2020 was a hard year.",
        "4.5 million pounds were spent",
        "12.30 pm was the time",
        "£2m was spent",
        "10 social workers had started",
        "I. Vane asked",
        "-10% was the change",
        "o ne",
        "•",
        "1.",
        "",
    ],
)
def test_words_are_not_taken_for_a_marker(text: str) -> None:
    assert leading_marker(text) is None


@pytest.mark.parametrize("text", ["o one", "§ one", "A. one", "7 one"])
def test_a_letter_or_bare_number_is_a_marker_where_the_page_says_it_is_a_list(text: str) -> None:
    assert leading_marker(text) is None
    found = leading_marker(text, listed=True)
    assert found is not None
    assert text[found[1] :] == "one"


@pytest.mark.parametrize("text", ["76.", "76", "(a)", "iv.", "•", "4.1", " 5. ", "Item 5", "-"])
def test_a_lone_marker_is_known(text: str) -> None:
    assert is_marker(text)


@pytest.mark.parametrize("text", ["", "Apologies", "2020", "512 children", "Yes", "£5"])
def test_a_word_or_a_year_is_no_lone_marker(text: str) -> None:
    assert not is_marker(text)


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [(1, "1", "1"), (3, "a", "c"), (27, "a", "aa"), (28, "A", "AB"), (4, "i", "iv"), (19, "I", "XIX"), (0, "a", "0")],
)
def test_a_number_is_written_in_its_style(number: int, style: str, written: str) -> None:
    assert numeral(number, style) == written
