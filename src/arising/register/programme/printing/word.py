"""A pack as a Word document."""

from __future__ import annotations

import io

from docx import Document
from docx.shared import Pt

from arising.register.programme.pack import Entry, InSections
from arising.register.programme.printing.wording import left_out


def as_word(pack: InSections, *, site: str = "") -> bytes:
    """The pack as a Word document, with headings that a screen reader can walk."""
    document = Document()
    document.core_properties.title = pack.title
    document.core_properties.language = "en-GB"
    document.styles["Normal"].font.size = Pt(12)
    document.add_heading(pack.title, level=1)
    document.add_paragraph(pack.opening)
    for section in pack.sections:
        document.add_heading(section.title, level=2)
        document.add_paragraph(section.answer)
        for entry in section.entries:
            _put(document, entry, site)
        if section.more:
            document.add_paragraph(left_out(section))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put(document: object, entry: Entry, site: str) -> None:
    paragraph = document.add_paragraph(entry.words, style="List Bullet")  # type: ignore[attr-defined]
    if entry.address and site:
        paragraph.add_run(f" {site}{entry.address}").italic = True
    for quote in entry.quotes:
        document.add_paragraph(f"{quote.when}: “{quote.words}”", style="Quote")  # type: ignore[attr-defined]
