"""What must get better, each point whole: bullets, lettered lists, and the tables of area SEND reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from arising.documents import Document
from arising.documents.markup.markers import BULLETS
from arising.reading.inspections.inspection import FrameworkKey, Point, PointKind
from arising.reading.inspections.sections import Paragraph, Section, is_footnote

_DUTY = re.compile(
    r"\b(?:should|must|need(?:s)? to|ensure|improve|strengthen|develop|address|continue|embed)\b", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:council|authority|ICB|integrated care board|NHS|trust|partnership|leaders|borough|county"
    r"|education|CCG|health)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"responsible bod(?:y|ies)(?: areas? for priority actions?)?|areas? for (?:improvement|priority actions?)",
    re.IGNORECASE,
)
_LEADERS = (
    r"(?:Leaders|(?:Senior|Partnership|Health|Education|Area|Strategic|All|Local area(?: partnership)?) leaders"
    r"|The (?:local )?(?:area )?partnership|The local authority|NHS|Partners|They)"
)
_ANOTHER = re.compile(rf"(?<=[.;])\s+(?={_LEADERS}\b[^.]{{0,200}}?\b(?:should|must|need)\b)")
_ORDERED = re.compile(
    r"\b(?:submit|publish|prepare|update)s?\b[^.]{0,120}\b(?:action plan|strategic plan|action statement)\b"
    r"|\baction plan\b[^.]{0,80}\bwithin\b",
    re.IGNORECASE,
)
_LETTER_BULLET = re.compile(r"[nl§] [A-Z]")
_TABLES: frozenset[FrameworkKey] = frozenset({"area_send", "area_send_monitoring"})


def points_of(document: Document, framework: FrameworkKey, section: Section) -> tuple[list[Point], list[Paragraph]]:
    """The points of a section, and the paragraphs in it that are none."""
    assert section.points is not None
    paragraphs = _with_bullets(document, [p for p in section.paragraphs if not is_footnote(p)])
    if framework in _TABLES:
        return list(_in_table(document, section.points, section.heading, paragraphs)), []
    return _in_list(document, section.points, section.heading, paragraphs)


def _with_bullets(document: Document, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with a bullet that was taken for a word as their marker: a sign, or where all are led by one the
    letter that stands for it in a symbol font."""
    letters = bool(paragraphs) and all(_LETTER_BULLET.match(p.words) for p in paragraphs)
    return [_led(document, p) if letters or p.words[0] in BULLETS else p for p in paragraphs]


def _led(document: Document, paragraph: Paragraph) -> Paragraph:
    quote = document.text[paragraph.start : paragraph.end]
    start = paragraph.end - len(quote[1:].lstrip())
    words = " ".join(document.text[start : paragraph.end].split())
    return replace(paragraph, start=start, words=words, marker=quote[0])


def _in_list(
    document: Document, kind: PointKind, heading: str, paragraphs: Sequence[Paragraph]
) -> tuple[list[Point], list[Paragraph]]:
    """The points of a list: its items with what is nested in them; without a list, its paragraphs."""
    listed = any(p.marker for p in paragraphs)
    base = min((p.level for p in paragraphs if p.marker), default=0)
    bullet = next((p.marker for p in paragraphs if p.marker), "")
    points: list[Point] = []
    left: list[Paragraph] = []
    for paragraph in paragraphs:
        if points and _is_inner(paragraph, points[-1], base, bullet):
            points[-1] = _longer(document, points[-1], paragraph.end)
        elif paragraph.marker or (not listed and not paragraph.words.endswith(":")):
            points.append(_point(document, kind, heading, paragraph))
        elif points and not _complete(points[-1]):
            points[-1] = _longer(document, points[-1], paragraph.end)
        elif kind == "priority_action" and not paragraph.words.endswith(":") and not _ORDERED.search(paragraph.words):
            points.append(_point(document, kind, heading, paragraph))
        else:
            left.append(paragraph)
    return points, left


def _is_inner(paragraph: Paragraph, last: Point, base: int, bullet: str) -> bool:
    """Whether an item belongs to the one before it: set in, led by a lesser bullet, or the end of its sentence."""
    if not paragraph.marker:
        return False
    if paragraph.level > base or (paragraph.marker in "o–-" and bullet not in "o–-"):
        return True
    words = last.quote.rstrip()
    return paragraph.words[0].islower() and (words.endswith(":") or (":" in words and not words.endswith(".")))


def _in_table(document: Document, kind: PointKind, heading: str, paragraphs: Sequence[Paragraph]) -> Iterator[Point]:
    """The rows of a table of points, with the body that answers for each where a column names it."""
    responsible: list[str] = []
    last: Point | None = None
    named = ""
    for paragraph in paragraphs:
        if _HEADER.fullmatch(paragraph.words.rstrip(".:")):
            continue
        if _is_body(paragraph) and (last is None or _complete(last)):
            responsible.append(paragraph.words)
            continue
        leads = last is not None and last.quote.rstrip().endswith((":", ";", ", and"))
        if last is not None and ((paragraph.marker and leads) or not _complete(last)):
            last = _longer(document, last, paragraph.end)
            continue
        if last is not None:
            yield from _parted(document, last)
        if responsible or last is None or not last.responsible:
            named = " ".join(responsible)
        responsible = []
        last = _point(document, kind, heading, paragraph, named)
    if last is not None:
        yield from _parted(document, last)


def _is_body(paragraph: Paragraph) -> bool:
    """Whether a cell names who is responsible, and says nothing of what to do."""
    words = paragraph.words
    return not _DUTY.search(words) and _BODY.search(words) is not None and len(words) < 220


def _parted(document: Document, point: Point) -> Iterator[Point]:
    """A point, or the several that a page ran together: each begins with who should do something."""
    edges = [point.start, *(point.start + m.end() for m in _ANOTHER.finditer(point.quote)), point.end]
    for start, end in pairwise(edges):
        while document.text[end - 1].isspace():
            end -= 1
        block = document.block_at(start)
        yield Point(
            quote=document.text[start:end], start=start, end=end, page=block.place.page if block else point.page,
            kind=point.kind, heading=point.heading, marker=point.marker, responsible=point.responsible,
        )  # fmt: skip


def _complete(point: Point) -> bool:
    return point.quote.rstrip().endswith((".", ";", "!", "?", ")", "’", "”")) or len(point.quote) < 4


def _point(document: Document, kind: PointKind, heading: str, paragraph: Paragraph, responsible: str = "") -> Point:
    return Point(
        quote=document.text[paragraph.start : paragraph.end], start=paragraph.start, end=paragraph.end,
        page=paragraph.page, kind=kind, heading=heading, marker=paragraph.marker, responsible=responsible,
    )  # fmt: skip


def _longer(document: Document, point: Point, end: int) -> Point:
    return Point(
        quote=document.text[point.start : end], start=point.start, end=end, page=point.page,
        kind=point.kind, heading=point.heading, marker=point.marker, responsible=point.responsible,
    )  # fmt: skip
