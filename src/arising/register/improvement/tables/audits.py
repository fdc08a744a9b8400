"""Counts of audits by team and grade, and what a moderator gave where an auditor gave what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from arising.measures.published import NotPublished, children
from arising.measures.published.records import Numbered
from arising.measures.published.sheets import book

MOST_GRADES, MOST_TEAMS, LARGEST_COUNT = 8, 200, 100_000
MOST_TROUBLES = 20
_NUMBER = re.compile(r"(\d{1,9})(?:\.0+)?\Z")
_OF_A_CASE = re.compile(r"\d{5,}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
"""A long number, or a day, in the name of a team: what stands in files of single children."""

TeamsAsTyped = dict[str, int]


@dataclass(frozen=True)
class TeamRow:
    """A team: how many audits were planned (None where nobody said), and how many got each grade."""

    team: str
    planned: int | None
    counts: tuple[int, ...]

    @property
    def done(self) -> int:
        """How many audits were done."""
        return sum(self.counts)


@dataclass(frozen=True)
class AuditTable:
    """What stands in a file: the grades from the best on, a row for each team, and pairs of auditor and moderator.

    ``moderated[a][m]`` is how many files got grade ``a`` from the auditor and ``m`` from the moderator; empty where
    none was moderated.
    """

    grades: tuple[str, ...]
    teams: tuple[TeamRow, ...]
    moderated: tuple[tuple[int, ...], ...] = ()

    def told(self) -> dict[str, Any]:
        """The same as JSON, to be held while somebody looks at it."""
        teams = [[row.team, row.planned, list(row.counts)] for row in self.teams]
        return {"grades": self.grades, "teams": teams, "moderated": self.moderated}

    @classmethod
    def of(cls, told: dict[str, Any]) -> AuditTable:
        """What ``told`` gave."""
        teams = tuple(TeamRow(team, planned, tuple(counts)) for team, planned, counts in told["teams"])
        return cls(tuple(told["grades"]), teams, tuple(tuple(row) for row in told["moderated"]))


def read_audits(content: bytes, name: str) -> AuditTable:
    """The table of a CSV or Excel file.

    A row that begins with "Team" begins the teams: "Planned", where it stands, then a column for each grade, the best
    first. A row that begins with "Auditor" begins the moderation: the moderator's grades along, the auditor's down.
    Raises ValidationError with a line for each bad cell, and NotPublished for a file that cannot be read or is about
    single children.
    """
    file = book(content, name)
    reader = _Reader(file.file)
    for sheet in file.sheets:
        children.refuse_rows(sheet.rows[:500], file=file.file)
        where = f"{sheet.name}, " if sheet.name else ""
        reader.take(sheet.rows, where)
    return reader.table()


def typed_teams(text: str) -> TeamsAsTyped:
    """Teams with how many audits are planned, one on each line: "North, 12". Raises ValidationError by the line."""
    found: TeamsAsTyped = {}
    wrong = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        team, _, planned = line.rpartition(",")
        team = team.strip()
        if not team or not _NUMBER.fullmatch(planned.strip()):
            wrong.append(f"Line {number}: “{line.strip()[:60]}” is no team with a number. Write: North team, 12")
        elif team in found or (trouble := _not_a_team(team)):
            wrong.append(f"Line {number}: {'the team stands twice' if team in found else trouble}.")
        else:
            found[team] = int(planned)
    if wrong:
        raise ValidationError(wrong[:MOST_TROUBLES])
    return found


@dataclass
class _Reader:
    """Reads rows one after the other, and keeps what is wrong with them."""

    file: str
    grades: tuple[str, ...] = ()
    has_planned: bool = False
    teams: dict[str, TeamRow] = field(default_factory=dict)
    pairs: dict[tuple[str, str], int] = field(default_factory=dict)
    along: tuple[str, ...] = ()
    wrong: list[str] = field(default_factory=list)

    def take(self, rows: Sequence[Numbered], sheet: str) -> None:
        """Read the rows of a sheet."""
        part = ""
        for number, row in rows:
            cells = [cell.strip() for cell in row]
            first = cells[0].casefold() if cells else ""
            where = f"{sheet}row {number}"
            if not any(cells):
                part = ""
            elif first == "team":
                part = "teams"
                self._titles(cells, where)
            elif first.startswith("auditor"):
                part, self.along = "pairs", tuple(cell for cell in cells[1:] if cell)
            elif part == "teams":
                self._team(cells, where)
            elif part == "pairs":
                self._pair(cells, where)

    def table(self) -> AuditTable:
        """What was read. Raises ValidationError where anything was wrong."""
        if not self.grades and not self.wrong:
            raise NotPublished(
                self.file,
                "no row begins with the title Team. Give the columns Team, Planned and one for each grade.",
            )  # fmt: skip
        by_name = {grade.casefold(): at for at, grade in enumerate(self.grades)}
        strange = sorted({one for pair in self.pairs for one in pair if one not in by_name})
        self.wrong += [f"Moderation: “{one}” is no grade of the teams’ table." for one in strange]
        if not self.teams and not self.wrong:
            raise NotPublished(self.file, "there is no team in it.")
        if self.wrong:
            more = len(self.wrong) - MOST_TROUBLES
            told = [*self.wrong[:MOST_TROUBLES], *([f"And {more} more."] if more > 0 else [])]
            raise ValidationError([f"{self.file}, {line[:1].lower()}{line[1:]}" for line in told])
        moderated = [[0] * len(self.grades) for _ in self.grades] if self.pairs else []
        for (auditor, moderator), count in self.pairs.items():
            moderated[by_name[auditor]][by_name[moderator]] += count
        return AuditTable(self.grades, tuple(self.teams.values()), tuple(tuple(row) for row in moderated))

    def _titles(self, cells: list[str], where: str) -> None:
        self.has_planned = len(cells) > 1 and cells[1].casefold() == "planned"
        grades = tuple(cell for cell in cells[2 if self.has_planned else 1 :] if cell)
        if self.grades and grades != self.grades:
            self.wrong.append(f"{where}: its grades are others than those of the teams before.")
        elif not 2 <= len(grades) <= MOST_GRADES or len({each.casefold() for each in grades}) < len(grades):
            self.wrong.append(f"{where}: give from 2 to {MOST_GRADES} different grades, the best first.")
        self.grades = self.grades or grades

    def _team(self, cells: list[str], where: str) -> None:
        team, rest = cells[0][:100], cells[1:]
        if team.casefold() in ("total", "all teams"):
            return
        if not team or team in self.teams or len(self.teams) >= MOST_TEAMS:
            what = "the team stands twice" if team in self.teams else "it has no team"
            self.wrong.append(f"{where}: {what if len(self.teams) < MOST_TEAMS else 'there are too many teams'}.")
            return
        if trouble := _not_a_team(team):
            self.wrong.append(f"{where}, column Team: {trouble}.")
            return
        planned = self._count(rest.pop(0) if rest else "", where, "Planned") if self.has_planned else None
        counts = [
            self._count(rest[at] if at < len(rest) else "", where, grade) or 0 for at, grade in enumerate(self.grades)
        ]
        self.teams[team] = TeamRow(team, planned, tuple(counts))

    def _pair(self, cells: list[str], where: str) -> None:
        auditor = cells[0].casefold()
        if auditor == "total":
            return
        for at, moderator in enumerate(self.along):
            count = self._count(cells[at + 1] if at + 1 < len(cells) else "", where, moderator) or 0
            if moderator.casefold() != "total":
                key = (auditor, moderator.casefold())
                self.pairs[key] = self.pairs.get(key, 0) + count

    def _count(self, cell: str, where: str, column: str) -> int | None:
        """A count; None where the cell is empty."""
        if not cell:
            return None
        found = _NUMBER.fullmatch(cell.replace(",", ""))
        if found is None or int(found[1]) > LARGEST_COUNT:
            self.wrong.append(f"{where}, column {column}: “{cell[:40]}” is no whole number of audits.")
            return None
        return int(found[1])


def _not_a_team(team: str) -> str:
    """Why the name of a team is refused; "" where it is not."""
    if _OF_A_CASE.search(team):
        return "it looks like a case and not a team. Counts of teams are taken, and nothing about single children"
    return ""
