"""A first look at a file whose layout is not known: its titles and first rows, and what each column seems to be.

Somebody then says which column is which, and ``layout_of`` makes a dataset of what was said. Nothing is taken from the
guesses by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from arising.measures import areas, periods
from arising.measures.cards import Dataset
from arising.measures.periods import Kind
from arising.measures.published import children, columns
from arising.measures.published.lines import Source, held, name_of, opened
from arising.measures.published.records import Numbered, records
from arising.measures.published.sheets import book, is_workbook
from arising.measures.published.tidy import LOOKED_AT, TITLES_WITHIN
from arising.measures.published.troubles import NotPublished, UnknownLayout
from arising.measures.values import value_of

PERIOD, CODE, NAME, WORDS, FIGURES, NOTHING = "period", "code", "name", "words", "figures", ""
"""What a column may hold: the period, the area's code or its name, words that tell rows apart, figures, or nothing that
is wanted."""
_SHOWN = 4
_FILLED = 0.5
"""A column of which a smaller part is filled holds notes, or nothing."""
_PERIOD = re.compile(
    r"(time|reporting|financial|academic|calendar)?[ _]?(period|year|month|quarter|date|time)s?\b.*", re.I
)


@dataclass(frozen=True)
class Look:
    """The titles of a file with the number of their row, and the first rows beneath. ``known`` are the titles of
    periods and areas as Explore Education Statistics has them, where this file does."""

    file: str
    row: int
    titles: tuple[str, ...]
    rows: tuple[Sequence[str], ...]
    known: frozenset[str] = frozenset()

    @property
    def to_tell(self) -> list[str]:
        """The titles of the columns of which somebody has to say what they are."""
        return [title for title in self.titles if title and title not in self.known]

    def shown(self, title: str) -> list[str]:
        """The first few different things that stand in a column."""
        return list(dict.fromkeys(self.column(title)))[:_SHOWN]

    def column(self, title: str) -> list[str]:
        """What stands in a column in the rows that were looked at."""
        at = self.titles.index(title)
        return [cell for cells in self.rows if at < len(cells) and (cell := cells[at].strip())]

    def seems(self, title: str) -> str:
        """What a column seems to hold, by its title and its first cells."""
        cells = self.column(title)
        if len(cells) < _FILLED * len(self.rows):
            return NOTHING
        if _PERIOD.fullmatch(title) and _share(cells, _is_period):
            return PERIOD
        if _share(cells, lambda cell: bool(re.fullmatch(r"[A-Z]\d{8}", cell))):
            return CODE
        if "code" in title.casefold() and _share(cells, lambda cell: bool(areas.found(cell))):
            return CODE
        if _share(cells, lambda cell: bool(areas.found(cell)) and not cell.isdigit()):
            return NAME
        return FIGURES if _share(cells, _is_value) else WORDS


def look(source: Source, *, file: str = "") -> Look:
    """A first look at a file. Raises UnknownLayout where no row looks like titles, and ChildLevel for one about single
    children."""
    file, source = name_of(source, file), held(source)
    if is_workbook(source):
        sheets = [sheet.rows for sheet in book(source, file).sheets]
        for rows in sheets:
            children.refuse_rows(rows[:LOOKED_AT], file=file)
    else:
        with opened(source, file) as lines:
            sheets = [tuple(islice(records(lines, file), TITLES_WITHIN + LOOKED_AT))]
    found = max(sheets, key=lambda rows: _width(rows[:TITLES_WITHIN]))
    at = _titles_at(found, file)
    number, titles = found[at]
    told = tuple(map(columns.tidied, titles))
    below = [cells for _, cells in found[at + 1 : at + 1 + LOOKED_AT] if any(map(str.strip, cells))]
    children.refuse(told, below, file=file, row=number)
    for place, title in enumerate(told):
        if title and title in told[:place]:
            what = "two columns have this title. Leave one of them out."
            raise NotPublished(file, what, row=number, column=title)
    standard = {*columns.TIME, *columns.AREA} if {"time_period", "geographic_level"} <= set(told) else set()
    other = {title for title in told if standard and columns.OTHER_AREAS.match(title.casefold())}
    return Look(file, number, told, tuple(below), frozenset(standard & set(told) | other))


def layout_of(look: Look, told: Mapping[str, str], years: Kind, *, key: str, name: str, release: str) -> Dataset:
    """The dataset that a file is of, by what somebody ``told`` of its columns; ``years`` is the kind of its years.

    Raises ValueError, saying in one line what is missing or told twice.
    """
    of = {role: [title for title in look.to_tell if told.get(title) == role] for role in (PERIOD, CODE, NAME, WORDS)}
    left_out = frozenset(title for title in look.to_tell if told.get(title, NOTHING) == NOTHING)
    figures = [title for title in look.to_tell if title not in left_out and not any(title in of[role] for role in of)]
    titles, said = {}, {}
    if not look.known:
        if not of[PERIOD]:
            raise ValueError("No column holds the period. Choose the one that says which year or month a row is of.")
        if not of[CODE] and not of[NAME]:
            raise ValueError("No column holds the area. Choose the one with its code, or the one with its name.")
        said = {"time_identifier": columns.AS_WRITTEN}
    for standard, role, what in (
        ("time_period", PERIOD, "the period"), ("area_code", CODE, "the code of the area"),
        ("area_name", NAME, "the name of the area"),
    ):  # fmt: skip
        if look.known and of[role]:
            raise ValueError(f"{of[role][0]} cannot be {what}: the file has a column of its own for it, by its title.")
        if len(of[role]) > 1:
            raise ValueError(f"{' and '.join(of[role])} are both said to be {what}. Choose one of them.")
        if of[role]:
            titles[standard] = of[role][0]
    if not figures:
        raise ValueError("No column holds figures. Choose at least one.")
    for title in figures:
        if not any(map(_is_value, look.column(title))):
            raise ValueError(f"{title} holds no number in its first rows. Say that it holds words, or leave it out.")
    return Dataset(
        key=key, name=name, release=release, columns=frozenset(look.titles) - left_out - {""}, apart=tuple(of[WORDS]),
        reporting=years, titles=titles, said=said, licence="", left_out=left_out, told_here=True,
    )  # fmt: skip


def _titles_at(rows: Sequence[Numbered], file: str) -> int:
    """Where the titles stand: in the first row that is nearly as wide as the widest, and holds words."""
    widest = _width(rows[: TITLES_WITHIN + LOOKED_AT])
    for at, (_, cells) in enumerate(rows[:TITLES_WITHIN]):
        filled = [cell for cell in cells if cell.strip()]
        if widest > 2 and len(filled) >= max(3, widest - 1) and not _share(filled, _is_value, of=0.5):
            return at
    raise UnknownLayout(
        file, "no row looks like the titles of a table of three columns or more. Save the table alone, with its titles."
    )


def _width(rows: Sequence[Numbered]) -> int:
    return max((sum(bool(cell.strip()) for cell in cells) for _, cells in rows), default=0)


def _share(cells: Sequence[str], fits: Callable[[str], bool], of: float = 0.8) -> bool:
    return sum(map(fits, cells)) >= of * len(cells)


def _is_period(cell: str) -> bool:
    try:
        periods.told(cell)
    except ValueError:
        return bool(re.fullmatch(r"\d{6}", cell))
    return True


def _is_value(cell: str) -> bool:
    try:
        return value_of(cell.strip().removesuffix("%")) is not None
    except ValueError:
        return False
