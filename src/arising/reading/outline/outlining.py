"""Laying a document out: its items, then its topics, then where each of them ends."""

from __future__ import annotations

from arising.documents import Document
from arising.reading.outline.items import find_items
from arising.reading.outline.structure import READ, Outline
from arising.reading.outline.topics import find_topics


def outline(document: Document) -> Outline:
    """Find the items and topics of a document."""
    out = Outline(document, document.blocks)
    find_items(out)
    find_topics(out)
    _close(out)
    return out


def _close(out: Outline) -> None:
    """Work out where what is said under each heading ends."""
    headings = [out.heading_of[at] for at in sorted(out.heading_of)]
    read = [block for block in out.blocks if block.part in READ] or out.blocks
    last = read[-1].end if read else 0
    before_heading = before_item = last
    for heading in reversed(headings):
        heading.body_end = max(before_item if heading.is_item else before_heading, heading.end)
        before_heading = heading.start - 1
        if heading.is_item:
            before_item = heading.start - 1
    out.items.sort(key=lambda item: item.start)
    topics = [heading for heading in headings if not heading.is_item]
    out.topics = headings if out.whole_meeting else topics or headings
