"""The rows of a council's own file, in either layout."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from arising.measures import areas, periods
from arising.measures.areas import Area
from arising.measures.cards import Card, Variant, cards
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Period
from arising.measures.published import children
from arising.measures.published.columns import not_commas
from arising.measures.published.lines import Source
from arising.measures.published.own.doubts import Doubt, doubts_about
from arising.measures.published.own.units import Told, in_units, number_in
from arising.measures.published.records import Numbered
from arising.measures.published.sheets import Book, Sheet, book
from arising.measures.published.troubles import NotPublished
from arising.measures.values import Value

TIDY = ("indicator", "variant", "area", "period", "value", "numerator", "denominator")
"""The columns of the layout with a row for each value."""
NEEDED = ("indicator", "period", "value")
WIDE = ("indicator", "variant", "area")
"""The columns of the layout with a column for each period, before those."""
MOST = 50_000
"""The most values that are read."""
_WITHIN, _LOOKED_AT = 20, 200

Form = Literal["tidy", "wide"]


@dataclass(frozen=True)
class OwnFigures:
    """What a council's file says: its observations, and the doubts about them. ``ignored`` are the titles of columns
    that say nothing here."""

    file: str
    sha256: str
    observations: tuple[Observation, ...]
    doubts: tuple[Doubt, ...] = ()
    ignored: tuple[str, ...] = ()


def read(
    source: Source,
    *,
    file: str = "",
    area: Area | None = None,
    known: Mapping[str, Card] | None = None,
    release: str = "the council's own figures",
    published_on: date | None = None,
) -> OwnFigures:
    """A council's own figures. ``area`` is whose they are where a row does not say.

    Raises NotPublished; then nothing of the file was kept.
    """
    of = book(source, file)
    sheet = _chosen(of)
    reader = _Reader(of, sheet, area, cards() if known is None else known, release, published_on)
    told = reader.told()
    if not told:
        raise NotPublished(of.file, "it holds no value. Fill in at least one.")
    observations, doubts = in_units(told)
    return OwnFigures(
        of.file, of.sha256, observations, (*doubts, *doubts_about(observations, reader.cards)), reader.ignored
    )


def template(form: Form, wanted: Iterable[Card], *, area: str = "", columns: Sequence[Period] = ()) -> str:
    """An empty file to fill in, as CSV: with a row for each indicator and variant where there is a column for each of
    the periods ``columns``, with the titles alone otherwise."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if form == "tidy":
        writer.writerow(TIDY)
        return out.getvalue()
    writer.writerow((*WIDE, *(period.label for period in columns)))
    for card in wanted:
        for variant in card.variants:
            writer.writerow((card.name, variant.name, area, *("" for _ in columns)))
    return out.getvalue()


def _chosen(of: Book) -> Sheet:
    """The first sheet that has the titles of either layout. Raises NotPublished, also where any sheet is about single
    children."""
    chosen = None
    for sheet in of.sheets:
        header = _header(sheet)
        if header is None:
            children.refuse_rows(sheet.rows[:_LOOKED_AT], file=of.file)
            continue
        number, titles = header
        below = [cells for at, cells in sheet.rows if at > number]
        children.refuse(titles, below[:_LOOKED_AT], file=of.file, row=number)
        chosen = chosen or sheet
    if chosen is None:
        for number, cells in chain.from_iterable(sheet.rows[:1] for sheet in of.sheets):
            if parted := not_commas(",".join(cells)):
                what = f"its cells are parted by {parted}. Save it anew as CSV with commas."
                raise NotPublished(of.file, what, row=number)
        raise NotPublished(
            of.file,
            "no row has the titles indicator, period and value, or indicator and then months. Start from the template.",
        )
    return chosen


def _header(sheet: Sheet) -> Numbered | None:
    for number, cells in sheet.rows[:_WITHIN]:
        titles = list(map(_plain, cells))
        if "indicator" in titles and ({"period", "value"} <= set(titles) or any(map(_period, cells))):
            return number, cells
    return None


def _plain(title: str) -> str:
    return " ".join(title.casefold().replace("_", " ").split())


def _period(title: str) -> Period | None:
    """The period that a column is for. A day that begins or ends a month is that month: so Excel writes months."""
    try:
        found = periods.told(title)
    except ValueError:
        return None
    whole = periods.month(found.end.year, found.end.month)
    return whole if found.start == found.end and found.end in (whole.start, whole.end) else found


