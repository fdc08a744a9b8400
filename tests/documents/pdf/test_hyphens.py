"""Hyphens at the ends of lines."""

from __future__ import annotations

import pytest

from arising.documents.pdf.hyphens import Hyphens

WORDS = Hyphens(["The oversight of a short-term plan, and shortterm it is, in Ayton."])


@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        ("the over-", "sight board", False),
        ("the Over-", "sight board", False),
        ("a short-", "term plan", True),
        ("an under-", "written plan", True),
        ("Ay-", "Ton", True),
        ("2019-", "2020", True),
        ("no hyphen", "here", True),
    ],
)
def test_a_hyphen_goes_only_where_the_whole_word_is_known(before: str, after: str, stays: bool) -> None:
    assert WORDS.belongs(before, after) is stays
