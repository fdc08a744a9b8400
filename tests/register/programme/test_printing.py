"""The pack in every form: the same words, and what each form promises."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from django.test import Client
from docx import Document

from arising.register.bodies.models import Body
from arising.register.programme import printing, queries
from arising.register.programme.pack import Entry, Owed, Pack, Quote, Section
from arising.register.programme.printing import pango
from register.programme.forms import EVERY, insides, language, needs_pango, tags, words_in, workbook

QUOTE = "The Clerk would send 88% of it – “all & <b>more</b>” – by *March*."
NOTE = Entry(
    "A note. Clerk. Overdue by 40 days.",
    (Quote(QUOTE, "5 March 2030", date(2030, 3, 5)),),
    "/obligations/1/",
    Owed("A note", "Clerk", date(2030, 8, 29), "Overdue", 40),
)
MADE = Pack(
    "Roads Committee",
    date(2030, 10, 8),
    None,
    (
        Section("What is overdue?", "1 thing is.", (NOTE,)),
        Section("What went silent?", "Nothing.", ()),
    ),
)


@pytest.fixture
def made() -> bytes:
    return printing.as_pdf(MADE, site="https://scrutiny.example")


@pytest.mark.parametrize("form", EVERY)
def test_every_section_and_every_quote_stands_in_every_form(client: Client, body: Body, form: str) -> None:
    pack = queries.pack(None, body.slug)
    answer = client.get(f"/packs/{body.slug}.{form}")
    assert answer.status_code == 200
    written = words_in(form, answer.content)
    wanted = [section.title for section in pack.sections] + [section.answer for section in pack.sections]
    wanted += [quote.words for section in pack.sections for entry in section.entries for quote in entry.quotes]
    assert len(wanted) > 30
    assert [words for words in wanted if " ".join(words.split()) not in written] == []


@pytest.mark.parametrize("form", EVERY)
def test_a_pack_is_handed_over_as_a_file_with_a_name(client: Client, body: Body, form: str) -> None:
    answer = client.get(f"/packs/{body.slug}.{form}")
    assert answer["Content-Disposition"] == f'attachment; filename="{body.slug}-pack.{form}"'


@pytest.mark.parametrize("form", ["/", *(f".{form}" for form in printing.FORMS)])
def test_a_body_that_is_not_there_has_no_pack(client: Client, body: Body, form: str) -> None:
    assert client.get(f"/packs/nowhere{form}").status_code == 404


def test_a_form_that_there_is_none_of_is_not_found(client: Client, body: Body) -> None:
    assert client.get(f"/packs/{body.slug}.odt").status_code == 404


def test_the_page_leads_to_every_form_that_this_machine_can_make(client: Client, body: Body) -> None:
    page = client.get(f"/packs/{body.slug}/").content.decode()
    for form in printing.forms_here():
        assert f'href="/packs/{body.slug}.{form.suffix}"' in page


def test_words_of_minutes_are_no_mark_up_in_markdown() -> None:
    made = Pack("Roads", date(2030, 10, 8), None, (Section("*What*?", "<b>None</b>."),))
    assert "## \\*What\\*?\n\n\\<b\\>None\\</b\\>." in printing.as_markdown(made)


def test_the_headings_of_the_word_document_are_headings() -> None:
    word = Document(io.BytesIO(printing.as_word(MADE)))
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style]
    assert [style for style in styles if style and style.startswith("Heading")] == [
        "Heading 1", "Heading 2", "Heading 2",
    ]  # fmt: skip


@needs_pango
def test_a_pdf_is_tagged_and_says_its_language_and_title(made: bytes) -> None:
    document = pypdfium2.PdfDocument(made)
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert language(made) == "en-GB"
    assert document.get_metadata_value("Title") == "Matters arising: Roads Committee"
    assert b"/DisplayDocTitle true" in insides(made)
    assert b'pdfuaid:part="1"' in insides(made)


@needs_pango
def test_the_headings_lists_quotes_and_links_of_a_pdf_are_such(made: bytes) -> None:
    found = tags(made)
    assert [tag for tag in found if tag.startswith("H")] == ["H1", "H2", "H2", "H2"]
    assert found.count("BlockQuote") == 1
    assert (found.count("L"), found.count("LI")) == (2, 3)
    assert found.count("Link") == 3


@needs_pango
def test_the_bookmarks_of_a_pdf_are_its_headings(made: bytes) -> None:
    outline = [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(made).get_toc()]
    assert outline == [(0, MADE.title), (1, "What is overdue?"), (1, "What went silent?")]


@needs_pango
def test_a_quote_stands_in_a_pdf_word_for_word(made: bytes) -> None:
    assert f"5 March 2030: “{QUOTE}”" in words_in("pdf", made)


@needs_pango
def test_every_page_of_a_pdf_says_whose_it_is_and_which_of_how_many(made: bytes) -> None:
    assert "Matters arising: Roads Committee, 8 October 2030 page 1 of 1" in words_in("pdf", made)


@needs_pango
def test_a_pdf_fetches_nothing(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    page = '<html lang="en"><title>x</title><img alt="x" src="https://elsewhere.example/x.png"><p>Words</p></html>'
    monkeypatch.setattr("arising.register.programme.printing.pdf.render_to_string", lambda *_: page)
    assert "Words" in words_in("pdf", printing.as_pdf(MADE))
    assert "URI uses disallowed protocol: https://elsewhere.example/x.png" in caplog.text


def test_where_no_pdf_can_be_made_the_page_says_what_to_install(
    client: Client, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pango, "_FILES", (("libnowhere.so.0",),))
    answer = client.get(f"/packs/{body.slug}.pdf")
    assert answer.status_code == 404
    assert (
        "This machine cannot make PDFs: install Pango (on Debian: apt-get install libpango" in answer.content.decode()
    )


def test_where_no_pdf_can_be_made_no_page_leads_to_one(
    client: Client, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pango, "_FILES", (("libnowhere.so.0",),))
    page = client.get(f"/packs/{body.slug}/").content.decode()
    assert f'href="/packs/{body.slug}.docx"' in page
    assert f'href="/packs/{body.slug}.pdf"' not in page


def test_a_row_of_the_workbook_says_what_who_when_and_how_long() -> None:
    sheet = workbook(printing.as_sheets(MADE, site="https://scrutiny.example"))["Entries"]
    heading, row = sheet.iter_rows(values_only=True)
    said = dict(zip(heading, row, strict=True))
    assert said == {
        "Section": "What is overdue?",
        "What": "A note",
        "Who": "Clerk",
        "Due": datetime(2030, 8, 29),
        "State": "Overdue",
        "Days": 40,
        "Said on": datetime(2030, 3, 5),
        "Quote": QUOTE,
        "Then said on": None,
        "Then said": None,
        "Address": "https://scrutiny.example/obligations/1/",
    }


def test_a_day_that_is_not_known_to_the_day_stands_in_the_workbook_as_it_was_said() -> None:
    sections = (Section("Silent", "One.", (Entry("x", (Quote("y", "March 2030"),)),)),)
    sheet = workbook(printing.as_sheets(Pack("Roads", date(2030, 10, 8), None, sections)))["Entries"]
    assert sheet["G2"].value == "March 2030"


def test_the_entries_of_the_workbook_can_be_sorted_and_filtered() -> None:
    sheet = workbook(printing.as_sheets(MADE))["Entries"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:K2", "A2")


@pytest.mark.parametrize(
    "words", ["=1+1", "+44 1234", "-5% of it", "@SUM(A1)", "\t=1+1", '=HYPERLINK("https://x","y")']
)
def test_no_words_become_a_formula_in_the_workbook(words: str) -> None:
    entry = Entry(words, (Quote(words, words), Quote(words, words)), "/x/", Owed(words, words, None, words, None))
    made = printing.as_sheets(Pack(words, date(2030, 10, 8), None, (Section(words, words, (entry,)),)))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 2
    assert [b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets] == [False, False]
    said = [cell for row in workbook(made)["Entries"].iter_rows(min_row=2) for cell in row if cell.value]
    assert [(cell.data_type, cell.quotePrefix) for cell in said] == [("s", True)] * 8
