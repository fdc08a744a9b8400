"""Headings that no heading element marks: paragraphs that are bold, or in capitals, from end to end."""

from __future__ import annotations

from collections.abc import Sequence

from arising.documents.document import BlockKind, Part
from arising.documents.markup.stretch import Stretch
from arising.documents.text.paragraphs import shouted

_ENDS_OPEN = (".", ";", ",")
_LONGEST = 120


def find_headings(stretches: Sequence[Stretch], *, level: int) -> None:
    """Make headings of such paragraphs in the minutes, numbered ones at ``level``, others one deeper at least.

    Where more than half of the minutes are bold, bold says nothing.
    """
    read = [stretch for stretch in stretches if stretch.part in (Part.MINUTES, Part.DECISION)]
    bold = sum(len(stretch.words) for stretch in read if stretch.bold)
    bold_says = bold * 2 <= sum(len(stretch.words) for stretch in read)
    for stretch in read:
        numbered = stretch.marker[:1].isdigit()
        if stretch.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or (stretch.marker and not numbered):
            continue
        words = stretch.words
        if len(words) > _LONGEST or stretch.cells:
            continue
        if (bold_says and stretch.bold and not words.endswith(_ENDS_OPEN)) or (not stretch.marker and shouted(words)):
            stretch.kind = BlockKind.HEADING
            stretch.level = level if numbered else max(level, 2)
