"""What following gives: suggestions, closures, silences and disagreements, each with its words and its reasons."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Effect = Literal["answered", "reaffirmed", "slipped", "changed", "dropped"]
"""What a later meeting says about an earlier commitment. Slipped: a later date, or a delay."""


class Quote(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A stretch of a record: ``text[start:end]`` of the record called ``document`` is ``words``.

    As JSON it is a list: ``[document, words, start, end]``.
    """

    document: str
    words: str
    start: int
    end: int


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Two topics of different meetings that may be the same matter.

    ``score`` runs from 0 to 1, ``likely`` marks what a clerk is shown unasked, ``reasons`` are sentences.
    """

    a: Quote
    b: Quote
    score: float
    likely: bool
    reasons: tuple[str, ...]


class Closure(msgspec.Struct, frozen=True, kw_only=True):
    """What a later meeting seems to say about an earlier commitment; ``evidence`` are the later words."""

    commitment: Quote
    evidence: Quote
    effect: Effect
    score: float
    likely: bool
    reasons: tuple[str, ...]


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment that no later meeting speaks of: how many there were, and when the last was (EDTF)."""

    commitment: Quote
    meetings: int
    until: str | None


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that do not obviously agree, put as a ``question`` and never as a verdict."""

    before: Quote
    after: Quote
    question: str
    score: float


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """All that following proposes. A person confirms or rejects; nothing merges by itself."""

    suggestions: tuple[Suggestion, ...] = ()
    closures: tuple[Closure, ...] = ()
    silences: tuple[Silence, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    notes: tuple[str, ...] = ()

    def to_json(self, *, indent: int = 1) -> bytes:
        """The links as UTF-8 JSON; ``indent=0`` puts them on one line."""
        data = msgspec.json.encode(self)
        return msgspec.json.format(data, indent=indent) if indent else data

    @classmethod
    def from_json(cls, data: bytes | str) -> Links:
        """Read links back. Raises ``msgspec.ValidationError`` where they are none."""
        return msgspec.json.decode(data, type=cls)


def schema() -> dict[str, Any]:
    """The JSON Schema of links."""
    return msgspec.json.schema(Links)
