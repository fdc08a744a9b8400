"""The rows of a file of comma-separated values, with their numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from arising.measures.published.troubles import NotPublished

Numbered = tuple[int, Sequence[str]]
"""The cells of a row with its number, counted from 1."""


def records(lines: Iterable[str], file: str) -> Iterator[Numbered]:
    """The rows of a file of comma-separated values. Raises NotPublished."""
    reader = csv.reader(lines, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        what = f"it is no CSV from there on ({error}). Save it anew as CSV."
        raise NotPublished(file, what, row=number + 1) from error
