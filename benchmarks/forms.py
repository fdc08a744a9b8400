"""The same minutes as councils publish them: plain text, a page of a committee system, a PDF, a Word file."""

from __future__ import annotations

import io
from html import escape

import docx
from fpdf import FPDF

from benchmarks.corpus import Minutes, Paragraph, Section


def as_text(minutes: Minutes) -> bytes:
    """Plain text in UTF-8, one paragraph a line."""
    lines = [
        minutes.council,
        "",
        minutes.body,
        "",
        f"Minutes of the meeting held on {minutes.day}",
        "",
        *_roll(minutes),
    ]
    for section in minutes.sections:
        lines += ["", f"{section.number}. {section.title}", "", *map(_line, section.discussion)]
        lines += ["", *map(_line, section.decision)]
    return "\n".join(lines).encode()


def as_html(minutes: Minutes) -> bytes:
    """A meeting's page with its items in a table, the minutes of each under a label, and the page's own furniture."""
    rows = "\n".join(map(_row, minutes.sections))
    roll = "".join(f"<p>{escape(line)}</p>" for line in _roll(minutes))
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>Agenda and minutes - {escape(minutes.body)} - {minutes.day}</title>
<link rel="stylesheet" href="mg.css"><script>var page = "meeting";</script></head>
<body><div id="header"><ul><li><a href="/">Home</a></li>
<li><a href="mgListCommittees.aspx">Committees</a></li></ul></div>
<div class="mgContent"><h1>Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">{escape(minutes.body)} - {minutes.day} 6.30 pm</h2>
<p><span class="mgLabel">Venue:</span> {escape(minutes.place)}</p>
<div class="mgWordPara">{roll}</div>
<table class="mgItemTable" summary="Table of agenda items">{rows}</table></div>
<div id="footer"><p>{escape(minutes.council)}. <a href="privacy.aspx">Privacy and cookies</a></p></div></body></html>
""".encode()


def as_pdf(minutes: Minutes) -> bytes:
    """Printed minutes on A4, with a running head and page numbers."""
    page = _Printed(minutes)
    page.add_page()
    page.set_font("Times", "B", 13)
    page.multi_cell(0, 7, f"{minutes.council}\n{minutes.body}", align="C", new_x="LMARGIN", new_y="NEXT")
    page.set_font("Times", "", 11)
    for line in (f"Minutes of the meeting held on {minutes.day}", *_roll(minutes)):
        page.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    for section in minutes.sections:
        page.ln(4)
        page.set_font("Times", "B", 11)
        page.multi_cell(0, 5, f"{section.number}. {section.title}", new_x="LMARGIN", new_y="NEXT")
        page.set_font("Times", "", 11)
        for paragraph in (*section.discussion, *section.decision):
            page.ln(2)
            page.multi_cell(0, 5, _line(paragraph), new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


def as_word(minutes: Minutes) -> bytes:
    """A Word file with headings and paragraphs in Word's own styles."""
    file = docx.Document()
    file.add_heading(minutes.council, level=0)
    file.add_heading(minutes.body, level=1)
    for line in (f"Minutes of the meeting held on {minutes.day}", *_roll(minutes)):
        file.add_paragraph(line)
    for section in minutes.sections:
        file.add_heading(f"{section.number}. {section.title}", level=2)
        for paragraph in (*section.discussion, *section.decision):
            if paragraph.marker == "•":
                file.add_paragraph(paragraph.text, style="List Bullet")
            else:
                file.add_paragraph(_line(paragraph))
    stored = io.BytesIO()
    file.save(stored)
    return stored.getvalue()


class _Printed(FPDF):
    def __init__(self, minutes: Minutes) -> None:
        super().__init__(format="A4")
        self.core_fonts_encoding = "windows-1252"
        self.running_head = f"{minutes.body}, {minutes.day}"

    def header(self) -> None:
        self.set_font("Times", "I", 9)
        self.cell(0, 8, self.running_head, align="R", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Times", "I", 9)
        self.cell(0, 8, str(self.page_no()), align="C")


def _roll(minutes: Minutes) -> list[str]:
    return [
        f"Present: {', '.join(minutes.present)}",
        f"Apologies: {', '.join(minutes.apologies)}",
        f"In attendance: {'; '.join(minutes.officers)}",
    ]


def _line(paragraph: Paragraph) -> str:
    return f"{paragraph.marker} {paragraph.text}".lstrip()


def _row(section: Section) -> str:
    discussion, decision = (
        "".join(f'<p class="MsoNormal">{escape(_line(paragraph))}</p>\n' for paragraph in part)
        for part in (section.discussion, section.decision)
    )
    return f"""<tr><td class="mgItemNumberCell">{section.number}.</td><td>
<p class="mgAiTitleTxt">{escape(section.title)}</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><div class="WordSection1">{discussion}</div></div>
<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><div class="WordSection1">{decision}</div></div>
</td></tr>"""
