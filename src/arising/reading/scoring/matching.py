"""When two stretches of the minutes, or two short attributes, are the same for scoring.

A quote is sought word for word, white space and the punctuation around each word aside. A prediction matches a
label where it covers at least half of the label's words and is not longer than three times the label plus
twelve words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

Stretch: TypeAlias = tuple[int, int]
"""From one word of the document up to another, counted in words."""

_AROUND_A_WORD = ".;:,()\"'“”‘’·•–-*_"
_CONTENT = re.compile(r"[a-z0-9%£.]+")
_SMALL_WORDS = frozenset(["the", "a", "an", "of", "and", "to", "for", "in", "on", "be", "that", "its", "at", "s"])
_TYPEWRITTEN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


class DocumentWords:
    """The words of a document, in which quotes are looked for."""

    def __init__(self, text: str) -> None:
        self._words = _bare_words(text)
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            self._places.setdefault(word, []).append(place)

    def stretches(self, quote: str) -> tuple[Stretch, ...]:
        """Every place where a quote stands; none where it does not stand word for word."""
        sought = _bare_words(quote)
        if not sought:
            return ()
        return tuple(
            (place, place + len(sought))
            for place in self._places.get(sought[0], ())
            if self._words[place : place + len(sought)] == sought
        )


def coverage(label: Sequence[Stretch], found: Sequence[Stretch]) -> float:
    """How much of a label a prediction covers at its best place, from one half to 1; 0 where they do not match."""
    return max((_covered(wanted, got) for wanted in label for got in found), default=0.0)


def _covered(wanted: Stretch, got: Stretch) -> float:
    size = wanted[1] - wanted[0]
    if got[1] - got[0] > 3 * size + 12:
        return 0.0
    share = max(0, min(wanted[1], got[1]) - max(wanted[0], got[0])) / size
    return share if share >= 0.5 else 0.0


def pair(labels: Sequence[Sequence[Stretch]], found: Sequence[Sequence[Stretch]]) -> dict[int, int]:
    """Labels paired with predictions one to one, the best covered first: the place of each in its sequence."""
    edges = sorted(
        (-share, label, prediction)
        for label, wanted in enumerate(labels)
        for prediction, got in enumerate(found)
        if (share := coverage(wanted, got))
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, label, prediction in edges:
        if label not in pairs and prediction not in taken:
            pairs[label] = prediction
            taken.add(prediction)
    return pairs


def plain(text: str | None) -> str:
    """A heading or a name in small letters, quotation marks and dashes typewritten, white space folded."""
    return " ".join((text or "").translate(_TYPEWRITTEN).split()).lower().strip(" .;:,-")


def surname(name: str) -> str:
    """The last word of a name, plain."""
    return plain(name).rpartition(" ")[2]


def similar(wanted: str | None, got: str | None) -> bool:
    """Whether at least half of the content words wanted are there, or none are wanted and none are there."""
    content, there = _content_words(wanted), _content_words(got)
    if not content or not there:
        return not content and not there
    return len(content & there) / len(content) >= 0.5


def _content_words(text: str | None) -> frozenset[str]:
    """Words that carry meaning, singular and plural alike."""
    words = (word.strip(".") for word in _CONTENT.findall(plain(text).replace("'s", "")))
    return frozenset(word.rstrip("s") for word in words if word) - _SMALL_WORDS


def _bare_words(text: str) -> list[str]:
    words = (word.strip(_AROUND_A_WORD) for word in text.split())
    return [word for word in words if word]
