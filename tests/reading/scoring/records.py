"""Records built by hand, for tests of scoring."""

from __future__ import annotations

from typing import Any

import msgspec

from arising.reading.record import Record
from arising.reading.scoring import Labels

_FOUND_BY = {"start": 0, "end": 0, "rule": "by hand", "confidence": 1.0}
_KINDS = ("exchanges", "commitments", "decisions", "votes", "figures")


def record(**kinds: list[dict[str, Any]]) -> Record:
    """A record with these findings; what every finding has is filled in where it is left out."""
    filled: dict[str, Any] = {
        kind: [_FOUND_BY | {"quote": ""} | finding for finding in kinds.get(kind, [])] for kind in _KINDS
    }
    filled["topics"] = [
        _FOUND_BY | {"quote": topic["heading"], "body_end": 0} | topic for topic in kinds.get("topics", [])
    ]
    return msgspec.convert({"document": "minutes.txt", "sha256": "", "reader": "by hand"} | filled, Record)


def labels(**kinds: list[Any]) -> Labels:
    """Labels of these kinds; a kind left out was not labelled."""
    return msgspec.convert({"document": "minutes.txt"} | kinds, Labels)
