"""What is found in a report: its five elements, and the sentences that tell plans and results."""

from __future__ import annotations

from typing import Literal

import msgspec

from arising.reading.record import Finding

Key = Literal["position", "comparator", "trend", "so_what", "ask"]


class Told(Finding, frozen=True, kw_only=True):
    """Words of the report that tell something. ``place`` says where they stand: "page 2, line 14", "paragraph 12"."""

    place: str


class Element(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five things that a report to scrutiny should tell, and the words that tell it, in order.

    ``remedy`` says what to do where it is missing, or where what is there falls short; None where nothing is to do.
    """

    key: Key
    name: str
    told: tuple[Told, ...] = ()
    remedy: str | None = None

    @property
    def is_there(self) -> bool:
        return bool(self.told)


class Lint(msgspec.Struct, frozen=True, kw_only=True):
    """What a report tells.

    ``sentences`` is the number of its sentences, ``plans`` are those that tell what is intended, ``results`` those that
    tell what was measured or has changed; a sentence may be both. ``text`` is what ``start`` and ``end`` count in.
    """

    document: str
    sha256: str
    title: str | None = None
    elements: tuple[Element, ...]
    sentences: int
    plans: tuple[Told, ...] = ()
    results: tuple[Told, ...] = ()
    remedy: str | None = None
    notes: tuple[str, ...] = ()
    text: str = ""

    @property
    def missing(self) -> tuple[Element, ...]:
        """The elements that it does not tell."""
        return tuple(element for element in self.elements if not element.is_there)

    def findings(self) -> list[Told]:
        """All that was found, of every kind."""
        return [told for element in self.elements for told in element.told] + [*self.plans, *self.results]

    def to_json(self) -> bytes:
        """As UTF-8 JSON."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1)
