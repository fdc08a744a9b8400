"""A pack: what a committee needs before it meets, as sections of entries, each resting on words of the minutes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Quote:
    """Words of minutes: ``when`` they were said, in words, and the day, where it is known to the day."""

    words: str
    when: str
    day: date | None = None


@dataclass(frozen=True)
class Owed:
    """What an entry is about, where somebody owes it: what, who, until when, and where it stands.

    ``days`` counts what ``state`` tells: late, left, or since it was said.
    """

    what: str
    who: str
    due: date | None
    state: str
    days: int | None


@dataclass(frozen=True)
class Entry:
    """One line of a pack.

    ``words`` say what there is to say, ``quotes`` are words of minutes, then and now, two at most. ``address`` leads to
    the page that has more, "" where there is none. ``owed`` holds the same as ``words`` in columns, where it is about
    what somebody owes.
    """

    words: str
    quotes: tuple[Quote, ...] = ()
    address: str = ""
    owed: Owed | None = None


@dataclass(frozen=True)
class Section:
    """A question, its answer in words, and the entries behind it. ``more`` counts those that are left out."""

    title: str
    answer: str
    entries: tuple[Entry, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Pack:
    """The pack of a body as things stand on the day ``on``, with what is new since its last meeting, ``since``.

    ``meeting`` names the meeting it is made for, "" for none; ``ahead`` says that ``on`` is still to come.
    """

    body: str
    on: date
    since: date | None
    sections: tuple[Section, ...] = field(default=())
    meeting: str = ""
    ahead: bool = False

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"Matters arising: {self.body}" + (f", {self.meeting}" if self.meeting else "")
