"""A PDF in, a document out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from arising.documents.builder import DocumentBuilder, Span
from arising.documents.document import BlockKind, Document, Part, Place
from arising.documents.errors import BrokenSource, LockedSource, NoTextLayer
from arising.documents.markup.published import meeting_of_opening
from arising.documents.pdf.furniture import without_furniture
from arising.documents.pdf.hyphens import Hyphens
from arising.documents.pdf.lines import Line, page_text
from arising.documents.pdf.paragraphs import Group, Measure, group_lines, measure
from arising.documents.text.paragraphs import shouted

_FEW_LETTERS = 25
_LONGEST_HEADING = 160


def read_pdf(data: bytes, *, name: str, sha256: str) -> Document:
    """Read a PDF that has a text layer.

    ``Document.original`` is the text of its pages as PDFium gives it, line by line, a form feed between pages.
    ``Place.page`` is the page that a block begins on.

    Raises:
        LockedSource: it needs a password.
        NoTextLayer: its pages are pictures.
        BrokenSource: it cannot be opened.
    """
    pdf = _open(data, name)
    try:
        original, lines, blank = _read_pages(pdf)
        pages = len(pdf)
    finally:
        pdf.close()
    if sum(map(str.isalpha, original)) < _FEW_LETTERS:
        trouble = "this PDF has no text layer: its pages are pictures"
        raise NoTextLayer(name, trouble, "Run character recognition on it, or ask for the document as Word")
    kept, running = without_furniture(lines, pages)
    builder = DocumentBuilder(original)
    for line in running:
        builder.add(BlockKind.PARAGRAPH, [(line.start, line.end)], place=Place(page=line.page), part=Part.PAGE)
    if kept:
        usual = measure(kept)
        hyphens = Hyphens(line.text for line in kept)
        for group in group_lines(kept, usual):
            _add(builder, group, usual, hyphens)
    opening = [line.text for line in lines[:12]]
    body, day = meeting_of_opening(opening)
    return builder.build(
        name=name,
        format="pdf",
        sha256=sha256,
        title=_title(kept),
        body=body,
        date=day,
        notes=_notes(blank),
    )


def _open(data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise LockedSource(name, "this PDF needs a password", "Save it without a password and try again") from error
        raise BrokenSource(name, "this PDF is damaged and cannot be opened", "Fetch it again") from error


def _read_pages(pdf: Any) -> tuple[str, list[Line], list[int]]:
    """The text of all pages, their lines, and the pages that have no text."""
    pieces: list[str] = []
    lines: list[Line] = []
    blank: list[int] = []
    at = 0
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            blank.append(index + 1)
            continue
        try:
            text = page_text(page, index + 1, at)
        finally:
            page.close()
        if not text.lines:
            blank.append(index + 1)
        lines.extend(text.lines)
        pieces.append(text.original + "\f")
        at += len(text.original) + 1
    return "".join(pieces), lines, blank


def _notes(blank: Sequence[int]) -> tuple[str, ...]:
    if not blank:
        return ()
    pages = ", ".join(map(str, blank[:20])) + (" and more" if len(blank) > 20 else "")
    return (f"no text on page {pages}" if len(blank) == 1 else f"no text on pages {pages}",)


def _title(lines: Sequence[Line]) -> str | None:
    """The first line of the largest type on the first page, where it is larger than the rest."""
    first = [line for line in lines if line.page == lines[0].page]
    if not first:
        return None
    size = max(line.size for line in first)
    largest = [line for line in first if line.size > size - 0.5]
    return largest[0].text if len(largest) <= 3 and len(largest) < len(first) else None


def _add(builder: DocumentBuilder, group: Group, usual: Measure, hyphens: Hyphens) -> None:
    first = group.lines[0]
    place = Place(page=first.page)
    if first.cuts and len(group.lines) == 1:
        edges = [group.words_from, *(edge for cut in first.cuts for edge in cut), first.end]
        cells = [[(low, high)] for low, high in zip(edges[::2], edges[1::2], strict=True)]
        builder.add_row(cells, place=place, marker=group.marker, margin=group.margin)
        return
    kind, level = _kind(group, usual)
    spans, glued = _spans(group, hyphens)
    builder.add(kind, spans, place=place, level=level, marker=group.marker, margin=group.margin, glued=glued)


def _kind(group: Group, usual: Measure) -> tuple[BlockKind, int]:
    """What a block is on the page, from its type and its marker."""
    first = group.lines[0]
    numbered = group.marker[:1].isdigit()
    length = sum(len(line.text) for line in group.lines)
    words = first.text
    if length <= _LONGEST_HEADING and (not group.marker or numbered):
        if first.size > usual.size + 1.5:
            return BlockKind.HEADING, 1
        if not usual.bold and all(line.bold for line in group.lines) and not group.last.text.endswith((".", ";", ",")):
            return BlockKind.HEADING, 1 if numbered else 2
        if not group.marker and all(shouted(line.text) for line in group.lines):
            return BlockKind.HEADING, 1
    if group.marker:
        indent = max(first.left - usual.left, 0)
        return BlockKind.LIST_ITEM, min(int(indent // 30), 5) if words else 0
    return BlockKind.PARAGRAPH, 0


def _spans(group: Group, hyphens: Hyphens) -> tuple[list[Span], set[int]]:
    """Where the words of a block stand, and which line ends part no words."""
    spans: list[Span] = []
    glued: set[int] = set()
    for number, line in enumerate(group.lines):
        start = max(line.start, group.words_from) if not number else line.start
        end = line.end
        following = group.lines[number + 1].text if number + 1 < len(group.lines) else ""
        if following and line.text.endswith("-") and line.text[-2:-1].strip() and following[0].isalnum():
            glued.add(len(spans))
            if not hyphens.belongs(line.text, following):
                end -= 1
        spans.append((start, end))
    return spans, glued
