"""The words of a pack in each form it is taken away in, and how a PDF is built."""

from __future__ import annotations

import ctypes
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document

from arising.register.programme.printing import FORMS, pango

needs_pango = pytest.mark.skipif(not pango.is_here(), reason=f"no PDF can be made here: {pango.REMEDY}")
EVERY = [pytest.param(form, marks=needs_pango if form == "pdf" else ()) for form in FORMS]
"""Every form, those that this machine cannot make skipped."""


def words_in(form: str, content: bytes) -> str:
    """All that a file says, in one line."""
    return " ".join(_SAID[form](content).split())


def _markdown(content: bytes) -> str:
    return re.sub(r"\\(.)", r"\1", content.decode())


def _word(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def _pdf(content: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))


def _sheets(content: bytes) -> str:
    return "\n".join(str(cell.value) for sheet in workbook(content) for row in sheet for cell in row if cell.value)


_SAID = {"docx": _word, "pdf": _pdf, "xlsx": _sheets, "md": _markdown}


def workbook(content: bytes) -> Any:
    """An Excel workbook, as Excel would open it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def tags(content: bytes) -> list[str]:
    """The structure of a PDF as a screen reader walks it: each element's type, page by page."""
    document, found = pypdfium2.PdfDocument(content), list[str]()
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _types(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def _types(element: Any) -> Iterator[str]:
    yield _text(pdfium.FPDF_StructElement_GetType, element)
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if below := pdfium.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from _types(below)


def insides(content: bytes) -> bytes:
    """What the compressed parts of a PDF say."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", content, re.DOTALL)
    return b"\n".join(zlib.decompress(stream) for stream in streams)


def language(content: bytes) -> str:
    """The language that a PDF says it is in."""
    return _text(pdfium.FPDFCatalog_GetLanguage, pypdfium2.PdfDocument(content))


def _text(ask: Any, thing: Any) -> str:
    buffer = ctypes.create_string_buffer(ask(thing, None, 0))
    at = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)) if ask is pdfium.FPDFCatalog_GetLanguage else buffer
    ask(thing, at, len(buffer))
    return buffer.raw.decode("utf-16-le").rstrip("\0")
