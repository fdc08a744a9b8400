"""Lines as they stand in plain text: where, how far in, after how many blank lines, with what marker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

BULLETS = "•·▪■●◦‣⁃➢➤✓\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
_NUMBER = r"\d{1,3}(?:\.\d{1,2}){0,3}"
_ROMAN = r"[ivx]{1,5}"
_DECIMAL = r"\d{1,3}(?:\.\d{1,2}){1,2}(?=\s+[A-Z“‘(]|\s*$)"
_CLOSED = rf"(?:{_NUMBER})\\?[.):]\)?(?=\s|$|[A-Za-z])"
_SPACED = r"\d{1,2}(?=\s{2,}\*{0,3}[A-Z])"
_LETTER = rf"\((?:\d{{1,2}}|[a-z]|{_ROMAN})\)(?=\s|$)|(?:[a-zA-Z]|{_ROMAN})\.?\)(?=\s|$)|[a-z]\.(?=\s|$)"
MARKER = re.compile(rf"(?:[{BULLETS}]|[-–*+](?=\s|$)|{_DECIMAL}|{_CLOSED}|{_SPACED}|{_LETTER})\s*")
"""What leads a list item or a numbered paragraph: a bullet, a number, a letter."""

LONE_NUMBER = re.compile(r"\(?\d{1,3}[.)]?$")
_BREAK = re.compile(r"(?:-{3,}|_{5,}|={5,}|\* \* \*)\s*$")
_PAGE = re.compile(r"(?:-\s*)?(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?(?:\s*-)?$", re.IGNORECASE)
_QUOTED = re.compile(r"(?:>\s?)+")
_LINE = re.compile(r"[^\n]*\n?")
_DIGITS = re.compile(r"\d+")
_PAPER = re.compile(r"(?:\bpdf icon\s{0,9})?\bPDF\s{1,9}\d+(?:\.\d+)?\s{0,9}[KM]B(?:/\d+)?\s{0,9}\|?$", re.IGNORECASE)
_LONGEST_PAPER = 60
_FEWEST_PAGES = 4


@dataclass(slots=True)
class Line:
    """One line with words on it. ``start`` and ``end`` bound its words, without indent and marker.

    ``listed`` says that a report was listed behind the words ("PDF 87 KB"), which only the title of an item has.
    """

    start: int
    end: int
    text: str
    number: int
    page: int
    indent: int
    blanks: int
    marker: str = ""
    margin: str = ""
    new_page: bool = False
    row: bool = False
    listed: bool = False

    @property
    def width(self) -> int:
        """How far the line reaches across the page, in characters."""
        return self.indent + len(self.text)


def split_lines(original: str) -> list[Line]:
    """The lines with words, with pages counted by form feeds and by rules that stand alone."""
    lines: list[Line] = []
    page, blanks, number, turned = 1, 0, 0, False
    for match in _LINE.finditer(original):
        raw = match.group()
        if not raw:
            break
        number += 1
        start = match.start()
        if "\f" in raw:
            page += raw.count("\f")
            turned = True
        stripped = raw.strip()
        quoted = _QUOTED.match(stripped)
        if quoted:
            stripped = stripped[quoted.end() :]
        if stripped.endswith("\\"):
            stripped = stripped[:-1].rstrip()
        if not stripped or stripped == "<!-- -->":
            blanks += 1
            continue
        if _BREAK.match(stripped):
            page, turned, blanks = page + 1, True, blanks + 1
            continue
        left = start + raw.index(stripped)
        indent = len(raw[: left - start].replace("\f", "").replace("\r", "").expandtabs(8))
        lines.append(Line(left, left + len(stripped), stripped, number, page, indent, blanks, new_page=turned))
        blanks, turned = 0, False
    return _without_furniture(lines)


def take_paper(line: Line) -> None:
    """Cut off the size of the report that a page lists behind the title of an item."""
    match = _PAPER.search(line.text, max(0, len(line.text) - _LONGEST_PAPER))
    if match and match.start() > 0:
        line.text = line.text[: match.start()].rstrip()
        line.end = line.start + len(line.text)
        line.listed = True


def take_marker(line: Line) -> None:
    """Move the bullet, number or letter that leads a line out of its words."""
    match = MARKER.match(line.text)
    if match is None or _runs_on(line.text, match):
        return
    line.marker = match.group().strip().replace("\\", "")
    line.start += match.end()
    line.indent += match.end()
    line.text = line.text[match.end() :]
    inner = MARKER.match(line.text) if line.marker[0] in "-–*+" else None
    if inner is not None:
        # "- \- Solar street-lights": a dash that was escaped when the page was turned into Markdown
        line.start += inner.end()
        line.text = line.text[inner.end() :]
    elif line.text.startswith("\\-"):
        line.start += 2
        line.text = line.text[2:]
        take = len(line.text) - len(line.text.lstrip())
        line.start += take
        line.text = line.text[take:]


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a marker runs on into digits: a time, a sum, a reference ("7.00 pm")."""
    return not match.group()[-1].isspace() and text[match.end() : match.end() + 1].isdigit()


def _without_furniture(lines: list[Line]) -> list[Line]:
    """Drop page numbers, and heads and feet that recur from page to page."""
    kept: list[Line] = []
    seen: dict[str, set[int]] = {}
    last = lines[-1].page if lines else 1
    edges: set[int] = set()
    for at, line in enumerate(lines):
        at_top = at == 0 or lines[at - 1].page != line.page
        at_foot = at + 1 == len(lines) or lines[at + 1].page != line.page
        if at_top or at_foot:
            edges.add(at)
            seen.setdefault(_DIGITS.sub("#", line.text), set()).add(line.page)
    turned = False
    for at, line in enumerate(lines):
        if at in edges and (_PAGE.match(line.text) or _recurs(line, seen, last)):
            turned = turned or line.new_page
            continue
        line.new_page = line.new_page or turned
        turned = False
        kept.append(line)
    return kept


def _recurs(line: Line, seen: Mapping[str, Set[int]], last: int) -> bool:
    """Whether a line, whatever the numbers in it, stands at the edge of more than half of the pages."""
    return last >= _FEWEST_PAGES and len(seen.get(_DIGITS.sub("#", line.text), ())) > last // 2
