"""What is told in sections of entries, each resting on words of the minutes; and a pack: what a committee needs before
it meets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from arising.register.bodies.dates_in_words import day_in_words

CHECK = "Quotes are word for word. What is said to seem so was found by a machine: check it against the minutes."


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


class InSections(Protocol):
    """What can be shown and taken away in every form: a title, a line under it, what stands at the foot of every page,
    and sections."""

    @property
    def title(self) -> str: ...
    @property
    def opening(self) -> str: ...
    @property
    def foot(self) -> str: ...
    @property
    def sections(self) -> tuple[Section, ...]: ...


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

    @property
    def opening(self) -> str:
        """The line under the title: as of when, and since when."""
        day = day_in_words(self.on)
        stands = f"As it will stand on {day} if nothing changes before then." if self.ahead else f"As of {day}."
        before = "The meeting before it" if self.meeting else "The last meeting"
        since = f" {before} whose minutes are here was on {day_in_words(self.since)}." if self.since else ""
        return f"{stands}{since} {CHECK}"

    @property
    def foot(self) -> str:
        """What stands at the foot of every page: whose pack it is and of which day."""
        return self.title if self.ahead else f"{self.title}, {day_in_words(self.on)}"
