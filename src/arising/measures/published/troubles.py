"""What is said of a file that cannot be taken in."""

from __future__ import annotations


class NotPublished(Exception):
    """A file cannot be taken in. Says in one line where in it, what is wrong and what to do; nothing of it was kept.

    ``row`` is counted as a spreadsheet counts it, from 1.
    """

    def __init__(self, file: str, what: str, *, row: int | None = None, column: str = "") -> None:
        # what stands in a cell or a title may hold line breaks
        self.file, self.what, self.row, self.column = file, _in_one_line(what), row, _in_one_line(column)
        place = [file, *([f"row {row}"] if row else []), *([f"column {self.column}"] if column else [])]
        super().__init__(f"{', '.join(place)}: {self.what}")


class UnknownLayout(NotPublished):
    """The file has a layout that is not known: somebody may say which of its columns are which."""


class ChildLevel(NotPublished):
    """The file holds rows about single children. None of it was kept."""


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
