"""A Word file in, a document out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from arising.documents.builder import DocumentBuilder
from arising.documents.document import BlockKind, Document
from arising.documents.errors import BrokenSource, EmptySource
from arising.documents.markup.breaks import broken_lines
from arising.documents.markup.headings import find_headings
from arising.documents.markup.markers import leading_marker
from arising.documents.markup.published import meeting_of_opening
from arising.documents.markup.stretch import Stretch
from arising.documents.markup.tables import Table
from arising.documents.word.numbering import Numbering
from arising.documents.word.package import Package, child, is_on, local, value
from arising.documents.word.styles import Style, Styles, heading_level

TRACKED = "the file has tracked changes: what was deleted is left out, what was inserted is read"
_LEFT_OUT = frozenset(
    ["w:del", "w:moveFrom", "mc:Fallback", "w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sdtPr"]
)


def read_word(data: bytes, *, name: str, sha256: str) -> Document:
    """Read a .docx file.

    ``Document.original`` is the text of its paragraphs, a line feed after each. ``Place.path`` counts paragraphs
    outside tables ("paragraph 12"), or names the row of a table ("table 1 row 3").

    Raises:
        UnsafeSource: it holds macros, or would unpack to far more than a Word file holds.
        BrokenSource: the zip or the document in it is damaged.
        LockedSource: it needs a password.
        UnknownFormat: it is another Office file, or another zip.
        EmptySource: there are no words in it.
    """
    package = Package(data, name)
    root = package.part(package.main)
    body = child(root, "w:body")
    if body is None:
        raise BrokenSource(name, "this Word file holds no document", "Save it again from Word")
    walk = _Walk(Styles(package.beside("styles.xml")), Numbering(package.beside("numbering.xml")))
    walk.over(body)
    stretches = walk.stretches
    if not stretches:
        raise EmptySource(name, "there are no words in this Word file", "See whether its pages are pictures")
    find_headings(stretches, level=1)
    builder = DocumentBuilder("".join(walk.pieces))
    for stretch in stretches:
        stretch.lay(builder)
    meeting, day = meeting_of_opening([stretch.words for stretch in stretches[:12]])
    return builder.build(
        name=name,
        format="docx",
        sha256=sha256,
        title=walk.title or next((one.words for one in stretches[:12] if one.kind is BlockKind.HEADING), None),
        body=meeting,
        date=day,
        notes=(TRACKED,) if walk.tracked else (),
    )


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is open. ``within`` holds what text boxes in it held; it comes after."""

    style: Style
    marker: str = ""
    level: int = 0
    heading: int = 0
    listed: bool = False
    path: str = ""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    breaks: list[int] = field(default_factory=list)
    letters: int = 0
    bold_letters: int = 0
    within: list[_Paragraph] = field(default_factory=list)


