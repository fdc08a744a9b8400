"""The body of a report: what stands under which heading, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import normalize

from arising.documents import Block, BlockKind, Document, Part
from arising.documents.markup.markers import BULLETS
from arising.reading.inspections.inspection import PointKind
from arising.reading.inspections.schemes import (
    AREA_HEADING,
    CLOSING,
    FINDING_HEADINGS,
    OTHER_HEADINGS,
    POINT_HEADINGS,
    area_named,
)

SectionKind = Literal["opening", "points", "findings", "other"]
LONGEST_HEADING = 170

_POINTS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in POINT_HEADINGS)
_FINDINGS = re.compile(FINDING_HEADINGS, re.IGNORECASE)
_OTHER = re.compile(OTHER_HEADINGS, re.IGNORECASE)
_ENDED = re.compile(r"[.!?;:][”’\"')\]\d]*$")
_NUMBERED = re.compile(r"(\d{1,3})\.(?=[^\W\d_]|[‘“])")
_BULLET = re.compile(rf"([{re.escape(''.join(BULLETS))}])[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_FOOTNOTE = re.compile(
    r"_*\s*\d{1,2} (?:[A-Z].{0,400}(?:www\.|https?:|gov\.uk|means|refers to|is when)"
    r"|Ofsted produces this report under|A full description of what the inspection judgements mean)"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that stands by itself, and the number or bullet that led it."""

    start: int
    end: int
    words: str
    page: int | None
    marker: str = ""
    level: int = 0
    row: bool = False
    heading: bool = False

    @property
    def number(self) -> int | None:
        match = _NUMBER.fullmatch(self.marker)
        return int(match[1]) if match else None

    @property
    def ended(self) -> bool:
        return _ENDED.search(self.words) is not None


@dataclass(slots=True)
class Section:
    """A heading and the paragraphs under it. ``theme`` is a lesser heading within ``heading``."""

    kind: SectionKind
    heading: str = ""
    theme: str = ""
    area: str = ""
    points: PointKind | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)


def sections(document: Document) -> list[Section]:
    """The sections of a report from its first line to where the findings end."""
    found = [Section("opening")]
    passages = list(_passages(document))
    skip = False
    for number, passage in enumerate(passages):
        if skip:
            skip = False
            continue
        if CLOSING.match(passage.words) and len(found) > 1:
            if _finished(passages, number):
                break
            found.append(Section("other", passage.words))
            continue
        following = passages[number + 1] if number + 1 < len(passages) else None
        in_table = found[-1].kind == "opening" and _is_in_table(passages, number)
        opened, skip = (None, False) if in_table else _opened(passage, following, found[-1])
        if opened is not None:
            found.append(opened)
        else:
            _put(found[-1].paragraphs, passage)
    return found


def _finished(passages: Sequence[Paragraph], number: int) -> bool:
    """Whether nothing that is judged or must improve comes after a passage: tables of points may stand behind it."""
    return not any(_points_kind(_bare(passage.words)) for passage in passages[number + 1 :])


def _is_in_table(passages: Sequence[Paragraph], number: int) -> bool:
    """Whether a line that names an area is a row of the table of judgements: its section comes later."""
    area = _area_headed(passages, number)
    return bool(area) and any(_area_headed(passages, later) == area for later in range(number + 1, len(passages)))


def _area_headed(passages: Sequence[Paragraph], number: int) -> str:
    """The area that a line, or it and the next together, are the heading of, or ""."""
    words = passages[number].words
    if len(words) > LONGEST_HEADING:
        return ""
    joined = " ".join(passage.words for passage in passages[number : number + 2])
    return next((area_named(said) for said in (words, joined) if AREA_HEADING.fullmatch(said)), "")


