"""The national table of latest grades, one row an authority: the overviews that Data to Insight compiles from reports.

``ofsted-ilacs-overview.xlsx`` has grades by area, the table of area SEND inspections an outcome from 1 to 3. Columns
are found by their names. What a cell holds that is no grade, no day or no authority is stated with its
row, never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import msgspec

from arising.measures import areas
from arising.measures.published import NotPublished
from arising.measures.published.sheets import Sheet, book
from arising.reading.inspections.inspection import GradeKey, OutcomeKey
from arising.reading.inspections.opening import known_authority, usual_name
from arising.reading.inspections.schemes import CARE_LEAVERS_APART, NO_OVERALL, grade_named

GRADE_COLUMNS: dict[str, str] = {
    "overall_effectiveness_grade": "overall",
    "impact_of_leaders_grade": "leaders",
    "help_and_protection_grade": "help_and_protection",
    "in_care_grade": "in_care",
    "care_leavers_grade": "care_leavers",
}
OUTCOMES: dict[str, OutcomeKey] = {"1": "positive", "2": "inconsistent", "3": "widespread_failings"}
NOT_APART = "inspection_pre_dates_judgement"
"""What stands for care leavers where they were judged together with children in care."""

_EMPTY = frozenset({"", "none", "nan", "nat", "n/a", "-", "01/01/1900", "01/01/00"})
_FORMS = ("%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d %B %Y")
_FRAMEWORKS = {"short": "short", "standard": "standard"}


class NationalRow(msgspec.Struct, frozen=True, kw_only=True):
    """The latest inspection of one authority. ``odd`` are the things in its row that could not be taken, in words."""

    row: int
    written: str
    authority: str
    code: str
    old_code: str = ""
    urn: str = ""
    link: str = ""
    inspection: str = ""
    first_day: date | None = None
    last_day: date | None = None
    published: date | None = None
    lead_inspector: str = ""
    grades: dict[str, GradeKey] = {}
    outcome: OutcomeKey | None = None
    odd: tuple[str, ...] = ()


class NationalTable(msgspec.Struct, frozen=True, kw_only=True):
    """A table that was read. ``untaken`` are the rows that could not be, each with why."""

    document: str
    sha256: str
    kind: Literal["ilacs", "area_send"]
    rows: tuple[NationalRow, ...]
    untaken: tuple[str, ...] = ()

    @property
    def odd(self) -> list[str]:
        """Everything that could not be taken, by row."""
        return [f"row {row.row}, {row.authority}: {said}" for row in self.rows for said in row.odd] + list(self.untaken)


def read_national_table(source: Path | bytes, name: str = "") -> NationalTable:
    """Read a national table of inspections, an Excel workbook or CSV.

    Raises:
        NotPublished: it is not such a table; the text says what is missing and what to do.
    """
    held = book(source, name)
    for sheet in held.sheets:
        table = _table(sheet, held.file, held.sha256)
        if table is not None:
            return table
    what = "it has no sheet with the columns local_authority and overall_effectiveness_grade or outcome_grade"
    raise NotPublished(held.file, f"{what}. Give the overview of inspections as Data to Insight publishes it.")


def _table(sheet: Sheet, name: str, sha256: str) -> NationalTable | None:
    rows = iter(sheet.rows)
    header = next(((number, cells) for number, cells in rows if "local_authority" in _named(cells)), None)
    if header is None:
        return None
    columns = _named(header[1])
    graded = "overall_effectiveness_grade" in columns
    if not graded and "outcome_grade" not in columns:
        return None
    taken: list[NationalRow] = []
    untaken: list[str] = []
    for number, cells in rows:
        said = {column: cells[at].strip() if at < len(cells) else "" for column, at in columns.items()}
        if not any(said.values()):
            continue
        row = _row(number, said, graded=graded)
        if isinstance(row, str):
            untaken.append(row)
        else:
            taken.append(row)
    twice = [code for code, count in Counter(row.code for row in taken).items() if count > 1]
    taken = [_told_twice(row) if row.code in twice else row for row in taken]
    return NationalTable(
        document=name, sha256=sha256, kind="ilacs" if graded else "area_send", rows=tuple(taken), untaken=tuple(untaken)
    )


def _named(cells: Sequence[str]) -> dict[str, int]:
    return {re.sub(r"\W+", "_", cell.strip().casefold()): at for at, cell in enumerate(cells) if cell.strip()}


def _told_twice(row: NationalRow) -> NationalRow:
    return msgspec.structs.replace(row, odd=(*row.odd, "the authority has more than one row"))


def _row(number: int, said: Mapping[str, str], *, graded: bool) -> NationalRow | str:
    """A row of the table, or why it cannot be taken."""
    written = said["local_authority"]
    odd: list[str] = []
    area = _authority(said, odd)
    if area is None:
        return f"row {number}: “{written}” is no authority that is known, by its code or its name"
    first, last = _day(said, "inspection_start_date", odd), _day(said, "inspection_end_date", odd)
    published = _day(said, "publication_date", odd)
    if first and last and last < first:
        odd.append(f"the inspection ends on {last:%d/%m/%Y}, before it begins")
    if last and published and published < last:
        odd.append(f"the report is published on {published:%d/%m/%Y}, before the inspection ends")
    outcome = None if graded else _outcome(said, odd)
    inspector, kind = said.get("inspector_name", ""), said.get("inspection_framework", "").casefold()
    if graded and kind not in _FRAMEWORKS:
        odd.append("it does not say whether the inspection was short or standard")
    return NationalRow(
        row=number, written=written, authority=usual_name(area), code=area.code, old_code=area.old_code,
        urn=said.get("urn", ""), link=_link(said.get("inspection_link", "")), inspection=_FRAMEWORKS.get(kind, ""),
        first_day=first, last_day=last, published=published,
        lead_inspector="" if inspector.casefold() in _EMPTY else " ".join(inspector.split()),
        grades=_grades(said, first or last, odd) if graded else {}, outcome=outcome, odd=tuple(odd),
    )  # fmt: skip


def _authority(said: Mapping[str, str], odd: list[str]) -> areas.Area | None:
    """The authority by its three digits, its nine characters or its name. Where these disagree the three digits hold:
    the nine are those of a county that was divided for some."""
    by_old = areas.found(said.get("la_code", "")) if said.get("la_code", "").isdigit() else None
    by_name = known_authority(said["local_authority"].title())
    new = said.get("ltla23cd", "")
    by_new = areas.found(new) if re.fullmatch(r"E\d{8}", new) else None
    area = by_old or by_name or by_new
    if area and by_new and by_new.code != area.code and by_new.code not in areas.other_codes(area.code):
        whose = "one it had before" if by_new.name == area.name else f"that of {usual_name(by_new)}"
        odd.append(f"its code {new} is {whose}; {usual_name(area)} is {area.code}")
    if by_old and by_name and by_old.code != by_name.code:
        odd.append(
            f"its number {said['la_code']} is that of {usual_name(by_old)}, its name that of {usual_name(by_name)}"
        )
    return area


def _day(said: Mapping[str, str], column: str, odd: list[str]) -> date | None:
    told = said.get(column, "")
    what = column.replace("_", " ").replace(" date", "")
    if told.casefold() in _EMPTY:
        odd.append(f"no day of {what}")
        return None
    for form in _FORMS:
        try:
            return datetime.strptime(told, form).date()
        except ValueError:
            continue
    odd.append(f"“{told}” is no day, of {what}")
    return None


def _grades(said: Mapping[str, str], day: date | None, odd: list[str]) -> dict[str, GradeKey]:
    """The grades of a row by area. Where care leavers were not judged apart, that of children in care is of both."""
    grades: dict[str, GradeKey] = {}
    together = said.get("care_leavers_grade", "").casefold() == NOT_APART
    for column, area in GRADE_COLUMNS.items():
        told = said.get(column, "")
        grade = grade_named(told)
        if grade:
            grades["in_care_and_care_leavers" if area == "in_care" and together else area] = grade
        elif told.casefold() == NOT_APART and area == "care_leavers":
            if day and day >= CARE_LEAVERS_APART:
                odd.append("care leavers are given as not judged apart, which they have been since January 2023")
        elif told.casefold() in _EMPTY and area == "overall" and day and day >= NO_OVERALL:
            # reports on inspections since April 2026 give none
            continue
        elif told.casefold() in _EMPTY:
            odd.append(f"no {column.replace('_', ' ')}")
        else:
            odd.append(f"“{told}” is no grade, of {column.replace('_', ' ').removesuffix(' grade')}")
    return grades


def _outcome(said: Mapping[str, str], odd: list[str]) -> OutcomeKey | None:
    told = said.get("outcome_grade", "").removesuffix(".0")
    if told not in OUTCOMES:
        odd.append("no outcome" if told.casefold() in _EMPTY else f"“{told}” is no outcome from 1 to 3")
    return OUTCOMES.get(told)


def _link(told: str) -> str:
    return told if told.startswith(("https://", "http://")) else ""
