"""Invented minutes, and a reader that finds in them what a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from arising.documents import Document
from arising.reading import record as read
from arising.register.record.operations import Outcome, add_source, adding, storing

MINUTES = """Ofsted update

The Director of People introduced the report.

In response to a question about waiting lists the Director of People said that they were falling.

Officers undertook to circulate a briefing note on waiting lists before the next meeting.

It was reported that 66% of plans were issued in time.

Councillor Anwen Pryce asked for the figure to be checked.

The Committee noted the report.
"""
PROMISE = "Officers undertook to circulate a briefing note on waiting lists before the next meeting."
FIGURE = "66% of plans were issued in time"
DECISION = "The Committee noted the report."
NAMED = "Councillor Anwen Pryce"
QUESTION = "In response to a question about waiting lists the Director of People said that they were falling."

_KINDS: dict[str, tuple[type[read.Finding], dict[str, Any]]] = {
    "topics": (read.Topic, {"heading": "", "body_end": 10_000}),
    "exchanges": (read.Exchange, {"kind": "question"}),
    "commitments": (read.Commitment, {"kind": "undertaking", "owner": "Officers", "deliverable": "briefing note"}),
    "decisions": (read.Decision, {"action": "note"}),
    "votes": (read.Vote, {}),
    "figures": (read.Figure, {"value": 66.0, "unit": "%", "measure": "plans issued in time"}),
    "people": (read.Person, {"name": None}),
    "declarations": (read.Declaration, {"name": "Councillor Pryce"}),
    "references": (read.Reference, {"kind": "law", "name": "Children Act 1989"}),
    "urgency": (read.Urgency, {"reason": "late"}),
    "embargoes": (read.Embargo, {}),
    "areas": (read.Area, {"name": "Education"}),
    "items": (read.Item, {"title": "", "body_end": 0}),
}


@dataclass
class ScriptedReader:
    """Stands in for the reader: finds the quotes it is told of, where they stand in the document.

    ``finds[kind]`` is a list of quotes, or of (quote, values) pairs. A quote that the document has not is not
    found. ``says`` is put into the record as it is.
    """

    monkeypatch: pytest.MonkeyPatch
    version: str = "test-1"
    finds: dict[str, list[Any]] = field(default_factory=dict)
    says: dict[str, Any] = field(default_factory=dict)

    def becomes(self, version: str, **finds: list[Any]) -> None:
        """From now on the reader is another version, and finds these beside or instead of what it found."""
        self.version = version
        self.finds = {**self.finds, **finds}
        self.monkeypatch.setattr(storing, "READER", version)

    def __call__(self, document: Document, *, body: str | None = None, date: str | None = None) -> read.Record:
        found = {kind: tuple(self._found(kind, quotes, document.text)) for kind, quotes in self.finds.items()}
        said = {"meeting": read.Meeting(body=body or document.body, date=date or document.date), **self.says}
        return read.Record(document=document.name, sha256=document.sha256, reader=self.version, **{**found, **said})

    @staticmethod
    def _found(kind: str, quotes: list[Any], text: str) -> Iterator[read.Finding]:
        of, values = _KINDS[kind]
        at = 0
        for told in quotes:
            quote, more = (told, {}) if isinstance(told, str) else told
            start = text.find(quote, at if kind == "decisions" else 0)
            if start < 0:
                continue
            at = start + len(quote)
            filled = {**values, **more}
            if kind == "items":
                filled = {**filled, "title": filled["title"] or quote}
                ends = text.find(filled.pop("until"), at) if "until" in filled else len(text)
                filled["body_end"] = ends
            if kind == "topics":
                filled = {
                    **filled,
                    "heading": filled["heading"] or quote,
                    "body_end": min(filled["body_end"], len(text)),
                }
            yield of(quote=quote, start=start, end=at, rule=f"test-{kind}", confidence=0.9, **filled)


Add = Callable[..., Outcome]


def scripted(monkeypatch: pytest.MonkeyPatch) -> ScriptedReader:
    """Let the register read with a scripted reader from now on."""
    reader = ScriptedReader(
        monkeypatch,
        finds={
            "commitments": [PROMISE],
            "figures": [FIGURE],
            "decisions": [DECISION],
            "people": [(NAMED, {"name": NAMED, "role": "Chair", "attending": "present"})],
            "exchanges": [QUESTION],
        },
    )
    monkeypatch.setattr(adding, "read", reader)
    monkeypatch.setattr(storing, "READER", reader.version)
    return reader


def putting(text: str = MINUTES, name: str = "minutes.txt", **told: Any) -> Outcome:
    """Put minutes in the register: the text, its name, and whatever else ``add_source`` takes."""
    given = {"council": "Kelderdale", "body": "Children's Committee", "date": "2024-03-05", **told}
    return add_source(text.encode(), name=name, **given)