class _Walk:
    """One walk over the body of a Word file."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.pieces: list[str] = []
        self.title: str | None = None
        self.tracked = False
        self._styles = styles
        self._numbering = numbering
        self._length = 0
        self._sinks: list[list[Stretch]] = [[]]
        self._tables: list[Table] = []
        self._table_count = 0
        self._table_numbers: list[int] = []
        self._rows: list[int] = []
        self._count = 0
        self._open: list[_Paragraph] = []
        self._bold = False
        self._blanks = 0

    @property
    def stretches(self) -> list[Stretch]:
        """What the walk found, in reading order."""
        return self._sinks[0]

    def over(self, body: etree._Element) -> None:
        """Walk from the first paragraph to the last."""
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            tag = local(element)
            if event == "start":
                if tag in _LEFT_OUT:
                    self.tracked = self.tracked or tag in ("w:del", "w:moveFrom")
                    walk.skip_subtree()
                elif tag == "w:r":
                    properties = child(element, "w:rPr")
                    if is_on(child(properties, "w:vanish")):
                        walk.skip_subtree()
                    bold = is_on(child(properties, "w:b"))
                    self._bold = bold if bold is not None else bool(self._open) and self._open[-1].style.bold
                else:
                    self._enter(tag, element)
            elif tag == "w:p" and self._open:
                self._close_paragraph()
            elif tag in ("w:tc", "w:tr", "w:tbl"):
                self._leave_table_part(tag)

    def _enter(self, tag: str, element: etree._Element) -> None:
        match tag:
            case "w:p":
                self._open.append(self._opened(element))
            case "w:t":
                self._take(element.text or "")
            case "w:tab":
                self._take("\t")
            case "w:br" | "w:cr":
                self._break()
            case "w:noBreakHyphen":
                self._take("-")
            case "w:softHyphen":
                self._take("\u00ad")
            case "w:sym":
                self._take(_symbol(value(element, "char") or ""))
            case "w:ins" | "w:moveTo":
                self.tracked = True
            case "w:tbl":
                self._table_count += 1
                self._table_numbers.append(self._table_count)
                self._tables.append(Table(item_table=False))
                self._rows.append(0)
            case "w:tr" if self._tables:
                self._rows[-1] += 1
                self._tables[-1].open_row(self._place(), None)
            case "w:tc" if self._tables and self._tables[-1].row is not None:
                self._sinks.append([])
                self._tables[-1].in_cell = True

    def _leave_table_part(self, tag: str) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        if tag == "w:tc" and table.in_cell and table.row is not None:
            table.row.cells.append(self._sinks.pop())
            table.in_cell = False
        elif tag == "w:tr":
            self._sinks[-1].extend(table.close_row())
        elif tag == "w:tbl":
            self._tables.pop()
            self._rows.pop()
            self._table_numbers.pop()

    def _opened(self, element: etree._Element) -> _Paragraph:
        properties = child(element, "w:pPr")
        style = self._styles.get(value(child(properties, "w:pStyle")))
        if not self._tables and not self._open:
            self._count += 1
        heading = heading_level(properties)
        paragraph = _Paragraph(style, heading=style.heading if heading is None else heading, path=self._place())
        numbers = child(properties, "w:numPr")
        list_id = value(child(numbers, "w:numId")) or style.list_id
        level = value(child(numbers, "w:ilvl"))
        if list_id and list_id != "0":
            paragraph.level = int(level) if level and level.isdigit() else style.list_level
            paragraph.listed = True
            if any(local(one) == "w:r" or len(one) for one in element if local(one) != "w:pPr"):
                paragraph.marker = self._numbering.marker(list_id, paragraph.level)
        return paragraph

    def _place(self) -> str:
        if self._tables:
            return f"table {self._table_numbers[-1]} row {self._rows[-1]}"
        return f"paragraph {self._count}"

    def _take(self, text: str) -> None:
        if not self._open:
            return
        paragraph = self._open[-1]
        paragraph.pieces.append(text)
        paragraph.length += len(text)
        letters = len(text.strip())
        paragraph.letters += letters
        if self._bold:
            paragraph.bold_letters += letters

    def _break(self) -> None:
        if self._open:
            self._open[-1].breaks.append(self._open[-1].length)
            self._take("\n")

    def _close_paragraph(self) -> None:
        paragraph = self._open.pop()
        if self._open:
            self._open[-1].within.append(paragraph)
            return
        waiting = [paragraph]
        while waiting:
            one = waiting.pop(0)
            self._emit(one)
            waiting = [*one.within, *waiting]

    def _emit(self, paragraph: _Paragraph) -> None:
        raw = "".join(paragraph.pieces)
        start = self._length
        self.pieces.append(raw + "\n")
        self._length += len(raw) + 1
        if not raw.strip():
            self._blanks += 1
            return
        if paragraph.style.title and self.title is None:
            self.title = " ".join(raw.split())
        for number, (low, high, blanks) in enumerate(broken_lines(raw, paragraph.breaks)):
            self._blanks += blanks
            self._emit_line(paragraph, raw[low:high], start + low, number)

    def _emit_line(self, paragraph: _Paragraph, raw: str, start: int, number: int) -> None:
        end = start + len(raw)
        marker = paragraph.marker if number == 0 else ""
        if not marker:
            typed = leading_marker(raw, listed=paragraph.listed)
            if typed:
                marker, start, raw = typed[0], start + typed[1], raw[typed[1] :]
        kind, level = BlockKind.PARAGRAPH, 0
        if paragraph.heading or paragraph.style.title:
            kind, level = BlockKind.HEADING, paragraph.heading or 1
        elif marker:
            kind, level = BlockKind.LIST_ITEM, paragraph.level
        bold = 0 < paragraph.letters <= paragraph.bold_letters + 1
        words = " ".join(raw.split())
        self._sinks[-1].append(
            Stretch(kind, start, end, words, paragraph.path, None, level, marker, bold=bold, blanks=self._blanks)
        )
        self._blanks = 0


def _symbol(code: str) -> str:
    """The character that a w:sym names by its code in a font, in hexadecimal."""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else 0
    return chr(number) if number >= 0x20 and not 0xD800 <= number < 0xE000 else ""
