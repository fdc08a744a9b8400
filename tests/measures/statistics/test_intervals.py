from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arising.measures.statistics import newcombe, newcombe_paired, wilson

# count, out of, lower, upper: Newcombe, Statistics in Medicine 17, 857–872, 1998, table I, to four digits
PUBLISHED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
# and of differences: 17, 873–890, table II, method 10
INDEPENDENT = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]
# what statsmodels 0.15 gives, as proportion_confint(…, method="wilson")
STATSMODELS = [
    (0, 10, 0.0, 0.2775327999),
    (1, 10, 0.0178762131, 0.4041500268),
    (5, 29, 0.0759785725, 0.3454843989),
    (29, 29, 0.8830302015, 1.0),
    (3, 7, 0.1582198553, 0.7495416355),
]

counts = st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@pytest.mark.parametrize(("count", "of", "lower", "upper"), PUBLISHED)
def test_an_interval_is_the_published_one(count: int, of: int, lower: float, upper: float) -> None:
    held = wilson(count, of)
    assert (held.lower, held.upper) == pytest.approx((lower, upper), abs=5e-5)


@pytest.mark.parametrize(("count", "of", "lower", "upper"), STATSMODELS)
def test_an_interval_is_that_of_statsmodels(count: int, of: int, lower: float, upper: float) -> None:
    held = wilson(count, of)
    assert (held.lower, held.upper) == pytest.approx((lower, upper), abs=1e-9)


@pytest.mark.parametrize(("count", "of", "other", "of_other", "lower", "upper"), INDEPENDENT)
def test_a_difference_is_the_published_one(
    count: int, of: int, other: int, of_other: int, lower: float, upper: float
) -> None:
    held = newcombe(other, of_other, count, of)
    assert (held.lower, held.upper) == pytest.approx((lower, upper), abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "lower", "upper"),
    [
        # Bentur et al. 2009, in Fagerland, Lydersen and Laake, Statistical Analysis of Contingency Tables, chapter 8
        ((1, 1, 7, 12), 0.026, 0.507),
        # Altman et al., Statistics with Confidence, 2000, table 6.2
        ((14, 0, 5, 22), 0.011, 0.226),
    ],
)
def test_a_paired_difference_is_the_published_one(
    counts: tuple[int, int, int, int], lower: float, upper: float
) -> None:
    held = newcombe_paired(*counts)
    assert (held.lower, held.upper) == pytest.approx((lower, upper), abs=5e-4)


@settings(deadline=None)
@given(counts)
def test_an_interval_holds_its_share_and_stays_between_0_and_1(told: tuple[int, int]) -> None:
    held = wilson(*told)
    assert 0 <= held.lower <= held.estimate <= held.upper <= 1


@settings(deadline=None)
@given(counts, counts)
def test_a_difference_turned_round_is_the_same_difference_the_other_way(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    there, back = newcombe(*one, *other), newcombe(*other, *one)
    assert (there.lower, there.upper) == pytest.approx((-back.upper, -back.lower), abs=1e-12)


@settings(deadline=None)
@given(counts)
def test_a_share_that_stays_the_same_has_not_changed(told: tuple[int, int]) -> None:
    assert not newcombe(*told, *told).changed


@settings(deadline=None)
@given(st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(any))
def test_a_paired_difference_lies_within_its_limits(told: list[int]) -> None:
    held = newcombe_paired(*told)
    assert -1 <= held.lower <= held.estimate + 1e-9
    assert held.estimate <= held.upper + 1e-9 <= 1 + 1e-9


def test_a_change_is_told_in_words_with_how_sure_it_is() -> None:
    assert str(newcombe(30, 100, 60, 100)) == (
        "Changed: 30% before, 60% after. The change is between +16 and +42 percentage points (95% interval)."
    )


def test_what_chance_explains_is_called_no_change() -> None:
    assert str(newcombe(5, 12, 7, 13)).startswith("No change that can be told from chance: 42% before, 54% after.")


@pytest.mark.parametrize(("count", "of"), [(0, 0), (-1, 5), (6, 5)])
def test_what_is_no_share_is_refused(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="share"):
        wilson(count, of)
