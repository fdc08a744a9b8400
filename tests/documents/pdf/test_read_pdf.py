"""PDFs, made for each test."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from arising.documents import BlockKind, Document, Part, open_document
from arising.documents.errors import BrokenSource, LockedSource, NoTextLayer
from documents.shown import assert_well_formed, led, words_of

LONG = (
    "The Director of People introduced the report, which updated the Committee on progress of the improvement plan"
    " since the inspection, and set out what remained to be done before the monitoring visit in the autumn"
    " of the year, as had been agreed in May."
)
QUESTION = (
    "Early help – in response to a question on waiting times, the Director undertook to provide a briefing note to"
    " all Members before the next meeting of the Committee."
)
NAMES = [first + second for first in ("Vane", "Oke", "Marsh", "Pen") for second in ("ham", "ley", "ton", "by", "ing")]


class Minutes(FPDF):
    """A page of minutes with a running head and a page number."""

    running = ""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        if self.running:
            self.cell(0, 5, self.running, align="R", new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 5, f"Page {self.page_no()} of {{nb}}", align="C")

    def line(self, words: str, *, bold: bool = False, size: int = 11) -> None:  # type: ignore[override]
        self.set_font("helvetica", "B" if bold else "", size)
        self.multi_cell(0, 6, words, align="L", new_x="LMARGIN", new_y="NEXT")

    def led(self, marker: str, words: str, *, bold: bool = False) -> None:
        self.set_font("helvetica", "B" if bold else "", 11)
        self.cell(12, 6, marker)
        self.multi_cell(0, 6, words, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(2)

    def bytes(self) -> bytes:
        return bytes(self.output())


@pytest.fixture
def pdf() -> Minutes:
    made = Minutes()
    made.core_fonts_encoding = "windows-1252"
    made.add_page()
    return made


def read(pdf: Minutes) -> Document:
    document = open_document(pdf.bytes(), name="minutes.pdf")
    assert document.format == "pdf"
    assert_well_formed(document)
    return document


def test_wrapped_lines_are_one_paragraph(pdf: Minutes) -> None:
    pdf.line(LONG)
    pdf.ln(3)
    pdf.line(LONG)
    assert words_of(read(pdf)) == [LONG, LONG]


def test_a_short_line_ends_a_paragraph_though_no_space_follows(pdf: Minutes) -> None:
    pdf.line(LONG)
    pdf.line("The report was noted.")
    pdf.line(LONG)
    assert words_of(read(pdf)) == [LONG, "The report was noted.", LONG]


def test_lists_have_their_markers(pdf: Minutes) -> None:
    pdf.line(LONG)
    pdf.led("(a)", QUESTION)
    pdf.led("(b)", "The Chair agreed.")
    pdf.led("\u2022", QUESTION)
    assert led(read(pdf))[1:] == [
        ("list_item", "(a)", QUESTION),
        ("list_item", "(b)", "The Chair agreed."),
        ("list_item", "•", QUESTION),
    ]


def test_large_and_bold_lines_are_headings(pdf: Minutes) -> None:
    pdf.line("Ayton Council", size=18)
    pdf.led("76.", "Apologies for absence", bold=True)
    pdf.line(LONG)
    pdf.line("Next steps", bold=True)
    pdf.line(LONG)
    document = read(pdf)
    assert document.title == "Ayton Council"
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [(block.level, block.marker, document.words(block)) for block in headings] == [
        (1, "", "Ayton Council"),
        (1, "76.", "Apologies for absence"),
        (2, "", "Next steps"),
    ]


def test_running_heads_and_page_numbers_are_dropped_and_pages_kept(pdf: Minutes) -> None:
    pdf.running = "Cabinet, 9 January 2020"
    pdf.add_page()
    said = [LONG.replace("Director", name) for name in NAMES]
    for words in said:
        pdf.line(words)
        pdf.ln(3)
    document = read(pdf)
    assert words_of(document, Part.MINUTES) == said
    assert words_of(document, Part.PAGE) == ["Cabinet, 9 January 2020"]
    assert (document.body, document.date) == ("Cabinet", "2020-01-09")
    pages = [block.place.page for block in document.parts(Part.MINUTES)]
    assert pages[0] == 2
    assert pages[-1] == 3


def test_a_paragraph_over_a_page_break_is_one_block_of_the_page_it_begins_on(pdf: Minutes) -> None:
    pdf.set_y(pdf.h - 30)
    pdf.line(LONG)
    assert pdf.page_no() == 2
    document = read(pdf)
    assert words_of(document) == [LONG]
    assert document.blocks[0].place.page == 1


def test_names_in_two_columns_stay_apart(pdf: Minutes) -> None:
    for left, right in (("Councillor Vane (Chair)", "Councillor Oke"), ("Councillor Penhale", "Councillor Marsh")):
        pdf.set_font("helvetica", size=11)
        pdf.cell(95, 6, left)
        pdf.cell(0, 6, right, new_x="LMARGIN", new_y="NEXT")
    document = read(pdf)
    assert [[document.text[low:high] for low, high in block.cells] for block in document.blocks] == [
        ["Councillor Vane (Chair)", "Councillor Oke"],
        ["Councillor Penhale", "Councillor Marsh"],
    ]


def test_initials_in_an_action_column_are_the_margin(pdf: Minutes) -> None:
    pdf.set_font("helvetica", size=11)
    top = pdf.get_y()
    pdf.multi_cell(140, 6, QUESTION, align="L", new_x="LMARGIN", new_y="NEXT")
    bottom = pdf.get_y()
    pdf.set_xy(170, top)
    pdf.cell(20, 6, "JS")
    pdf.set_xy(pdf.l_margin, bottom + 4)
    pdf.multi_cell(140, 6, "The Chair closed the meeting.", align="L", new_x="LMARGIN", new_y="NEXT")
    document = read(pdf)
    assert [(document.words(block), block.margin) for block in document.blocks] == [
        (QUESTION, "JS"),
        ("The Chair closed the meeting.", ""),
    ]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["The oversight board met.", "It asked the over-", "sight board why."], "It asked the oversight board why."),
        (["Some words before.", "It asked the over-", "sight board why."], "It asked the over-sight board why."),
        (["A shortterm and a short-term plan.", "It was a short-", "term plan."], "It was a short-term plan."),
        (["Some words before.", "It was for 2019-", "2020 only."], "It was for 2019-2020 only."),
    ],
    ids=["the whole word stands elsewhere", "it does not", "both stand elsewhere", "years"],
)
def test_hyphenation_is_undone_only_where_it_is_certain(pdf: Minutes, lines: list[str], words: str) -> None:
    pdf.set_font("helvetica", size=11)
    pdf.cell(0, 6, lines[0], new_x="LMARGIN", new_y="NEXT")
    pdf.ln(8)
    for line in lines[1:]:
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    assert words_of(read(pdf))[-1] == words


def test_a_pdf_of_pictures_is_refused() -> None:
    made = FPDF()
    made.add_page()
    made.rect(10, 10, 100, 100, style="F")
    with pytest.raises(NoTextLayer, match=r"^scan\.pdf: this PDF has no text layer"):
        open_document(bytes(made.output()), name="scan.pdf")


def test_a_page_without_text_among_others_is_noted() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=11)
    made.multi_cell(0, 6, LONG)
    made.add_page()
    made.rect(10, 10, 100, 100, style="F")
    assert open_document(bytes(made.output())).notes == ("no text on page 2",)


def test_a_pdf_that_needs_a_password_is_refused(pdf: Minutes) -> None:
    pdf.line(LONG)
    pdf.set_encryption(owner_password="clerk", user_password="secret")
    with pytest.raises(LockedSource, match="needs a password"):
        open_document(pdf.bytes())


def test_a_pdf_that_only_its_owner_may_change_is_read(pdf: Minutes) -> None:
    pdf.line(LONG)
    pdf.set_encryption(owner_password="clerk")
    assert words_of(read(pdf)) == [LONG]


@pytest.mark.parametrize("cut", [40, 600])
def test_a_damaged_pdf_is_refused(pdf: Minutes, cut: int) -> None:
    pdf.line(LONG)
    with pytest.raises(BrokenSource, match="damaged"):
        open_document(pdf.bytes()[:cut])
