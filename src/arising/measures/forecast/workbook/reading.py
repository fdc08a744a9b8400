"""A filled-in workbook as a plan."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from arising.measures.forecast.plan import (
    ONE,
    ZERO,
    Cohort,
    FundingYear,
    Mitigation,
    Outturn,
    Plan,
    Uncertainty,
    Unplanned,
)  # fmt: skip
from arising.measures.forecast.running import run
from arising.measures.forecast.workbook import cells
from arising.measures.forecast.workbook.cells import MOST_ROWS, MOST_TROUBLES, Cell, NotRead, Rows, Trouble, Unclear
from arising.measures.forecast.workbook.layout import ABOUT, SHEETS, Column, Kind, key
from arising.measures.forecast.years import Year, year_of
from arising.measures.forecast.years import told as told_year

T = TypeVar("T")
Told = dict[str, Any]
"""What a row says, by the names of its columns."""

_READERS: dict[Kind, Callable[[Cell], Any]] = {
    Kind.WORDS: cells.words,
    Kind.POUNDS: cells.amount,
    Kind.NUMBER: cells.number,
    Kind.PERCENT: cells.rate,
    Kind.YEAR: cells.year,
    Kind.DAY: cells.day,
    Kind.RAMP: cells.ramp,
}
_MOST = 10**15
"""More pounds than this no plan is about."""
_TITLES_WITHIN = 10
"""In so many rows from the top the titles of a sheet are looked for."""


class _Reading:
    """A workbook being read, and what was found wrong with it so far."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.troubles = rows, list[Trouble]()

    def about(self) -> Told:
        told: Told = {}
        places: dict[str, Cell] = {}
        by_title = {key(column.title): column for column in ABOUT}
        for row in self.rows.get("about", [])[:MOST_ROWS]:
            column = by_title.get(key(row[0].value)) if row and row[0] else None
            if column and row[0]:
                places[column.name] = row[0]
                if len(row) > 1 and row[1]:
                    self._take(told, column, row[1], "about")
        for column in ABOUT:
            if column.needed and column.name not in told and not self._is_told("about", places.get(column.name)):
                at = places.get(column.name)
                self._add(f"{column.title} is missing. {column.holds}.", "about", at.row if at else None, "B")
        return told

    def table(self, sheet: str) -> list[tuple[int, Told]]:
        columns = SHEETS[sheet]
        rows = self.rows.get(sheet, [])
        found: list[tuple[int, Told]] = []
        start, places = self._titles(sheet, rows, columns)
        for number, row in enumerate(rows[start:], start=start + 1):
            if not any(row[at] for at in places if at < len(row)):
                continue
            if number > MOST_ROWS:
                self._add(f"it has more than {MOST_ROWS} rows. Put cohorts together.", sheet, number)
                break
            found.append((number, self._row(sheet, number, row, places)))
        return found

    def _titles(
        self, sheet: str, rows: Sequence[list[Cell | None]], columns: Sequence[Column]
    ) -> tuple[int, dict[int, tuple[Column, Year | None]]]:
        """The row after the titles, and which column stands where; for one told by the year, with the year."""
        needed = [column for column in columns if column.needed]
        for at, row in enumerate(rows[:_TITLES_WITHIN]):
            places = {place: known for place, cell in enumerate(row) if cell and (known := _known(cell, columns))}
            names = {column.name for column, _ in places.values()}
            if any(column.name in names for column in needed):
                missing = [column.title for column in needed if column.name not in names]
                if missing:
                    self._add(
                        f"there is no column {', '.join(missing)}. Take the titles of an empty workbook.", sheet, at + 1
                    )
                return at + 1, places
        if any(cell for row in rows for cell in row):
            titles = ", ".join(column.title for column in needed)
            self._add(f"its titles are not found. The first row holds {titles}, and others.", sheet)
        return len(rows), {}

    def _row(
        self, sheet: str, number: int, row: list[Cell | None], places: dict[int, tuple[Column, Year | None]]
    ) -> Told:
        told: Told = {}
        for at, (column, year) in places.items():
            cell = row[at] if at < len(row) else None
            if cell is None and column.needed:
                self._add(f"{column.title} is missing. {column.holds}.", sheet, number, cells.letters(at))
            elif cell is not None and year is None:
                self._take(told, column, cell, sheet)
            elif cell is not None:
                one: Told = {}
                self._take(one, column, cell, sheet)
                if one:
                    told.setdefault(column.name, []).append((year, one[column.name]))
        return told

    def _take(self, told: Told, column: Column, cell: Cell, sheet: str) -> None:
        if cell.lacks_result:
            what = f"{column.title}: a formula stands there without its result. Open the file in Excel and save it."
            self._add(what, sheet, cell.row, cell.column)
            return
        try:
            told[column.name] = _READERS[column.kind](cell)
        except Unclear as error:
            self._add(f"{column.title}: {error}", sheet, cell.row, cell.column)

    def _is_told(self, sheet: str, title: Cell | None) -> bool:
        """Whether trouble with a line of the first sheet has been told already."""
        return title is not None and any(one.sheet == sheet and one.row == title.row for one in self.troubles)

    def rows_as(self, sheet: str, make: Callable[[Told], T]) -> list[T]:
        """What the rows of a sheet make."""
        return [
            one for number, told in self.table(sheet) for one in self.made(sheet, number, functools.partial(make, told))
        ]

    def made(self, sheet: str, number: int | None, make: Callable[[], T]) -> Iterator[T]:
        """What a row makes, or nothing where it does not hold together, which is told."""
        try:
            yield make()
        except Unplanned as error:
            self._add(str(error), sheet, number)
        except KeyError:
            pass  # a needed cell is missing, which was told

    def _add(self, what: str, sheet: str = "", row: int | None = None, column: str = "") -> None:
        if len(self.troubles) < MOST_TROUBLES:
            self.troubles.append(Trouble(what, sheet, row, column))


