"""What a number may stand for, as its words show."""

from __future__ import annotations

from math import inf

import pytest

from arising.measures.claims.rounding import bounds
from measures.claims.invented import told


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("66% of lamps were lit.", 65.5, 66.5),
        ("66.1% of lamps were lit.", 66.05, 66.15),
        ("Between 50 and 60% of lamps were lit.", 49.5, 60.5),
        ("Around 66% of lamps were lit.", 63, 69),
        ("Approximately 400 lamps were lit.", 379.5, 420.5),
        ("More than 66% of lamps were lit.", 66, inf),
        ("Fewer than 400 lamps were lit.", -inf, 400),
        ("400 lamps were lit.", 399.5, 400.5),
        ("The lamps cost £2.1m.", 2_050_000, 2_150_000),
        ("Twelve lamps were lit.", 11.5, 12.5),
    ],
)
def test_a_number_stands_for_what_its_words_allow(words: str, low: float, high: float) -> None:
    within = bounds(told(words))
    assert (within.low, within.high) == pytest.approx((low, high))


@pytest.mark.parametrize(("number", "by"), [(60.0, 5.5), (66.0, 0.0), (70.0, -3.5)])
def test_how_far_a_figure_lies_above_a_number(number: float, by: float) -> None:
    assert bounds(told("66% of lamps were lit.")).by(number) == by
