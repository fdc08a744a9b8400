"""What a file of published statistics holds, once it was read whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from arising.measures import periods
from arising.measures.areas import Area
from arising.measures.cards import Card, Dataset, Place, Variant
from arising.measures.observations import Observation, Origin
from arising.measures.periods import Period
from arising.measures.values import Symbol, Value, value_of

BETWEEN = "\x1f"
"""Parts the cells of a row where they are kept as one text."""
ALL = ("total", "all")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a spreadsheet counts it, its period and area, the words that tell it from others of these,
    and the cells of its values as they stand, in one text. ``column`` is where its one value stands, in a file with a
    column for each period."""

    number: int
    period: Period
    area: Area
    words: tuple[str, ...]
    text: str
    column: str = ""

    @property
    def cells(self) -> list[str]:
        return self.text.split(BETWEEN)


@dataclass(frozen=True)
class Table:
    """The rows of a file. ``apart`` are the titles of the columns of ``Row.words``, ``values`` those of ``Row.cells``.

    ``left_out`` counts the rows of areas that no indicator is held for, such as schools, by what they are.
    """

    file: str
    sha256: str
    apart: tuple[str, ...]
    values: tuple[str, ...]
    rows: tuple[Row, ...]
    dataset: Dataset | None = None
    release: str = ""
    published_on: date | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def latest(self) -> Period:
        """The latest period that the file has."""
        return max(row.period for row in self.rows)

    def areas(self) -> list[Area]:
        """Every area in the file, in the order in which they come."""
        return list(dict.fromkeys(row.area for row in self.rows))

    def cell(self, row: Row, column: str) -> str:
        """What stands there. Raises KeyError for a column that holds no values."""
        try:
            return row.cells[self.values.index(column)]
        except ValueError:
            raise KeyError(column) from None

    def value(self, row: Row, column: str) -> Value | None:
        """The number or symbol that stands there; None for an empty cell. Raises KeyError."""
        return value_of(self.cell(row, column))

    def symbols(self) -> Counter[Symbol]:
        """How often each symbol stands in the file's values."""
        known = {symbol.value: symbol for symbol in Symbol}
        return Counter(known[told] for row in self.rows for cell in row.cells if (told := cell.strip()) in known)

    def observations(self, card: Card, variant: Variant) -> Iterator[Observation]:
        """What the file says of a variant of an indicator, in the order of its rows. Empty cells say nothing."""
        place = self.place_of(card, variant)
        if not place or place.value not in self.values:
            return
        at, above, below = map(self._at, (place.value, place.numerator, place.denominator))
        for row in self.rows_at(place):
            cells = row.cells
            value, numerator, denominator = (None if of is None else value_of(cells[of]) for of in (at, above, below))
            if value is not None:
                origin = self.origin(row, place.value)
                period = self._period(row, card)
                yield Observation(card.key, variant.key, row.area, period, value, origin, numerator, denominator)

    def place_of(self, card: Card, variant: Variant) -> Place | None:
        """Where a variant of an indicator stands in the file, as its card says or the file's own dataset."""
        if self.dataset is None:
            return None
        if variant.place and variant.place.dataset == self.dataset.key:
            return variant.place
        return self.dataset.places.get((card.key, variant.key))

    def _period(self, row: Row, card: Card) -> Period:
        """The period of a row: where the file does not say which kind of year it is, one of the indicator's."""
        if not (self.dataset and self.dataset.years_of_card and row.period.kind.is_year):
            return row.period
        try:
            return periods.told(periods.without_note(row.column.rpartition(": ")[2]), years=card.year)
        except ValueError:
            return row.period

    def _at(self, column: str) -> int | None:
        return self.values.index(column) if column in self.values else None

    def all_observations(self, cards: Iterable[Card]) -> Iterator[Observation]:
        """What the file says of every variant of the cards."""
        for card in cards:
            for variant in card.variants:
                yield from self.observations(card, variant)

    def has_words_of(self, dataset: Dataset) -> bool:
        """Whether the words by which a dataset is told from others with its columns stand in the file."""
        places = {title: self.apart.index(title) for title in dataset.having if title in self.apart}
        return all(
            title in places and any(row.words[places[title]] == word for row in self.rows)
            for title, word in dataset.having.items()
        )

    def rows_at(self, place: Place) -> list[Row]:
        """The rows that a place is about: those with its words; of several for one area and period the one that is of
        all together, none where that cannot be told."""
        if not set(place.where) <= set(self.apart):
            return []
        wanted = [(self.apart.index(title), word) for title, word in place.where.items()]
        found: dict[tuple[str, Period], list[Row]] = {}
        for row in self.rows:
            if all(row.words[at] == word for at, word in wanted):
                found.setdefault((row.area.code, row.period), []).append(row)
        return [one for rows in found.values() if (one := _of_all(rows))]

    def origin(self, row: Row, column: str) -> Origin:
        """Where a value stands."""
        return Origin(self.file, row.number, row.column or column, self.release, self.published_on, self.sha256)


def _of_all(rows: Sequence[Row]) -> Row | None:
    """Of rows for several groups the one whose words say that it is of all of them."""
    differing = [at for at, words in enumerate(zip(*(row.words for row in rows), strict=True)) if len(set(words)) > 1]
    of_all = [row for row in rows if all(row.words[at].casefold().split(" ")[0] in ALL for at in differing)]
    return of_all[0] if len(of_all) == 1 else None
