"""Workbooks before they are opened: bounded, whatever a file says of itself."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

OLD_EXCEL = b"\xd0\xcf\x11\xe0"
"""How an old Excel file begins, and one with a password."""
EXCEL = b"PK\x03\x04"
UNPACKED = 150 * 1024 * 1024
"""The most that a workbook may be once it is unpacked, in bytes."""
MOST_PARTS = 1_000

Why = Literal["unpacks", "no workbook", "entities", "damaged"]


class Unfit(Exception):
    """A file is no workbook that is opened. ``why`` says what is wrong; whoever reads it says so in words."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why)


def sheets_of(content: bytes, *, unpacked: int = UNPACKED, most_parts: int = MOST_PARTS) -> dict[str, bytes]:
    """The sheets of a workbook as they are stored, by their path.

    Raises Unfit for what is no workbook, unpacks to more than ``unpacked`` bytes, or defines entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            told = archive.infolist()
            if len(told) > most_parts or sum(part.file_size for part in told) > unpacked:
                raise Unfit("unpacks")
            if "xl/workbook.xml" not in archive.namelist():
                raise Unfit("no workbook")
            found = {}
            for part in told:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as handle:
                        if b"<!DOCTYPE" in handle.read(4096):
                            raise Unfit("entities")
                if part.filename.startswith("xl/worksheets/sheet"):
                    found[part.filename] = archive.read(part)
            return found
    except Unfit:
        raise
    except Exception as error:  # zipfile and zlib raise whatever a damaged part leads to
        raise Unfit("damaged") from error
