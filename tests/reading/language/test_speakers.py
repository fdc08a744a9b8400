from __future__ import annotations

import pytest

from arising.reading.language.speakers import Side, Speech, Table, speeches, strip_article, verbs_of_speech


def table() -> Table:
    """Councillor Moss is a member, Mr Dray an officer, and the minutes call Rob Boyd RB."""
    return Table({"Moss"}, {"Dray"}, frozenset({"RB"}), has_councillors=True)


def heard(text: str) -> list[Speech]:
    return list(speeches(text, 0, len(text), table()))


@pytest.mark.parametrize(
    ("sentence", "who", "verb", "side"),
    [
        ("The Director of Place said that all was well.", "Director of Place", "said", "answerer"),
        ("The Portfolio Holder and officers explained it.", "Portfolio Holder and officers", "explained", "answerer"),
        ("The Director of People – Children and Adults Services replied.",
         "Director of People – Children and Adults Services", "replied", "answerer"),
        ("The Director, who had been ill, also explained it.", "Director", "explained", "answerer"),
        ("Officers confirmed it.", "Officers", "confirmed", "answerer"),
        ("Mr Dray replied.", "Mr Dray", "replied", "answerer"),
        ("Rob Boyd said so.", "Rob Boyd", "said", "answerer"),
        ("Councillor Vane, Portfolio Holder for Roads, said so.", "Councillor Vane", "said", "answerer"),
        ("Councillor Moss asked why.", "Councillor Moss", "asked", "member"),
        ("Councillor Orr then queried it.", "Councillor Orr", "queried", "member"),
        ("Members queried it.", "Members", "queried", "member"),
        ("The Chair thanked all.", "Chair", "thanked", "member"),
        ("The Leader of the Labour Group asked why.", "Leader of the Labour Group", "asked", "member"),
        ("RB reported that keys were lost.", "RB", "reported", "member"),
        ("She added that it was so.", "She", "added", "pronoun"),
        ("In response, they explained it.", "they", "explained", "pronoun"),
    ],
)  # fmt: skip
def test_who_speaks_is_heard_with_their_verb_and_their_side(sentence: str, who: str, verb: str, side: Side) -> None:
    (speech,) = heard(sentence)
    assert (speech.who, speech.verb, speech.side) == (who, verb, side)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody spoke.",
        "The report said that all was well.",
        "The Director left.",
        "JB lost keys.",
        "The Chairs were old.",
    ],
)
def test_nobody_speaks_in(sentence: str) -> None:
    assert heard(sentence) == []


def test_two_who_speak_in_a_sentence_are_heard_in_order() -> None:
    found = heard("Members asked why the gate was shut and the Director said that it was unsafe.")
    assert [(speech.who, speech.side) for speech in found] == [("Members", "member"), ("Director", "answerer")]


def test_a_speech_knows_where_its_words_for_who_stand() -> None:
    text = "Later the Director of Place said so."
    (speech,) = heard(text)
    assert text[speech.start : speech.end] == "the Director of Place"
    assert text[: speech.said].endswith("said")


def test_a_member_who_was_once_named_with_a_portfolio_answers_from_then_on() -> None:
    seats = table()
    list(speeches(text := "Councillor Vane, Portfolio Holder for Roads, said so.", 0, len(text), seats))
    (again,) = speeches(text := "Councillor Vane added more.", 0, len(text), seats)
    assert again.side == "answerer"


def test_a_person_without_a_title_of_office_is_unknown_where_no_councillor_is_named() -> None:
    (speech,) = speeches(text := "Mrs Hill said so.", 0, len(text), Table())
    assert speech.side == "unknown"


@pytest.mark.parametrize(("words", "bare"), [("the Director", "Director"), ("An officer", "officer"), ("The", "The")])
def test_an_article_is_no_part_of_who(words: str, bare: str) -> None:
    assert strip_article(words) == bare


def test_a_sentence_without_a_verb_of_speech_need_not_be_listened_to() -> None:
    assert verbs_of_speech(frozenset(("members", "asked"))) == {"asked"}
    assert verbs_of_speech(frozenset(("lamps", "out"))) == frozenset()
