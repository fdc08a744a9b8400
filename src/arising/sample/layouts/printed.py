"""Printed minutes in PDF: a roll in two columns, numbered paragraphs, a running head and page numbers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from fpdf import FPDF

from arising.sample.council import COUNCIL
from arising.sample.layouts.dates import long_date
from arising.sample.manuscript import Item, Line, Manuscript

FONT = "Times"
LEADING = 5.2
MARGIN = 25.0
HANG = 10.0


class Page(FPDF):
    """Pages of A4 with the name of the body at the head and the number at the foot."""

    def __init__(self, running_head: str) -> None:
        super().__init__(format="A4")
        self.running_head = running_head
        self.core_fonts_encoding = "windows-1252"
        self.set_compression(False)
        self.set_margins(MARGIN, MARGIN - 5, MARGIN)
        self.set_auto_page_break(True, margin=22)

    def header(self) -> None:
        """The running head, on every page but the first."""
        if self.page_no() > 1:
            self.set_font(FONT, "I", 9)
            self.cell(0, 5, self.running_head, align="R", new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

    def footer(self) -> None:
        """The page number."""
        self.set_y(-15)
        self.set_font(FONT, "", 9)
        self.cell(0, 5, str(self.page_no()), align="C")

    def words(self, text: str, *, style: str = "", indent: float = 0.0, size: int = 11, align: str = "L") -> None:
        """A paragraph, wrapped to the page."""
        self.set_font(FONT, style, size)
        self.set_x(MARGIN + indent)
        self.multi_cell(self.w - 2 * MARGIN - indent, LEADING, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def entry(self, marker: str, text: str, *, indent: float) -> None:
        """A paragraph that hangs from its marker."""
        self.set_font(FONT, "", 11)
        self.set_x(MARGIN + indent)
        self.cell(HANG, LEADING, f"({marker})")
        self.words(text, indent=indent + HANG)
        self.ln(2.2)


def printed_minutes(manuscript: Manuscript) -> bytes:
    """A manuscript as a PDF, the same bytes each time."""
    page = Page(f"{manuscript.body}, {long_date(manuscript.date)}")
    page.set_title(f"Minutes of {manuscript.body}, {long_date(manuscript.date)}")
    page.set_author(COUNCIL)
    page.set_producer(COUNCIL)
    page.set_creation_date(datetime.combine(manuscript.date + timedelta(days=14), time(9), tzinfo=UTC))
    page.add_page()
    _title(page, manuscript)
    _roll(page, manuscript)
    for item in manuscript.items:
        _item(page, item)
    page.words(f"The meeting ended at {manuscript.text('ended')}.")
    return bytes(page.output())


def _title(page: Page, manuscript: Manuscript) -> None:
    page.words(COUNCIL.upper(), style="B", size=14, align="C")
    page.ln(3)
    page.words(manuscript.body.upper(), style="B", align="C")
    page.ln(3)
    page.words(
        f"MINUTES of a meeting of the {manuscript.body} held in {manuscript.text('venue')}, on "
        f"{long_date(manuscript.date)} at {manuscript.text('time')}."
    )
    page.ln(3)


def _roll(page: Page, manuscript: Manuscript) -> None:
    _names(page, "PRESENT:", manuscript.names("present"))
    if co_opted := manuscript.names("co_opted"):
        _names(page, "CO-OPTED MEMBERS:", co_opted)
    page.words("IN ATTENDANCE:", style="B")
    for name in manuscript.names("in_attendance"):
        page.words(name)
    page.ln(3)


def _names(page: Page, title: str, names: list[str]) -> None:
    """The names in two columns, read down the first and then down the second."""
    page.words(title, style="B")
    page.set_font(FONT, "", 11)
    half = (len(names) + 1) // 2
    column = (page.w - 2 * MARGIN) / 2
    for left, right in zip(names[:half], [*names[half:], ""], strict=False):
        page.cell(column, LEADING, left)
        page.cell(column, LEADING, right, new_x="LMARGIN", new_y="NEXT")
    page.ln(3)


def _item(page: Page, item: Item) -> None:
    if page.will_page_break(LEADING * 5):
        page.add_page()
    page.words(f"{item.number}. {item.title}", style="B")
    page.ln(1.5)
    for part in item.parts:
        for line in part.lines:
            _line(page, line)
    page.ln(2)


def _line(page: Page, line: Line) -> None:
    if line.marker:
        page.entry(line.marker, line.plain, indent=0 if line.marker.isdigit() else HANG)
    else:
        page.words(line.plain, indent=HANG)
        page.ln(2.2)
