"""Inspection reports and letters of visits in PDF, in the order in which inspectors set them out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from arising.sample.layouts.printed import FONT, LEADING, MARGIN, Page
from arising.sample.manuscript import Item, LineKind, Manuscript

PUBLISHER = "Kesterby’s inspectors"
_AREA = 95.0
_HANG = 8.0


def inspection_report(manuscript: Manuscript) -> bytes:
    """A report as a PDF, the same bytes each time."""
    title = manuscript.text("title")
    page = Page(title)
    page.set_title(title)
    page.set_author(PUBLISHER)
    page.set_producer(PUBLISHER)
    page.set_creation_date(datetime.combine(_day(manuscript, "published"), time(9), tzinfo=UTC))
    page.add_page()
    page.words(title, style="B", size=16)
    page.ln(4)
    starts, ends = _day(manuscript, "starts"), _day(manuscript, "ends")
    page.words(f"Inspection dates: {_between(starts, ends)}")
    page.words(f"Lead inspector: {manuscript.text('lead')}")
    page.ln(4)
    _grades(page, manuscript)
    for line in manuscript.preamble:
        page.words(line.plain)
        page.ln(2.5)
    for item in manuscript.items:
        _section(page, item)
    return bytes(page.output())


def _day(manuscript: Manuscript, key: str) -> date:
    day = manuscript.details[key]
    assert isinstance(day, date)
    return day


def _between(starts: date, ends: date) -> str:
    """ "13 to 24 March 2023" """
    first = f"{starts.day}" if (starts.month, starts.year) == (ends.month, ends.year) else f"{starts.day} {starts:%B}"
    return f"{first} to {ends.day} {ends:%B %Y}"


def _grades(page: Page, manuscript: Manuscript) -> None:
    grades = manuscript.details.get("grades", [])
    if not grades:
        return
    for area, grade in (("Judgement", "Grade"), *grades):
        style = "B" if (area, grade) == ("Judgement", "Grade") or area == grades[-1][0] else ""
        page.set_font(FONT, style, 11)
        top = page.get_y()
        page.set_x(MARGIN)
        page.multi_cell(_AREA, LEADING, area, align="L", new_x="LMARGIN", new_y="NEXT")
        below = page.get_y()
        page.set_xy(MARGIN + _AREA + 5, top)
        page.multi_cell(page.w - 2 * MARGIN - _AREA - 5, LEADING, grade, align="L", new_x="LMARGIN", new_y="NEXT")
        page.set_y(max(below, page.get_y()) + 1.5)
    page.ln(4)


def _section(page: Page, item: Item) -> None:
    page.ln(2)
    page.words(item.title, style="B", size=13)
    page.ln(2)
    for part in item.parts:
        for line in part.lines:
            if line.kind is LineKind.BULLET:
                page.set_font(FONT, "", 11)
                page.set_x(MARGIN)
                page.cell(_HANG, LEADING, "•")
                page.words(line.plain, indent=_HANG)
            else:
                number, _, words = line.plain.partition(". ")
                if number.isdigit():
                    page.set_font(FONT, "", 11)
                    page.set_x(MARGIN)
                    page.cell(_HANG, LEADING, f"{number}.")
                    page.words(words, indent=_HANG)
                else:
                    page.words(line.plain)
            page.ln(2)
