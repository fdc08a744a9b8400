"""A row of a file, checked: its period, its area, the words that tell it apart, and its values as they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from arising.measures import periods
from arising.measures.areas import Area, Level, found, known
from arising.measures.periods import Kind, Period
from arising.measures.published.columns import AS_WRITTEN, OF_ANY_KIND, TIME, Layout
from arising.measures.published.tables import BETWEEN, Row
from arising.measures.published.troubles import NotPublished
from arising.measures.values import value_of

LEVELS: dict[str, Level] = {"national": "national", "regional": "regional", "local authority": "authority"}
OTHER_LEVELS = frozenset(
    "school|provider|institution|local authority district|parliamentary constituency|ward|sponsor|mat|"
    "multi-academy trust|multi academy trust|mat or sponsor|opportunity area|rsc region|local enterprise partnership|"
    "english devolved area|mayoral combined authority|local skills improvement plan area|planning area|"
    "police force area".split("|")
)
"""Levels that no indicator is held for."""
_NO_LEVEL = "“{}” is no kind of area. Write National, Regional or Local authority."
_COLUMNS: dict[Level, tuple[str, str]] = {
    "national": ("country_code", "country_name"),
    "regional": ("region_code", "region_name"),
    "authority": ("new_la_code", "la_name"),
}
_CODES: dict[Level, re.Pattern[str]] = {
    "national": re.compile(r"[EKNSW](92|0[1-4])\d{6}\Z"),
    "regional": re.compile(r"E1[2-5]\d{6}\Z"),
    "authority": re.compile(r"(E0[6-9]|E10|N09|S12|W06)\d{6}\Z"),
}
"""How the codes of the Office for National Statistics begin."""
_KINDS: dict[Level, str] = {"national": "a country", "regional": "a region", "authority": "an authority"}
_SUCH: dict[Level, str] = {"national": "E92000001", "regional": "E12000008", "authority": "E06000035"}
_SYMBOL = re.compile(r"[cuxz:]\Z")
_NO_PERIOD = re.compile(r"(autumn|spring|summer)\b.*\bterm\Z|part \d|week \d")
_TOTAL = re.compile(r"(grand |sub)?-?totals?\b", re.IGNORECASE)
# possessive, or a long cell of blanks would take the square of its length
_VALUE = r" *+(?:[+-]?\d+(?:\.\d+)?|[ckuxz:]|) *+"
_NUMBER = re.compile(r"\s*[+-]?[\d,]*\.?\d+\s*\Z")
_VALUES = re.compile(rf"{_VALUE}(?:{BETWEEN}{_VALUE})*\Z")


_CODE = re.compile(r"[A-Z]\d{8}\Z")
_SMALL = re.compile(r"[EW]0[1-57]")
"""How the codes of districts, wards and smaller areas begin."""
_OTHER_AREAS = "areas of other kinds"


def _period(told: str, identifier: str, reporting: Kind) -> Period:
    """A period by what its row says. Raises ValueError."""
    if identifier != AS_WRITTEN:
        return periods.published(told, identifier, reporting=reporting)
    if re.fullmatch(r"\d{6}", told):
        return periods.published(told, "Reporting year", reporting=reporting)
    return periods.told(told, years=reporting)


class RowReader:
    """Reads the rows of a file with this layout, one after the other."""

    def __init__(self, layout: Layout, file: str) -> None:
        self._layout, self._file = layout, file
        self._apart, self._values = tuple(layout.apart.values()), tuple(layout.values.values())
        self._where = tuple(at for standard, at in layout.place.items() if standard not in TIME)
        self._of_any_kind = not set(OF_ANY_KIND).isdisjoint(layout.place)
        self._periods: dict[tuple[str, str], Period] = {}
        self._areas: dict[tuple[str, ...], Area | None] = {}
        self._words: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._seen: dict[tuple[str, Period, tuple[str, ...]], int] = {}
        self.left_out: Counter[str] = Counter()

    def row(self, number: int, cells: Sequence[str]) -> Row | None:
        """The row; None for an empty one, or one of an area or a term that no indicator is held for, which is counted.

        Raises NotPublished.
        """
        if not any(map(str.strip, cells)):
            return None
        self._whole(number, cells)
        area = self._area(number, cells)
        if area is None:
            self.left_out[self._said("geographic_level", cells) or _OTHER_AREAS] += 1
            return None
        identifier = self._said("time_identifier", cells)
        if _NO_PERIOD.match(identifier.casefold()):
            self.left_out[identifier] += 1
            return None
        period = self._period(number, cells)
        words = tuple(cells[at].strip() for at in self._apart)
        words = self._words.setdefault(words, words)
        if (before := self._seen.setdefault((area.code, period, words), number)) != number:
            raise self._trouble(
                f"it has the same area, period and words as row {before}. Leave one of them out, or add the column "
                "that tells them apart.",
                number,
            )
        return Row(number, period, area, words, self._text(number, cells))

    def _whole(self, number: int, cells: Sequence[str]) -> None:
        """Raises NotPublished for a row with too few or too many cells, and for titles that stand again."""
        expected = len(self._layout.titles)
        if len(cells) < expected or any(cells[expected:]):
            raise self._trouble(f"it has {len(cells)} cells where there are {expected} titles. Mend the row.", number)
        period = self._said("time_period", cells)
        if any(map(str.isdigit, period)):
            return
        if _TOTAL.match(period):
            raise self._trouble("it is a row of totals. Take it out.", number, "time_period")
        if not any(_NUMBER.match(cells[at]) for at in self._values):
            raise self._trouble("it holds titles again. Keep one row of titles, the first.", number)

    def _area(self, number: int, cells: Sequence[str]) -> Area | None:
        told = tuple(cells[at].strip() for at in self._where)
        if told not in self._areas:
            new = self._area_of_any_kind if self._of_any_kind else self._new_area
            self._areas[told] = new(number, cells)
        return self._areas[told]

    def _new_area(self, number: int, cells: Sequence[str]) -> Area | None:
        told = self._said("geographic_level", cells)
        level = LEVELS.get(told.casefold())
        if level is None:
            if told.casefold() in OTHER_LEVELS:
                return None
            is_total = any(_TOTAL.match(self._said(title, cells)) for title in ("geographic_level", "la_name"))
            what = "it is a row of totals. Take it out." if is_total else _NO_LEVEL.format(told[:40])
            raise self._trouble(what, number, "geographic_level")
        code_in, name_in = _COLUMNS[level]
        code, name = self._said(code_in, cells), self._said(name_in, cells)
        if _SYMBOL.match(code):
            return None
        if _TOTAL.match(name):
            raise self._trouble("it is a row of totals. Take it out.", number, name_in)
        if code_in not in self._layout.place and (named := found(name)) and named.level == level:
            return named
        if not _CODES[level].match(code):
            raise self._no_code(number, level, code, name)
        by_code, by_name = known().get(code), found(name)
        if by_code and by_name and by_code.level == by_name.level and by_code.name != by_name.name:
            what = f"{code} is the code of {by_code}, and the row is called {name}. Mend one of them."
            raise self._trouble(what, number, name_in)
        region = self._said("region_code", cells) if level == "authority" else ""
        old_code = self._said("old_la_code", cells) if level == "authority" else ""
        return Area(code, name or code, level, old_code, region if _CODES["regional"].match(region) else "")

    def _area_of_any_kind(self, number: int, cells: Sequence[str]) -> Area | None:
        """The area of a row by its code or its name, whatever kind of area it is; None for one of a kind that no
        indicator is held for."""
        code, name = self._said("area_code", cells), self._said("area_name", cells)
        column = "area_code" if code or "area_name" not in self._layout.place else "area_name"
        if _TOTAL.match(name) or _TOTAL.match(code):
            raise self._trouble("it is a row of totals. Take it out.", number, column)
        by_code, by_name = found(code), found(name)
        if by_code and by_name and by_code.level == by_name.level and by_code.name != by_name.name:
            what = f"{code} is the code of {by_code}, and the row is called {name[:40]}. Mend one of them."
            raise self._trouble(what, number, column)
        if area := by_code or (None if code else by_name):
            return area
        level = next((level for level, pattern in _CODES.items() if pattern.match(code)), None)
        if level is not None and not _SMALL.match(code):
            return Area(code, name or code, level)
        if _CODE.match(code):
            return None
        if code and by_name:
            return by_name
        told = code or name
        what = f"“{told[:40]}” is no area that is known" if told else "it names no area"
        raise self._trouble(f"{what}. Write its code, such as E06000035, or its name as published.", number, column)

    def _no_code(self, number: int, level: Level, code: str, name: str) -> NotPublished:
        code_in, name_in = _COLUMNS[level]
        if code_in not in self._layout.place:
            what = f"“{name[:40]}” is no area that is known. Write its name as published, or add a column of codes."
            return self._trouble(what, number, name_in)
        what = f"“{code[:40]}” is no code of {_KINDS[level]}" if code else f"{name or 'the area'} has no code"
        return self._trouble(f"{what}. Such a code is a letter and eight digits: {_SUCH[level]}.", number, code_in)

    def _period(self, number: int, cells: Sequence[str]) -> Period:
        told = self._said("time_period", cells), self._said("time_identifier", cells)
        if told not in self._periods:
            if _TOTAL.match(told[0]):
                raise self._trouble("it is a row of totals. Take it out.", number, "time_period")
            dataset = self._layout.dataset
            reporting = dataset.reporting if dataset else Kind.FINANCIAL_YEAR
            try:
                self._periods[told] = _period(*told, reporting)
            except ValueError as error:
                raise self._trouble(f"{error}.", number, "time_period") from error
        return self._periods[told]

    def _text(self, number: int, cells: Sequence[str]) -> str:
        """The cells of the values in one text. Raises NotPublished for one that is neither number nor symbol."""
        text = BETWEEN.join([cells[at] for at in self._values])
        if not _VALUES.match(text):
            for title, at in self._layout.values.items():
                self._checked(number, title, cells[at])
        return text

    def _checked(self, number: int, title: str, cell: str) -> None:
        told = cell.strip()
        if told.endswith("%"):
            bare = told.removesuffix("%").strip()
            raise self._trouble(f"“{told[:40]}” is text. Write a percentage as {bare[:40]}.", number, title)
        try:
            value_of(cell)
        except ValueError as error:
            raise self._trouble(f"{error}. Mend the cell.", number, title) from error
        if BETWEEN in cell:
            raise self._trouble("the cell holds a mark that cannot be seen. Write the number anew.", number, title)

    def _said(self, standard: str, cells: Sequence[str]) -> str:
        """What a row says of its period or area, in its own cell or for the whole file."""
        at = self._layout.place.get(standard)
        return cells[at].strip() if at is not None else self._layout.said.get(standard, "")

    def _trouble(self, what: str, number: int, column: str = "") -> NotPublished:
        return NotPublished(self._file, what, row=number, column=self._layout.title(column) if column else "")
