"""A pack: what a committee needs before it meets, as sections of entries, each resting on words of the minutes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Entry:
    """One line of a pack.

    ``words`` say what there is to say, ``quotes`` are words of minutes with when they were said, ``address`` leads to
    the page that has more, "" where there is none.
    """

    words: str
    quotes: tuple[tuple[str, str], ...] = ()
    address: str = ""


@dataclass(frozen=True)
class Section:
    """A question, its answer in words, and the entries behind it. ``more`` counts those that are left out."""

    title: str
    answer: str
    entries: tuple[Entry, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Pack:
    """The pack of a body on a day."""

    body: str
    on: date
    since: date | None
    sections: tuple[Section, ...] = field(default=())

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"Matters arising: {self.body}"