def read(source: bytes | Path, *, file: str = "") -> Plan:
    """The plan in a workbook.

    Raises:
        NotRead: with a line for each cell that cannot be read, or for what does not hold together.
        OSError: the file cannot be read.
    """
    name = file or (source.name if isinstance(source, Path) else "the workbook")
    content = source if isinstance(source, bytes) else _content(source)
    reading = _Reading(cells.rows_of(content, name, SHEETS))
    missing = [sheet for sheet in ("about", "cohorts", "funding") if sheet not in reading.rows]
    if missing:
        what = f"there is no sheet {', '.join(missing)}. Begin with an empty workbook, which"
        raise NotRead(name, Trouble(f"{what} “arising forecast --template plan.xlsx” writes."))
    plans = _plan(reading)
    if reading.troubles or not plans:
        raise NotRead(name, *reading.troubles)
    _is_within_reason(plans[0], name)
    return plans[0]


def _is_within_reason(plan: Plan, name: str) -> None:
    for one in run(plan):
        if max(one.spending, one.funding, abs(one.mitigated.cumulative), abs(one.unmitigated.cumulative)) >= _MOST:
            what = f"in {told_year(one.year)} it comes to more than £{_MOST:,}. Put growth and amounts right."
            raise NotRead(name, Trouble(what))


def _content(path: Path) -> bytes:
    with path.open("rb") as handle:
        return handle.read(cells.LARGEST + 1)


def _plan(reading: _Reading) -> list[Plan]:
    about = reading.about()
    cohorts = reading.rows_as("cohorts", _cohort)
    funding = reading.rows_as("funding", _funding)
    mitigations = reading.rows_as("mitigations", _mitigation)
    outturns = reading.rows_as("outturn", _outturn)
    if reading.troubles:
        return []
    return list(
        reading.made(
            "",
            None,
            lambda: Plan(
                council=about["council"],
                first=about["first"],
                years=_count(about["years"]),
                opening=cells.whole(about["opening"]),
                cohorts=tuple(cohorts),
                funding=tuple(sorted(funding, key=lambda one: one.year)),
                funding_growth=about.get("funding_growth", ZERO),
                mitigations=tuple(mitigations),
                uncertainty=Uncertainty(*(about.get(name, ZERO) for name in ("growth", "inflation", "funding"))),
                outturns=tuple(sorted(outturns, key=lambda one: one.year)),
                title=about.get("title", ""),
                made_on=about.get("made_on"),
                made_by=about.get("made_by", ""),
            ),
        )
    )


def _cohort(told: Told) -> Cohort:
    rates = {name: told.get(name, ZERO) for name in ("growth", "inflation", "give_or_take")}
    return Cohort(
        told.get("age", ""),
        told.get("need", ""),
        told.get("placement", ""),
        told["plans"],
        told["unit_cost"],
        growth_in=tuple(told.get("growth_in", ())),
        **rates,
    )


def _funding(told: Told) -> FundingYear:
    amounts = {name: told.get(name, ZERO) for name in ("other", "schools_block", "transfer")}
    return FundingYear(told["year"], told["high_needs"], **amounts)


def _mitigation(told: Told) -> Mitigation:
    return Mitigation(
        told["name"],
        told["starts"],
        told["saving"],
        told.get("ramp", (ONE,)),
        told.get("confidence", ONE),
        told.get("ends"),
        tuple((year, cells.whole(saved)) for year, saved in told.get("delivered", ())),
    )


def _outturn(told: Told) -> Outturn:
    in_year = told.get("in_year")
    return Outturn(
        told["year"],
        cells.whole(told["cumulative"]),
        None if in_year is None else cells.whole(in_year),
        told.get("source", ""),
    )


def _count(years: Decimal) -> int:
    if years != years.to_integral_value():
        raise Unplanned(f"{years:f} is no number of years. Write a whole number.", "Years")
    return int(years)


def _known(cell: Cell, columns: Sequence[Column]) -> tuple[Column, Year | None] | None:
    """The column that a title names."""
    title = key(cell.value)
    for column in columns:
        if not column.by_year:
            if title == key(column.title):
                return column, None
            continue
        begun = re.fullmatch(rf"{re.escape(key(column.title))} (.+)", title)
        if begun:
            try:
                return column, year_of(begun[1])
            except ValueError:
                continue
    return None
