"""A pack as Markdown and as a Word document, with the same words as its page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from docx import Document
from docx.shared import Pt

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.programme.pack import Entry, Pack, Section

CHECK = "Quotes are word for word. What is said to seem so was found by a machine: check it against the minutes."
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def opening(pack: Pack) -> str:
    """The line under the title: as of when, and since when."""
    since = f" The last meeting whose minutes are here was on {day_in_words(pack.since)}." if pack.since else ""
    return f"As of {day_in_words(pack.on)}.{since} {CHECK}"


def markdown(pack: Pack, *, site: str = "") -> str:
    """The pack in Markdown; ``site`` is put before each address."""
    parts = [f"# {_plain(pack.title)}", opening(pack)]
    for section in pack.sections:
        parts += [f"## {_plain(section.title)}", _plain(section.answer)]
        if section.entries:
            parts.append("\n".join(_listed(section, site)))
    return "\n\n".join(parts) + "\n"


def _listed(section: Section, site: str) -> Iterator[str]:
    for entry in section.entries:
        yield f"- {_plain(entry.words)}{f' <{site}{entry.address}>' if entry.address and site else ''}"
        for words, when in entry.quotes:
            yield f"  - {when}: “{_plain(' '.join(words.split()))}”"
    if section.more:
        yield f"- {_more(section)}"


def _more(section: Section) -> str:
    return f"And {section.more:,} more."


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def word(pack: Pack, *, site: str = "") -> bytes:
    """The pack as a Word document, with headings that a screen reader can walk."""
    document = Document()
    document.core_properties.title = pack.title
    document.core_properties.language = "en-GB"
    document.styles["Normal"].font.size = Pt(12)
    document.add_heading(pack.title, level=1)
    document.add_paragraph(opening(pack))
    for section in pack.sections:
        document.add_heading(section.title, level=2)
        document.add_paragraph(section.answer)
        for entry in section.entries:
            _put(document, entry, site)
        if section.more:
            document.add_paragraph(_more(section))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put(document: object, entry: Entry, site: str) -> None:
    paragraph = document.add_paragraph(entry.words, style="List Bullet")  # type: ignore[attr-defined]
    if entry.address and site:
        paragraph.add_run(f" {site}{entry.address}").italic = True
    for words, when in entry.quotes:
        document.add_paragraph(f"{when}: “{words}”", style="Quote")  # type: ignore[attr-defined]