def _passages(document: Document) -> Iterator[Paragraph]:
    """The paragraphs and cells of a document, without what is printed on every page."""
    for block in document.blocks:
        if block.part is Part.PAGE and document.format == "pdf":
            continue
        spans = block.cells or ((block.start, block.end),)
        for cell, (start, end) in enumerate(spans):
            if start < end and any(map(str.isalpha, document.text[start:end])):
                yield _paragraph(document, block, start, end, first=not cell)


def _paragraph(document: Document, block: Block, start: int, end: int, *, first: bool) -> Paragraph:
    marker = block.marker if first else ""
    if not marker and (bullet := _BULLET.match(document.text, start, end)):
        marker, start = bullet[1], bullet.end()
    if not marker and (glued := _NUMBERED.match(document.text, start, end)):
        marker, start = glued[1] + ".", glued.end()
    # a page may be set with ligatures: they count for nothing here, and stay in the text
    words = " ".join(normalize("NFKC", document.text[start:end]).split())
    row, heading = block.kind is BlockKind.TABLE_ROW, block.kind is BlockKind.HEADING
    return Paragraph(start, end, words, block.place.page, marker, block.level if marker else 0, row, heading)


def _bare(words: str) -> str:
    return re.sub(r"^\d[\d.]*\s+", "", words).rstrip(" ?:.").strip()


def _points_kind(bare: str) -> PointKind | None:
    return next((kind for kind, pattern in _POINTS if pattern.fullmatch(bare)), None)


def _opened(passage: Paragraph, following: Paragraph | None, current: Section) -> tuple[Section | None, bool]:
    """The section that a passage is the heading of, and whether its next line belongs to the heading.

    An item of a list opens none, whatever it begins with: "• The local safeguarding children board has not …".
    """
    if passage.marker in BULLETS and passage.marker:
        return None, False
    section = _section(passage.words, current)
    if section is not None:
        return section, False
    if following and not following.marker and len(following.words) < 90 and not passage.ended and not passage.marker:
        joined = f"{passage.words} {following.words}"
        if AREA_HEADING.fullmatch(joined) or _FINDINGS.fullmatch(_bare(joined)) or _points_kind(_bare(joined)):
            return _section(joined, current), True
    if passage.heading and not passage.marker and current.kind != "opening" and len(passage.words) > 2:
        if passage.words.casefold() in ("responsible body", "grade", "judgement"):
            return None, False
        theme = passage.words if current.kind == "findings" else ""
        kind: SectionKind = "findings" if current.kind == "points" else current.kind
        return Section(kind, current.heading if theme else passage.words, theme, current.area if theme else ""), False
    return None, False


def _section(words: str, current: Section) -> Section | None:
    """The section that fixed words open."""
    if len(words) > LONGEST_HEADING:
        return None
    bare = _bare(words)
    points = _points_kind(bare)
    if points:
        return Section("points", words, points=points)
    if AREA_HEADING.fullmatch(words):
        return Section("findings", words, area=area_named(words))
    if _FINDINGS.fullmatch(bare):
        return Section("findings", words, area=area_named(words))
    return Section("other", words) if _OTHER.fullmatch(bare) else None


def _put(paragraphs: list[Paragraph], passage: Paragraph) -> None:
    """Add a passage, or put it to the one before where a page or a column broke a paragraph in two."""
    before = paragraphs[-1] if paragraphs else None
    if before is None or passage.marker or not _runs_on(before, passage):
        paragraphs.append(passage)
        return
    paragraphs[-1] = _joined(before, passage)


def _runs_on(before: Paragraph, passage: Paragraph) -> bool:
    if before.ended and not passage.words[0].islower():
        return False
    if before.row or passage.row or passage.heading or before.heading:
        return False
    return passage.words[0].islower() or (before.page != passage.page and len(before.words) > 60)


def _joined(before: Paragraph, after: Paragraph) -> Paragraph:
    words = f"{before.words} {after.words}"
    return Paragraph(
        before.start, after.end, words, before.page, before.marker, before.level, before.row, before.heading
    )


def is_footnote(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a note at the foot of a page."""
    return _FOOTNOTE.match(paragraph.words) is not None
