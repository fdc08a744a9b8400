"""Words as claims are matched by."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from arising.measures.claims.words import stems_of, telling, words_of

TERMS = tomllib.loads((files("arising.measures") / "data/terms.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EHCPs", "education, health and care plans"),
        ("EHC plan", "Educational Health and Care Plan"),
        ("CIN", "children in need"),
        ("CP plans", "child protection plan"),
        ("LAC", "looked-after children"),
        ("CLA", "children in care"),
        ("UASC", "unaccompanied asylum-seeking children"),
        ("NEET", "not in education, employment or training"),
        ("re-referrals", "repeat referrals"),
        ("ICPCs", "initial child protection conferences"),
        ("twenty weeks", "20 weeks"),
        ("the council's plans", "council plan"),
        ("excluding exceptional cases", "without exceptions"),
    ],
)
def test_two_names_of_one_thing_are_one(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("children in need", "looked after children"),
        ("in education, employment or training", "not in education, employment or training"),
        ("with exceptions", "without exceptions"),
        ("care leavers", "leavers"),
        ("re-referrals", "referrals"),
    ],
)
def test_two_things_are_two(one: str, other: str) -> None:
    assert stems_of(one) != stems_of(other)


def test_words_are_kept_as_they_were_said() -> None:
    assert [word.said for word in words_of("66% of EHC plans were Issued")] == [
        "66",
        "of",
        "EHC plans",
        "were",
        "Issued",
    ]


def test_no_name_stands_for_two_things() -> None:
    ways = Counter(way.casefold() for table in TERMS.values() for ways in table.values() for way in ways)
    assert len(ways) > 100
    assert [way for way, count in ways.items() if count > 1] == []


def test_no_word_both_says_nothing_and_makes_a_figure_another() -> None:
    lists = telling()
    assert lists["neutral"] & lists["other"] == frozenset()
