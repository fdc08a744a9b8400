"""A change, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arising.register.programme.pack import Entry, Quote


@dataclass(frozen=True)
class Change:
    """What was counted, graded, scored or said on a day. ``moved`` says that it went somewhere: not that it stayed the
    same, may be chance, or went the wrong way. ``about`` is what it speaks of, ``within`` what that is part of;
    ``duty`` the area of the lead member's role, where somebody said which; ``remark`` where figures say
    otherwise."""

    words: str
    on: date
    address: str
    about: str
    moved: bool = True
    quotes: tuple[Quote, ...] = ()
    duty: str = ""
    remark: str = ""
    within: str = ""

    @property
    def entry(self) -> Entry:
        """The same as a line of what is told in sections."""
        return Entry(" ".join(filter(None, (self.words, self.remark))), self.quotes, self.address)

    @property
    def brief(self) -> Entry:
        """The same without the remark."""
        return Entry(self.words, self.quotes, self.address)
