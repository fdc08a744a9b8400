from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arising.reading.language.numbers import NUMBER_WORD, value_of

UNITS = "zero one two three four five six seven eight nine".split()
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ten", 10),
        ("nineteen", 19),
        ("twenty-one", 21),
        ("ninety nine", 99),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("twelve hundred", 1_200),
        ("three thousand", 3_000),
        ("sixty-three thousand", 63_000),
        ("one million", 1_000_000),
        ("Ten", 10),
        (" ten ", 10),
        ("8,501", 8_501),
        ("1,200,000", 1_200_000),
        ("2.153", 2.153),
        ("0", 0),
    ],
)
def test_a_number_in_words_or_digits_has_its_value(words: str, value: float) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize("words", ["nothing", "several", "ten lamps", "tenth", "1st", "£4"])
def test_other_words_are_no_number(words: str) -> None:
    assert value_of(words) is None


@given(st.sampled_from(sorted(TENS)), st.integers(1, 9), st.sampled_from([" ", "-"]))
def test_tens_and_units_add_up(tens: int, unit: int, joined: str) -> None:
    assert value_of(TENS[tens] + joined + UNITS[unit]) == tens + unit


@given(st.integers(0, 10**9))
def test_a_number_with_commas_is_the_number(number: int) -> None:
    assert value_of(f"{number:,}") == number


@pytest.mark.parametrize("words", ["ten", "twenty-one", "two hundred and five", "three thousand", "a million"])
def test_the_pattern_takes_a_whole_number_in_words(words: str) -> None:
    assert re.fullmatch(NUMBER_WORD, words)


@pytest.mark.parametrize("words", ["often", "tend", "tens", "zero-sum", "sixes"])
def test_the_pattern_takes_no_other_word(words: str) -> None:
    assert not re.fullmatch(NUMBER_WORD, words)