class _Reader:
    """Reads the rows of a sheet, one value after the other."""

    def __init__(
        self,
        of: Book,
        sheet: Sheet,
        area: Area | None,
        known: Mapping[str, Card],
        release: str,
        published_on: date | None,
    ) -> None:
        header = _header(sheet)
        assert header is not None
        self._of, self._area, self.cards = of, area, known
        self._release, self._published_on = release, published_on
        number, self._titles = header
        self._rows = [(at, cells) for at, cells in sheet.rows if at > number]
        plain = list(map(_plain, self._titles))
        self._is_tidy = {"period", "value"} <= set(plain)
        self._at = self._places(number, plain)
        self._periods = {} if self._is_tidy else self._period_columns(number)
        used = {*self._at.values(), *self._periods}
        self.ignored = tuple(title for at, title in enumerate(self._titles) if title.strip() and at not in used)
        self._named = _names(known)

    def told(self) -> list[Told]:
        """Every value of the sheet. Raises NotPublished."""
        found: dict[tuple[str, str, str, Period], Told] = {}
        for one in chain.from_iterable(self._row(number, cells) for number, cells in self._rows if any(cells)):
            before = found.setdefault(one.key, one)
            if before is not one:
                what = f"it says the same thing as row {before.origin.row}. Leave one of them out."
                raise NotPublished(self._of.file, what, row=one.origin.row, column=one.origin.column)
            if len(found) > MOST:
                raise NotPublished(self._of.file, f"it has more than {MOST:,} values. Bring it in in parts.")
        return list(found.values())

    def _places(self, number: int, plain: Sequence[str]) -> dict[str, int]:
        places: dict[str, int] = {}
        for at, title in enumerate(plain):
            if title in (TIDY if self._is_tidy else WIDE):
                if title in places:
                    what = "two columns have this title. Leave one of them out."
                    raise NotPublished(self._of.file, what, row=number, column=self._titles[at])
                places[title] = at
        return places

    def _period_columns(self, number: int) -> dict[int, Period]:
        found: dict[int, Period] = {}
        for at, title in enumerate(self._titles):
            if at not in self._at.values() and (period := _period(title)):
                if period in found.values():
                    what = f"two columns are for {period}. Leave one of them out."
                    raise NotPublished(self._of.file, what, row=number, column=title)
                found[at] = period
        return found

    def _row(self, number: int, cells: Sequence[str]) -> Iterator[Told]:
        said = {title: cells[at].strip() if at < len(cells) else "" for title, at in self._at.items()}
        values = {at: cells[at].strip() for at in self._periods if at < len(cells) and cells[at].strip()}
        if not values and not any(said.get(title) for title in ("value", "numerator", "denominator")):
            return
        card, variant = self._indicator(number, said)
        area = self._area_of(number, said)
        for at, cell in values.items():
            period, title = self._periods[at], self._titles[at]
            period = periods.told(title, years=card.year) if period.kind.is_year else period
            yield self._one(number, card, variant, area, period, title, {"value": cell})
        if self._is_tidy:
            try:
                period = periods.told(said["period"], years=card.year)
            except ValueError as error:
                raise self._trouble(number, "period", f"{error}.") from error
            yield self._one(number, card, variant, area, period, self._titles[self._at["value"]], said)

    def _one(
        self,
        number: int,
        card: Card,
        variant: Variant,
        area: Area,
        period: Period,
        column: str,
        said: Mapping[str, str],
    ) -> Told:
        read: dict[str, tuple[Value | None, bool]] = {}
        for title in ("value", "numerator", "denominator"):
            try:
                read[title] = number_in(said.get(title, ""))
            except ValueError as error:
                raise self._trouble(number, title if self._is_tidy else column, f"{error}.") from error
        value, is_percentage = read["value"]
        if is_percentage and card.unit_of(variant.key) != "percent":
            what = f"“{said['value'][:40]}” is a percentage, and {card} is counted in {card.unit_of(variant.key)}."
            raise self._trouble(number, "value" if self._is_tidy else column, what)
        origin = Origin(self._of.file, number, column, self._release, self._published_on, self._of.sha256)
        return Told(
            card, variant, area, period, value, is_percentage, read["numerator"][0], read["denominator"][0], origin
        )

    def _indicator(self, number: int, said: Mapping[str, str]) -> tuple[Card, Variant]:
        card = self._named.get(_plain(said.get("indicator", "")))
        if card is None:
            what = f"“{said.get('indicator', '')[:60]}” is no indicator here. Write its name as on its card."
            raise self._trouble(number, "indicator", what)
        wanted = _plain(said.get("variant", ""))
        fitting = [one for one in card.variants if wanted in (_plain(one.key), _plain(one.name))] if wanted else []
        if not wanted and len(card.variants) == 1:
            fitting = list(card.variants)
        if not fitting:
            which = "; ".join(one.name for one in card.variants)
            what = f"“{said.get('variant', '')[:60]}” is none of its variants. Write one of: {which}."
            raise self._trouble(number, "variant", what)
        return card, fitting[0]

    def _area_of(self, number: int, said: Mapping[str, str]) -> Area:
        told = said.get("area", "")
        own = self._area
        if own and (not told or told.casefold() in (own.name.casefold(), own.code.casefold(), own.old_code)):
            return own
        if found := areas.found(told):
            return found
        what = f"“{told[:60]}” is no area that is known. Write its name as published, or its code: E06000035."
        raise self._trouble(number, "area", what)

    def _trouble(self, number: int, column: str, what: str) -> NotPublished:
        titles = {_plain(title): title for title in self._titles}
        return NotPublished(self._of.file, what, row=number, column=titles.get(column, column))


def _names(known: Mapping[str, Card]) -> dict[str, Card]:
    """Cards by their keys and names, and by those of their words that no other has."""
    named: dict[str, Card] = {}
    several: set[str] = set()
    for card in known.values():
        for word in card.words:
            if named.setdefault(_plain(word), card) is not card:
                several.add(_plain(word))
    for word in several:
        del named[word]
    return named | {_plain(name): card for card in known.values() for name in (card.key, card.name)}
