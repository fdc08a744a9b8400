"""The items of the agenda: by a label, by a number, or by standing as a title does."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from arising.documents import Block, BlockKind
from arising.reading.language.names import is_name
from arising.reading.language.vocabulary import MONTHS
from arising.reading.outline.structure import READ, Heading, Outline
from arising.reading.outline.titles import (
    LONGEST_TITLE,
    has_verb,
    is_furniture,
    is_title,
    leads_something,
    may_head,
    opens_clause,
    without_presenter,
)

_LONGEST_LABEL = 40
_ITEM_NUMBER = r"(?:Agenda\s+)?(?:Item|ITEM)\s*(?:No\.?\s*)?(\d{1,3}[A-Za-z]?)"
_LABELS = ("Agenda", "Item", "ITEM")
_ITEM_LABEL = re.compile(rf"{_ITEM_NUMBER}\s*[.:–-]?\s*$")
_ITEM_LEAD = re.compile(rf"{_ITEM_NUMBER}\s*[.:–-]+\s*(?=\S)")
_ITEM_TAIL = re.compile(r"\((?:Agenda )?Item\s+(?:No\.?\s*)?(\d{1,3}[A-Za-z]?)\.?\)$")
_NUMBERED = re.compile(r"(\d{1,3}[A-Za-z]?)[.)]?:?$")
# a number before a month is a day
_LEADING_NUMBER = re.compile(rf"(\d{{1,3}})\s{{1,4}}(?!(?:{'|'.join(MONTHS)})\s+\d{{4}}\b)(?=[A-Z])")
_NO_DIGIT = re.compile(r"\D")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
_MOTION = r"proposed|seconded|for\b|against\b|abstain|motion\b|amendment\b|reply\b"
_LONE_WORDS = re.compile(
    rf"(?i)(?:\W*\d|page\b|signed|chair(?:man|person)?\b$|{_WEEKDAY}|action\b|{_MOTION}|planning application\b)"
)


class _Title(NamedTuple):
    """A title that was found: the number of its block, the number printed, its rule, how much leads its words."""

    at: int
    printed: str | None
    rule: str
    skip: int


def find_items(out: Outline) -> None:
    """Agenda items by the label before them, the label after them, or the number that leads a short title."""
    _find_labelled(out)
    if len(out.items) < 2:
        _find_titled(out)
    if len(out.items) == 1 and out.items[0].rule != "item-lead":
        _forget_items(out)


def _find_labelled(out: Outline) -> None:
    taken = -1
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at <= taken:
            continue
        words = out.words(at)
        if len(words) < _LONGEST_LABEL:
            label = _ITEM_LABEL.match(words)
            if label and at + 1 < len(out.blocks) and len(out.words(at + 1)) <= LONGEST_TITLE:
                out.labels.add(at)
                _add_item(out, _Title(at + 1, label.group(1), "item-label", 0))
                taken = at + 1
                continue
            tail = _ITEM_TAIL.match(words)
            if tail and at > 0 and len(out.words(at - 1)) <= LONGEST_TITLE and out.blocks[at - 1].part in READ:
                out.labels.add(at)
                number = _NUMBERED.match(out.blocks[at - 1].marker) or tail
                _add_item(out, _Title(at - 1, number.group(1), "item-tail", 0))
                continue
        lead = _ITEM_LEAD.match(words) if words.startswith(_LABELS) else None
        if lead and len(words) <= LONGEST_TITLE:
            _add_item(out, _Title(at, lead.group(1), "item-lead", lead.end()))


def _find_titled(out: Outline) -> None:
    """Short titles led by a number that rises, or headings of the page's own, and plain titles between them."""
    found = _headed(out, _numbered_titles(out))
    plain = _plain_titles(out, {title.at for title in found}, after=found[0].at if found else -1)
    for title in sorted([*found, *plain]) if len(found) + len(plain) > 1 else found:
        _add_item(out, title)


