"""What a national table of inspections says, or in one line why it is none. Knows no readers."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from arising.measures.published import NotPublished
from arising.reading.inspections.national import NationalTable, read_national_table


def read_table(content: bytes, name: str) -> NationalTable:
    """What a table says. Raises ValidationError where it is none."""
    try:
        return read_national_table(content, name)
    except NotPublished as error:
        raise ValidationError({"table": str(error)}) from error
