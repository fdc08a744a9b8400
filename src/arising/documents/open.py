"""The door: bytes or a path in, a document out. The format is told from the bytes, never from the name."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from arising.documents.agenda import part_agenda
from arising.documents.decode import decode
from arising.documents.document import Document
from arising.documents.errors import EmptySource, LockedSource, TooLarge, UnknownFormat
from arising.documents.html import read_html
from arising.documents.moderngov_xml import read_moderngov_xml
from arising.documents.text import read_text
from arising.documents.web_archive import page_within
from arising.documents.welsh import IN_WELSH, is_welsh
from arising.documents.word import read_word

LIMIT = 50 * 1024 * 1024
"""How many bytes a source may have unless the caller says otherwise."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Save it as .docx or PDF and try again"
_RECOGNISE = "Run character recognition on it, or find the document as text"
_UNPACK = "Unpack it and give the files inside it"
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (_OLE, "this is an old Word or Office file", _SAVE_AS),
    (b"{\\rtf", "this is a rich text (RTF) file", _SAVE_AS),
    *((start, "this is a picture", _RECOGNISE) for start in (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8")),
    *((start, "this is a compressed file", _UNPACK) for start in (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh")),
)
_NOT_MARKUP = re.compile(r"(?:\s|\ufeff|<!--.*?-->|<\?(?!xml\b).*?\?>)*", re.DOTALL)
_XML = re.compile(r"<\?xml\b[^>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?([A-Za-z][\w.-]*)")
_DOCTYPE = re.compile(r"<!doctype\s+(\w+)[^>\[]*", re.IGNORECASE)
_HTML_TAGS = re.compile(
    r"html|head|body|title|meta|div|p|span|table|tbody|tr|t[dh]|[uod]l|li|h[1-6]|a|b|i|strong|em|font|center|main"
    r"|article|section|header|nav|br|hr|blockquote|pre|form|img|link|style|script"
)
_CLOSING_TAG = re.compile(r"</(?:p|div|li|td|tr|table|span|h[1-6])>", re.IGNORECASE)
_WEB_SERVICE = re.compile(
    r"meeting|getmeetings|getmeetingsbydate|committees|councillorsbyward|attachment|envelope|\w+(?:response|result)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTER = re.compile(r"[^\W\d_]")
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]+\*\*|\|[^\n]*\|\s*$|\[[^\]\n]+\]\([^)\n]+\))", re.MULTILINE)
_SAMPLE = 64 * 1024


def open_document(source: Path | str | bytes, *, name: str | None = None, limit: int = LIMIT) -> Document:
    """Read a source of minutes.

    Args:
        source: a path, or the bytes themselves.
        name: what to call the source in messages and in the document; the file's name where it is not given.
        limit: the most bytes that are read.

    Raises:
        SourceError: one of its kinds, whose text is one line that names the source, the trouble and the remedy.
        OSError: the file is not there or cannot be read.
    """
    if isinstance(source, bytes):
        name = name or "source"
        data = source
        if len(data) > limit:
            raise _too_large(name, len(data), limit)
    else:
        path = Path(source)
        name = name or path.name
        data = _bytes_of(path, name, limit)
    return _read(data, name, hashlib.sha256(data).hexdigest())


def _bytes_of(path: Path, name: str, limit: int) -> bytes:
    size = path.stat().st_size
    if size > limit:
        raise _too_large(name, size, limit)
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise _too_large(name, len(data), limit)
    return data


def _too_large(name: str, size: int, limit: int) -> TooLarge:
    trouble = f"the file has {size / 1_048_576:.0f} MB, and no more than {limit / 1_048_576:g} MB are read"
    return TooLarge(name, trouble, "Give the minutes alone, without the agenda pack")


def _read(data: bytes, name: str, sha256: str) -> Document:
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptySource(name, "the file is empty", "Fetch it again")
    notes: tuple[str, ...] = ()
    if b"%PDF-" in data[:1024]:
        # it loads PDFium, so only where there is a PDF
        from arising.documents.pdf import read_pdf

        document = read_pdf(data, name=name, sha256=sha256)
    elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        document = read_word(data, name=name, sha256=sha256)
    else:
        _refuse_foreign(data, name)
        document, notes = _read_text_like(page_within(data) or data, name, sha256)
    document = part_agenda(document)
    if is_welsh(document.text):
        notes = (*notes, IN_WELSH)
    return replace(document, notes=(*notes, *document.notes)) if notes else document


def _refuse_foreign(data: bytes, name: str) -> None:
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise LockedSource(name, "this Office file needs a password", "Save it without a password and try again")
    for start, trouble, remedy in _FOREIGN:
        if data.startswith(start):
            raise UnknownFormat(name, trouble, remedy)


def _read_text_like(data: bytes, name: str, sha256: str) -> tuple[Document, tuple[str, ...]]:
    decoded = decode(data)
    text = decoded.text.replace("\x00", "")
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) // 100:
        raise UnknownFormat(name, "this is no text, HTML, PDF or Word file", "Save the minutes in one of these formats")
    if not _LETTER.search(text):
        raise EmptySource(name, "there are no words in the file", "Fetch it again")
    match _markup(text):
        case "html":
            document = read_html(text, name=name, sha256=sha256)
        case "moderngov":
            document = read_moderngov_xml(text, name=name, sha256=sha256)
        case "xml":
            trouble = "this is XML, but no answer of a ModernGov web service"
            raise UnknownFormat(name, trouble, "Save the minutes as HTML, PDF, Word or text")
        case _:
            markdown = len(_MARKDOWN.findall(sample)) >= 2
            document = read_text(text, name=name, sha256=sha256, format="markdown" if markdown else "text")
    if not document.blocks:
        raise EmptySource(name, "no words could be read from it", "Open it and see that it holds minutes")
    return document, decoded.notes


def _markup(text: str) -> str | None:
    """Which markup a text is in ("html", "moderngov", "xml"), or None for text that is in none of them."""
    head = text[:_SAMPLE]
    at = _skip(head, 0)
    declared = _XML.match(head, at)
    if declared:
        at = _skip(head, declared.end())
    doctype = _DOCTYPE.match(head, at)
    root = doctype or _ROOT.match(head, at)
    if root is None:
        return "xml" if declared else "html" if len(_CLOSING_TAG.findall(head)) > 2 else None
    tag = root[1].lower()
    if _HTML_TAGS.fullmatch(tag):
        return "html"
    if _WEB_SERVICE.fullmatch(tag):
        return "moderngov"
    if declared or doctype:
        return "xml"
    return "html" if len(_CLOSING_TAG.findall(head)) > 2 else None


def _skip(head: str, at: int) -> int:
    """The first place from ``at`` on that is no white space, comment or processing instruction."""
    match = _NOT_MARKUP.match(head, at)
    return match.end() if match else at
