"""Published files of either form, CSV or Excel, as tables.

A workbook is read whatever else it holds or refers to: drawings, links and styles are left alone. Cells that are merged
downwards say the same in each row, and a fraction that is shown as a percentage is that percentage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from arising.measures.cards import Dataset, datasets
from arising.measures.published import children, columns, tidy
from arising.measures.published.lines import Source, held, name_of
from arising.measures.published.sheets import Sheet, book, is_workbook
from arising.measures.published.tables import Table

_WITHIN = tidy.TITLES_WITHIN


def read(
    source: Source,
    *,
    file: str = "",
    dataset: Dataset | None = None,
    known: Iterable[Dataset] | None = None,
    release: str = "",
    published_on: date | None = None,
) -> Table:
    """A published file as a table, as ``tidy.read`` takes it; of a workbook the first sheet that holds one.

    Raises NotPublished; then nothing of it was kept.
    """
    file, source = name_of(source, file), held(source)
    if not is_workbook(source):
        return tidy.read(source, file=file, dataset=dataset, known=known, release=release, published_on=published_on)
    of = book(source, file)
    may_be = tuple(datasets().values() if known is None else known)
    chosen = _chosen(of.sheets, (*may_be, dataset) if dataset else may_be)
    for sheet in of.sheets:
        if sheet is not chosen:
            children.refuse_rows(sheet.rows[: tidy.LOOKED_AT], file=of.file)
    table = tidy.table(chosen.rows, file=of.file, dataset=dataset, known=may_be)
    return tidy.dated(replace(table, sha256=of.sha256), release, published_on)


def _chosen(sheets: Sequence[Sheet], known: Sequence[Dataset]) -> Sheet:
    """The first sheet that has the titles of a table, else the first in which anything stands."""
    filled = [sheet for sheet in sheets if any(any(cells) for _, cells in sheet.rows)] or sheets
    of_tables = (sheet for sheet in filled if any(columns.is_header(cells, known) for _, cells in sheet.rows[:_WITHIN]))
    return next(of_tables, filled[0])
