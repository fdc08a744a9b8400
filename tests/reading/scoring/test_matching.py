from __future__ import annotations

import pytest

from arising.reading.scoring.matching import DocumentWords, coverage, pair, plain, similar, surname


@pytest.mark.parametrize(
    ("text", "quote", "stretches"),
    [
        ("Officers agreed to report back.", "agreed to report", [(1, 4)]),
        ("Officers agreed\n\n  to\u00a0report back.", "agreed to report", [(1, 4)]),
        ("It was (again) said: “yes”.", "again said yes", [(2, 5)]),
        ("The Chair – Cllr Moss – spoke.", "Chair Cllr Moss spoke", [(1, 5)]),
        ("to report and to report", "to report", [(0, 2), (3, 5)]),
        ("Officers agreed to report back.", "agreed to reports", []),
        ("Officers agreed.", "officers agreed", []),
        ("Officers agreed.", "", []),
        ("Officers agreed.", " … ", []),
        ("Officers agreed.", "–", []),
        ("", "agreed", []),
    ],
)
def test_a_quote_stands_where_its_words_stand(text: str, quote: str, stretches: list[tuple[int, int]]) -> None:
    assert list(DocumentWords(text).stretches(quote)) == stretches


@pytest.mark.parametrize(
    ("label", "found", "share"),
    [
        ((10, 20), (10, 20), 1.0),
        ((10, 20), (10, 15), 0.5),
        ((10, 20), (10, 14), 0.0),
        ((10, 20), (5, 47), 1.0),
        ((10, 20), (5, 48), 0.0),
        ((10, 20), (20, 30), 0.0),
    ],
)
def test_half_of_a_label_must_be_covered_by_a_prediction_not_much_longer(
    label: tuple[int, int], found: tuple[int, int], share: float
) -> None:
    assert coverage([label], [found]) == share


def test_a_quote_that_stands_twice_matches_at_its_better_place() -> None:
    assert coverage([(0, 4), (50, 54)], [(52, 56), (0, 3)]) == 0.75


def test_the_best_covered_label_is_paired_first() -> None:
    labels = [[(0, 10)], [(8, 12)]]
    assert pair(labels, [[(8, 14)], [(0, 6)]]) == {0: 1, 1: 0}


def test_one_prediction_answers_one_label() -> None:
    assert pair([[(0, 4)], [(0, 4)]], [[(0, 4)]]) == {0: 0}


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("the briefing note", "a Briefing Note", True),
        ("review reports", "report of the review", True),
        ("the Council’s plan", "council plan", True),
        ("end of March 2020", "March", False),
        ("next meeting", None, False),
        (None, None, True),
        (None, "the", True),
        (None, "March", False),
    ],
)
def test_attributes_agree_where_half_of_the_words_wanted_are_there(
    wanted: str | None, got: str | None, same: bool
) -> None:
    assert similar(wanted, got) is same


def test_headings_are_compared_without_case_curls_or_stops() -> None:
    assert plain(" Children’s  Services – Update. ") == "children's services - update"


def test_a_vote_is_known_by_its_last_name() -> None:
    assert surname("Councillor Mrs Anne Moss.") == "moss"
