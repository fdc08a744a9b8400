from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.reading.language.names import is_name, is_post, names_before, split_names, surname


def names(text: str) -> list[str]:
    return [name.name for name in split_names(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Councillor Moss", ["Councillor Moss"]),
        ("Councillor Moss, Councillor Tan and Mrs Hill", ["Councillor Moss", "Councillor Tan", "Mrs Hill"]),
        ("Councillors Moss, Tan and Orr", ["Councillor Moss", "Councillor Tan", "Councillor Orr"]),
        ("Cllrs: Moss, Tan", ["Cllr Moss", "Cllr Tan"]),
        ("Cllrs. Moss, Tan and Mrs Hill", ["Cllr. Moss", "Cllr. Tan", "Mrs Hill"]),
        ("Cllr. J. Moss; Cllr P. Tan", ["Cllr. J. Moss", "Cllr P. Tan"]),
        ("Mr Hill. Mrs Tan", ["Mr Hill", "Mrs Tan"]),
        ("Mr R W Gough and Ms Siân O’Neill-Hughes", ["Mr R W Gough", "Ms Siân O’Neill-Hughes"]),
        ("Cllr Novak\tCllr Daly", ["Cllr Novak", "Cllr Daly"]),
        ("Rob Boyd, Sue Lane", ["Rob Boyd", "Sue Lane"]),
        ("none", []),
        ("", []),
    ],
)
def test_a_list_of_names_is_parted_into_people(text: str, people: list[str]) -> None:
    assert names(text) == people


@pytest.mark.parametrize(
    "text",
    ["Ms A Perrin (Director of Place)", "Ms A Perrin, Director of Place", "Ms A Perrin; Director of Place"],
)
def test_a_post_beside_a_name_is_its_role(text: str) -> None:
    (name,) = split_names(text, 0, len(text))
    assert (name.name, name.role) == ("Ms A Perrin", "Director of Place")


def test_initials_in_brackets_are_a_note_and_no_role() -> None:
    (name,) = split_names("Rob Boyd (RB)", 0, 13)
    assert (name.role, name.note) == (None, "RB")


def test_honours_after_a_comma_belong_to_the_name_before() -> None:
    assert names("Mr R Hill, MBE, Mrs Vane") == ["Mr R Hill, MBE", "Mrs Vane"]


def test_a_name_knows_where_it_stands() -> None:
    text = "Present: Councillor Moss (Chair), Mrs Tan"
    assert [text[name.start : name.end] for name in split_names(text, 9, len(text))] == [
        "Councillor Moss (Chair)",
        "Mrs Tan",
    ]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Cllr. J. Leddin", "Leddin"),
        ("Councillor Josie Iles", "Iles"),
        ("Mr R Hill MBE", "Hill"),
        ("Cllr. Sheahan (M)", "Sheahan"),
        ("Ms O’Neill-Hughes", "O’Neill-Hughes"),
        ("Moss", "Moss"),
    ],
)
def test_a_person_is_told_again_by_their_surname(name: str, family: str) -> None:
    assert surname(name) == family


@pytest.mark.parametrize("words", ["Cllr. J. Leddin", "Mr R W Gough", "Mr Hill MBE", "Cllr. Sheahan (M)", "Rob Boyd"])
def test_a_name_is_a_name(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words", ["Lamps were out", "Director of Place", "Councillor", "12 March", "", "The Clerk", "x" * 200]
)
def test_other_words_are_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("words", ["Director of Place", "the Town Clerk", "Head of Roads", "Chair"])
def test_a_post_is_a_post(words: str) -> None:
    assert is_post(words)


@pytest.mark.parametrize("words", ["Mr Hill", "Lamps were out", ""])
def test_a_person_or_a_thing_is_no_post(words: str) -> None:
    assert not is_post(words)


@pytest.mark.parametrize(
    ("before", "people"),
    [
        ("Councillors Moss and Tan ", ["Councillor Moss", "Councillor Tan"]),
        ("Then Mr Dray and Mrs Hill ", ["Mr Dray", "Mrs Hill"]),
        ("Rob Boyd ", ["Rob Boyd"]),
        ("Nobody at all ", []),
    ],
)
def test_people_are_named_before_what_they_did(before: str, people: list[str]) -> None:
    text = before + "declared an interest"
    assert names_before(text, 0, len(before))[1] == people


@given(st.text(alphabet=st.sampled_from("ABab ,.;()-’\tCclrMs&MBE"), max_size=80))
def test_names_stand_in_order_within_the_text(text: str) -> None:
    end = 0
    for name in split_names(text, 0, len(text)):
        assert end <= name.start < name.end <= len(text)
        end = name.end