def _numbered_titles(out: Outline) -> list[_Title]:
    found: list[_Title] = []
    last = 0
    for at, block in enumerate(out.blocks):
        if block.part not in READ:
            continue
        words = out.words(at)
        number = _NUMBERED.match(block.marker) if block.marker else None
        skip = 0
        if number is None and block.kind is not BlockKind.TABLE_ROW:
            leading = _LEADING_NUMBER.match(words) if words[:1].isdigit() else None
            if leading and is_title(out, at, words[leading.end() :]):
                number, skip = leading, leading.end()
        if number is not None and (skip or is_title(out, at, words)):
            value = int(_NO_DIGIT.sub("", number.group(1)))
            if value > last or block.kind is BlockKind.HEADING:
                found.append(_Title(at, number.group(1), "numbered-title", skip))
                last = value
        elif block.kind is BlockKind.HEADING and not number and may_head(out, words):
            found.append(_Title(at, None, "heading", 0))
    return found


def _headed(out: Outline, found: list[_Title]) -> list[_Title]:
    """The titles without those headings that stand above, below or beside the items and are none."""
    numbered = [title for title in found if title.printed is not None]
    if len(numbered) < 2:
        return [title for title in found if leads_something(out, title.at)]
    first = numbered[0].at
    blocks = out.blocks
    deepest = max([1, *(blocks[t.at].level for t in numbered if blocks[t.at].kind is BlockKind.HEADING)])

    def is_item(title: _Title) -> bool:
        if title.printed is not None:
            return True
        return title.at > first and blocks[title.at].level <= deepest and leads_something(out, title.at)

    return [title for title in found if is_item(title)]


def _plain_titles(out: Outline, known: Container[int], *, after: int) -> list[_Title]:
    """Short lines that stand alone above a paragraph, without number or mark, as a title does."""
    found: list[_Title] = []
    for at in range(max(after, 0) + 1, len(out.blocks) - 1):
        block = out.blocks[at]
        if at in known or block.kind is not BlockKind.PARAGRAPH or block.marker or block.part not in READ:
            continue
        if (
            _reads_as_title(out.words(at))
            and _stands_above_prose(out.blocks[at + 1], out.words(at + 1))
            and _stands_alone(out, at, known)
        ):
            found.append(_Title(at, None, "plain-title", 0))
    return found


def _reads_as_title(words: str) -> bool:
    if len(words) > 70 or is_furniture(words) or not words[0].isupper() or is_name(words) or _LONE_WORDS.match(words):
        return False
    if words.endswith((".", ",", ";", ":", "?", "!", "-")) or len(words.split()) > 10:
        return False
    return not has_verb(words) and not opens_clause(words)


def _stands_above_prose(below: Block, under: str) -> bool:
    ends = under.rstrip("”’\"' ").endswith((".", ":"))
    return ends and len(under) >= 60 and below.kind is not BlockKind.HEADING


def _stands_alone(out: Outline, at: int, known: Container[int]) -> bool:
    """Whether the block before a line is a whole sentence, a title, a short label, or no part of what is read."""
    before = out.words(at - 1).rstrip("”’\"' )")
    if before.endswith((".", "!", "?")) or at - 1 in known or len(before) >= 60:
        return True
    return out.blocks[at - 1].part not in READ or (before.endswith(":") and len(before) < 40)


def _add_item(out: Outline, title: _Title) -> None:
    block = out.blocks[title.at]
    start = block.start + title.skip
    words = without_presenter(out.document.text[start : block.end]).rstrip(" .:;-–")
    heading = Heading(
        start,
        start + len(words),
        words,
        block.end,
        number=title.printed,
        rule=title.rule,
        block=title.at,
        is_item=True,
    )
    previous = out.heading_of.get(title.at)
    if previous is not None:
        out.items.remove(previous)
    out.items.append(heading)
    out.heading_of[title.at] = heading


def _forget_items(out: Outline) -> None:
    for item in out.items:
        del out.heading_of[item.block]
        out.labels.add(item.block)
    out.items.clear()
