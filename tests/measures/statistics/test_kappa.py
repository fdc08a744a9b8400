from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.measures.statistics import kappa, kappa_of_pairs
from arising.measures.statistics.kappa import Weights

THREE = [[12, 3, 1], [4, 20, 5], [0, 2, 13]]
FOUR = [[1, 2, 0, 0], [0, 8, 3, 1], [0, 4, 9, 2], [0, 0, 1, 5]]

# kappa and its standard error as statsmodels 0.15 gives them (inter_rater.cohens_kappa)
STATSMODELS: list[tuple[list[list[int]], Weights, float, float]] = [
    (THREE, "none", 0.6143958869, 0.0866933354),
    (THREE, "linear", 0.6664350243, 0.0792845897),
    (THREE, "quadratic", 0.7276853253, 0.0778188350),
    ([[2, 10], [1, 27]], "none", 0.1666666667, 0.1398753991),
    ([[20, 5], [10, 15]], "none", 0.4, 0.1269960629),
    (FOUR, "none", 0.4693877551, 0.1187775366),
    (FOUR, "linear", 0.5714285714, 0.1055971283),
    (FOUR, "quadratic", 0.6842105263, 0.0998359433),
]

tables = st.integers(2, 5).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, 30), min_size=size, max_size=size), min_size=size, max_size=size)
)


@pytest.mark.parametrize(("table", "weights", "value", "error"), STATSMODELS)
def test_kappa_and_its_error_are_those_of_statsmodels(
    table: list[list[int]], weights: Weights, value: float, error: float
) -> None:
    held = kappa(table, weights=weights)
    assert (held.value, held.error) == pytest.approx((value, error), abs=1e-9)


def test_kappa_is_that_of_the_published_example() -> None:
    # Fleiss, Statistical Methods for Rates and Proportions, 1981, table 13.1: two raters, 100 patients, three diagnoses
    assert kappa([[75, 1, 4], [5, 4, 1], [0, 0, 10]]).value == pytest.approx(0.68, abs=0.005)


def test_an_interval_is_the_error_to_both_sides() -> None:
    held = kappa(THREE)
    assert (held.lower, held.upper) == pytest.approx((0.444480, 0.784312), abs=1e-5)


@settings(deadline=None)
@given(tables)
def test_who_is_named_first_makes_no_difference(table: list[list[int]]) -> None:
    turned = [list(column) for column in zip(*table, strict=True)]
    one, other = kappa(table, weights="linear"), kappa(turned, weights="linear")
    assert (one.value is None) == (other.value is None)
    assert (one.value or 0.0) == pytest.approx(other.value or 0.0)


@settings(deadline=None)
@given(tables)
def test_kappa_is_never_more_than_1_and_its_interval_holds_it(table: list[list[int]]) -> None:
    held = kappa(table)
    if held.value is not None:
        assert held.value <= 1 + 1e-12
    if held.lower is not None and held.upper is not None and held.value is not None:
        assert held.lower <= held.value <= held.upper


@settings(deadline=None)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=5))
def test_graders_who_always_agree_have_a_kappa_of_1_and_no_interval(counts: list[int]) -> None:
    held = kappa([[count if i == j else 0 for j in range(len(counts))] for i, count in enumerate(counts)])
    assert held.value == pytest.approx(1)
    assert held.lower is None


def test_one_grade_for_all_files_leaves_kappa_undefined_and_says_why() -> None:
    held = kappa([[9, 0], [0, 0]])
    assert held.value is None
    assert "one and the same grade" in str(held)


def test_no_file_graded_twice_is_said() -> None:
    assert str(kappa([[0, 0], [0, 0]])) == "No file was graded twice, so nothing can be said of agreement."


def test_pairs_give_the_same_as_their_table() -> None:
    pairs = [("good", "good")] * 20 + [("good", "poor")] * 5 + [("poor", "good")] * 10 + [("poor", "poor")] * 15
    assert kappa_of_pairs(pairs, ["good", "poor"]) == kappa([[20, 5], [10, 15]])


def test_a_grade_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="“fair” is none of the grades: good, poor"):
        kappa_of_pairs([("good", "fair")], ["good", "poor"])


def test_a_common_grade_is_cautioned_about() -> None:
    held = kappa([[85, 5], [5, 5]])
    assert "One grade makes up 90%" in " ".join(held.cautions)
    assert str(held) == (
        "Both gave the same grade to 90 of 100 files (90%)."
        " Kappa is 0.44 (95% interval 0.16 to 0.73): moderate agreement."
    )


def test_few_files_are_cautioned_about() -> None:
    assert kappa([[4, 1], [1, 4]]).cautions == ("It rests on 10 files, so it is a rough guide.",)


def test_a_table_that_is_not_square_is_refused() -> None:
    with pytest.raises(ValueError, match="square"):
        kappa([[1, 2], [3]])
