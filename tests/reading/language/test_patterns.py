"""Expressions made from lists of words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from arising.reading.language.patterns import one_of

WORDS = st.lists(st.text("abc .-", min_size=1, max_size=6), min_size=1, max_size=12)


def test_it_branches_letter_by_letter() -> None:
    assert one_of(("Chair", "Chairman", "Clerk")) == "(?:C(?:hair(?:man)?|lerk))"


@given(WORDS, st.text("abc .-", max_size=30))
def test_it_finds_what_the_words_in_a_row_would_find_the_longest_first(words: list[str], text: str) -> None:
    in_a_row = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(one_of(words), text) == re.findall(f"(?:{in_a_row})", text)
