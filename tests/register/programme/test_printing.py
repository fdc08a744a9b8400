"""The pack in every form: the same words, and what each form promises."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from django.test import Client
from docx import Document

from arising.register.bodies.models import Body
from arising.register.programme import printing, queries
from arising.register.programme.pack import Entry, Pack, Section
from arising.register.programme.printing import pango
from register.programme.forms import EVERY, insides, language, needs_pango, tags, words_in

QUOTE = "The Clerk would send 88% of it – “all & <b>more</b>” – by *March*."
MADE = Pack(
    "Roads Committee",
    date(2030, 10, 8),
    None,
    (
        Section("What is overdue?", "1 thing is.", (Entry("A note.", ((QUOTE, "5 March 2030"),), "/obligations/1/"),)),
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
    wanted += [words for section in pack.sections for entry in section.entries for words, _ in entry.quotes]
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
