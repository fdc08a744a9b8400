"""Plain text or Markdown in, a document out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from arising.documents.builder import DocumentBuilder
from arising.documents.document import BlockKind, Document, Part, Place
from arising.documents.text.layout import GAP, find_rows, layout_of, take_margins
from arising.documents.text.lines import LONE_NUMBER, Line, split_lines, take_marker, take_paper
from arising.documents.text.markdown import bold_lead, spans_of
from arising.documents.text.paragraphs import Group, group_lines, shouted
from arising.documents.text.parts import is_item_page, meeting_of_page, part_of_groups, titles_of_page, words_of

_FRONT_MATTER = re.compile(r"\A﻿?\s*---\n(.*?)\n---\s*\n", re.DOTALL)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIELD = re.compile(r"^(\w+):\s*['\"]?(.*?)['\"]?\s*$", re.MULTILINE)
_HASHES = re.compile(r"(#{1,6})\s+")
_NUMBER = re.compile(r"\(?(\d{1,3})\\?[.)]")
_CELL = re.compile(r"[^|]+")
_RECENT = 12
_WIDE_GAP = 5


def read_text(original: str, *, name: str, sha256: str, format: str = "text") -> Document:
    """Read text that was saved or copied from a page, or got out of a PDF.

    Args:
        original: the decoded text; offsets of the document map into it.
        name: what the source is called in messages.
        sha256: of the source's bytes.
        format: "text" or "markdown".
    """
    front = _FRONT_MATTER.match(original)
    fields = dict(_FIELD.findall(front.group(1))) if front else {}
    skip = front.end() if front else 0
    groups = _groups([line for line in split_lines(original) if line.start >= skip])
    builder = DocumentBuilder(original)
    titles = titles_of_page(groups)
    for at, (group, part) in enumerate(zip(groups, part_of_groups(groups), strict=True)):
        _add(builder, group, part, title=at in titles)
    title = fields.get("title") or (words_of(groups[1]) if is_item_page(groups) and len(groups) > 1 else None)
    meeting = meeting_of_page(groups)
    date = fields.get("dated") or fields.get("date") or ""
    return builder.build(
        name=name,
        format=format,
        sha256=sha256,
        title=title,
        body=meeting[0] if meeting else None,
        date=meeting[1] if meeting else date if _ISO_DAY.fullmatch(date) else None,
        url=fields.get("url") or None,
    )


def _groups(lines: list[Line]) -> list[Group]:
    """The lines of each block, with markers, margins and columns told apart from words."""
    for line in lines:
        take_paper(line)
    _take_markers(lines)
    take_margins(lines)
    find_rows(lines)
    return list(group_lines(lines, layout_of([line for line in lines if not line.row] or lines)))


def _take_markers(lines: Sequence[Line]) -> None:
    """Take the markers off all lines, keeping count of the numbers so far to know "2." in mid-list from a sum."""
    recent: list[int] = []
    for at, line in enumerate(lines):
        number = _NUMBER.match(line.text)
        if number is None:
            take_marker(line)
            continue
        value = int(number.group(1))
        before = lines[at - 1] if at else None
        if value - 1 in recent or LONE_NUMBER.match(line.text) or _may_lead(before, line):
            take_marker(line)
            if line.marker:
                recent = [*recent, value][-_RECENT:]


def _may_lead(before: Line | None, line: Line) -> bool:
    """Whether a number at the start of a line can be a marker, and not the tail of a wrapped sentence."""
    if before is None or line.blanks:
        return True
    return before.text.endswith((".", ":", ";", "?", "!", ")", "and", "or", "”")) or len(before.text) < 60


def _add(builder: DocumentBuilder, group: Group, part: Part, *, title: bool) -> None:
    """Add the block that a group of lines makes: a row, a heading, a list item or a paragraph."""
    first = group.lines[0]
    spans, glued = spans_of(group.lines)
    margin = next((line.margin for line in reversed(group.lines) if line.margin), "")
    place = Place(page=first.page if first.page > 1 else None, line=first.number)
    if len(group.lines) == 1 and _add_row(builder, first, place, part):
        return
    hashes = _HASHES.match(first.text)
    if hashes:
        inner = (first.start + hashes.end(), first.end)
        builder.add(BlockKind.HEADING, [inner], place=place, part=part, level=len(hashes.group(1)))
        return
    lead = bold_lead(first, marker=group.marker)
    if lead is not None and (len(group.lines) == 1 or not lead.whole):
        heading, heading_glued = spans_of([lead.heading])
        marker = lead.marker or group.marker
        builder.add(BlockKind.HEADING, heading, place=place, part=part, level=1, marker=marker, glued=heading_glued)
        if lead.rest is not None:
            below, below_glued = spans_of([lead.rest, *group.lines[1:]])
            builder.add(BlockKind.PARAGRAPH, below, place=place, part=part, margin=margin, glued=below_glued)
        return
    if title:
        builder.add(BlockKind.HEADING, spans, place=place, part=part, level=1, marker=group.marker, glued=glued)
        return
    kind = _kind_of(group)
    level = first.indent // 4 if kind is BlockKind.LIST_ITEM else int(kind is BlockKind.HEADING)
    builder.add(kind, spans, place=place, part=part, level=level, marker=group.marker, margin=margin, glued=glued)


def _kind_of(group: Group) -> BlockKind:
    if group.marker:
        return BlockKind.LIST_ITEM
    return BlockKind.HEADING if len(group.lines) == 1 and shouted(group.lines[0].text) else BlockKind.PARAGRAPH


def _add_row(builder: DocumentBuilder, line: Line, place: Place, part: Part) -> bool:
    """Add a line laid out in columns, or a row of a Markdown table; the rule under a table's head adds nothing."""
    if line.text.startswith("|") and line.text.count("|") > 1:
        if set(line.text) <= set("|-: "):
            return True
        pieces = [match.span() for match in _CELL.finditer(line.text)]
    else:
        gaps = [gap.span() for gap in GAP.finditer(line.text)]
        if not gaps or (len(gaps) == 1 and gaps[0][1] - gaps[0][0] < _WIDE_GAP):
            return False
        pieces = list(zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line.text)], strict=True))
    cells = [[(line.start + left, line.start + right)] for left, right in pieces]
    builder.add_row(cells, place=place, part=part, marker=line.marker, margin=line.margin)
    return True
