"""Lines of a PDF page: their words as PDFium gives them, and where on the page they stand, in points."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

HYPHEN = "\ufffe"
"""What PDFium puts for a hyphen at the end of a line; the line break goes with it."""

_LINE = re.compile(rf"[^\r\n{HYPHEN}]*(?:\r\n|[\r\n]|{HYPHEN}|\Z)")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_WIDE = re.compile(r" {3,}|\t+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_COLUMN_GAP = 2.5
_FORCE_BOLD = 1 << 18


@dataclass(slots=True)
class Line:
    """One line: ``start`` and ``end`` bound its words in the original, the rest is geometry in points from the left

    and from the foot of the page. ``cuts`` are where, in the original, columns part; ``hyphenated`` says that its
    last character is a hyphen that PDFium met at the end of a line.
    """

    start: int
    end: int
    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    height: float
    width: float
    cuts: list[tuple[int, int]] = field(default_factory=list)
    hyphenated: bool = False
    margin: str = ""

    @property
    def from_top(self) -> float:
        """How far down the page the line stands, 0 at the top and 1 at the foot."""
        return 1 - self.base / self.height if self.height else 0.0


@dataclass(slots=True)
class PageText:
    """The text of one page as it goes into the original, and its lines."""

    original: str
    lines: list[Line]


def page_text(page: Any, number: int, offset: int) -> PageText:
    """The lines of one PDFium page; ``offset`` is where its text begins in the original."""
    text_page = page.get_textpage()
    try:
        return _Reader(page, text_page, number, offset).read()
    finally:
        text_page.close()


class _Reader:
    def __init__(self, page: Any, text_page: Any, number: int, offset: int) -> None:
        self._raw = text_page.raw
        self._text = _LONE_SURROGATE.sub("\ufffd", text_page.get_text_range())
        self._aligned = text_page.count_chars() == len(self._text)
        self._number = number
        self._offset = offset
        self._width, self._height = page.get_size()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def read(self) -> PageText:
        """All lines of the page that have words."""
        pieces: list[str] = []
        lines: list[Line] = []
        at = self._offset
        for match in _LINE.finditer(self._text):
            if not match.group():
                continue
            hyphenated = match.group().endswith(HYPHEN)
            words = match.group().rstrip("\r\n" + HYPHEN) + ("-" if hyphenated else "")
            if words.strip():
                lines.append(self._line(match.start(), words, at, hyphenated))
            pieces.append(words + "\n")
            at += len(words) + 1
        return PageText("".join(pieces), lines)

    def _line(self, index: int, words: str, at: int, hyphenated: bool) -> Line:
        first = len(words) - len(words.lstrip())
        stripped = words.strip()
        last = first + len(stripped) - 1
        left, _ = self._sides(index + first)
        _, right = self._sides(index + last)
        size = pdfium.FPDFText_GetFontSize(self._raw, self._char(index + first)) or 1.0
        cuts = self._cuts(index, words, at, size)
        return Line(
            at + first, at + last + 1, stripped, self._number, left, max(right, left), self._base(index + first), size,
            self._is_bold(index + first) and self._is_bold(index + last - (1 if hyphenated and last else 0)),
            self._height, self._width, cuts, hyphenated,
        )  # fmt: skip

    def _char(self, index: int) -> int:
        return index if self._aligned else max(pdfium.FPDFText_GetCharIndexFromTextIndex(self._raw, index), 0)

    def _sides(self, index: int) -> tuple[float, float]:
        """Where a character begins and ends, from the left of the page."""
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._raw, self._char(index), left, right, bottom, top)
        return left.value, right.value

    def _base(self, index: int) -> float:
        """How far above the foot of the page a character stands."""
        across, up = self._box[:2]
        pdfium.FPDFText_GetCharOrigin(self._raw, self._char(index), across, up)
        return up.value

    def _is_bold(self, index: int) -> bool:
        char = self._char(index)
        size = pdfium.FPDFText_GetFontInfo(self._raw, char, self._name, len(self._name), self._flags)
        name = self._name.value.decode("latin-1") if 0 < size <= len(self._name) else ""
        return bool(_BOLD.search(name)) or bool(self._flags.value & _FORCE_BOLD)

    def _cuts(self, index: int, words: str, at: int, size: float) -> list[tuple[int, int]]:
        """Where columns part: gaps wide on the page, or typed with many spaces."""
        cuts = [(at + gap.start(), at + gap.end()) for gap in _WIDE.finditer(words) if gap.start()]
        space = words.find(" ")
        while space > 0:
            char = self._char(index + space)
            if words[space + 1 : space + 2].strip() and pdfium.FPDFText_IsGenerated(self._raw, char) == 1:
                _, before = self._sides(index + space - 1)
                after, _ = self._sides(index + space + 1)
                if after - before > _COLUMN_GAP * size:
                    cuts.append((at + space, at + space + 1))
            space = words.find(" ", space + 1)
        return sorted(cuts)
