"""Invented minutes, laid out as a document without a file: one line a block."""

from __future__ import annotations

from arising.documents import Document, Part
from arising.documents.builder import DocumentBuilder
from arising.documents.document import BlockKind
from arising.documents.markup.markers import leading_marker
from arising.reading import Record, read

MET = "2024-01-10"
"""The day of the invented meeting, where a test says nothing else."""


def document_of(*blocks: str, part: Part = Part.MINUTES) -> Document:
    """A document of these blocks: "# " leads a heading, a bullet or number a list item, " || " stands before a margin,

    " | " between the cells of a row, and "[agenda] " or another part's name in brackets before a block of that part.
    """
    lines = [_parted(block, part) for block in blocks]
    original = "\n".join(words for words, _ in lines)
    builder = DocumentBuilder(original)
    at = 0
    for words, of_part in lines:
        _add(builder, original, at, at + len(words), of_part)
        at += len(words) + 1
    return builder.build(name="invented.txt", format="text", sha256="0" * 64)


def minutes(*blocks: str, date: str | None = MET, part: Part = Part.MINUTES) -> Record:
    """What is read from such a document."""
    return read(document_of(*blocks, part=part), date=date)


def _parted(block: str, part: Part) -> tuple[str, Part]:
    for other in Part:
        if block.startswith(f"[{other}] "):
            return block.removeprefix(f"[{other}] "), other
    return block, part


def _add(builder: DocumentBuilder, original: str, start: int, end: int, part: Part) -> None:
    words, _, margin = original[start:end].partition(" || ")
    end = start + len(words)
    if words.startswith("# "):
        marker, skip = leading_marker(words[2:]) or ("", 0)
        builder.add(BlockKind.HEADING, [(start + 2 + skip, end)], part=part, level=1, marker=marker)
        return
    if " | " in words:
        cells, at = [], start
        for cell in words.split(" | "):
            cells.append([(at, at + len(cell))])
            at += len(cell) + 3
        builder.add_row(cells, part=part)
        return
    marker, skip = leading_marker(words) or ("", 0)
    kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
    builder.add(kind, [(start + skip, end)], part=part, marker=marker, margin=margin)
