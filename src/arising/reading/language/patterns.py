"""Regular expressions made from lists of words, and telling fast where none of them can find anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Branches: TypeAlias = "dict[str, _Branches]"
_END = ""


def one_of(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest that fits first.

    It branches letter by letter, so that a long list costs little more than a short one: of "Chair", "Chairman" and
    "Clerk" it makes ``C(?:hair(?:man)?|lerk)``.
    """
    root: _Branches = {}
    for word in words:
        branch = root
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return f"(?:{_source(root)})"


def has_any(text: str, stretches: tuple[str, ...]) -> bool:
    """Whether one of ``stretches`` stands in a text: asked before a pattern that finds nothing without one of them."""
    for stretch in stretches:  # noqa: SIM110 - any() takes twice as long, and this is asked for every sentence
        if stretch in text:
            return True
    return False


def in_lower_case(text: str) -> str:
    """A text in lower case, letter for letter: a few capitals of other alphabets would become two."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _source(branches: _Branches) -> str:
    ways = [re.escape(letter) + _source(rest) for letter, rest in sorted(branches.items()) if letter != _END]
    if not ways:
        return ""
    if _END in branches:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
