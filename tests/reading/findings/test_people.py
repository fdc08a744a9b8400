"""People whom the discussion names with their posts."""

from __future__ import annotations

import pytest

from arising.reading.record import Person
from reading.minuted import minutes


def people(*blocks: str) -> tuple[Person, ...]:
    return minutes(*blocks).people


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Mr Dray, Head of Roads, said that all was well.", "Mr Dray", "Head of Roads"),
        ("The Committee heard from Alison Perrin (Director of Place).", "Alison Perrin", "Director of Place"),
        ("Councillor Vane, Portfolio Holder for Travel, spoke.", "Councillor Vane", "Portfolio Holder for Travel"),
    ],
)
def test_a_person_is_named_with_a_post(sentence: str, name: str, role: str) -> None:
    (found,) = people(sentence)
    assert (found.name, found.role, found.attending) == (name, role, "mentioned")


def test_who_is_named_twice_is_given_once() -> None:
    assert len(people("Mr Dray, Head of Roads, came.", "Later Mr Dray, Head of Roads, left.")) == 1


def test_who_stands_in_the_roll_is_not_given_again() -> None:
    found = people(
        "In attendance: Mr Dray (Head of Roads)", "# 1. Minutes", "They were read.", "# 2. Roads",
        "Mr Dray, Head of Roads, spoke.",
    )  # fmt: skip
    assert [one.attending for one in found] == ["in_attendance"]


@pytest.mark.parametrize(
    "sentence",
    ["Mr Dray, who was ill, left.", "The Head of Roads left.", "Mill Lane (the old road) was shut.", "Mr Dray left."],
)
def test_nobody_is_named_with_a_post_in(sentence: str) -> None:
    assert people(sentence) == ()
