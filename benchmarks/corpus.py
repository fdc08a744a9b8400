"""Invented minutes, endlessly: ``minutes(seed)`` writes the same ones for the same seed, and no two seeds alike.

They follow the ways in which councils write: dash-headed bullets, numbered paragraphs with lettered resolutions,
decimal paragraphs, named questions and answers, and action notes. Nobody and no place in them exists.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks import words


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; ``marker`` is the bullet, letter or number before it, empty where there is none."""

    text: str
    marker: str = ""


@dataclass(frozen=True)
class Section:
    """An agenda item as minuted."""

    number: int
    title: str
    discussion: tuple[Paragraph, ...]
    decision: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Minutes:
    """The minutes of one meeting."""

    council: str
    body: str
    date: datetime.date
    place: str
    present: tuple[str, ...]
    apologies: tuple[str, ...]
    officers: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def day(self) -> str:
        """The date as minutes write it."""
        return f"{self.date:%A} {self.date.day} {self.date:%B %Y}"


def minutes(seed: int) -> Minutes:
    """The minutes that belong to ``seed``: four to nine items in one of five styles, 6 to 20 kB of text."""
    return _Clerk(seed).minutes()


class _Clerk:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.date = datetime.date(2015, 1, 6) + datetime.timedelta(days=7 * self.random.randrange(560))
        self.members = self.random.sample(words.SURNAMES, 12)
        self.style = self.random.choice(
            (self.dash_headed, self.numbered, self.decimal, self.named_questions, self.action_notes)
        )

    def minutes(self) -> Minutes:
        place = self.pick(words.PLACES)
        return Minutes(
            council=f"{place} Council",
            body=self.pick(words.BODIES),
            date=self.date,
            place=f"Council Chamber, {self.pick(words.PLACES)} House, {place}",
            present=tuple(f"Councillor {self.pick(words.INITIALS)} {name}" for name in self.members[:9]),
            apologies=tuple(f"Councillor {name}" for name in self.members[9:11]),
            officers=tuple(
                f"{self.pick(words.FORENAMES)} {self.pick(words.SURNAMES)}, {role}"
                for role in self.random.sample(words.ROLES, 4)
            ),
            sections=tuple(
                self.section(number, title)
                for number, title in enumerate(
                    self.random.sample(words.REPORTS, self.random.randint(4, 9)), self.random.randrange(1, 400)
                )
            ),
        )

    def section(self, number: int, title: str) -> Section:
        opening = Paragraph(self.fill(self.pick(words.OPENINGS)))
        return Section(number, title, (opening, *self.style()), self.decision())

    def dash_headed(self) -> list[Paragraph]:
        topics = self.random.sample(words.TOPICS, self.random.randint(3, 5))
        return [Paragraph(f"{topic} – {self.lower_first(self.exchange())} {self.follow_on()}", "•") for topic in topics]

    def numbered(self) -> list[Paragraph]:
        return [
            Paragraph(f"{self.exchange()} {self.follow_on()}", f"({number})")
            for number in range(1, self.random.randint(4, 7))
        ]

    def decimal(self) -> list[Paragraph]:
        item = self.random.randint(3, 9)
        return [
            Paragraph(f"{self.statement()} {self.exchange()}", f"{item}.{number}")
            for number in range(1, self.random.randint(4, 7))
        ]

    def named_questions(self) -> list[Paragraph]:
        return [
            Paragraph(self.fill(f"Councillor {{member}} {self.pick(words.NAMED_QUESTIONS)} {self.pick(words.REPLIES)}"))
            for _ in range(self.random.randint(4, 7))
        ]

    def action_notes(self) -> list[Paragraph]:
        notes = [Paragraph(f"{self.statement()} {self.follow_on()}") for _ in range(self.random.randint(3, 5))]
        return [*notes, Paragraph(self.fill(self.pick(words.ACTIONS)))]

    def decision(self) -> tuple[Paragraph, ...]:
        clauses = self.random.sample(words.CLAUSES, self.random.randint(1, 3))
        lead = Paragraph(self.pick(("RESOLVED:", "Decision:", "The Committee:", "It was RESOLVED that:")))
        return (
            lead,
            *(Paragraph(self.fill(clause), f"({letter})") for letter, clause in zip("abc", clauses, strict=False)),
        )

    def exchange(self) -> str:
        return self.fill(f"{self.pick(words.QUESTIONS)} {self.pick(words.ANSWERS)}")

    def follow_on(self) -> str:
        return " ".join(
            make()
            for make in self.random.choices((self.statement, self.promise, self.figure), k=self.random.randint(1, 3))
        )

    def statement(self) -> str:
        return self.fill(self.pick(words.STATEMENTS))

    def promise(self) -> str:
        return self.fill(self.pick(words.PROMISES))

    def figure(self) -> str:
        return self.fill(self.pick(words.FIGURES))

    def fill(self, sentence: str) -> str:
        """Put somebody, something, a number or a date of this meeting into each gap of a sentence."""
        while (start := sentence.find("{")) >= 0:
            end = sentence.index("}", start)
            sentence = f"{sentence[:start]}{self.gaps[sentence[start + 1 : end]]()}{sentence[end + 1 :]}"
        return re.sub(r"(?<=[a-z)]{3}[.] )[a-z]", lambda letter: letter[0].upper(), sentence)

    @property
    def gaps(self) -> dict[str, Callable[[], str]]:
        number = self.random.randint
        return {
            "member": lambda: self.pick(self.members),
            "role": lambda: self.pick(words.ROLES),
            "service": lambda: self.pick(words.SERVICES),
            "subject": lambda: self.pick(words.SUBJECTS),
            "paper": lambda: self.pick(words.PAPERS),
            "thing": lambda: self.pick(words.COUNTED),
            "percent": lambda: f"{number(4, 98)}%",
            "count": lambda: str(number(3, 2400)),
            "small": lambda: self.pick(words.NUMBERS),
            "money": lambda: f"£{number(10, 99) / 10}m" if number(0, 1) else f"£{number(12, 990)},000",
            "month": lambda: f"{self.pick(words.MONTHS)} {self.date.year - number(0, 1)}",
            "due": lambda: self.pick(words.DUE),
            "place": lambda: self.pick(words.PLACES),
            "initials": lambda: self.pick(words.INITIALS),
            "street": lambda: self.pick(words.STREETS),
            "law": lambda: self.pick(words.LAWS),
            "abbreviation": lambda: self.pick(words.ABBREVIATIONS),
            "tens": lambda: str(number(10, 59)),
        }

    def pick(self, choices: tuple[str, ...] | list[str]) -> str:
        return self.random.choice(choices)

    @staticmethod
    def lower_first(sentence: str) -> str:
        return sentence[0].lower() + sentence[1:]
