"""The columns of a file: which say the period, which the area, which words tell rows apart, which hold values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from arising.measures.cards import Dataset
from arising.measures.published.troubles import NotPublished
from arising.measures.values import value_of

TIME = ("time_period", "time_identifier")
AREA = (
    "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code", "new_la_code",
    "la_name",
)  # fmt: skip
OF_ANY_KIND = ("area_code", "area_name")
"""What a layout of its own may have instead: one column for areas of every kind, by their codes or their names."""
AS_WRITTEN = "As written"
"""The kind of period where each cell says itself what it is: 2022/23, Mar 2023, Q1 2023/24."""
OTHER_AREAS = re.compile(
    r"(lad|pcon|ward|sponsor|mat|trust|school|provider|local_skills_improvement_plan_area|lsip|"
    r"english_devolved_area|mayoral_combined_authority|local_enterprise_partnership|opportunity_area|"
    r"planning_area|institution|rsc_region_lead|police_force_area)"
    r"(_(name|code|id|urn|ukprn|laestab|lead_name))+\Z"
)
"""Columns of areas that no indicator is held for: districts, constituencies, schools and so on."""

_MARKS = {";": "semicolons", "\t": "tabs", "|": "upright lines"}


@dataclass(frozen=True)
class Layout:
    """Where each column of a file stands, counted from 0. ``place`` gives it for the standard titles of periods and
    areas, ``apart`` and ``values`` for the others by their own; ``said`` what stands in no column."""

    titles: tuple[str, ...]
    place: Mapping[str, int]
    apart: Mapping[str, int]
    values: Mapping[str, int]
    said: Mapping[str, str]
    dataset: Dataset | None

    def title(self, standard: str) -> str:
        """What a file calls a column that is known by its standard title."""
        return self.titles[self.place[standard]] if standard in self.place else standard


def datasets_of(titles: Iterable[str], known: Iterable[Dataset]) -> list[Dataset]:
    """The datasets that a file with those titles may be of, those first that name the most of them, and before all that
    somebody told those that come with the project."""
    there = set(titles)
    return sorted((one for one in known if one.columns <= there), key=lambda one: (one.told_here, -len(one.columns)))


def is_header(cells: Sequence[str], known: Iterable[Dataset]) -> bool:
    """Whether a row holds the titles of a file."""
    there = set(map(tidied, cells))
    return {"time_period", "geographic_level"} <= there or bool(datasets_of(there, known))


def tidied(title: str) -> str:
    return title.strip().lstrip("\ufeff").strip('"')


def layout(
    titles: Sequence[str],
    first: Sequence[Sequence[str]],
    *,
    dataset: Dataset | None,
    file: str,
    row: int,
) -> Layout:
    """The columns of a file with those titles, in that row. In the ``first`` rows it is seen which hold words.

    Raises NotPublished for a title that is missing or stands twice.
    """
    titles = tuple(map(tidied, titles))
    for at, title in enumerate(titles):
        if not title and any(at < len(cells) and cells[at].strip() for cells in first):
            raise NotPublished(file, f"its column {at + 1} has no title. Give it one.", row=row)
        if title and title in titles[:at]:
            raise NotPublished(file, "two columns have this title. Leave one of them out.", row=row, column=title)
    own = dataset.titles if dataset else {}
    said = dict(dataset.said) if dataset else {}
    of_any_kind = not set(OF_ANY_KIND).isdisjoint(own)
    wanted = own if of_any_kind else {standard: own.get(standard, standard) for standard in (*TIME, *AREA)}
    place = {standard: titles.index(title) for standard, title in wanted.items() if title in titles}
    for standard in (*TIME, *(() if of_any_kind else ("geographic_level",))):
        if standard not in place and standard not in said:
            raise NotPublished(file, f"no column is called {wanted.get(standard, standard)}. Add it.", row=row)
    left_out = dataset.left_out if dataset else frozenset[str]()
    others = {
        title: at
        for at, title in enumerate(titles)
        if title
        and title not in left_out
        and at not in place.values()
        and (of_any_kind or not OTHER_AREAS.match(title.casefold()))
    }
    told = dataset.apart if dataset else ()
    numbers = dataset.columns - set(told) if dataset else frozenset[str]()
    apart = {
        title: at for title, at in others.items() if title in told or (title not in numbers and _holds_words(at, first))
    }
    values = {title: at for title, at in others.items() if title not in apart}
    if not values:
        raise NotPublished(file, "no column holds numbers. Give the file with its values.", row=row)
    return Layout(titles, place, apart, values, said, dataset)


def _holds_words(at: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most of what stands in a column is neither number nor symbol."""
    cells = [cells[at] for cells in rows if at < len(cells) and cells[at].strip()]
    return sum(not _is_like_a_value(cell) for cell in cells) * 2 > len(cells)


def _is_like_a_value(cell: str) -> bool:
    """Whether a cell is a value, or what was meant as one: a percentage as text, a mark that is no symbol."""
    if not any(map(str.isalnum, cell)):
        return True
    try:
        value_of(cell.strip().removesuffix("%"))
    except ValueError:
        return False
    return True


def not_commas(line: str) -> str | None:
    """What parts the cells of a line, in words, where it is something else than commas."""
    return next((words for mark, words in _MARKS.items() if line.count(mark) > line.count(",")), None)
