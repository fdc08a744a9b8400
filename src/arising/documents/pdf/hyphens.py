"""Words broken at the end of a line: made whole only where it is certain that the hyphen was not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")


class Hyphens:
    """The words of a document, by which to judge a hyphen at the end of a line."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            self._words.update(_WORD.findall(line.lower()))

    def belongs(self, before: str, after: str) -> bool:
        """Whether the hyphen that ends ``before`` stays when ``after`` follows it.

        It goes only where the word without it stands elsewhere in the document and the word with it does not; a
        word is never invented.
        """
        head, tail = _LAST.search(before), _FIRST.match(after)
        if head is None or tail is None or tail.group()[0].isupper():
            return True
        left, right = head[1].lower(), tail.group().lower()
        return left + right not in self._words or f"{left}-{right}" in self._words
