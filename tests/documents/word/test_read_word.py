"""Word files, made for each test."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordFile

from arising.documents import BlockKind, Document, open_document
from arising.documents.errors import BrokenSource, EmptySource, LockedSource, UnknownFormat, UnsafeSource
from arising.documents.word.read_word import TRACKED
from documents.shown import assert_well_formed, led, words_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(file: WordFile) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def read(data: bytes) -> Document:
    document = open_document(data, name="minutes.docx")
    assert document.format == "docx"
    assert_well_formed(document)
    return document


def with_part(data: bytes, path: str, change: Callable[[str], str]) -> bytes:
    """The file with one of its parts changed, or added where it is not there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != path:
                new.writestr(name, old.read(name))
        new.writestr(path, change(old.read(path).decode() if path in old.namelist() else ""))
    return out.getvalue()


def with_body(body: str) -> bytes:
    """A file whose body is the WordprocessingML given."""
    return with_part(
        saved(docx.Document()),
        "word/document.xml",
        lambda old: re.sub(r"<w:body>.*</w:body>", f"<w:body>{body}</w:body>", old, flags=re.DOTALL),
    )


def test_headings_paragraphs_and_lists_are_told_apart() -> None:
    file = docx.Document()
    file.add_heading("Minutes of the Cabinet", 0)
    file.add_heading("Apologies", 1)
    file.add_heading("Substitutes", 2)
    file.add_paragraph("There were none.")
    file.add_paragraph("first", style="List Bullet")
    file.add_paragraph("one", style="List Number")
    file.add_paragraph("two", style="List Number")
    document = read(saved(file))
    assert document.title == "Minutes of the Cabinet"
    assert led(document) == [
        ("heading", "", "Minutes of the Cabinet"),
        ("heading", "", "Apologies"),
        ("heading", "", "Substitutes"),
        ("paragraph", "", "There were none."),
        ("list_item", "•", "first"),
        ("list_item", "1.", "one"),
        ("list_item", "2.", "two"),
    ]
    assert [block.level for block in document.blocks[:3]] == [1, 1, 2]
    assert document.blocks[3].place.path == "paragraph 4"


def test_bold_lead_ins_stay_in_the_text_and_bold_lines_are_headings() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph()
    paragraph.add_run("Early help").bold = True
    paragraph.add_run(" – it was asked why the waiting list had grown.")
    file.add_paragraph().add_run("Budget").bold = True
    assert led(read(saved(file))) == [
        ("paragraph", "", "Early help – it was asked why the waiting list had grown."),
        ("heading", "", "Budget"),
    ]


NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="76"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(list_id: int, level: int, words: str) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbers}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_list_numbers_are_counted_as_word_counts_them() -> None:
    items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (0, 0)]
    body = "".join(numbered(*item, f"item {at}") for at, item in enumerate(items))
    document = read(with_part(with_body(body), "word/numbering.xml", lambda _: NUMBERING))
    assert [block.marker for block in document.blocks] == [
        "76.", "(a)", "(b)", "76.i", "77.", "(a)", "5.", "6.", "",
    ]  # fmt: skip
    assert [block.level for block in document.blocks] == [0, 1, 1, 2, 0, 1, 0, 0, 0]


def test_a_table_of_data_is_read_row_by_row_with_what_is_nested_in_it() -> None:
    file = docx.Document()
    table = file.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Name", "Role"
    table.cell(1, 0).text, table.cell(1, 1).text = "Councillor Vane", "Chair"
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "since May"
    document = read(saved(file))
    assert [[document.text[low:high] for low, high in block.cells] for block in document.blocks] == [
        ["Name", "Role"],
        ["Councillor Vane", "Chair since May"],
    ]
    assert [block.place.path for block in document.blocks] == ["table 1 row 1", "table 1 row 2"]


