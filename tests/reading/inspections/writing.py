"""Invented inspection reports, written out in every format that a report may come in."""

from __future__ import annotations

import html
import io
from dataclasses import dataclass

import docx

FORMATS = ("pdf", "html", "docx", "txt")
STYLE = """
@page { size: A4; margin: 25mm 20mm; @bottom-left { content: "%s"; font-size: 9pt }
        @bottom-right { content: counter(page) } }
body { font-family: sans-serif; font-size: 11pt; line-height: 1.3 }
.item { padding-left: 8mm; text-indent: -5mm } .inner { padding-left: 16mm; text-indent: -5mm }
h1 { font-size: 17pt } h2 { font-size: 14pt } td, th { vertical-align: %s; padding: 1mm; text-align: left }
td:last-child { width: 45mm } .wide td:last-child { width: auto } .wide td:first-child { width: 45mm }
"""  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A piece of a report: ``kind`` is title, heading, line, paragraph, bullet, inner, number or row."""

    kind: str
    words: str
    beside: str = ""


def title(words: str) -> Part:
    return Part("title", words)


def heading(words: str) -> Part:
    return Part("heading", words)


def line(words: str) -> Part:
    return Part("line", words)


def paragraph(words: str) -> Part:
    return Part("paragraph", words)


def bullet(words: str) -> Part:
    return Part("bullet", words)


def inner(words: str) -> Part:
    return Part("inner", words)


def number(count: int, words: str) -> Part:
    return Part("number", words, str(count))


def row(words: str, beside: str = "") -> Part:
    return Part("row", words, beside)


def written(parts: tuple[Part, ...], form: str, *, align: str = "top", wide: bool = False) -> bytes:
    """A report in a format. ``align`` is where a short cell stands in its row, ``wide`` says the second column is."""
    if form == "txt":
        return _text(parts).encode()
    if form == "docx":
        return _word(parts)
    page = _html(parts, wide=wide, drawn=form == "pdf")
    if form == "html":
        return (
            f"<!doctype html><html><head><title>Report</title></head><body><main>{page}</main></body></html>".encode()
        )
    from weasyprint import HTML

    style = STYLE % ("A report on services in an invented place", align)
    return bytes(HTML(string=f"<html><head><style>{style}</style></head><body>{page}</body></html>").write_pdf())


def _text(parts: tuple[Part, ...]) -> str:
    lines = []
    for part in parts:
        match part.kind:
            case "bullet":
                lines.append(f"• {part.words}\n")
            case "inner":
                lines.append(f"    - {part.words}\n")
            case "number":
                lines.append(f"{part.beside}. {part.words}\n")
            case "row":
                lines.append(f"{part.words}\t{part.beside}\n" if part.beside else f"{part.words}\n")
            case _:
                lines.append(f"{part.words}\n")
    return "\n".join(lines)


def _html(parts: tuple[Part, ...], *, wide: bool, drawn: bool) -> str:
    """The parts as HTML; ``drawn`` says that bullets are typed, as they stand in a PDF."""
    tags = {"title": "h1", "heading": "h2", "line": "p", "paragraph": "p"}
    pieces: list[str] = []
    open_tag = ""
    for part in parts:
        words = html.escape(part.words)
        listed = "" if drawn else "ul"
        wanted = {"bullet": listed, "inner": listed, "row": "table"}.get(part.kind, "")
        if open_tag != wanted:
            pieces.append(f"</{open_tag}>" if open_tag else "")
            pieces.append(f"<{wanted}{' class=wide' if wide and wanted == 'table' else ''}>" if wanted else "")
            open_tag = wanted
        match part.kind:
            case "bullet":
                pieces.append(f"<p class=item>◼ {words}</p>" if drawn else f"<li>{words}</li>")
            case "inner" if drawn:
                pieces.append(f"<p class=inner>– {words}</p>")
            case "inner":
                pieces.append(f"<ul><li>{words}</li></ul>")
            case "number":
                pieces.append(f"<p>{part.beside}. {words}</p>")
            case "row":
                second = f"<td>{html.escape(part.beside)}</td>" if part.beside else ""
                pieces.append(f"<tr><td>{words}</td>{second}</tr>")
            case kind:
                pieces.append(f"<{tags[kind]}>{words}</{tags[kind]}>")
    pieces.append(f"</{open_tag}>" if open_tag else "")
    return "".join(pieces)


def _word(parts: tuple[Part, ...]) -> bytes:
    made = docx.Document()
    table = None
    for part in parts:
        if part.kind != "row":
            table = None
        match part.kind:
            case "title":
                made.add_heading(part.words, 1)
            case "heading":
                made.add_heading(part.words, 2)
            case "bullet":
                made.add_paragraph(part.words, style="List Bullet")
            case "inner":
                made.add_paragraph(part.words, style="List Bullet 2")
            case "number":
                made.add_paragraph(f"{part.beside}. {part.words}")
            case "row":
                table = table or made.add_table(0, 2 if part.beside else 1)
                cells = table.add_row().cells
                cells[0].text = part.words
                if part.beside:
                    cells[1].text = part.beside
            case _:
                made.add_paragraph(part.words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
