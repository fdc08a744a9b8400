"""The minutes as they were published, block by block, ready for a page: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.safestring import SafeString

from arising.documents.document import Block, BlockKind, Part
from arising.register.record.marking import MarkedText

TITLES = {
    Part.MINUTES: "Minutes",
    Part.DECISION: "Decision",
    Part.AGENDA: "Written before the meeting",
    Part.ATTENDANCE: "Attendance",
    Part.DOCUMENTS: "Papers listed with the minutes",
    Part.PAGE: "Also on the page",
}
BELOW_A_TITLE, LOWEST_HEADING = 4, 6


@dataclass
class Shown:
    """A block as a page shows it. ``inner`` are the list items nested in it, ``page`` the page it begins."""

    words: SafeString
    marker: str = ""
    margin: str = ""
    tag: str = "p"
    cells: list[SafeString] = field(default_factory=list)
    inner: list[Shown] = field(default_factory=list)
    page: int | None = None


@dataclass(frozen=True)
class Run:
    """Blocks of one kind that follow each other: "heading", "paragraph", "list_item" or "table_row"."""

    kind: str
    blocks: list[Shown]


@dataclass(frozen=True)
class Section:
    """Blocks of one part of what was published. ``title`` says which; empty where there is only the one to expect."""

    part: str
    title: str
    runs: list[Run]


def sections(blocks: Sequence[Block], marked: MarkedText, *, leave_out: frozenset[Part] = frozenset()) -> list[Section]:
    """The blocks in their order, by part and kind, with the marks in their words."""
    told = [block for block in blocks if block.part not in leave_out]
    parts = [(part, list(together)) for part, together in groupby(told, key=lambda block: block.part)]
    titled = len(parts) > 1 or any(part is not Part.MINUTES for part, _ in parts)
    highest = BELOW_A_TITLE if titled else BELOW_A_TITLE - 1
    tags = _heading_tags(blocks, highest)
    pages = _first_of_each_page(blocks)
    return [
        Section(part.value, TITLES[part] if titled else "", list(_runs(together, marked, tags, pages)))
        for part, together in parts
    ]


def _heading_tags(blocks: Iterable[Block], highest: int) -> dict[int, str]:
    """The element for each level of heading in use, from ``highest`` down without a gap."""
    levels = sorted({block.level for block in blocks if block.kind is BlockKind.HEADING})
    return {level: f"h{min(highest + place, LOWEST_HEADING)}" for place, level in enumerate(levels)}


def _first_of_each_page(blocks: Iterable[Block]) -> dict[int, int]:
    """Where each page of a paged source begins; the first one needs no telling."""
    begins: dict[int, int] = {}
    for block in blocks:
        if block.place.page is not None:
            begins.setdefault(block.place.page, block.start)
    return {start: page for page, start in list(begins.items())[1:]}


def _runs(blocks: list[Block], marked: MarkedText, tags: dict[int, str], pages: dict[int, int]) -> Iterator[Run]:
    for kind, together in groupby(blocks, key=lambda block: block.kind):
        shown = [(block, _shown(block, marked, tags, pages)) for block in together]
        yield Run(kind.value, _nested(shown) if kind is BlockKind.LIST_ITEM else [block for _, block in shown])


def _shown(block: Block, marked: MarkedText, tags: dict[int, str], pages: dict[int, int]) -> Shown:
    cells = [marked.words(start, end) for start, end in block.cells]
    return Shown(
        words=SafeString("") if cells else marked.words(block.start, block.end),
        marker=block.marker,
        margin=block.margin,
        tag=tags[block.level] if block.kind is BlockKind.HEADING else "p",
        cells=cells,
        page=pages.get(block.start),
    )


def _nested(items: list[tuple[Block, Shown]]) -> list[Shown]:
    """List items under those they are nested in, by level."""
    outer: list[Shown] = []
    parents: list[tuple[int, Shown]] = []
    for block, shown in items:
        while parents and parents[-1][0] >= block.level:
            parents.pop()
        (parents[-1][1].inner if parents else outer).append(shown)
        parents.append((block.level, shown))
    return outer
