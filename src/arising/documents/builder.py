"""Blocks in, a document out: the one place where white space is folded and offsets are kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from arising.documents.document import Block, BlockKind, Document, OffsetMap, Part, Place, Supporting

Span = tuple[int, int]

_NOWHERE = Place()

CELL_GAP = "\t"
"""What stands in the text between two cells of a table row."""

# Characters that leave no mark on the page: control characters, soft hyphen, zero-width and direction marks.
INVISIBLE = (
    "".join(chr(code) for code in range(0x20) if not chr(code).isspace())
    + "\x7f\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_BLANK = rf"[\s{re.escape(INVISIBLE)}]"
# Every stretch of white space and invisible characters, save for a single plain space.
_GAP = re.compile(rf"(?:(?! ){_BLANK}| (?={_BLANK})){_BLANK}*")


class DocumentBuilder:
    """Takes blocks as stretches of an original and lays their words out as the text of a document.

    White space is folded: any run of it becomes one space, invisible characters go, the ends are trimmed.
    Nothing that is printed is changed.
    """

    def __init__(self, original: str) -> None:
        self._original = original
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._starts: list[int] = []
        self._lengths: list[int] = []
        self._origins: list[int] = []

    def add(
        self,
        kind: BlockKind,
        spans: Sequence[Span],
        *,
        place: Place = _NOWHERE,
        part: Part = Part.MINUTES,
        level: int = 0,
        marker: str = "",
        margin: str = "",
        glued: Collection[int] = (),
    ) -> None:
        """Add a block whose words stand in ``spans`` of the original, in order.

        Spans that touch are one stretch; between others goes a space (a hard wrap), unless the number of the gap
        (0 is the gap after the first span) is in ``glued``: there the words are one, as in an undone hyphenation.
        A block without words is dropped.
        """
        start = self._length + 1 if self._blocks else 0
        end = self._lay(spans, glued, at=start, before="\n" if self._blocks else "")
        if end > start:
            self._blocks.append(Block(kind, start, end, place, part, level, marker, margin))

    def add_row(
        self,
        cells: Sequence[Sequence[Span]],
        *,
        place: Place = _NOWHERE,
        part: Part = Part.MINUTES,
        level: int = 0,
        marker: str = "",
        margin: str = "",
    ) -> None:
        """Add a table row: the spans of each of its cells. In the text a tab parts cells that have words.

        An empty cell keeps its place in ``Block.cells`` as an empty span. A row without words is dropped.
        """
        start = end = self._length + 1 if self._blocks else 0
        before = "\n" if self._blocks else ""
        laid: list[Span] = []
        for spans in cells:
            at = end + len(CELL_GAP) if end > start else start
            after = self._lay(spans, (), at=at, before=CELL_GAP if end > start else before)
            laid.append((at, after) if after > at else (end, end))
            end = max(end, after) if after > at else end
        if end > start:
            self._blocks.append(
                Block(BlockKind.TABLE_ROW, start, end, place, part, level, marker, margin, cells=tuple(laid))
            )

    def build(
        self,
        *,
        name: str,
        format: str,
        sha256: str,
        title: str | None = None,
        body: str | None = None,
        date: str | None = None,
        url: str | None = None,
        supporting: Sequence[Supporting] = (),
        restricted: bool = False,
        notes: Sequence[str] = (),
    ) -> Document:
        """The document, its blocks joined by line feeds. ``date`` is ISO 8601."""
        return Document(
            name=name,
            format=format,
            text="".join(self._pieces),
            blocks=tuple(self._blocks),
            original=self._original,
            offsets=OffsetMap(tuple(self._starts), tuple(self._lengths), tuple(self._origins)),
            sha256=sha256,
            title=title,
            body=body,
            date=date,
            url=url,
            supporting=tuple(supporting),
            restricted=restricted,
            notes=tuple(notes),
        )

    def _lay(self, spans: Sequence[Span], glued: Collection[int], *, at: int, before: str) -> int:
        """Lay the words of ``spans`` out from ``at`` and return where they end; ``before`` goes before the first."""
        blank = False
        first = at
        last = -1
        for number, (low, high) in enumerate(spans):
            if number and low != last and number - 1 not in glued:
                blank = True
            last = high
            for left, right, space_before in _words(self._original, low, high):
                blank = blank or space_before
                if left == right:
                    continue
                if at == first:
                    gap = before
                else:
                    gap = " " if blank else ""
                    at += len(gap)
                self._pieces.append(gap)
                self._run(at, left, right)
                at += right - left
                blank = False
        return at

    def _run(self, at: int, left: int, right: int) -> None:
        """Take ``original[left:right]`` into the text at ``at``."""
        self._pieces.append(self._original[left:right])
        self._length = at + right - left
        if self._starts:
            length = self._lengths[-1]
            if self._starts[-1] + length == at and self._origins[-1] + length == left:
                self._lengths[-1] = length + right - left
                return
        self._starts.append(at)
        self._lengths.append(right - left)
        self._origins.append(left)


def _words(original: str, low: int, high: int) -> list[tuple[int, int, bool]]:
    """Stretches of ``original[low:high]`` without odd white space, each with whether white space led it.

    The last may be empty: it says whether the span ended in white space.
    """
    stretches: list[tuple[int, int, bool]] = []
    piece = original[low:high]
    blank = False
    # isprintable and a search for two spaces run in C and clear nearly every line of ordinary text
    if not piece.isprintable() or "  " in piece:
        for gap in _GAP.finditer(original, low, high):
            blank = _take(stretches, original, low, gap.start(), blank)
            blank = blank or bool(gap.group().strip(INVISIBLE))
            low = gap.end()
    blank = _take(stretches, original, low, high, blank)
    if blank:
        stretches.append((high, high, True))
    return stretches


def _take(stretches: list[tuple[int, int, bool]], original: str, left: int, right: int, blank: bool) -> bool:
    """Append ``original[left:right]`` without a space at either end; return whether white space is now pending."""
    if left < right and original[left] == " ":
        left += 1
        blank = True
    trailing = left < right and original[right - 1] == " "
    if trailing:
        right -= 1
    if left >= right:
        return blank or trailing
    stretches.append((left, right, blank))
    return trailing