def test_a_table_that_only_lays_minutes_out_is_read_as_paragraphs() -> None:
    file = docx.Document()
    table = file.add_table(1, 3)
    table.cell(0, 0).text = "76."
    table.cell(0, 1).text = "The Director said that the plan was late, and undertook to write to Members. " * 4
    table.cell(0, 2).text = "DP"
    document = read(saved(file))
    assert [(block.kind, block.marker, block.margin) for block in document.blocks] == [
        (BlockKind.LIST_ITEM, "76.", "DP")
    ]


def test_deleted_text_is_left_out_and_inserted_text_kept() -> None:
    body = (
        "<w:p><w:r><w:t>The Committee </w:t></w:r><w:del><w:r><w:delText>refused</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>agreed</w:t></w:r></w:ins><w:r><w:t> it.</w:t></w:r></w:p>"
    )
    document = read(with_body(body))
    assert document.text == "The Committee agreed it."
    assert document.notes == (TRACKED,)


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed words.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Words </w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r><w:r><w:t>go on.</w:t></w:r></w:p>"
    )
    assert words_of(read(with_body(body))) == ["Words go on.", "Boxed words."]


def test_headers_footers_and_hidden_text_are_left_out() -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Running head"
    file.sections[0].footer.paragraphs[0].text = "Page 1"
    paragraph = file.add_paragraph("Shown.")
    paragraph.add_run(" Hidden.").font.hidden = True
    assert read(saved(file)).text == "Shown."


def test_breaks_tabs_and_hyphens_are_read_as_printed() -> None:
    body = (
        "<w:p><w:r><w:t>Name</w:t><w:tab/><w:t>Role</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>short</w:t><w:noBreakHyphen/><w:t>term over</w:t><w:softHyphen/><w:t>sight</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Councillor Vane</w:t><w:br/><w:t>Councillor Oke</w:t></w:r></w:p>"
        '<w:p><w:r><w:sym w:char="00A3"/><w:t>5</w:t></w:r></w:p>'
    )
    assert words_of(read(with_body(body))) == [
        "Name Role", "short-term oversight", "Councillor Vane", "Councillor Oke", "£5",
    ]  # fmt: skip


def test_a_file_with_macros_is_refused() -> None:
    data = with_part(saved(docx.Document()), "word/vbaProject.bin", lambda _: "macro")
    with pytest.raises(UnsafeSource, match=r"minutes\.docx: this Word file holds macros\. Save it as"):
        read(data)


@pytest.mark.parametrize("keep", [30, 2000, -60])
def test_a_broken_zip_is_refused(keep: int) -> None:
    with pytest.raises(BrokenSource, match="damaged"):
        read(saved(docx.Document())[:keep])


def test_a_zip_whose_bytes_were_changed_is_refused() -> None:
    data = bytearray(saved(docx.Document()))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 200] = b"\xff" * 200
    with pytest.raises(BrokenSource):
        read(bytes(data))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    data = with_part(saved(docx.Document()), "word/document.xml", lambda _: "0" * 60_000_000)
    assert len(data) < 200_000
    with pytest.raises(UnsafeSource, match="unpack to far more"):
        read(data)


def test_a_document_type_is_refused() -> None:
    bomb = f'<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document {W}><w:body/></w:document>'
    with pytest.raises(UnsafeSource, match="document type"):
        read(with_part(saved(docx.Document()), "word/document.xml", lambda _: bomb))


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(EmptySource, match="no words"):
        read(saved(docx.Document()))


def other_zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("names", "what"),
    [
        (("mimetype", "content.xml"), "OpenDocument"),
        (("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
        (("minutes.txt",), "zip file, not a Word file"),
        (("[Content_Types].xml",), "without a Word document"),
    ],
)
def test_another_zip_is_refused(names: tuple[str, ...], what: str) -> None:
    with pytest.raises(UnknownFormat, match=what):
        read(other_zip(*names))


def test_an_office_file_with_a_password_is_refused() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(LockedSource, match="password"):
        read(data)
