"""Minutes in Word: numbered headings, paragraphs, actions in bold and an action table at the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.rel import Relationships

from arising.sample.council import COUNCIL
from arising.sample.layouts.dates import long_date
from arising.sample.manuscript import Line, LineKind, Manuscript

ROLL = (
    ("present", "Present:"),
    ("co_opted", "Co-opted members:"),
    ("in_attendance", "In attendance:"),
)
STYLES = {LineKind.PARAGRAPH: "Normal", LineKind.BULLET: "List Bullet", LineKind.ENTRY: "List Number"}
TABLE_STYLES = ("Normal Table", "Table Grid")


def word_minutes(manuscript: Manuscript) -> bytes:
    """A manuscript as a Word file, the same bytes each time."""
    document = Document()
    _strip(document)
    _properties(document, manuscript)
    document.add_heading(COUNCIL, level=0)
    document.add_heading(manuscript.body, level=1)
    _paragraph(document, f"**Minutes of the meeting held on {long_date(manuscript.date)}**")
    _paragraph(document, f"{manuscript.text('time')} in {manuscript.text('venue')}")
    for key, title in ROLL:
        _paragraph(document, f"**{title}** {manuscript.text(key)}")
    for item in manuscript.items:
        document.add_heading(f"{item.number}.\t{item.title}" if item.number else item.title, level=2)
        for part in item.parts:
            _lines(document, part.lines)
    _paragraph(document, f"The meeting closed at {manuscript.text('ended')}.")
    return _repacked(document)


def _strip(document: WordDocument) -> None:
    """Take out what the template brings and minutes do not use: nine tenths of the file."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in TABLE_STYLES:
            style.delete()
    for rels in (document.part.rels, document.part.package.rels):
        _drop(rels, ("stylesWithEffects", "thumbnail"))


def _drop(rels: Relationships, kinds: tuple[str, ...]) -> None:
    for key in [key for key, rel in rels.items() if rel.reltype.endswith(kinds)]:
        del rels[key]


def _properties(document: WordDocument, manuscript: Manuscript) -> None:
    written = datetime.combine(manuscript.date + timedelta(days=7), time(9), tzinfo=UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title = f"Minutes of {manuscript.body}, {long_date(manuscript.date)}"
    properties.author = properties.last_modified_by = COUNCIL
    properties.created = properties.modified = written
    properties.comments = ""


def _lines(document: WordDocument, lines: Iterable[Line]) -> None:
    for kind, group in groupby(lines, key=lambda line: line.kind):
        if kind is LineKind.ROW:
            _table(document, [line.cells for line in group])
        else:
            for line in group:
                _paragraph(document, line.words, STYLES[line.kind])


def _table(document: WordDocument, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph()


def _paragraph(document: WordDocument, words: str, style: str = "Normal") -> None:
    """A paragraph. Word numbers an entry itself: its marker is not in the text."""
    paragraph = document.add_paragraph(style=style)
    for run, bold in Line(LineKind.PARAGRAPH, words).runs:
        paragraph.add_run(run).bold = bold or None


def _repacked(document: WordDocument) -> bytes:
    """The file with the time of packing and the compression taken out, which differ from machine to machine."""
    packed, stored = BytesIO(), BytesIO()
    document.save(packed)
    with ZipFile(packed) as source, ZipFile(stored, "w", ZIP_STORED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name))
    return stored.getvalue()
