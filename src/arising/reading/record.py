"""The record: all that is read from one document. Every finding carries its quote, its rule and its confidence.

``document.text[start:end] == quote`` holds for every finding, and no finding crosses from one block into the
next. The keys are those of the published JSON Schema (``docs/reference/record.schema.json``).
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

ExchangeKind = Literal["question", "concern", "request", "challenge", "comment"]
CommitmentKind = Literal["undertaking", "expectation"]
Action = Literal[
    "note", "agree", "approve", "request", "recommend", "refer",
    "endorse", "appoint", "thank", "welcome", "reject", "other",
]  # fmt: skip
Scope = Literal["local", "national"]
Ballot = Literal["for", "against", "abstain"]
Attending = Literal["present", "apologies", "substitute", "in_attendance", "mentioned"]
ReferenceKind = Literal["law", "guidance", "meeting", "body"]
WhenKind = Literal["date", "period", "duration", "event"]


class When(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date or span of time as the text gives it.

    ``edtf`` is an Extended Date/Time Format string (ISO 8601-2) where one can be given; ``earliest`` and
    ``latest`` are ISO days that bound it. An event ("next meeting") has neither until a calendar is known.
    """

    words: str
    kind: WhenKind
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    approximate: bool = False
    event: str | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What every finding has: its words, where they stand, which rule found it, how sure it is (0 to 1)."""

    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    topic: str | None = None


class Topic(Finding, frozen=True, kw_only=True):
    """A subject of the discussion; ``quote`` is its heading. ``body_end`` is where what is said under it ends."""

    heading: str
    number: str | None = None
    level: int = 1
    body_end: int


class Item(Finding, frozen=True, kw_only=True):
    """An agenda item: ``quote`` is its title, ``number`` the number printed before it, ``body_end`` its end."""

    title: str
    number: str | None = None
    body_end: int
    restricted: bool = False


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer within an exchange. ``speaker`` is as written; ``resolved`` says who a pronoun stands for."""

    speaker: str | None
    resolved: str | None = None
    quote: str
    start: int
    end: int


class Exchange(Finding, frozen=True, kw_only=True):
    """A question, concern, comment, request or challenge, who asked and who answered, as written, in order.

    ``kind`` is None where somebody spoke to a topic and nothing was asked.
    """

    kind: ExchangeKind | None
    askers: tuple[str, ...] = ()
    responders: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


class Commitment(Finding, frozen=True, kw_only=True):
    """Something that will happen and can be checked later.

    An undertaking is owed by somebody answerable; an expectation was only said. ``due`` is the time as the
    text gives it, ``when`` the same worked out.
    """

    kind: CommitmentKind
    owner: str | None = None
    owner_resolved: str | None = None
    deliverable: str | None = None
    to: str | None = None
    due: str | None = None
    when: When | None = None


class Decision(Finding, frozen=True, kw_only=True):
    """One operative clause of what the body decided. ``label`` is its letter or number in the list."""

    action: Action
    addressee: str | None = None
    asks_for: str | None = None
    label: str | None = None


class Vote(Finding, frozen=True, kw_only=True):
    """A recorded vote: by name, by count, or both. ``outcome`` is carried or lost where the text says so."""

    votes: dict[str, Ballot] = {}
    count: dict[Ballot, int] | None = None
    outcome: Literal["carried", "lost"] | None = None


class Figure(Finding, frozen=True, kw_only=True):
    """A number stated as a measure of something. Money is in whole units of its currency."""

    value: float
    unit: str
    measure: str
    scope: Scope = "local"
    high: float | None = None
    of: float | None = None
    approximate: bool = False
    comparator: str | None = None
    period: When | None = None


class Person(Finding, frozen=True, kw_only=True):
    """A person or a post as the minutes name them."""

    name: str | None
    role: str | None = None
    attending: Attending = "mentioned"
    substitute_for: str | None = None


class Declaration(Finding, frozen=True, kw_only=True):
    """An interest declared: by whom, of what kind (a disclosable pecuniary interest, another), in what."""

    name: str
    interest: str | None = None
    matter: str | None = None


class Reference(Finding, frozen=True, kw_only=True):
    """A law, guidance, meeting or body that the minutes refer to."""

    kind: ReferenceKind
    name: str


class Urgency(Finding, frozen=True, kw_only=True):
    """Why an item was taken without notice, and the law that the minutes cite for it."""

    reason: str
    law: str | None = None


class Embargo(Finding, frozen=True, kw_only=True):
    """A report held back: ``until`` is when it may be seen."""

    until: When | None = None


class Area(Finding, frozen=True, kw_only=True):
    """A service area that a report says it covers."""

    name: str


class Substitute(msgspec.Struct, frozen=True, kw_only=True):
    """A member who stood in for another."""

    name: str
    replaces: str | None = None


class Attendance(msgspec.Struct, frozen=True, kw_only=True):
    """Names as written. ``Record.people`` has the quotes behind them."""

    present: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    in_attendance: tuple[str, ...] = ()


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """The meeting that the minutes are of. ``date`` is EDTF: a day, or as much of one as is known."""

    body: str | None = None
    date: str | None = None


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A supporting document listed beside the minutes."""

    title: str
    url: str | None = None
    restricted: bool = False


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that is read from one document.

    ``text`` is the text that every ``start`` and ``end`` counts in, so that a record proves its quotes by itself.
    """

    document: str
    sha256: str
    reader: str
    title: str | None = None
    summary: str | None = None
    meeting: Meeting = Meeting()
    period: tuple[str, str] | None = None
    restricted: bool = False
    items: tuple[Item, ...] = ()
    topics: tuple[Topic, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    votes: tuple[Vote, ...] = ()
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    attendance: Attendance | None = None
    declarations: tuple[Declaration, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    areas: tuple[Area, ...] = ()
    references: tuple[Reference, ...] = ()
    supporting: tuple[Paper, ...] = ()
    notes: tuple[str, ...] = ()
    text: str = ""

    def to_json(self, *, indent: int = 1) -> bytes:
        """The record as UTF-8 JSON; ``indent=0`` puts it on one line."""
        data = msgspec.json.encode(self)
        return msgspec.json.format(data, indent=indent) if indent else data

    @classmethod
    def from_json(cls, data: bytes | str) -> Record:
        """Read a record back. Raises ``msgspec.ValidationError`` where it is none."""
        return msgspec.json.decode(data, type=cls)

    def findings(self) -> list[Finding]:
        """Every finding of every kind."""
        kinds: tuple[tuple[Any, ...], ...] = (
            self.items, self.topics, self.exchanges, self.commitments, self.decisions, self.votes,
            self.figures, self.people, self.declarations, self.urgency, self.embargoes, self.areas,
            self.references,
        )  # fmt: skip
        return [finding for kind in kinds for finding in kind]


def schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    return msgspec.json.schema(Record)
