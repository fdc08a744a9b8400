"""Names of things, and acronyms with what they stand for."""

from __future__ import annotations

import pytest

from arising.following.names import initials_of, names_in, parts_of, spelt_out
from arising.following.words import stems


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She named the Harbour Board and the Signs of Spring scheme.", ["Harbour Board", "Signs of Spring"]),
        ("Councillor Moss asked the Director of Roads.", []),
        ("The lamps were out.", []),
        ("It went to South Quay.", ["South Quay"]),
    ],
)
def test_names_are_of_things_and_not_of_persons_or_posts(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Road Safety Plan (RSP) was read.", [("RSP", "Road Safety Plan")]),
        ("The new Harbour and Quay Plan (HQP)", [("HQP", "Harbour and Quay Plan")]),
        ("Members of the Road Safety Plan (RSP)", [("RSP", "Road Safety Plan")]),
        ("The plan (RSP) was read.", []),
        ("The Harbour Board (RSP) met.", []),
    ],
)
def test_an_acronym_is_known_by_the_words_before_it(text: str, found: list[tuple[str, str]]) -> None:
    assert list(spelt_out(text)) == found


def test_initials_pass_over_small_words() -> None:
    assert initials_of("Road and Safety Plans") == "RSP"


def test_a_long_name_may_be_called_by_its_end() -> None:
    assert parts_of("Mill Lane Improvement Plan") == ["Mill Lane Improvement Plan", "Improvement Plan"]


def test_words_of_every_page_tell_nothing_and_the_others_are_told_by_their_stems() -> None:
    assert stems("The Committee noted that recruitment of masons continued; 12 were recruited.") == [
        "recruit", "mason", "recruit",
    ]  # fmt: skip
