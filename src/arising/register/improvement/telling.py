"""What is told in sections of a council's improvement journey, for one kind of reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.programme.pack import Section


@dataclass(frozen=True)
class Told:
    """A view of the journey: shown as a page, and taken away as Word, PDF, Excel or Markdown. What is
    printed on one page gives itself in fewer and fewer entries: ``shorter``."""

    title: str
    opening: str
    foot: str
    sections: tuple[Section, ...] = ()
    shorter: Callable[[], Iterator[Told]] | None = None

    @property
    def on_one_page(self) -> bool:
        """Whether it is printed on one page."""
        return self.shorter is not None


_SEE = {
    Audience.PUBLIC: ("what is published", "members or officers"),
    Audience.MEMBERS: ("what is for members", "officers"),
    Audience.OFFICERS: ("what is for officers", "clerks"),
}


def told_from(user: Reader, council: Council) -> str:
    """What a page rests on for a reader to whom some of it may be closed, so that nobody takes what they may not see
    for missing; "" for those who see all of it."""
    part = _part(user, council)
    if part is None:
        return ""
    return f"This is told from {part[0]}. Anything kept for {part[1]} is not counted, evidence among it."


def as_of(today: date, since: date, user: Reader, council: Council) -> str:
    """The line under a title: the day, since when things are new, and what all of it rests on."""
    said = f"As of {day_in_words(today)}, with what is new since {day_in_words(since)}."
    part = _part(user, council)
    return f"{said} It rests on {part[0]} alone." if part else said


def _part(user: Reader, council: Council) -> tuple[str, str] | None:
    """What is open to a reader, and to whom more is; None for those who see all that there is of a council."""
    widest = max(audiences_for(user), key=lambda each: each.rank)
    keeps = user is not None and user.has_perm("improvement.keep", council)
    return None if keeps else _SEE.get(widest)


def without_a_plan(title: str, council: Council) -> Told:
    """What is told where there is no plan to tell of."""
    nothing = Section("What is in the plan?", f"No improvement plan of {council} is on record.")
    return Told(title, f"As of {day_in_words(timezone.localdate())}.", title, (nothing,))
