"""The annual accounts: what the lead member's role covered, and what scrutiny did, told in sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.programme.pack import CHECK, Section


@dataclass(frozen=True)
class Between:
    """From one day to another, both included."""

    since: date
    until: date

    @property
    def words(self) -> str:
        """ "from 1 May 2023 to 30 April 2024"."""
        return f"from {day_in_words(self.since)} to {day_in_words(self.until)}"


def municipal_year(on: date) -> Between:
    """The municipal year that a day is in: from 1 May to 30 April."""
    first = on.year if on.month >= 5 else on.year - 1
    return Between(date(first, 5, 1), date(first + 1, 4, 30))


@dataclass(frozen=True)
class AnnualAccount:
    """What is told of a time, in sections. ``name`` says what it is: "The lead member’s annual account"."""

    name: str
    body: str
    between: Between
    on: date
    sections: tuple[Section, ...] = ()

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"{self.name}: {self.body}"

    @property
    def opening(self) -> str:
        """The line under the title: of which time, and as of when."""
        return (
            f"A draft from what is in the register, {self.between.words}, as of {day_in_words(self.on)}. "
            f"What was said elsewhere does not stand in it. {CHECK}"
        )

    @property
    def foot(self) -> str:
        """What stands at the foot of every page."""
        return f"{self.title}, {self.between.words}"
