"""Tables of the Local Authority Interactive Tool of the Department for Education: a row for each area, a column for
each year.

Its workbook has a sheet with the name of a measure above the table, in which the authority, its statistical neighbours,
their average, the region and England have a row each. What its later form on the web gives to take away has the measure
in a column. In both "LA Number" is the old code of an authority and "LA and Regions" the area; columns of trends, ranks
and quartiles stand beside the years. All are taken alike, from Excel or CSV.

``read`` gives them as a table, ``observations`` those of its measures that somebody matched to indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from arising.measures import areas, periods
from arising.measures.areas import ENGLAND, Area
from arising.measures.cards import Card, Dataset, Place
from arising.measures.observations import Observation
from arising.measures.periods import Kind, Period
from arising.measures.published import children, tidy
from arising.measures.published.lines import Source
from arising.measures.published.sheets import Sheet, book
from arising.measures.published.tables import Row, Table
from arising.measures.published.troubles import NotPublished
from arising.measures.values import Symbol, value_of

LAIT = Dataset(
    key="lait",
    name="Local Authority Interactive Tool",
    release="Local Authority Interactive Tool",
    columns=frozenset({"LA and Regions"}),
    apart=("measure",),
    years_of_card=True,
)
VALUE = "value"

_AREA = re.compile(r"la (and|&) regions?|area|local authority(, region and england)?|authority|la name|geography")
_NUMBER = re.compile(r"la (number|code|no\.?)|number|code")
_MEASURE = re.compile(r"measure|indicator")
_AVERAGES = re.compile(
    r"(statistical|stat\.?|sn) ?neighbou?rs?( \(?(average|mean)\)?)?|sn (average|mean)", re.IGNORECASE
)
_NOT_AVAILABLE = ("-", "–", "..", "...", "na", "n/a", "nan")


@dataclass(frozen=True)
class _Titles:
    """Where the columns of a table stand, and the measure that it is of where no column says."""

    row: int
    area: int
    number: int | None
    measure: int | None
    years: Mapping[int, Period]
    cells: Sequence[str]
    of: str


def read(
    source: Source,
    *,
    file: str = "",
    year: Kind = Kind.FINANCIAL_YEAR,
    release: str = "",
    published_on: date | None = None,
) -> Table:
    """The tables of a file as one, each value a row of it with its measure.

    ``year`` is the kind of year that "2023" and "2022/23" are in it. The averages of statistical neighbours are left
    out and counted. Raises NotPublished; then nothing of the file was kept.
    """
    of = book(source, file)
    left_out: dict[str, int] = {}
    rows: dict[tuple[str, Period, str], Row] = {}
    found = False
    several = sum(any(True for _ in _rows(sheet, year)) for sheet in of.sheets) > 1
    for sheet in of.sheets:
        children.refuse_rows(sheet.rows[: tidy.LOOKED_AT], file=of.file)
        within = f"{sheet.name}: " if several else ""
        for titles, number, cells in _rows(sheet, year):
            found = True
            area = _area(titles, number, cells, of.file)
            if area is None:
                left_out[_named(titles, cells)] = left_out.get(_named(titles, cells), 0) + 1
                continue
            for row in _values(titles, number, cells, area, of.file, within):
                before = rows.setdefault((row.area.code, row.period, row.words[0]), row)
                if before.text != row.text:
                    there = f"row {before.number}{f', {before.column}' if several else ''}"
                    what = f"it says otherwise than {there}. Keep the one that is right."
                    raise NotPublished(of.file, what, row=number, column=row.column)
    if not rows:
        what = "no value of an area stands in it" if found else "no row has the title LA and Regions and then years"
        raise NotPublished(of.file, f"{what}. Take the table anew from the tool.")
    table = Table(of.file, of.sha256, ("measure",), (VALUE,), tuple(rows.values()), LAIT, left_out=left_out)
    return tidy.dated(table, release, published_on)


def is_one(source: Source, file: str = "") -> bool:
    """Whether a file holds a table of the tool: a row of areas beneath titles that are years. Raises NotPublished."""
    return any(True for sheet in book(source, file).sheets for _ in _rows(sheet, Kind.FINANCIAL_YEAR))


def measures(table: Table) -> list[str]:
    """The measures of a table, in the order in which they come."""
    return list(dict.fromkeys(row.words[0] for row in table.rows))


def observations(table: Table, matched: Mapping[str, tuple[Card, str]]) -> Iterator[Observation]:
    """What a table says, where somebody has ``matched`` its measures to an indicator and the key of a variant.

    Raises KeyError for a variant that there is not.
    """
    for measure, (card, key) in matched.items():
        place = Place(LAIT.key, VALUE, where={"measure": measure})
        yield from table.observations(card, replace(card.variant(key), place=place))


def _rows(sheet: Sheet, year: Kind) -> Iterator[tuple[_Titles, int, Sequence[str]]]:
    """The rows of the tables of a sheet, each with the titles above it."""
    titles: _Titles | None = None
    said = sheet.name
    for number, cells in sheet.rows:
        words = [cell for cell in cells if cell.strip()]
        if here := _titles(number, cells, year, said, within=titles is not None):
            titles = here
        elif len(words) == 1 and not re.fullmatch(r"[\d.,%-]+", words[0]) and not areas.found(words[0]):
            said, titles = words[0].strip(), None
        elif titles and words:
            yield titles, number, cells


def _titles(number: int, cells: Sequence[str], year: Kind, said: str, *, within: bool) -> _Titles | None:
    """The titles that a row is, if it is one: years, and before them a column of areas, whose title may be missing
    where no table has begun yet."""
    plain = [" ".join(cell.casefold().split()) for cell in cells]
    area = next((at for at, title in enumerate(plain) if _AREA.fullmatch(title)), None)
    years = {at: period for at, cell in enumerate(cells) if (period := _year(cell, year))}
    if area is None and not within and len(years) > 1 and (before := range(min(years))):
        area = None if any(map(areas.found, cells[: min(years)])) else before[-1]
    if area is None or not years:
        return None
    places = [
        next((at for at, title in enumerate(plain) if at != area and pattern.fullmatch(title)), None)
        for pattern in (_NUMBER, _MEASURE)
    ]
    return _Titles(number, area, places[0], places[1], years, cells, said)


def _year(cell: str, year: Kind) -> Period | None:
    try:
        found = periods.told(periods.without_note(cell), years=year)
    except ValueError:
        return None
    return found if found.kind.is_year else None


def _named(titles: _Titles, cells: Sequence[str]) -> str:
    return cells[titles.area].strip() if titles.area < len(cells) else ""


def _area(titles: _Titles, number: int, cells: Sequence[str], file: str) -> Area | None:
    """The area of a row; None for an average of neighbours. Raises NotPublished for what is no area."""
    name = _named(titles, cells)
    if _AVERAGES.fullmatch(name.casefold()):
        return None
    if name.casefold() == "england":
        return ENGLAND
    code = cells[titles.number].strip() if titles.number is not None and titles.number < len(cells) else ""
    by_name, by_code = areas.found(name), areas.found(code) if code.isdigit() else None
    if by_name and by_code and by_name != by_code:
        what = f"{code} is the number of {by_code}, and the row is called {name[:40]}. Mend one of them."
        raise NotPublished(file, what, row=number)
    area = by_name or by_code
    if area is None:
        what = f"“{name[:40]}” is no area that is known. Write its name as published, or its number."
        raise NotPublished(file, what, row=number, column=titles.cells[titles.area].strip())
    return area


def _values(
    titles: _Titles, number: int, cells: Sequence[str], area: Area, file: str, within: str
) -> Iterator[Row]:  # fmt: skip
    """The values of a row. ``within`` names the sheet, where several hold tables."""
    measure = titles.of if titles.measure is None else "".join(cells[titles.measure : titles.measure + 1]).strip()
    for at, period in titles.years.items():
        told = cells[at].strip() if at < len(cells) else ""
        if not told:
            continue
        text = Symbol.NOT_AVAILABLE.value if told.casefold() in _NOT_AVAILABLE else told.removesuffix("%").strip()
        title = titles.cells[at].strip()
        try:
            value_of(text)
        except ValueError as error:
            raise NotPublished(file, f"{error}. Mend the cell.", row=number, column=title) from error
        yield Row(number, period, area, (measure,), text, column=f"{within}{title}")
