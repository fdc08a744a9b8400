"""Values as statistics publish them: a number, or a symbol that stands where no number is given.

The symbols are those of the Government Statistical Service as Explore Education Statistics uses them. None of them is
ever a 0, and no line is drawn across one.
"""

from __future__ import annotations

import re
from enum import Enum


class Symbol(Enum):
    """Why there is no number."""

    SUPPRESSED = "c"
    ROUNDS_TO_ZERO = "k"
    UNRELIABLE = "u"
    UNAVAILABLE = "x"
    NOT_APPLICABLE = "z"
    NOT_AVAILABLE = ":"

    @property
    def words(self) -> str:
        """What it says to a reader."""
        return _WORDS[self]


Value = float | Symbol

_WORDS = {
    Symbol.SUPPRESSED: "kept back so that nobody can be recognised",
    Symbol.ROUNDS_TO_ZERO: "more than nothing, but rounds to zero",
    Symbol.UNRELIABLE: "too unreliable to give",
    Symbol.UNAVAILABLE: "not available",
    Symbol.NOT_APPLICABLE: "does not apply",
    Symbol.NOT_AVAILABLE: "not available",
}
_SYMBOLS = {symbol.value: symbol for symbol in Symbol}
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?\Z|[+-]?\.\d+\Z")


def value_of(cell: str) -> Value | None:
    """What a cell says; None where it is empty. Raises ValueError for what is neither a number nor a symbol."""
    told = cell.strip()
    if not told:
        return None
    if told in _SYMBOLS:
        return _SYMBOLS[told]
    if not _NUMBER.match(told):
        raise ValueError(f"“{told[:40]}” is neither a number nor one of the symbols c, k, u, x, z and :")
    return float(told.replace(",", ""))
