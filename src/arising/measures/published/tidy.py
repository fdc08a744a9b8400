"""Tidy files, as Explore Education Statistics publishes them: a row for each area, period and group, in columns with
titles that are always the same.

``read`` gives a file as a table, or says in one line why it cannot be taken in. It goes through the file once, keeps
the values as text, and holds no more of it than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from arising.measures import areas
from arising.measures.areas import Area
from arising.measures.cards import Dataset, cards, datasets
from arising.measures.published import children, columns
from arising.measures.published.fractions import refuse_fractions
from arising.measures.published.lines import Source, name_of, opened
from arising.measures.published.records import Numbered, records
from arising.measures.published.rows import RowReader
from arising.measures.published.tables import Row, Table
from arising.measures.published.troubles import NotPublished, UnknownLayout

MOST_ROWS = 500_000
"""The most rows that are read."""
LOOKED_AT = 200
"""In so many rows it is looked which columns hold words and which hold values."""
TITLES_WITHIN = 20
"""In so many rows from the top the titles are looked for."""


def read(
    source: Source,
    *,
    file: str = "",
    dataset: Dataset | None = None,
    known: Iterable[Dataset] | None = None,
    release: str = "",
    published_on: date | None = None,
) -> Table:
    """A file of comma-separated values as a table.

    ``dataset`` says which columns it has, where its titles do not tell; ``known`` are the datasets that it may be of,
    those that come with the project where none are given. ``release`` and ``published_on`` say as part of what and
    when it was published. Raises NotPublished; then nothing of it was kept.
    """
    name = name_of(source, file)
    with opened(source, name) as lines:
        found = table(records(lines, name), file=name, dataset=dataset, known=known)
        return dated(replace(found, sha256=lines.sha256), release, published_on)


def dated(table: Table, release: str, published_on: date | None) -> Table:
    """A table with the release that it is of: the one that is given, else that of its dataset and its latest period."""
    named = f"{table.dataset.release}, {table.latest}" if table.dataset else ""
    return replace(table, release=release or named, published_on=published_on)


def table(
    rows: Iterable[Numbered],
    *,
    file: str,
    dataset: Dataset | None = None,
    known: Iterable[Dataset] | None = None,
) -> Table:
    """Rows of cells, the titles among the first of them, as a table. Raises NotPublished."""
    rows = iter(rows)
    may_be = tuple(datasets().values() if known is None else known)
    number, titles = _titles(rows, file, (*may_be, dataset) if dataset else may_be)
    first = list(islice(rows, LOOKED_AT))
    children.refuse(titles, [cells for _, cells in first], file=file, row=number)
    perhaps = [dataset] if dataset else columns.datasets_of(map(columns.tidied, titles), may_be)
    of = perhaps[0] if perhaps else None
    layout = columns.layout(titles, [cells for _, cells in first], dataset=of, file=file, row=number)
    reader = RowReader(layout, file)
    taken: list[Row] = []
    for number, cells in chain(first, rows):
        if row := reader.row(number, cells):
            taken.append(row)
            if len(taken) > MOST_ROWS:
                raise NotPublished(
                    file, f"it has more than {MOST_ROWS:,} rows. Keep only the areas and years wanted.", row=number
                )
    if not taken:
        raise NotPublished(file, "no row of an authority, a region or England stands below its titles.", row=number)
    read = Table(file, "", tuple(layout.apart), tuple(layout.values), tuple(taken), left_out=reader.left_out)
    found = replace(read, dataset=next(filter(read.has_words_of, perhaps), None))
    if found.dataset:
        refuse_fractions(found, cards().values())
    return found


def refuse_unknown(table: Table, also: Iterable[Area] = ()) -> None:
    """Raises NotPublished for the first row of an area that is neither in the list of areas nor in ``also``.

    Reading takes such a row, for authorities are made anew; whoever keeps it decides.
    """
    taken = {*areas.known(), *(area.code for area in also)}
    for row in table.rows:
        if row.area.code not in taken:
            named = f"{row.area.code} ({row.area.name})"
            what = f"{named} is no area that is known. Mend its code. For a new authority: arising publish --new-areas."
            raise NotPublished(table.file, what, row=row.number)


def _titles(rows: Iterator[Numbered], file: str, known: Iterable[Dataset]) -> Numbered:
    """The row of the titles. Raises NotPublished, saying what else the first rows look like."""
    known = tuple(known)
    looked_at: list[Numbered] = []
    for number, cells in islice(rows, TITLES_WITHIN):
        if columns.is_header(cells, known):
            return number, cells
        looked_at.append((number, cells))
    children.refuse_rows([*looked_at, *islice(rows, LOOKED_AT)], file=file)
    for number, cells in looked_at:
        if parted := columns.not_commas(",".join(cells)):
            raise NotPublished(file, f"its cells are parted by {parted}. Save it anew as CSV with commas.", row=number)
    raise UnknownLayout(
        file,
        "no row has the titles time_period and geographic_level. Take a file as it was published, or say which of its "
        "columns are the period and the area.",
        row=looked_at[0][0] if looked_at else 1,
    )
