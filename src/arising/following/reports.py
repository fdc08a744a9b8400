"""Reports that were asked for or promised: an item of a later meeting may be one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arising.reading.record import Record

_REPORT = re.compile(
    r"\b(?:reports?|papers?|briefings?(?: notes?)?|notes|updates?|reviews?|presentations?)\b", re.IGNORECASE
)
_ASKS = frozenset({"request", "recommend", "refer"})


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A report that was asked for or promised: the words that do so, and the tokens of what it is about."""

    words: str
    tokens: frozenset[int]


def asked_for_between(record: Record, low: int, high: int) -> Iterator[str]:
    """The words that ask for or promise a report between two places of a record's text."""
    for commitment in record.commitments:
        if low <= commitment.start < high and _REPORT.search(commitment.deliverable or ""):
            yield commitment.quote
    for decision in record.decisions:
        if low <= decision.start < high and decision.action in _ASKS and _REPORT.search(decision.asks_for or ""):
            yield decision.quote


def what_it_is_about(words: str) -> str:
    """The words that ask for a report, without those for the report itself."""
    return _REPORT.sub(" ", words)
